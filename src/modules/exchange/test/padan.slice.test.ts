import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, makeResident, newNik, newNomorKk } from '../../../../test/factories/person.ts';
import { tableFile } from '../../../../test/factories/siks-file.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { type Client, imported } from './steps.ts';

/** The request to Dukcapil goes out, its answer comes back: what follows for numbers, deaths and differences. */
let app: TestApp;
let verifikator: Client;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  verifikator = await app.as('verifikator');
});
afterAll(() => app.close());

const owner = async (text: string, values: unknown[] = []) => (await app.database.ownerPool.query(text, values)).rows;
const schema = 'agency_tirta_rukun';
const NAMES = ['PADAN SEMUA', 'NAMA LAMA', 'NIK HILANG', 'SUDAH TIADA', 'TANPA JAWABAN'];
const niks = NAMES.map(() => newNik());
const ids: string[] = [];

test('the request names who was never checked, with full numbers, and is entered as a disclosure', async () => {
  const desa = await areaId(app.database, '99.01.01.2003');
  for (const [at, name] of NAMES.entries()) {
    const made = await inRegistry(app.database.db, 'verifikator', (ctx) =>
      makeResident(ctx, desa, { name, nik: niks[at]! }, { nomorKk: newNomorKk() }),
    );
    ids.push(made.personId);
  }
  const csv = await verifikator.get('/api/padan/permintaan');
  expect(csv.status).toBe(200);
  for (const nik of niks) expect(String(csv.body)).toContain(nik);
  expect(await owner(`select recipient, rows from ${schema}.disclosure where recipient = 'Disdukcapil'`)).toEqual([
    { recipient: 'Disdukcapil', rows: expect.any(Number) },
  ]);
  expect((await (await app.as('operator.karangasri')).get('/api/padan/permintaan')).status).toBe(403);
});

test('each answer has its effect, bad rows come back by name, and only result and day are kept', async () => {
  const bytes = await tableFile(
    ['NIK', 'NAMA', 'RESPON', 'NAMA_LGKP_IBU'],
    [
      [niks[0]!, NAMES[0]!, 'PADAN', 'IBU RAHASIA'],
      [niks[1]!, 'NAMA BARU SEKALI', 'NAMA_BEDA'],
      [niks[2]!, NAMES[2]!, 'Data Tidak Ditemukan'],
      [niks[3]!, NAMES[3]!, '4'],
      [niks[4]!, NAMES[4]!, 'MUNGKIN'],
      ['123', 'NOMOR PENDEK', 'PADAN'],
      [newNik(), 'ORANG ASING', 'PADAN'],
    ],
  );
  const done = await imported(verifikator, bytes, 'kind=padan&name=padan.csv&period=2026-07');
  expect(done).toMatchObject({ state: 'selesai', check: { siap: 4, kembali: 3 }, commit: { dicatat: 4 } });
  expect(done.check.reasons.map(({ code }: { code: string }) => code).sort()).toEqual([
    'orang_tidak_ditemukan',
    'padan_tidak_dikenal',
    'tanpa_nik',
  ]);
  expect(await owner(`select 1 from ${schema}.import_cells where cells::text like '%IBU RAHASIA%'`)).toEqual([]);
  expect(await owner(`select code from ${schema}.padan_result order by code`)).toEqual(
    ['meninggal', 'nama_beda', 'padan', 'tidak_ditemukan'].map((code) => ({ code })),
  );
  const numbers = await owner(
    `select person_id, state from ${schema}.person_identifier where kind = 'nik' and person_id = any ($1)`,
    [[ids[0], ids[2]]],
  );
  expect(numbers).toEqual(
    expect.arrayContaining([
      { person_id: ids[0], state: 'aktif' },
      { person_id: ids[2], state: 'nonaktif' },
    ]),
  );
  expect(await owner(`select life from ${schema}.person where id = $1`, [ids[3]])).toEqual([
    { life: 'dilaporkan_meninggal' },
  ]);
  expect(
    await owner(
      `select subject_person_id, role from ${schema}.task where kind = 'padan_berbeda' and state = 'terbuka'`,
    ),
  ).toEqual([{ subject_person_id: ids[1], role: 'operator_desa' }]);
  expect((await verifikator.get('/api/perubahan')).body.runs).toEqual([]);
});

test('the answer cannot be taken back, and the next request leaves out whom it named', async () => {
  const { items } = (await verifikator.get('/api/import')).body;
  const undo = await verifikator.post(`/api/import/${items[0].id}/undo`, {
    version: items[0].version,
    reason: 'salah berkas',
  });
  expect(undo).toMatchObject({ status: 409, body: { error: { code: 'impor.padan_diterapkan' } } });
  const csv = String((await verifikator.get('/api/padan/permintaan')).body);
  expect(csv).toContain(niks[4]!);
  expect(csv).not.toContain(niks[0]!);
});
