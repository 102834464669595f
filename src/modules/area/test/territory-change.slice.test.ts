import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['as']>>;
let admin: Client;
beforeAll(async () => {
  app = await startTestApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const all = async <R extends object>(text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query<R>(text.replaceAll('$schema', 'agency_tirta_rukun'), values)).rows;
const areaOf = async (words: string, kind: string): Promise<number> =>
  (await admin.get(`/api/area?q=${encodeURIComponent(words)}&kind=${kind}&limit=50`)).body.items[0].id;
const basis = (onDate: string) => ({
  decree: 'Perda Kabupaten Tirta Rukun Nomor 4 Tahun 2026',
  decreeOn: '2026-05-04',
  onDate,
});
const version = async (change: object): Promise<number> => {
  const preview = await admin.post('/api/area-event/preview', { change });
  expect(preview.body).toMatchObject({ version: expect.any(Number) });
  return preview.body.version;
};
const record = async (change: object, headers?: Record<string, string>) =>
  admin.post('/api/area-event', { change, version: await version(change) }, headers);
const refusal = async (change: object) => {
  const reply = await admin.post('/api/area-event/preview', { change });
  return { status: reply.status, message: reply.body.error?.message };
};
const family = async (areaId: number, address: string): Promise<{ familyId: string; personId: string }> => {
  const [row] = await all<{ family_id: string; person_id: string }>(
    `with f as (insert into $schema.family (id, scope_area_id, address, source) values (gen_random_uuid(), $1, $2, 'dukcapil') returning id),
          p as (insert into $schema.person (id, name, name_fold, scope_area_id, source) values (gen_random_uuid(), 'Sarinem', 'sarinem', $1, 'dukcapil') returning id),
          m as (insert into $schema.family_member (id, family_id, person_id, shdk, source, state) select gen_random_uuid(), f.id, p.id, 1, 'dukcapil', 'sah' from f, p)
     select f.id as family_id, p.id as person_id from f, p`,
    [areaId, address],
  );
  return { familyId: row!.family_id, personId: row!.person_id };
};

test('a new name and a new parent keep the id; the past keeps the old ones', async () => {
  const desa = await areaOf('sumber rejo', 'desa');
  const before = await all<{ name: string; parent_id: number }>(
    'select name, parent_id from ref.area_now where id = $1',
    [desa],
  );
  const named = await record({ kind: 'ganti_nama', areaId: desa, name: 'Sumber Mulya', ...basis('2026-06-01') });
  expect(named.status).toBe(200);
  const [kec] = await all<{ id: number }>(
    `select id from $schema.area where kind = 'kec' and id <> $1 order by id limit 1`,
    [before[0]!.parent_id],
  );
  const moved = await record({ kind: 'pindah_induk', areaId: desa, parentId: kec!.id, ...basis('2026-06-02') });
  expect(moved.status).toBe(200);
  const kepala = await app.as('kadis');
  const on = async (day: string) =>
    (await kepala.get(`/api/area/on/${day}`)).body.items.find((place: { id: number }) => place.id === desa);
  expect(await on('2025-12-31')).toMatchObject({ name: before[0]!.name, parentId: before[0]!.parent_id });
  expect(await on('2026-06-01')).toMatchObject({ name: 'Sumber Mulya', parentId: before[0]!.parent_id });
  expect(await on('2026-07-15')).toMatchObject({ name: 'Sumber Mulya', parentId: kec!.id });
  expect(await areaOf('sumber mulya', 'desa')).toBe(desa);
  const tree = await all('select 1 from $schema.area_tree where ancestor_id = $1 and descendant_id = $2', [
    kec!.id,
    desa,
  ]);
  expect(tree).toHaveLength(1);
  const listed = await admin.get('/api/area-event');
  expect(listed.body.items[1]).toMatchObject({
    kind: 'ganti_nama',
    decreeOn: '2026-05-04',
    by: 'Bu Tika',
    parts: [{ fromName: before[0]!.name, toName: 'Sumber Mulya' }],
  });
});

test('a split ends the desa and begins two; RW and families without RT are placed, nobody is lost', async () => {
  const desa = await areaOf('karang asri', 'desa');
  const kode = (await all<{ kode: string }>('select kode from $schema.area where id = $1', [desa]))[0]!.kode;
  const rt = (
    await all<{ id: number }>(`select id from $schema.area where kind = 'rt' and desa_id = $1 order by label limit 1`, [
      desa,
    ])
  )[0]!;
  const inRt = await family(rt.id, 'Jalan Melati 1');
  const inDesa = await family(desa, 'Dusun Krajan');
  await all('update $schema.person set protection = 2, alias = $2 where id = $1', [inDesa.personId, 'Mawar']);
  const split = {
    kind: 'mekar',
    areaId: desa,
    parts: [
      { name: 'Karang Asri', kode },
      { name: 'Karang Asri Timur', kode: '99.01.01.2099' },
    ],
    ...basis('2026-06-10'),
  };
  const preview = await admin.post('/api/area-event/preview', { change: split }, { 'idempotency-key': 'lihat-1' });
  expect(preview.status).toBe(200);
  expect(preview.body).toMatchObject({
    ends: true,
    begins: ['Karang Asri', 'Karang Asri Timur'],
    counts: { families: 2 },
  });
  expect(preview.body.officers.map((one: { name: string }) => one.name)).toContain('Bu Wulan');
  const key = { 'idempotency-key': 'mekar-1' };
  const done = await admin.post('/api/area-event', { change: split, version: preview.body.version }, key);
  expect(done.status).toBe(200);
  const again = await admin.post('/api/area-event', { change: split, version: preview.body.version }, key);
  expect(again.body).toEqual(done.body);
  const [west, east] = done.body.begun;
  expect(done.body.unplaced.families).toBe(1);

  // Whoever lives there is still seen by the officer of the ended desa until the RW are placed.
  const operator = await app.as('operator.karangasri');
  const seen = async () => (await operator.get(`/api/person/${inRt.personId}`)).status;
  expect(await seen()).toBe(200);
  const url = `/api/area-event/${done.body.eventId}/placement`;
  const waiting = (await admin.get(url)).body;
  expect(waiting.targets.map((place: { id: number }) => place.id).sort()).toEqual([west, east].sort());
  const rw = waiting.places.find((place: { families: number }) => place.families === 1);
  expect((await admin.post(url, { toAreaId: east, places: [{ areaId: rw.id }] })).status).toBe(200);
  expect(await seen()).toBe(404);
  const rest = waiting.places
    .filter((place: { id: number }) => place.id !== rw.id)
    .map((place: { id: number }) => ({ areaId: place.id }));
  const last = await admin.post(url, { toAreaId: west, places: rest, families: 'semua' });
  expect(last.body).toEqual({ left: { places: 0, families: 0 } });
  expect(await all('select scope_area_id from $schema.person where id = $1', [inDesa.personId])).toEqual([
    { scope_area_id: west },
  ]);
  expect(await all('select desa_id from $schema.area where id = $1', [rt.id])).toEqual([{ desa_id: east }]);
  const old = await all('select desa_id from $schema.area_local_version where area_id = $1 order by during', [rt.id]);
  expect(old).toEqual([{ desa_id: desa }, { desa_id: east }]);
  expect(await all('select ended_on from $schema.area where id = $1', [desa])).toEqual([{ ended_on: '2026-06-10' }]);
  expect(await areaOf('karang asri timur', 'desa')).toBe(east);
  const twice = await admin.post(url, { toAreaId: west, places: [{ areaId: rw.id }] });
  expect(twice.status).toBe(409);
});

test('a joining takes what is unambiguous along and leaves equal RW numbers to be placed with a new number', async () => {
  const [kec] = await all<{ id: number }>(
    `select d.parent_id as id from $schema.area d where d.kind = 'desa' and d.ended_on is null and exists (select 1 from $schema.area w where w.desa_id = d.id and w.kind = 'rw')
     group by 1 having count(*) >= 2 order by 1 desc limit 1`,
  );
  const pair = await all<{ id: number }>(
    `select d.id from $schema.area d where d.parent_id = $1 and d.kind = 'desa' and d.ended_on is null
       and exists (select 1 from $schema.area w where w.desa_id = d.id and w.kind = 'rw') order by d.id limit 2`,
    [kec!.id],
  );
  const { familyId } = await family(pair[1]!.id, 'Gang Kecil');
  const join = {
    kind: 'gabung',
    areaIds: pair.map((row) => row.id),
    into: { name: 'Bersatu', jenis: 'desa', kode: '99.01.09.2001' },
    ...basis('2026-07-01'),
  };
  const done = await record(join);
  expect(done.status).toBe(200);
  const [made] = done.body.begun;
  expect(await all('select scope_area_id from $schema.family where id = $1', [familyId])).toEqual([
    { scope_area_id: made },
  ]);
  expect(done.body.unplaced.places).toBeGreaterThan(1);
  const url = `/api/area-event/${done.body.eventId}/placement`;
  const places = (await admin.get(url)).body.places.filter((place: { label: string }) =>
    place.label.startsWith('RW 001'),
  );
  expect((await admin.post(url, { toAreaId: made, places: [{ areaId: places[0].id }] })).status).toBe(200);
  const clash = await admin.post(url, { toAreaId: made, places: [{ areaId: places[1].id }] });
  expect(clash).toMatchObject({ status: 422, body: { error: { code: 'wilayah.nomor_ganda' } } });
  expect((await admin.post(url, { toAreaId: made, places: [{ areaId: places[1].id, name: '77' }] })).status).toBe(200);
  expect((await all('select name from $schema.area where id = $1', [places[1].id]))[0]).toEqual({ name: 'RW 077' });
});

test('a new RT, and its end', async () => {
  const [rw] = await all<{ id: number }>(
    `select id from $schema.area where kind = 'rw' and ended_on is null order by id desc limit 1`,
  );
  const made = await record({ kind: 'baru', parentId: rw!.id, level: 'rt', name: '88', ...basis('2026-07-02') });
  expect(made.status).toBe(200);
  const [rt] = made.body.begun;
  expect((await all('select name, parent_id from $schema.area where id = $1', [rt]))[0]).toEqual({
    name: 'RT 088',
    parent_id: rw!.id,
  });
  const twice = await refusal({ kind: 'baru', parentId: rw!.id, level: 'rt', name: '088', ...basis('2026-07-02') });
  expect(twice).toMatchObject({ status: 422, message: expect.stringContaining('sudah ada RT bernama 088') });
  expect((await record({ kind: 'bubar', areaId: rt, ...basis('2026-07-10') })).status).toBe(200);
  expect(await refusal({ kind: 'bubar', areaId: rt, ...basis('2026-07-11') })).toMatchObject({
    status: 422,
    message: expect.stringContaining('berakhir'),
  });
});

test('bad input gets its sentence and changes nothing', async () => {
  const desa = (await all<{ id: number; parent_id: number }>(
    `select id, parent_id from $schema.area where kind = 'desa' and ended_on is null order by id desc limit 2`,
  )) as [{ id: number; parent_id: number }, { id: number; parent_id: number }];
  const rename = { kind: 'ganti_nama', areaId: desa[0].id, name: 'Nama Baru' };
  const count = async () => (await all<{ n: number }>('select count(*)::int as n from $schema.area_event'))[0]!.n;
  const before = await count();
  const cases: [object, string][] = [
    [{ ...rename, ...basis('2026-07-16') }, 'belum tiba'],
    [{ ...rename, ...basis('2024-12-31') }, 'sudah berubah pada'],
    [{ ...rename, ...basis('2026-07-14'), decreeOn: '2026-08-01' }, 'dasar hukum belum tiba'],
    [{ ...rename, ...basis('2026-07-14'), decree: ' ' }, 'dasar hukum'],
    [{ ...rename, ...basis('2026-07-14'), kode: '99.01' }, 'bukan bentuk kode'],
    [
      { kind: 'pindah_induk', areaId: desa[0].parent_id, parentId: desa[0].id, ...basis('2026-07-14') },
      'bawah dirinya sendiri',
    ],
    [
      { kind: 'pindah_induk', areaId: desa[0].id, parentId: desa[1].id, ...basis('2026-07-14') },
      'Induk desa/kelurahan adalah kecamatan',
    ],
    [
      { kind: 'mekar', areaId: desa[0].id, parts: [{ name: 'Satu', kode: '99.01.01.2090' }], ...basis('2026-07-14') },
      'sedikitnya dua',
    ],
    [
      { kind: 'mekar', areaId: desa[0].id, parts: [{ name: 'Satu' }, { name: 'Dua' }], ...basis('2026-07-14') },
      'Isi kode Kemendagri',
    ],
  ];
  for (const [change, sentence] of cases)
    expect(await refusal(change)).toMatchObject({ status: 422, message: expect.stringContaining(sentence) });
  const agency = (await all<{ area_id: number }>('select area_id from $schema.agency'))[0]!.area_id;
  expect(await refusal({ ...rename, areaId: agency, ...basis('2026-07-14') })).toMatchObject({
    status: 422,
    message: expect.stringContaining('wilayah dinas sendiri'),
  });
  const foreign = (await app.database.ownerPool.query(`select id from ref.area_now where kode = '99.71.01'`)).rows[0]
    .id;
  expect(await refusal({ ...rename, areaId: foreign, ...basis('2026-07-14') })).toMatchObject({ status: 404 });
  const verifier = await app.as('verifikator');
  expect(
    (await verifier.post('/api/area-event/preview', { change: { ...rename, ...basis('2026-07-14') } })).status,
  ).toBe(403);
  const stale = await admin.post('/api/area-event', { change: { ...rename, ...basis('2026-07-14') }, version: 0 });
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'versi.berubah' } } });
  expect(await count()).toBe(before);
});
