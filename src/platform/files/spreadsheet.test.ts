import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { kindOfFile } from './file-kind.ts';
import { type ReadSheetOptions, readSheet, type SheetCell, type SheetRow, writeCsv, writeXlsx } from './spreadsheet.ts';

const NIK = '9901014708540003';
const COLUMNS = [{ header: 'NIK' }, { header: 'Nama' }, { header: 'Rupiah', kind: 'angka' }] as const;

const bytesOf = async (parts: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const part of parts) chunks.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return new Uint8Array(Buffer.concat(chunks));
};
const xlsx = (rows: SheetCell[][], columns: readonly { header: string }[] = COLUMNS) =>
  bytesOf(writeXlsx('Lembar', columns, rows) as unknown as AsyncIterable<Uint8Array>);
const utf8 = (text: string) => new TextEncoder().encode(text);

const readAll = async (source: string | Uint8Array, options?: ReadSheetOptions) => {
  const sheet = await readSheet(source, options);
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows) rows.push(row);
  return { about: sheet.about, rows };
};
const refusalOf = async (source: string | Uint8Array, options?: ReadSheetOptions) => {
  try {
    await readAll(source, options);
  } catch (error) {
    return error as { code: string; status: number; message: string };
  }
  throw new Error('nothing was refused');
};

test('xlsx: what is written is read, NIK as text with all its digits', async () => {
  const { about, rows } = await readAll(
    await xlsx([
      [NIK, 'Sarinem', 1_500_000n],
      ['0990101200300017', 'Ibu "A" & <B>', 0],
    ]),
  );
  expect(about).toMatchObject({ format: 'xlsx', sheet: 'Lembar', sheets: ['Lembar'], merged: [], formulas: 0 });
  expect(rows).toEqual([
    { number: 1, cells: ['NIK', 'Nama', 'Rupiah'] },
    { number: 2, cells: [NIK, 'Sarinem', '1500000'] },
    { number: 3, cells: ['0990101200300017', 'Ibu "A" & <B>', '0'] },
  ]);
});

test('texts that Excel would calculate are escaped in both formats, and read back whole from CSV', async () => {
  const evil = ['=1+1', '+62812', '-cmd', '@SUM(A1)', '-5', '-'];
  const inXlsx = await readAll(
    await xlsx(
      [evil],
      evil.map((header) => ({ header: `k ${header}` })),
    ),
  );
  expect(inXlsx.rows[1]?.cells).toEqual(["'=1+1", "'+62812", "'-cmd", "'@SUM(A1)", '-5', '-']);
  const csv = await bytesOf(
    writeCsv(
      evil.map((header) => ({ header: `k ${header}` })),
      [evil],
    ),
  );
  expect(new TextDecoder().decode(csv)).toContain("'=1+1,'+62812,'-cmd,'@SUM(A1),-5,-");
  expect((await readAll(csv)).rows[1]?.cells).toEqual(evil);
});

test('CSV: a NIK keeps its digits when Excel opens it, and reads back clean', async () => {
  const csv = await bytesOf(writeCsv(COLUMNS, [[NIK, 'Budi; "B"', 10n]], { delimiter: ';' }));
  expect(new TextDecoder().decode(csv)).toContain(`'${NIK}`);
  expect((await readAll(csv)).rows[1]?.cells).toEqual([NIK, 'Budi; "B"', '10']);
});

test.each([
  [
    'semicolons',
    utf8('NIK;Nama\n1;A, B\n\n;\n2;C\n'),
    [
      ['NIK', 'Nama'],
      ['1', 'A, B'],
      ['2', 'C'],
    ],
  ],
  [
    'tabs in UTF-16',
    new Uint8Array(Buffer.from('\ufeffNIK\tNama\n1\tÉva\n', 'utf16le')),
    [
      ['NIK', 'Nama'],
      ['1', 'Éva'],
    ],
  ],
  [
    'the old code page',
    new Uint8Array(Buffer.from('NIK,Nama\n1,\xc9va\n', 'latin1')),
    [
      ['NIK', 'Nama'],
      ['1', 'Éva'],
    ],
  ],
  [
    'lines of unequal length',
    utf8('a,b,c\n1,2\n1,2,3,4\n'),
    [
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
    ],
  ],
  [
    'a line break inside quotes',
    utf8('a,b\n"1\n1",2\n3,4\n'),
    [
      ['a', 'b'],
      ['1\n1', '2'],
      ['3', '4'],
    ],
  ],
])('CSV with %s', async (_, bytes, cells) => {
  expect((await readAll(bytes)).rows.map((row) => row.cells)).toEqual(cells);
});

test('row numbers are those of the file, empty rows counted', async () => {
  const { rows } = await readAll(utf8('a,b\n"1\n1",2\n\n3,4\n'));
  expect(rows.map((row) => row.number)).toEqual([1, 2, 5]);
  const sheet = await xlsx([
    ['1', 'x', 1],
    [null, '', null],
    ['2', 'y', 2],
  ]);
  expect((await readAll(sheet)).rows.map((row) => row.number)).toEqual([1, 2, 4]);
});

