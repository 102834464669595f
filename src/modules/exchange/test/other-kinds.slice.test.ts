import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposeResident } from '../../../../test/factories/deliberation.ts';
import { areaId, inRegistry, makeResident, newNik, newNomorKk, protect } from '../../../../test/factories/person.ts';
import { tableFile } from '../../../../test/factories/siks-file.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { type Client, imported, mapAndCheck, settle, uploaded } from './steps.ts';

let app: TestApp;
let verifikator: Client;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  verifikator = await app.as('verifikator');
});
afterAll(() => app.close());

const all = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('set search_path = agency_tirta_rukun, ref, public');
    return (await client.query<T>(text, values)).rows;
  } finally {
    client.release();
  }
};
const resident = async (over: { name: string; nik?: string; birth?: string }, nomorKk: string) => {
  const desa = await areaId(app.database, '99.01.01.2003');
  const { name, nik = newNik(), birth = '1954-08-07' } = over;
  return inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeResident(ctx, desa, { name, nik, birth: { on: birth, precision: 'hari' } }, { nomorKk }),
  );
};

const DESIL = [
  'No. KK',
  'NIK',
  'Nama Kepala Keluarga',
  'Tanggal Lahir',
  'Jenis Kelamin',
  'Kecamatan',
  'Kelurahan',
  'Alamat Lengkap',
  'Desil',
];
const SIKS = [
  'ID_DTKS',
  'Desa/Kelurahan',
  'Kecamatan',
  'Nomor KK',
  'Nomor NIK',
  'Nama',
  'Tanggal Lahir',
  'Jenis Kelamin',
  'Hub. Keluarga',
  'Bansos PKH',
  'Keterangan padan',
];

test('desil comes in for families that are known, by KK or by NIK; the others come back, and an undo gives the old one back', async () => {
  const [kkOne, kkTwo] = [newNomorKk(), newNomorKk()];
  const nik = newNik();
  const one = await resident({ name: 'Satu' }, kkOne);
  const two = await resident({ name: 'Dua', nik }, kkTwo);
  const rows = (desil: string) => [
    [kkOne, '', 'SATU', '', '', '', '', '', desil],
    ['9,90101E+15', nik, 'DUA', '', '', '', '', '', 'Desil 7'],
    [newNomorKk(), '', 'TIDAK DIKENAL', '', '', '', '', '', '3'],
    [kkTwo, '', 'DUA LAGI', '', '', '', '', '', '4'],
    [kkOne, '', 'SATU', '', '', '', '', '', '11'],
    ['', '', 'TANPA NOMOR', '', '', '', '', '', '2'],
  ];
  const first = await imported(
    verifikator,
    await tableFile(DESIL, rows('2')),
    'kind=desil&name=desil.csv&period=2026-06',
  );
  expect(first).toMatchObject({ state: 'selesai', check: { siap: 1, ragu: 1, kembali: 4 }, commit: { dicatat: 2 } });
  const codes = first.check.reasons.map(({ code, rows: n }: { code: string; rows: number }) => `${code} ${n}`).sort();
  expect(codes).toEqual([
    'desil_tidak_terbaca 1',
    'keluarga_ganda 1',
    'keluarga_tidak_ditemukan 1',
    'kk_tidak_terbaca 1',
    'tanpa_nomor 1',
  ]);
  const ranks = () =>
    all<{ family_id: string; desil: number }>(
      `select family_id, desil from centre_rank where period = '2026-06' order by desil`,
    );
  expect(await ranks()).toEqual([
    { family_id: one.family.familyId, desil: 2 },
    { family_id: two.family.familyId, desil: 7 },
  ]);

  const second = await imported(
    verifikator,
    await tableFile(DESIL, rows('5')),
    'kind=desil&name=ralat.csv&period=2026-06',
  );
  expect((await ranks()).map(({ desil }) => desil)).toEqual([5, 7]);
  await verifikator.post(`/api/import/${second.id}/undo`, { version: second.version, reason: 'ralat keliru' });
  expect(await settle(verifikator, second.id)).toMatchObject({
    state: 'dibatalkan',
    undo: { dibatalkan: 2, tetap_ada: 0 },
  });
  expect((await ranks()).map(({ desil }) => desil)).toEqual([2, 7]);
});

