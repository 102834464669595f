import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, makeResident, newNik, newNomorKk } from '../../../../test/factories/person.ts';
import { tableFile } from '../../../../test/factories/siks-file.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { type Client, imported, settle } from './steps.ts';

let app: TestApp;
let verifikator: Client;
let operator: Client;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  [verifikator, operator] = [await app.as('verifikator'), await app.as('operator.karangasri')];
});
afterAll(() => app.close());

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
type Listed = { id: string; name: string; kk: string; nik: string; pkh: string; padan?: string; desa?: string };
const siks = (people: readonly Listed[]) =>
  tableFile(
    SIKS,
    people.map(({ id, name, kk, nik, pkh, padan = 'Ya', desa = 'Karang Asri' }) => [
      id,
      desa,
      '',
      kk,
      nik,
      name,
      '07/08/1954',
      'P',
      'Kepala Keluarga',
      pkh,
      padan,
    ]),
  );
const person = (id: string, name: string, pkh: string): Listed => ({
  id,
  name,
  kk: newNomorKk(),
  nik: newNik(),
  pkh,
});
type Line = {
  id: string;
  name: string;
  version: number;
  reason: string | null;
  answer: string | null;
  was: string | null;
};
const lines = async (client: Client, kind: string, more = ''): Promise<Line[]> =>
  (await client.get(`/api/perubahan/baris?period=2026-07&kind=${kind}${more}`)).body.items;
const names = (list: readonly Line[]): string[] => list.map(({ name }) => name).sort();

const stays = person('DT-1', 'TETAP SAJA', 'Ya');
const loses = person('DT-2', 'KEHILANGAN PKH', 'Ya');
const goes = person('DT-3', 'HILANG DARI DAFTAR', 'Ya');
const comes = person('DT-4', 'BARU DATANG', 'Ya');
const far = person('DT-5', 'JAUH DI SANA', 'Ya');
const nameOf = async (kode: string): Promise<string> => {
  const { rows } = await app.database.ownerPool.query<{ name: string }>(
    'select name from agency_tirta_rukun.area where kode = $1',
    [kode],
  );
  return rows[0]?.name ?? '';
};
let july: string;

test('the first file of its kind is held against nothing; the second says who is new, gone and lost aid, and why', async () => {
  const desa = await nameOf('99.01.01.2002');
  await imported(
    verifikator,
    await siks([stays, loses, goes, { ...far, desa }]),
    'kind=siks23&name=juni.csv&period=2026-06',
  );
  const first = await verifikator.get('/api/perubahan');
  expect(first.body).toMatchObject({
    period: '2026-06',
    runs: [{ name: 'juni.csv', previousPeriod: null }],
    places: [],
  });

  const second = await imported(
    verifikator,
    await siks([stays, { ...loses, pkh: 'Tidak', padan: 'Tidak' }, comes, { ...far, desa, pkh: 'Tidak' }]),
    'kind=siks23&name=juli.csv&period=2026-07',
  );
  expect(second.state).toBe('selesai');
  july = second.id;
  const { body } = await verifikator.get('/api/perubahan');
  expect(body.periods).toEqual(['2026-07', '2026-06']);
  expect(body.runs).toMatchObject([{ name: 'juli.csv', previousPeriod: '2026-06' }]);
  const here = { baru: 1, hilang: 1, bantuan_hilang: 1, bantuan_baru: 0, unanswered: 1 };
  const there = { baru: 0, hilang: 0, bantuan_hilang: 1, unanswered: 1 };
  expect(body.places).toHaveLength(2);
  expect(body.places).toEqual(expect.arrayContaining([expect.objectContaining(here), expect.objectContaining(there)]));
  expect((await operator.get('/api/perubahan')).body.places).toMatchObject([here]);
  expect(names(await lines(verifikator, 'baru'))).toEqual(['BARU DATANG']);
  expect(await lines(verifikator, 'hilang')).toMatchObject([{ name: 'HILANG DARI DAFTAR', was: 'PKH' }]);
  const [lost, ...rest] = await lines(operator, 'bantuan_hilang');
  expect(rest).toEqual([]);
  expect(lost).toMatchObject({ name: 'KEHILANGAN PKH', reason: 'Tidak padan dengan Dukcapil', answer: null });
});

test('desil of the centre that moved is a change; one that stayed is none', async () => {
  const head = ['No. KK', 'Nama Kepala Keluarga', 'Desil'];
  const of = (one: string, two: string) =>
    tableFile(head, [
      [stays.kk, stays.name, one],
      [loses.kk, loses.name, two],
    ]);
  await imported(verifikator, await of('2', '4'), 'kind=desil&name=desil6.csv&period=2026-06');
  await imported(verifikator, await of('2', '7'), 'kind=desil&name=desil7.csv&period=2026-07');
  expect(await lines(verifikator, 'desil_naik')).toMatchObject([{ name: 'KEHILANGAN PKH', was: '4', becomes: '7' }]);
  expect(await lines(verifikator, 'desil_turun')).toEqual([]);
});

