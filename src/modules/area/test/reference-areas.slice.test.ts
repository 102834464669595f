import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.ts';
import { addReferenceAreas, findReferenceAreas, readIndonesia } from '../index.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const client = await database.ownerPool.connect();
  await addReferenceAreas(client, readIndonesia());
  client.release();
}, 180_000);
afterAll(() => database.close());

const find = async (typed: string, limit = 5) => {
  const { how, places, all } = await findReferenceAreas(database.ownerPool, typed, limit);
  return { how, all, kode: places.map((place) => place.kode) };
};

test('all Indonesia is there once: 38 provinces, 83,762 desa and kelurahan, each with a version, a code and a parent', async () => {
  const { rows } = await database.ownerPool.query(`
    select n.kind, count(*)::int as places, count(v.area_id)::int as versions, count(c.area_id)::int as codes, count(n.parent_id)::int as parents
    from ref.area_now n
    left join ref.area_version v on v.area_id = n.id and v.during @> current_date
    left join ref.area_code c on c.area_id = n.id and c.system = 'kemendagri' and c.during @> current_date
    where n.kode not like '99%' group by n.kind`);
  const of = (kind: string) => rows.find((row) => row.kind === kind);
  expect(of('prov')).toEqual({ kind: 'prov', places: 38, versions: 38, codes: 38, parents: 0 });
  expect(of('kab')).toMatchObject({ places: 514, parents: 514 });
  expect(of('desa')).toEqual({ kind: 'desa', places: 83_762, versions: 83_762, codes: 83_762, parents: 83_762 });
  const client = await database.ownerPool.connect();
  expect(await addReferenceAreas(client, readIndonesia())).toBe(0);
  client.release();
});

test('a place is found as one types', async () => {
  expect(await find('LARANGAN, kota-tangerang', 1)).toEqual({ how: 'tepat', all: 9, kode: ['36.71.13'] });
  expect((await find('larangan ciledug', 2)).kode).toEqual(['36.71.13', '36.71.06']);
  expect((await find('ciledug larangan', 2)).kode).toEqual(['36.71.06', '36.71.13']);
  expect((await find('larangan ciledug')).how).toBe('bertetangga');
  expect((await find('36.71.13.1001')).kode).toEqual(['36.71.13.1001']);
  expect(await find('36.71.13', 100)).toMatchObject({ how: 'tepat', all: 9 });
});

test('a slip of the finger still finds, nonsense and signs find nothing', async () => {
  const slip = await find('cileduk');
  expect(slip.how).toBe('mirip');
  expect(slip.kode).toContain('36.71.06');
  for (const nothing of ['qqqxyz', '%', "'", '', '12.34.56.7890']) expect((await find(nothing)).all).toBe(0);
});

test('no day has two versions of a place or two bearers of a code, also after the large load', async () => {
  const { ownerPool } = database;
  const { rows } = await ownerPool.query<{ id: number }>(`select id from ref.area_now where kode = '36.71.13'`);
  const id = rows[0]!.id;
  const second = `insert into ref.area_version (area_id, during, name) values (${id}, daterange('2026-03-01', null), 'Larangan Baru')`;
  await expect(ownerPool.query(second)).rejects.toMatchObject({
    code: '23P01',
    constraint: 'area_version_one_at_a_time',
  });
  await expect(
    ownerPool.query(
      `insert into ref.area_code (area_id, system, code, during) values (${id}, 'kemendagri', '36.71.06', '[2026-03-01,)')`,
    ),
  ).rejects.toMatchObject({ code: '23P01', constraint: 'area_code_one_at_a_time' });
  await expect(
    ownerPool.query(
      `insert into ref.area_version (area_id, during, name) values (99999999, '[2026-03-01,)', 'Tanpa Induk')`,
    ),
  ).rejects.toMatchObject({ code: '23503' });
});

test('of two who begin a version of one place at once, the second is refused', async () => {
  const { ownerPool } = database;
  const one = await ownerPool.connect();
  await one.query('begin');
  await one.query(
    `update ref.area_version set during = daterange(lower(during), '2026-05-01')
     where upper_inf(during) and area_id = (select id from ref.area_now where kode = '36.71.06')`,
  );
  await one.query(
    `insert into ref.area_version (area_id, during, name) select id, '[2026-05-01,)', 'Satu' from ref.area_now where kode = '36.71.06'`,
  );
  const two = await ownerPool.connect();
  await two.query('begin');
  const late = two.query(
    `insert into ref.area_version (area_id, during, name) select id, '[2026-06-01,)', 'Dua' from ref.area_now where kode = '36.71.06'`,
  );
  const refused = expect(late).rejects.toMatchObject({ code: '23P01' });
  await one.query('commit');
  await refused;
  await two.query('rollback');
  one.release();
  two.release();
});
