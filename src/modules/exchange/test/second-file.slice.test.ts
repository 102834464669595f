import { afterAll, beforeAll, expect, test } from 'vitest';
import { siksFile } from '../../../../test/factories/siks-file.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import type { SiksTruth } from '../../../engines/population/index.ts';
import { type Client, imported, importTo, mapAndCheck, settle, uploaded } from './steps.ts';

let app: TestApp;
let verifikator: Client;
let ids: { first: string; second: string };
let truths: SiksTruth[];
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  verifikator = await app.as('verifikator');
});
afterAll(() => app.close());

const all = async <T extends object>(text: string): Promise<T[]> => {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('set search_path = agency_tirta_rukun, ref, public');
    return (await client.query<T>(text)).rows;
  } finally {
    client.release();
  }
};
const count = async (text: string): Promise<number> =>
  Number((await all<{ n: string }>(`select count(*) as n from ${text}`))[0]?.n);

test('the file of the month after is held against the last one: new, changed, unchanged, no longer listed', async () => {
  const july = await siksFile(1200);
  const first = await imported(verifikator, july.bytes, 'kind=siks23&name=juni.csv&period=2026-06');
  const people = await count('person');

  // Meanwhile an officer corrects a name: her word is stronger than the file's.
  const [sarinem] = await all<{ id: string; version: number }>(`select id, version from person where name = 'SUMARNI'`);
  const corrected = await verifikator.post(`/api/person/${sarinem?.id}/correction`, {
    version: sarinem?.version,
    changes: { nama: 'SUMARNI BINTI KARTO' },
    source: 'petugas',
    reason: 'Sesuai KTP asli',
  });
  expect(corrected.status).toBe(200);

  const august = await siksFile(1200, { month: 2 });
  truths = august.rows.map(({ truth }) => truth);
  const listed = truths.filter(({ status }) => status !== 'tidak_tercantum');
  const id = await uploaded(verifikator, august.bytes, 'kind=siks23&name=juli.csv&period=2026-07');
  const checked = await mapAndCheck(verifikator, id);
  const returned = listed.filter((truth) => truth.returned).length;
  expect(checked.previous).toMatchObject({ id: first.id, name: 'juni.csv' });
  expect(checked.check.siap + checked.check.ragu).toBe(listed.length - returned);
  // The truth's words and ours agree for nearly all: a NIK filled in on a row without an id finds nobody of the month before.
  const wanted = (status: SiksTruth['status']) =>
    listed.filter((truth) => truth.status === status && !truth.returned).length;
  expect(Math.abs(checked.check.tetap - wanted('tetap'))).toBeLessThanOrEqual(4);
  expect(Math.abs(checked.check.berubah - wanted('berubah'))).toBeLessThanOrEqual(4);
  expect(Math.abs(checked.check.baru - wanted('baru'))).toBeLessThanOrEqual(4);

  const done = await importTo(verifikator, id, checked.version);
  ids = { first: first.id, second: id };
  expect(done.commit.dibuat).toBe(checked.check.baru);
  expect(await count('person')).toBe(people + checked.check.baru);
  expect(await count(`person where name = 'SUMARNI BINTI KARTO'`)).toBe(1);
});

test('nobody is doubled: one active number each, and each listed person is one row of the register', async () => {
  expect(
    await count(`(select 1 from person_identifier where state = 'aktif' group by kind, value having count(*) > 1) x`),
  ).toBe(0);
  const twice = await count(
    `(select person_id from import_row where import_id = '${ids.second}' and person_id is not null group by person_id having count(*) > 1) x`,
  );
  expect(twice).toBe(0);
  expect(
    await count(`family_member where state = 'sah' and upper_inf(during) and person_id in
    (select person_id from family_member where state = 'sah' and upper_inf(during) group by person_id having count(*) > 1)`),
  ).toBe(0);
});

test('who is no longer listed stays, with the centre’s silence kept', async () => {
  const gone = truths.filter(({ status, returned }) => status === 'tidak_tercantum' && !returned).length;
  const kept = await count(
    `centre_status where programme = 'DTSEN' and period = '2026-07' and status = 'tidak tercantum'`,
  );
  expect(Math.abs(kept - gone)).toBeLessThanOrEqual(3);
  expect(kept).toBeGreaterThan(0);
  const page = await verifikator.get(`/api/import/${ids.second}/rows?missing=true&limit=200`);
  expect(page.body.total).toBe(page.body.items.length);
});

