import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siksFile, tableFile } from '../../../../test/factories/siks-file.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { type Client, imported, mapAndCheck, uploaded } from './steps.ts';

let app: TestApp;
let verifikator: Client;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
  verifikator = await app.as('verifikator');
});
afterAll(() => app.close());

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const HEADINGS = ['ID_DTKS', 'Desa/Kelurahan', 'Kecamatan', 'Nomor KK', 'Nomor NIK', 'Nama', 'Hub. Keluarga'];
const row = (n: number, over: { nik?: string; kk?: string; nama?: string } = {}): string[] => [
  `D${n}`,
  'KARANG ASRI',
  '',
  over.kk ?? `99010112030900${String(n).padStart(2, '0')}`,
  over.nik ?? `99010112035400${String(n).padStart(2, '0')}`,
  over.nama ?? `ORANG KE ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}`,
  '1',
];

/** A ZIP whose one entry unpacks to a thousand times its size. */
const bomb = (): Buffer => {
  const [name, raw] = [utf8('xl/worksheets/sheet1.xml'), Buffer.alloc(60_000_000)];
  const packed = deflateRawSync(raw);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(raw), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(raw.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([utf8('PK\u0003\u0004'), common, name, packed]);
  const entry = Buffer.concat([utf8('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, utf8('PK\u0005\u0006'), end]);
};

const workbook = async (
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[],
  formula = false,
) =>
  Buffer.from(
    await writeWorkbook({
      sheets: [
        {
          name: 'Data',
          rows: [HEADINGS, row(1), row(2)],
          merges,
          ...(formula ? { cells: new Map([['2,5', { value: null, formula: 'UPPER("siti")' }]]) } : {}),
        },
      ],
    }),
  );

const BAD: readonly [
  what: string,
  bytes: () => Buffer | Promise<Buffer>,
  status: number,
  code: string,
  says: RegExp,
][] = [
  ['a PDF', () => utf8('%PDF-1.7\n1 0 obj'), 415, 'berkas.jenis_salah', /PDF, bukan tabel/],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 415, 'berkas.jenis_salah', /gambar/],
  [
    'a web page called Excel',
    () => utf8('<html><table><tr><td>NIK</td></tr></table></html>'),
    415,
    'berkas.jenis_salah',
    /halaman web/,
  ],
  [
    'an old .xls',
    () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]),
    415,
    'berkas.jenis_salah',
    /\.xlsx/,
  ],
  ['a file of blanks', () => utf8('   \n'), 415, 'berkas.jenis_salah', /kosong/],
  [
    'a half of an xlsx',
    async () => {
      const whole = await tableFile(HEADINGS, [row(1)], 'xlsx');
      return whole.subarray(0, whole.length / 2);
    },
    422,
    'berkas.terpotong',
    /tidak lengkap/,
  ],
  ['headings only', () => tableFile(HEADINGS, []), 422, 'berkas.tanpa_isi', /Di bawah baris judul/],
  [
    'a table of something else',
    () => tableFile(['Tanggal', 'Suhu', 'Hujan'], [['1', '30', '2']]),
    422,
    'impor.tanpa_judul',
    /Desa\/Kelurahan/,
  ],
  [
    'merged cells in the rows',
    () => workbook([{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }]),
    422,
    'berkas.sel_gabung',
    /B2:B3/,
  ],
  ['formulas without a value', () => workbook([], true), 422, 'berkas.rumus_tanpa_nilai', /Paste Values/],
  ['a bomb', bomb, 413, 'berkas.terlalu_besar', /Isi berkas terlalu besar/],
];

const imports = async (): Promise<number> => (await verifikator.get('/api/import')).body.items.length;

test.each(BAD)('%s is refused with a sentence, and nothing of it stays', async (_what, bytes, status, code, says) => {
  const before = await imports();
  const reply = await verifikator.upload('/api/import?kind=siks23&name=uji.xlsx', await bytes());
  expect({ status: reply.status, code: reply.body.error?.code }).toEqual({ status, code });
  expect(reply.body.error.message).toMatch(says);
  expect(await imports()).toBe(before);
});

test('an empty body, an unknown kind and a month to come are told in words', async () => {
  const empty = await verifikator.upload('/api/import?kind=siks23&name=kosong.csv', Buffer.alloc(0));
  expect(empty.status).toBeGreaterThanOrEqual(400);
  expect(empty.body.error.message).toMatch(/\.$/);
  const kind = await verifikator.upload('/api/import?kind=dapodik&name=a.csv', utf8('a'));
  expect(kind).toMatchObject({ status: 422, body: { error: { code: 'permintaan.tidak_sah' } } });
  const month = await verifikator.upload(
    '/api/import?kind=siks23&name=a.csv&period=2026-09',
    await tableFile(HEADINGS, [row(1)]),
  );
  expect(month.body.error).toMatchObject({
    code: 'impor.bulan_depan',
    details: { fields: { period: expect.any(String) } },
  });
});

test('a title that is merged above the headings does no harm, and a missing column may be chosen by hand', async () => {
  const bytes = Buffer.from(
    await writeWorkbook({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['DATA CONTOH'],
            ['Kode', 'Desa/Kelurahan', 'Kecamatan', 'Nomor KK', 'Nomor NIK', 'Siapa', 'Hub. Keluarga'],
            row(3),
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }],
        },
      ],
    }),
  );
  const id = await uploaded(verifikator, bytes, 'kind=siks23&name=judul.xlsx');
  const { body } = await verifikator.get(`/api/import/${id}`);
  expect(body.mapping).toMatchObject({ headingRow: 2, unknown: ['Kode', 'Siapa'] });
  const proposed = { desa: 1, kecamatan: 2, nomorKk: 3, nik: 4, hubungan: 6 };
  const lacking = await verifikator.post(`/api/import/${id}/mapping`, { version: 1, columns: proposed });
  expect(lacking.body.error).toMatchObject({
    code: 'impor.kolom_kurang',
    details: { fields: { nama: 'Pilih kolomnya.' } },
  });
  const twice = await verifikator.post(`/api/import/${id}/mapping`, { version: 1, columns: { ...proposed, nama: 4 } });
  expect(twice.body.error.code).toBe('impor.kolom_dua_kali');
  const chosen = await verifikator.post(`/api/import/${id}/mapping`, { version: 1, columns: { ...proposed, nama: 5 } });
  expect(chosen.status).toBe(200);
});