test('results of the centre go to whom they are for by ticket or NIK, and cannot be taken back', async () => {
  const [byTicket, byNik] = [
    await proposeResident(app, 'Sumi', 'disetujui'),
    await proposeResident(app, 'Karsi', 'disetujui'),
  ];
  const batch = uuid7();
  await all(
    `insert into batch (id, period, state, created_by) select $1, '2026-07', 'disusun', id from account where username = 'verifikator'`,
    [batch],
  );
  for (const [{ usulanId }, ticket] of [
    [byTicket, 'TKT-1'],
    [byNik, 'TKT-2'],
  ] as const)
    await all(
      `insert into centre_submission (usulan_id, batch_id, ticket, keyed_at, keyed_by) select $1, $2, $3, now(), id from account where username = 'verifikator'`,
      [usulanId, batch, ticket],
    );
  const bytes = await tableFile(
    ['Nomor Tiket', 'NIK', 'Nama', 'Hasil', 'Keterangan'],
    [
      ['tkt-1', '', 'SUMI', 'Ditetapkan', ''],
      ['', byNik.nik, 'KARSI', 'DITOLAK', 'Keluarga ASN'],
      ['TKT-404', '', 'SIAPA', 'Padan', ''],
      ['TKT-1', '', 'SUMI', 'entah', ''],
      ['TKT-2', '', 'KARSI', 'Ditolak', ''],
    ],
  );
  const done = await imported(verifikator, bytes, 'kind=hasil_pusat&name=hasil.csv');
  expect(done).toMatchObject({
    state: 'selesai',
    check: { siap: 3, kembali: 2 },
    commit: { dicatat: 2, tidak_cocok: 1 },
  });
  const results = await all<{ result: string; result_reason: string | null }>(
    'select result, result_reason from centre_submission where ticket in ($1, $2) order by ticket',
    ['TKT-1', 'TKT-2'],
  );
  expect(results).toEqual([
    { result: 'ditetapkan', result_reason: null },
    { result: 'ditolak', result_reason: 'Keluarga ASN' },
  ]);
  const undo = await verifikator.post(`/api/import/${done.id}/undo`, { version: done.version, reason: 'salah berkas' });
  expect(undo.body.error.code).toBe('impor.hasil_tersampaikan');
});

test('a first file recognises who is in the register already, and leaves alone whom a NIK alone would name', async () => {
  const [known, borrowed] = [newNik('1960-03-02'), newNik('1971-05-06')];
  const kk = newNomorKk();
  const sutini = await resident({ name: 'Sutini', nik: known, birth: '1960-03-02' }, kk);
  await resident({ name: 'Marlina', nik: borrowed, birth: '1971-05-06' }, newNomorKk());
  const people = Number((await all<{ n: bigint }>('select count(*) as n from person'))[0]?.n);
  const row = (id: string, nik: string, name: string, birth: string) => [
    id,
    'KARANG ASRI',
    '',
    kk,
    nik,
    name,
    birth,
    'P',
    '4',
    'Ya',
    'Padan',
  ];
  const done = await imported(
    verifikator,
    await tableFile(SIKS, [row('D1', known, 'SUTINI', '02-03-1960'), row('D2', borrowed, 'BAMBANG', '1999-01-01')]),
    'kind=siks23&name=kenal.csv',
  );
  expect(done).toMatchObject({
    state: 'selesai',
    check: { baru: 2, dikenal: 2 },
    commit: { dibuat: 1, diperbarui: 1 },
  });
  expect(Number((await all<{ n: bigint }>('select count(*) as n from person'))[0]?.n)).toBe(people + 1);
  const numbers = await all<{ kind: string; state: string }>(
    'select kind, state from person_identifier where person_id = $1 order by kind',
    [sutini.personId],
  );
  expect(numbers).toEqual([
    { kind: 'id_dtks', state: 'aktif' },
    { kind: 'nik', state: 'aktif' },
  ]);
  const status = await all<{ programme: string; status: string }>(
    'select programme, status from centre_status where person_id = $1 order by programme',
    [sutini.personId],
  );
  expect(status).toEqual([
    { programme: 'DTSEN', status: 'padan' },
    { programme: 'PKH', status: 'ya' },
  ]);
  const [claim] = await all<{ state: string; problem: string }>(
    `select i.state, i.problem from person_identifier i join person p on p.id = i.person_id where p.name = 'BAMBANG' and i.kind = 'nik'`,
  );
  expect(claim).toEqual({ state: 'klaim', problem: 'dipakai_orang_lain' });
});

