import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, makeResident, newNik, newNomorKk } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import type { Client } from './steps.ts';

let app: TestApp;
let desk: Client;
beforeAll(async () => {
  app = await startTestApp();
  desk = await app.as('verifikator');
});
afterAll(() => app.close());
const owner = (text: string, values: unknown[] = []) =>
  app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values);

/** Two families of Karang Asri: a mother with a child, and a man whose paper names the child too. */
const makeTwo = async () => {
  const home = await areaId(app.database, '99.01.01.2003');
  const [one, two] = [newNomorKk(), newNomorKk()];
  return inRegistry(app.database.db, 'verifikator', async (ctx) => {
    const member = (name: string, birthOn: string, nomorKk: string, shdk: 1 | 4) =>
      makeResident(
        ctx,
        home,
        { name, nik: newNik(birthOn), birth: { on: birthOn, precision: 'hari' } },
        { nomorKk, shdk },
      );
    const mother = await member('Parti Wiryodimejo', '1980-01-02', one, 1);
    const child = await member('Lestari', '2008-03-04', one, 4);
    const man = await member('Suroto', '1979-05-06', two, 1);
    return {
      mother: mother.personId,
      child: child.personId,
      man: man.personId,
      a: mother.family.familyId,
      b: man.family.familyId,
    };
  });
};
const seatsOf = async (familyIds: readonly string[]) =>
  (
    await owner(
      `select family_id, person_id, shdk, state, during::text from @family_member where family_id = any ($1) and not isempty(during) order by person_id, family_id, lower(during)`,
      [familyIds],
    )
  ).rows;
const openIn = async (familyId: string) =>
  (
    await owner(
      `select person_id from @family_member where family_id = $1 and upper_inf(during) and state = 'sah' order by shdk`,
      [familyId],
    )
  ).rows.map((row) => row.person_id);
const read = async (a: string, b?: string) =>
  (await desk.get(`/api/family-arrangement?a=${a}${b ? `&b=${b}` : ''}`)).body;

test('a member of two KK is found, gets one family, and it is taken back as it was', async () => {
  const { mother, child, man, a, b } = await makeTwo();
  await owner(
    `insert into @family_member (id, family_id, person_id, shdk, source, state) values (gen_random_uuid(), $1, $2, 4, 'siks', 'klaim')`,
    [b, child],
  );
  const { items } = (await desk.get('/api/family-case')).body;
  expect(items).toMatchObject([{ kind: 'anggota_bersama', people: ['Lestari'] }]);
  const before = await seatsOf([a, b]);
  const { families } = await read(a, b);
  const body = {
    a: { id: a, version: families[0].version, nomorKk: '' },
    b: { id: b, version: families[1].version, nomorKk: '' },
    seats: [
      { personId: mother, to: 'a', shdk: 1 },
      { personId: child, to: 'b', shdk: 4 },
      { personId: man, to: 'b', shdk: 1 },
    ],
    proof: 'KK asli ditunjukkan',
  };
  const bad = async (over: object) => desk.post('/api/family-arrangement', { ...body, ...over });
  expect((await bad({ seats: body.seats.slice(0, 2) })).body.error).toMatchObject({ code: 'keluarga.susunan' });
  expect((await bad({ proof: '' })).status).toBe(422);
  expect((await bad({ a: { ...body.a, version: 99 } })).body.error.code).toBe('versi.berubah');
  expect((await bad({ a: { ...body.a, nomorKk: '123' } })).status).toBe(422);
  expect(await seatsOf([a, b])).toEqual(before);
  const done = await desk.post('/api/family-arrangement', body);
  expect(done.status).toBe(200);
  expect(await openIn(a)).toEqual([mother]);
  expect(await openIn(b)).toEqual([man, child]);
  expect((await desk.get('/api/family-case')).body.items).toEqual([]);
  expect((await desk.post(`/api/family-arrangement/${done.body.id}/undoing`, { reason: 'keliru' })).status).toBe(200);
  expect(await seatsOf([a, b])).toEqual(before);
  expect(
    (await desk.post(`/api/family-arrangement/${done.body.id}/undoing`, { reason: 'keliru' })).body.error.code,
  ).toBe('keluarga.sudah_dikembalikan');
});

test('a family is split with a new KK number, two are joined, and nobody else’s families can be touched', async () => {
  const { mother, child, man, a, b } = await makeTwo();
  const [family] = (await read(a)).families;
  const split = {
    a: { id: a, version: family.version, nomorKk: '' },
    b: { id: null, nomorKk: newNomorKk() },
    seats: [
      { personId: mother, to: 'a', shdk: 1 },
      { personId: child, to: 'b', shdk: 1 },
    ],
    proof: 'KK baru dari Dukcapil',
  };
  const nobody = {
    ...split,
    seats: split.seats.map((seat) => ({ ...seat, to: 'a', shdk: seat.personId === mother ? 1 : 4 })),
  };
  expect((await desk.post('/api/family-arrangement', nobody)).body.error.code).toBe('keluarga.tidak_dipecah');
  const done = (await desk.post('/api/family-arrangement', split)).body;
  expect(await openIn(done.familyB)).toEqual([child]);
  const card = await owner('select state from @family_card where family_id = $1', [done.familyB]);
  expect(card.rows).toEqual([{ state: 'aktif' }]);

  const { families } = await read(a, b);
  const joined = await desk.post('/api/family-arrangement', {
    a: { id: a, version: families[0].version, nomorKk: '' },
    b: { id: b, version: families[1].version, nomorKk: '' },
    seats: [
      { personId: mother, to: 'a', shdk: 3 },
      { personId: man, to: 'a', shdk: 1 },
    ],
    proof: 'buku nikah',
  });
  expect(joined.status).toBe(200);
  expect(await openIn(a)).toEqual([man, mother]);
  expect(await openIn(b)).toEqual([]);
  // Somebody worked on it since: not taken back blindly.
  await owner(`update @family_member set shdk = 9 where family_id = $1 and person_id = $2 and upper_inf(during)`, [
    a,
    mother,
  ]);
  expect(
    (await desk.post(`/api/family-arrangement/${joined.body.id}/undoing`, { reason: 'keliru' })).body.error.code,
  ).toBe('keluarga.berubah_sejak');
  const operator = await app.as('operator.karangasri');
  expect((await operator.get('/api/family-case')).status).toBe(403);
  expect((await desk.get(`/api/family-arrangement?a=${mother}`)).status).toBe(404);
});