test('who lost aid is worked through by the desa’s operator; another desa sees nothing of it', async () => {
  const [line] = await lines(operator, 'bantuan_hilang', '&open=true');
  expect(line?.name).toBe('KEHILANGAN PKH');
  const address = `/api/perubahan/${line?.id}/tindak-lanjut`;
  const given = { version: line?.version, answer: 'data_salah', note: 'NIK beda satu angka dari KTP' };
  expect((await operator.post(address, { ...given, note: 'x' })).status).toBe(422);
  expect((await operator.post(address, given)).status).toBe(200);
  expect(await operator.post(address, given)).toMatchObject({
    status: 409,
    body: { error: { code: 'versi.berubah' } },
  });
  expect(await lines(operator, 'bantuan_hilang', '&open=true')).toEqual([]);

  const elsewhere = (await lines(verifikator, 'bantuan_hilang')).find(({ name }) => name === far.name);
  const notTheirs = `/api/perubahan/${elsewhere?.id}/tindak-lanjut`;
  expect((await operator.post(notTheirs, { ...given, version: elsewhere?.version })).status).toBe(404);
  // The administrator reads counts, no names.
  const admin = await app.as('admin');
  expect((await admin.get('/api/perubahan/baris?period=2026-07&kind=baru')).status).toBe(403);
  expect((await admin.get('/api/exclude')).status).toBe(403);
  const rt = await app.as('rt.karangasri');
  expect((await rt.get('/api/perubahan')).status).toBe(403);
  const csv = await operator.get('/api/perubahan/berkas?period=2026-07&kind=bantuan_hilang');
  expect(String(csv.body)).toContain('NIK beda satu angka dari KTP');
  expect(String(csv.body)).not.toMatch(/\d{16}/);
});

test('the exclude list flags whom the register knows; each flag is asked about, answered, and seen again in the next list', async () => {
  const known = newNik();
  const desa = await areaId(app.database, '99.01.01.2003');
  await inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeResident(
      ctx,
      desa,
      { name: 'Yohana', nik: known, birth: { on: '1954-08-07', precision: 'hari' } },
      { nomorKk: newNomorKk() },
    ),
  );
  const head = ['NIK', 'Nama', 'Program', 'Keterangan Exclude'];
  const rows = [
    [loses.nik, 'KEHILANGAN PKH', 'PKH', 'Keluarga ASN'],
    [known, 'ORANG LAIN SEKALI', '', 'Keluarga ASN'],
    [newNik(), 'TIDAK DIKENAL', 'PKH', 'Keluarga ASN'],
    [stays.nik, 'TETAP SAJA', 'Kartu Ajaib', 'Keluarga ASN'],
    [stays.nik, 'TETAP SAJA', 'BPNT', ''],
    [loses.nik, 'KEHILANGAN PKH', 'PKH', 'Sekali lagi'],
  ];
  const done = await imported(verifikator, await tableFile(head, rows), 'kind=exclude&name=ex6.csv&period=2026-06');
  expect(done).toMatchObject({ state: 'selesai', check: { siap: 1, kembali: 5 }, commit: { dicatat: 1 } });
  expect(done.check.reasons.map(({ code }: { code: string }) => code).sort()).toEqual([
    'keterangan_kosong',
    'nama_pemilik_beda',
    'orang_ganda',
    'orang_tidak_ditemukan',
    'program_tidak_dikenal',
  ]);
  expect((await verifikator.get('/api/perubahan/baris?period=2026-06&kind=exclude')).body.items).toMatchObject([
    { name: 'KEHILANGAN PKH', reason: 'Keluarga ASN' },
  ]);

  const [flag] = (await operator.get('/api/exclude?state=terbuka')).body.items;
  const answer = { version: flag.version, state: 'dicabut', answer: 'Sudah diperbaiki', on: '2026-01-05' };
  expect(await operator.post(`/api/exclude/${flag.id}/jawaban`, answer)).toMatchObject({
    status: 409,
    body: { error: { code: 'exclude.keadaan' } },
  });
  const asked = { version: flag.version, asked: 'Anggota ASN sudah pindah KK sejak 2023', ticket: 'TKT-77' };
  expect((await operator.post(`/api/exclude/${flag.id}/permintaan`, asked)).status).toBe(200);
  expect((await operator.post(`/api/exclude/${flag.id}/permintaan`, asked)).status).toBe(409);

  // Listed again in July: the same flag, not a second one.
  await imported(verifikator, await tableFile(head, rows.slice(0, 1)), 'kind=exclude&name=ex7.csv&period=2026-07');
  const [again, ...others] = (await operator.get('/api/exclude')).body.items;
  expect(others).toEqual([]);
  expect(again).toMatchObject({ state: 'diminta', period: '2026-06', seenPeriod: '2026-07', ticket: 'TKT-77' });
  const future = { ...answer, version: again.version, on: '2999-01-01' };
  expect((await operator.post(`/api/exclude/${flag.id}/jawaban`, future)).status).toBe(422);
  expect((await operator.post(`/api/exclude/${flag.id}/jawaban`, { ...answer, version: again.version })).status).toBe(
    200,
  );
  expect((await operator.get('/api/exclude')).body.counts).toEqual({ terbuka: 0, diminta: 0, dicabut: 1, tetap: 0 });
});

test('an undo of an exclude list takes its flags back', async () => {
  const bytes = await tableFile(['NIK', 'Keterangan'], [[stays.nik, 'Pendapatan di atas UMP']]);
  const { id, version } = await imported(verifikator, bytes, 'kind=exclude&name=salah.csv&period=2026-07');
  expect((await operator.get('/api/exclude?state=terbuka')).body.items).toMatchObject([{ name: stays.name }]);
  await verifikator.post(`/api/import/${id}/undo`, { version, reason: 'salah berkas' });
  expect(await settle(verifikator, id)).toMatchObject({ state: 'dibatalkan', undo: { dibatalkan: 1, tetap_ada: 0 } });
  expect((await operator.get('/api/exclude?state=terbuka')).body.items).toEqual([]);
});

test('an undo of the file takes its changes back', async () => {
  const { body } = await verifikator.get(`/api/import/${july}`);
  await verifikator.post(`/api/import/${july}/undo`, { version: body.version, reason: 'salah berkas' });
  expect(await settle(verifikator, july)).toMatchObject({ state: 'dibatalkan' });
  expect(await lines(verifikator, 'baru')).toEqual([]);
  expect(await lines(verifikator, 'bantuan_hilang')).toEqual([]);
});