test('numbers damaged by Excel go in as claims; a whole column that was rounded stops the file', async () => {
  const damaged = await imported(
    verifikator,
    await tableFile(HEADINGS, [
      row(4, { nik: '9,90101E+15' }),
      row(5, { kk: '9901010000000000' }),
      row(6, { nama: '' }),
    ]),
    'kind=siks23&name=rusak.csv',
  );
  expect(damaged).toMatchObject({ state: 'selesai', check: { siap: 0, ragu: 2, kembali: 1 }, commit: { dibuat: 2 } });
  const { rows } = await app.database.ownerPool.query(
    `select value, state, problem from agency_tirta_rukun.person_identifier where kind = 'nik' and state = 'klaim'`,
  );
  expect(rows).toEqual([{ value: '9,90101E+15', state: 'klaim', problem: 'tidak_sah:rusak_excel' }]);

  const rounded = Array.from({ length: 30 }, (_, n) => row(n, { nik: `99010112035${String(4000 + n)}0`, kk: '' }));
  const id = await uploaded(verifikator, await tableFile(HEADINGS, rounded), 'kind=siks23&name=bulat.csv');
  const stopped = await mapAndCheck(verifikator, id);
  expect(stopped).toMatchObject({ state: 'gagal', check: null });
  expect(stopped.failure).toMatch(/Seluruh kolom NIK dibulatkan Excel/);
  expect((await verifikator.post(`/api/import/${id}/commit`, { version: stopped.version })).body.error.code).toBe(
    'impor.belum_diperiksa',
  );
  expect((await verifikator.post(`/api/import/${id}/cancellation`, { version: stopped.version })).status).toBe(200);
});

test('the same bytes twice are refused, naming who and when; taken aside they may come again', async () => {
  const bytes = await tableFile(HEADINGS, [row(7)]);
  const id = await uploaded(verifikator, bytes, 'kind=siks23&name=sekali.csv');
  const again = await (await app.as('kabid')).upload('/api/import?kind=siks23&name=lain.csv', bytes);
  expect(again).toMatchObject({
    status: 409,
    body: { error: { code: 'impor.berkas_sama', details: { importId: id } } },
  });
  expect(again.body.error.message).toContain('Bu Rina pada 15 Juli 2026 12.00 WITA (sekali.csv)');
  expect((await verifikator.post(`/api/import/${id}/cancellation`, { version: 1 })).status).toBe(200);
  await uploaded(verifikator, bytes, 'kind=siks23&name=lagi.csv');
});

test('a connection lost half-way leaves nothing', async () => {
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.http.server.address() as AddressInfo;
  const before = await imports();
  const { bytes } = await siksFile(600);
  await new Promise<void>((done) => {
    const sending = request({
      port,
      host: '127.0.0.1',
      method: 'PUT',
      path: '/api/import?kind=siks23&name=putus.csv',
      headers: {
        cookie: verifikator.cookie,
        host: 'localhost',
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
      },
    });
    sending.on('error', () => done());
    sending.on('close', () => done());
    sending.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => sending.destroy(), 50));
  });
  expect(await imports()).toBe(before);
});

test('who may not import sees nothing of it', async () => {
  const operator = await app.as('operator.karangasri');
  for (const reply of [
    await operator.get('/api/import'),
    await operator.upload('/api/import?kind=siks23&name=a.csv', utf8('a')),
  ])
    expect(reply).toMatchObject({ status: 403, body: { error: { code: 'wewenang.kurang' } } });
  const other = await app.as('verifikator.larasati');
  const mine = (await verifikator.get('/api/import')).body.items[0].id;
  expect((await other.get(`/api/import/${mine}`)).status).toBe(404);
  expect((await other.get('/api/import')).body.items).toEqual([]);
});