test('families move and take new cards as one family, and only what changed is written', async () => {
  const moved = await all<{ id: string }>(`select subject_id as id from audit where event = 'family.moved'`);
  const renewed = await all<{ id: string }>(`select subject_id as id from audit where event = 'family.card_renewed'`);
  expect(moved.length + renewed.length).toBeGreaterThan(0);
  for (const { id } of renewed)
    expect(await count(`family_card where family_id = '${id}' and state = 'aktif'`)).toBeLessThanOrEqual(1);
  expect(await count(`family_card where state = 'lama'`)).toBeGreaterThan(0);
  const same = await count(
    `centre_status c join import_row r on r.id = c.import_row_id where r.import_id = '${ids.second}' and r.change = 'tetap'`,
  );
  expect(same).toBe(0);
});

test('numbers never stand unmasked in what a page shows or in the audit', async () => {
  const pages = await Promise.all(
    ['', '/rows?verdict=ragu&limit=200', '/rows?change=berubah&limit=200', '/rows?verdict=kembali'].map((part) =>
      verifikator.get(`/api/import/${ids.second}${part}`),
    ),
  );
  for (const { body } of pages) expect(JSON.stringify(body)).not.toMatch(/(?<!\d)\d{16}(?!\d)/);
  const audit = await all<{ text: string }>(
    `select coalesce(before::text, '') || coalesce(after::text, '') as text from audit where event like 'import.%'`,
  );
  expect(audit.length).toBeGreaterThan(10);
  expect(audit.filter(({ text }) => /(?<![\da-f])\d{16}(?![\da-f])/.test(text))).toEqual([]);
});

test('an undo begins at the last file, takes back what nobody touched, and lists the rest', async () => {
  const before = await verifikator.get(`/api/import/${ids.first}`);
  const early = await verifikator.post(`/api/import/${ids.first}/undo`, {
    version: before.body.version,
    reason: 'salah berkas',
  });
  expect(early).toMatchObject({ status: 409, body: { error: { code: 'impor.ada_sesudahnya' } } });

  const second = await verifikator.get(`/api/import/${ids.second}`);
  expect(
    (await verifikator.post(`/api/import/${ids.second}/undo`, { version: second.body.version, reason: 'coba' })).status,
  ).toBe(422);
  await verifikator.post(`/api/import/${ids.second}/undo`, { version: second.body.version, reason: 'salah bulan' });
  const undone = await settle(verifikator, ids.second);
  expect(undone).toMatchObject({ state: 'dibatalkan' });
  expect(await count(`centre_status where period = '2026-07'`)).toBe(0);

  // One of the first file's people has a proposal by now, another was corrected: both stay.
  const [held] = await all<{ id: string; area: number }>(
    `select p.id, a.desa_id as area from person p join area a on a.id = p.scope_area_id where p.name = 'HASAN BASRI'`,
  );
  const proposed = await verifikator.post('/api/usulan', {
    kind: 'perubahan',
    channel: 'dinsos',
    subjectPersonId: held?.id,
    areaId: held?.area,
    reporterName: 'Bu Rina',
    relation: 'petugas',
    consent: 'lisan_saksi',
    reason: 'Memperbaiki pekerjaan',
  });
  expect(proposed.status).toBe(200);
  await verifikator.post(`/api/import/${ids.first}/undo`, { version: before.body.version, reason: 'salah berkas' });
  const empty = await settle(verifikator, ids.first);
  const left = await all<{ name: string }>('select name from person order by name');
  expect(left.map(({ name }) => name)).toContain('HASAN BASRI');
  expect(left.map(({ name }) => name)).toContain('SUMARNI BINTI KARTO');
  expect(empty.undo.tetap_ada).toBe(left.length);
  const report = await verifikator.get(`/api/import/${ids.first}/rows-file?rows=tetap_ada&format=csv`);
  expect(String(report.body)).toContain('Sudah diubah atau dipakai sejak masuk');
  expect(await count('family f where not exists (select 1 from family_member m where m.family_id = f.id)')).toBe(0);
});