test('a protected person on the centre’s list is not made a second time, nothing of hers changes, and nobody is told', async () => {
  const nik = newNik('1992-03-15');
  const { personId } = await resident({ name: 'Retno Wulandari', nik, birth: '1992-03-15' }, newNomorKk());
  await protect(app.database, personId, 3);
  const before = await all('select name, scope_area_id, version, updated_at from person where id = $1', [personId]);
  const people = Number((await all<{ n: bigint }>('select count(*) as n from person'))[0]?.n);
  const file = (name: string, birth = '15/03/1992') =>
    tableFile(SIKS, [['D9', 'KARANG ASRI', '', newNomorKk(), nik, name, birth, 'P', '3', 'Ya', 'Ya']]);
  const done = await imported(verifikator, await file('RETNO WULANDARI'), 'kind=siks23&name=lindung.csv');
  expect(done).toMatchObject({ state: 'selesai', check: { dikenal: 0 }, commit: { tetap: 1 } });
  expect(Number((await all<{ n: bigint }>('select count(*) as n from person'))[0]?.n)).toBe(people);
  expect(await all('select name, scope_area_id, version, updated_at from person where id = $1', [personId])).toEqual(
    before,
  );
  const tasks = await all<{ level: number; kind: string }>(
    'select level, kind from task where subject_person_id = $1',
    [personId],
  );
  expect(tasks).toEqual([{ level: 3, kind: 'berkas_orang_dilindungi' }]);
  expect(JSON.stringify((await verifikator.get('/api/person?q=retno wulandari')).body)).not.toContain(personId);

  // Somebody else with her number goes in as a claim that looks like any other number.
  const other = await imported(verifikator, await file('SUPARMI', '01/01/1980'), 'kind=siks23&name=lain.csv');
  expect(other.commit).toMatchObject({ dibuat: 1 });
  const [claim] = await all<{ state: string; problem: string | null }>(
    `select i.state, i.problem from person_identifier i join person p on p.id = i.person_id where p.name = 'SUPARMI' and i.kind = 'nik'`,
  );
  expect(claim?.state).toBe('klaim');
  expect(claim?.problem ?? '').not.toContain('dipakai');
});

test('a file checked before another went in must be checked again, and one commit at a time', async () => {
  const file = (id: string, name: string) =>
    tableFile(SIKS, [[id, 'KARANG ASRI', '', '', '', name, '1980', 'L', '1', '', '']]);
  const early = await uploaded(verifikator, await file('E1', 'AWAL'), 'kind=siks23&name=awal.csv');
  const checked = await mapAndCheck(verifikator, early);
  await imported(verifikator, await file('E2', 'SELANG'), 'kind=siks23&name=selang.csv');
  const late = await verifikator.post(`/api/import/${early}/commit`, { version: checked.version });
  expect(late).toMatchObject({ status: 409, body: { error: { code: 'impor.perlu_diperiksa_lagi' } } });
  const again = await mapAndCheck(verifikator, early);
  expect(again).toMatchObject({
    state: 'siap',
    previous: { name: 'selang.csv' },
    check: { baru: 1, tidakTercantum: 1 },
  });
});