test('dates, numbers beyond trust, formulas and merged cells', async () => {
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'Data',
        rows: [
          ['Judul', null, null],
          [new Date('1954-08-07T00:00:00Z'), 9901014708540000, 3671010101010001],
          [26_884, true, 12.5],
        ],
        cells: new Map([
          ['3,0', { value: 'SEPAKAT', formula: 'UPPER("sepakat")', formulaResult: 'SEPAKAT' }],
          ['3,1', { value: null, formula: 'NOW()' }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
      },
      { name: 'Lain', rows: [['kedua']] },
    ],
  });
  const { about, rows } = await readAll(bytes);
  expect(about).toMatchObject({ sheets: ['Data', 'Lain'], merged: ['A1:C1'], formulas: 2, formulasWithoutValue: 1 });
  expect(rows[1]?.cells).toEqual(['1954-08-07', '9.90101470854000E+15', '3671010101010001']);
  expect(rows[2]?.cells).toEqual(['26884', 'TRUE', '12.5']);
  expect(rows[3]?.cells[0]).toBe('SEPAKAT');
  expect((await readAll(bytes, { sheet: 'Lain' })).rows).toEqual([{ number: 1, cells: ['kedua'] }]);
  expect(await refusalOf(bytes, { sheet: 'Tidak Ada' })).toMatchObject({ code: 'berkas.tanpa_lembar' });
});

const PDF = utf8('%PDF-1.7\n');
const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]);
const LOCKED = new Uint8Array(Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]));

test.each([
  ['empty', new Uint8Array(0), 'berkas.jenis_salah'],
  ['only blanks', utf8('  \n '), 'berkas.jenis_salah'],
  ['PDF', PDF, 'berkas.jenis_salah'],
  ['picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'berkas.jenis_salah'],
  ['web page', utf8('<html><table><tr><td>NIK</td></tr></table></html>'), 'berkas.jenis_salah'],
  ['old Excel', OLE, 'berkas.jenis_salah'],
  ['locked Excel', LOCKED, 'berkas.berkata_sandi'],
  ['binary', new Uint8Array([1, 2, 3, 4, 5, 6]), 'berkas.jenis_salah'],
  ['CSV with an open quote', utf8('a,b\n"1,2\n3,4\n'), 'berkas.rusak'],
])('%s is refused with a sentence', async (_, bytes, code) => {
  const refusal = await refusalOf(bytes);
  expect(refusal.code).toBe(code);
  expect(refusal.message).toMatch(/^[A-Z].*\.$/s);
});

test('a file cut half-way, a damaged one and a ZIP that is no workbook', async () => {
  const whole = await xlsx(Array.from({ length: 200 }, (_, i) => [NIK, `Nama ${i}`, i]));
  expect(await refusalOf(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'berkas.terpotong' });
  const damaged = whole.slice();
  for (let at = 60; at < 400; at += 7) damaged[at] = (damaged[at] as number) ^ 0xff;
  expect((await refusalOf(damaged)).code).toMatch(/^berkas\.(rusak|terpotong)$/);
  const emptyZip = new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...Array(18).fill(0)]);
  expect(await refusalOf(emptyZip)).toMatchObject({ code: 'berkas.jenis_salah' });
});

test('sizes are looked at before unpacking', async () => {
  const bytes = await xlsx(Array.from({ length: 400 }, () => [NIK, 'A'.repeat(2000), 1]));
  expect(await refusalOf(bytes, { limits: { maxUnpackedBytes: 100_000 } })).toMatchObject({
    code: 'berkas.terlalu_besar',
    status: 413,
  });
  expect(await refusalOf(bytes, { limits: { maxBytes: 1000 } })).toMatchObject({ code: 'berkas.terlalu_besar' });
  expect(await refusalOf(bytes, { limits: { maxRows: 100 } })).toMatchObject({ code: 'berkas.terlalu_besar' });
  expect(await refusalOf(utf8('a,b\n'.repeat(200)), { limits: { maxRows: 100 } })).toMatchObject({
    code: 'berkas.terlalu_besar',
  });
});

test('a bomb that declares its size is refused by its ratio, one that lies is stopped', async () => {
  const bytes = await xlsx(Array.from({ length: 30_000 }, () => ['A'.repeat(900), 'B', 1]));
  expect(await refusalOf(bytes, { limits: { maxRatio: 30 } })).toMatchObject({ code: 'berkas.terlalu_besar' });
  const lying = (await xlsx(Array.from({ length: 3_000 }, () => ['A'.repeat(900), 'B', 1]))).slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 100_000)
      view.setUint32(at + 24, 50_000, true);
  }
  expect(await refusalOf(lying)).toMatchObject({ code: 'berkas.rusak' });
});

test('a path is read, and leaving the loop early ends the worker', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sheet-'));
  try {
    const path = join(directory, 'nama-salah.csv');
    await writeFile(path, await xlsx(Array.from({ length: 3000 }, (_, i) => [NIK, `N${i}`, i])));
    const sheet = await readSheet(path);
    expect(sheet.about.format).toBe('xlsx');
    for await (const row of sheet.rows) if (row.number > 700) break;
    expect((await sheet.rows.next()).done).toBe(true);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('kinds are told by content', () => {
  expect(kindOfFile(utf8('\ufeffNIK,Nama'))).toBe('teks');
  expect(kindOfFile(PDF)).toBe('pdf');
});
