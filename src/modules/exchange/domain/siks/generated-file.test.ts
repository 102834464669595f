import { expect, test } from 'vitest';
import {
  demoTerritory,
  type SiksRow as GeneratedRow,
  generateSiksFile,
  type SiksAgency,
} from '#engines/population/index.ts';
import { readSheet, type SheetCell, writeCsv, writeXlsx } from '#platform/files/spreadsheet.ts';
import { type AreaIndex, indexAreas } from './areas.ts';
import { detectRelationCodes } from './civil-words.ts';
import { findHeadingRow } from './columns.ts';
import { compareRows } from './compare.ts';
import { findCrossRowDoubts, findRoundedColumns, type NumberedRow } from './cross-rows.ts';
import type { SiksDoubt, SiksReason } from './doubts.ts';
import { plainLetters } from './likeness.ts';
import { readSiksRow, type SiksRow } from './row.ts';

const AGENCIES: Readonly<Record<SiksAgency, string>> = { 'tirta-rukun': '99.01', larasati: '99.71' };
const TODAY = '2026-08-06';

const areasOf = (agency: SiksAgency): AreaIndex => {
  const { provinsi, kabupaten, kecamatan, desa } = demoTerritory(AGENCIES[agency]);
  const level = ({ name, code, bps }: { name: string; code: string; bps: string }) => ({
    name,
    codes: [
      { system: 'kemendagri' as const, code },
      { system: 'bps' as const, code: bps },
    ],
  });
  const byCode = new Map(kecamatan.map((one) => [one.code, level(one)]));
  return indexAreas(
    desa.map((one) => ({
      id: one.code,
      ...level(one),
      kecamatan: byCode.get(one.kecamatan) ?? level(one),
      kabupaten: level(kabupaten[0] as (typeof kabupaten)[number]),
      provinsi: level(provinsi),
    })),
  );
};

const bytesOf = async (parts: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const part of parts) chunks.push(Buffer.from(part as string));
  return new Uint8Array(Buffer.concat(chunks));
};

/** Excel saves a large number in a CSV as it shows it. */
const shown = (cell: SheetCell): SheetCell =>
  typeof cell === 'number' && cell > 1e11 ? cell.toExponential(5).replace('.', ',').replace('e', 'E') : cell;

type Read = {
  readonly truth: GeneratedRow['truth'];
  readonly cells: readonly string[];
  readonly number: number;
  readonly row: SiksRow | undefined;
  readonly doubts: readonly SiksDoubt[];
  readonly reasons: readonly SiksReason[];
};

/** Generator, writer, reader: the rows of a file as the import would see them, beside their truth. */
const importFile = async (agency: SiksAgency, format: 'xlsx' | 'csv', month: number, rows: number): Promise<Read[]> => {
  const file = generateSiksFile({ agency, rows, seed: 8, month });
  const generated = [...file.rows].filter(({ cells }) => cells !== undefined);
  const table = [
    ...file.titles.map((title): SheetCell[] => [title]),
    [...file.headings],
    ...generated.map(({ cells }) => [...(cells ?? [])]),
  ];
  const columns = (table[0] as SheetCell[]).map((cell) => ({ header: String(cell) }));
  const source =
    format === 'xlsx'
      ? writeXlsx('DTKS', columns, table.slice(1))
      : writeCsv(
          columns,
          table.slice(1).map((row) => row.map(shown)),
          { forExcel: false, delimiter: ';' },
        );
  const sheet = await readSheet(await bytesOf(source as AsyncIterable<Uint8Array | string>));
  const read: { number: number; cells: readonly string[] }[] = [];
  for await (const row of sheet.rows) read.push(row);
  const heading = findHeadingRow(read);
  if (heading === undefined) throw new Error('no heading row');
  expect(heading.match).toMatchObject({ missing: [], unknown: [], guessed: [] });
  const body = read.filter(({ number }) => number > heading.number);
  expect(body).toHaveLength(generated.length);
  const { columns: at } = heading.match;
  const sample = body.map(
    ({ cells }) => [cells[at.hubungan as number] ?? '', cells[at.jenisKelamin as number] ?? ''] as const,
  );
  const mapping = { columns: at, relationCodes: detectRelationCodes(sample), today: TODAY };
  const areas = areasOf(agency);
  return body.map(({ number, cells }, i) => {
    const reading = readSiksRow(cells, mapping, areas);
    const { truth } = generated[i] as GeneratedRow;
    return {
      truth,
      number,
      cells,
      row: reading.ok ? reading.row : undefined,
      doubts: reading.ok ? reading.doubts : [],
      reasons: reading.ok ? [] : reading.reasons,
    };
  });
};

const first = await importFile('tirta-rukun', 'xlsx', 1, 6000);
const second = await importFile('tirta-rukun', 'xlsx', 2, 6000);
const city = await importFile('larasati', 'csv', 1, 6000);
const all = [...first, ...city];
const withDirt = (code: string): Read[] =>
  all.filter(({ truth, row }) => row !== undefined && (truth.dirt as readonly string[]).includes(code));
const codesOf = (read: Read): string[] => read.doubts.map(({ code }) => code);

test('exactly the rows come back whose person or place cannot be understood', () => {
  expect(all.filter(({ row }) => row === undefined).map(({ truth }) => truth.clean.idDtks)).toEqual(
    all.filter(({ truth }) => truth.returned).map(({ truth }) => truth.clean.idDtks),
  );
  for (const { reasons, row } of all) {
    expect(reasons.length > 0).toBe(row === undefined);
    expect(reasons.every(({ sentence }) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
  }
});

test('rows without dirt read as the truth and without a doubt', () => {
  const clean = all.filter(({ truth }) => truth.dirt.length === 0);
  expect(clean.length).toBeGreaterThan(7000);
  for (const { truth, row, doubts, cells } of clean) {
    const { clean: c } = truth;
    const usual = doubts.filter(
      ({ code }) => code !== 'hubungan_orang_tua_mertua' && code !== 'nik_nomor_sementara_desa',
    );
    if (truth.story === '') expect(usual, cells.join(';')).toEqual([]);
    expect(row).toMatchObject({
      idDtks: c.idDtks,
      areaId: c.desa.code,
      address: c.address,
      rt: String(c.rt).padStart(3, '0'),
      rw: String(c.rw).padStart(3, '0'),
      nomorKk: { state: 'sah', value: c.nomorKk },
      name: c.name,
      birth: { on: c.birthOn, precision: 'hari' },
      birthPlace: c.birthPlace,
      sex: c.sex,
      occupationCode: c.occupation,
      motherName: c.mother,
      padan: { known: true, value: c.padan },
      bpnt: { known: true, value: c.bpnt },
      pkh: { known: true, value: c.pkh },
      bpntPpkm: { known: true, value: c.bpntPpkm },
      pbi: { known: true, value: c.pbi },
    });
    // The eight codes say less than the words: parents-in-law read as parents, other relatives as others.
    const coarse = /^\d$/.test(cells[17] ?? '') ? ({ 8: 7, 9: 11 }[c.shdk as 8 | 9] ?? c.shdk) : c.shdk;
    expect(row?.shdk).toBe(coarse);
  }
});

test.each(['nik_ilmiah', 'nik_dibulatkan', 'nik_15_angka', 'nik_huruf', 'nik_tanggal_salah', 'nik_urut_nol'])(
  '%s goes in as a claim with a doubt',
  (dirt) => {
    const rows = withDirt(dirt);
    expect(rows.length).toBeGreaterThan(0);
    for (const read of rows) {
      expect(read.row?.nik.state, read.cells[10]).toBe('klaim');
      expect(codesOf(read).some((code) => code.startsWith('nik_'))).toBe(true);
    }
  },
);

test.each(['nik_apostrof', 'nik_spasi'])('%s is read through', (dirt) => {
  for (const { row, truth } of withDirt(dirt)) expect(row?.nik).toEqual({ state: 'sah', value: truth.clean.nik });
});

test('a village number stands beside an empty NIK, a missing one is no doubt, a disagreeing date is', () => {
  for (const { row, truth } of withDirt('nik_sementara')) {
    expect(row?.nik).toEqual({ state: 'kosong' });
    expect(row?.nomorDesa?.slice(1, 11)).toBe(truth.clean.desa.code.replaceAll('.', ''));
  }
  for (const { row } of withDirt('nik_kosong')) expect(row?.nik).toEqual({ state: 'kosong' });
  const dated = withDirt('nik_beda_tanggal').filter(({ row }) => row?.birth !== null);
  expect(dated.length).toBeGreaterThan(20);
  for (const read of dated) expect(codesOf(read)).toContain('nik_tanggal_lahir_beda');
});

test.each([
  ['kk_ilmiah', 'klaim'],
  ['kk_15_angka', 'klaim'],
  ['kk_kosong', 'kosong'],
  ['kk_spasi', 'sah'],
])('%s: the KK number is %s', (dirt, state) => {
  expect(withDirt(dirt).length).toBeGreaterThan(0);
  for (const { row } of withDirt(dirt)) expect(row?.nomorKk.state).toBe(state);
});

test.each(['nama_gelar', 'nama_spasi', 'nama_huruf_kecil'])('%s is read through', (dirt) => {
  expect(withDirt(dirt).length).toBeGreaterThan(20);
  for (const { row, truth } of withDirt(dirt)) expect(row?.name).toBe(truth.clean.name);
});

test.each(['tanggal_kosong', 'tanggal_tidak_ada', 'tanggal_masa_depan'])('%s leaves the birth date unknown', (dirt) => {
  for (const read of withDirt(dirt)) {
    expect(read.row?.birth).toBeNull();
    expect(codesOf(read).includes(dirt)).toBe(dirt !== 'tanggal_kosong');
  }
});

test('other dates are read right, with a doubt where they were guessed', () => {
  for (const read of withDirt('tanggal_amerika')) {
    expect(read.row?.birth?.on).toBe(read.truth.clean.birthOn);
    expect(codesOf(read)).toContain('bulan_di_depan');
  }
  const short = withDirt('tanggal_dua_angka');
  for (const read of short) expect(codesOf(read)).toContain('tahun_dua_angka');
  const right = short.filter(({ row, truth }) => row?.birth?.on === truth.clean.birthOn);
  expect(right.length).toBeGreaterThan(short.length * 0.9);
});

test.each([
  ['desa_kode_bps', undefined],
  ['desa_kode_kemendagri', undefined],
  ['desa_rapat', undefined],
  ['desa_salah_eja', 'ejaan_desa'],
  ['kecamatan_kosong', 'kecamatan_dari_desa'],
])('%s: the place is found, with doubt %s', (dirt, doubt) => {
  expect(withDirt(dirt).length).toBeGreaterThan(10);
  for (const read of withDirt(dirt)) {
    expect(read.row?.areaId).toBe(read.truth.clean.desa.code);
    if (doubt !== undefined && plainLetters(read.cells[4] ?? '') !== plainLetters(read.truth.clean.desa.name))
      expect(codesOf(read)).toContain(doubt);
  }
});

test('unknown stays unknown: sex, relation, mother, birth place, RT, padan, id', () => {
  for (const { row } of [...withDirt('jk_kosong'), ...withDirt('jk_asing')]) expect(row?.sex).toBeNull();
  for (const { row } of [...withDirt('hubungan_kosong'), ...withDirt('hubungan_asing')]) expect(row?.shdk).toBeNull();
  for (const { row } of withDirt('ibu_kosong')) expect(row?.motherName).toBeNull();
  for (const { row } of withDirt('tempat_kosong')) expect(row?.birthPlace).toBeNull();
  for (const { row } of withDirt('rt_kosong')) expect(row?.rt).toBeNull();
  for (const { row, truth } of withDirt('rt_gabung'))
    expect([row?.rt, row?.rw]).toEqual([truth.clean.rt, truth.clean.rw].map((n) => String(n).padStart(3, '0')));
  for (const { row } of withDirt('padan_kosong')) expect(row?.padan.known).toBe(false);
  for (const { row } of withDirt('id_dtks_kosong')) expect(row?.idDtks).toBeNull();
});

test('doubts never repeat a NIK or KK number', () => {
  for (const { doubts } of all) for (const { sentence } of doubts) expect(sentence).not.toMatch(/\d{12}/);
});

const numbered = (rows: readonly Read[]): NumberedRow[] =>
  rows.flatMap(({ number, row }) => (row === undefined ? [] : [{ number, row }]));

test('what only the whole file shows: a NIK twice, a second head, a person twice', () => {
  const doubts = findCrossRowDoubts(numbered(first));
  const marked = (code: string) =>
    new Set(doubts.filter(({ doubt }) => doubt.code === code).map(({ number }) => number));
  const [nikTwice, heads] = [marked('nik_ganda'), marked('dua_kepala')];
  const rows = first.filter(({ row, truth }) => row !== undefined && truth.dirt.includes('nik_dipakai_lain'));
  const found = rows.filter(({ number }) => nikTwice.has(number));
  // The head's own NIK may be damaged, then nothing shows.
  expect(found.length).toBeGreaterThan(rows.length * 0.8);
  const second = first.filter(
    ({ row, truth }) => row?.shdk === 1 && row.nomorKk.state === 'sah' && truth.dirt.includes('dua_kepala'),
  );
  expect(second.filter(({ number }) => heads.has(number)).length).toBeGreaterThan(second.length * 0.8);
});

test("the next month's file: new, changed, unchanged and no longer listed are the truth's", () => {
  const comparison = compareRows(numbered(first), numbered(second));
  const truthAt = new Map(second.map((read) => [read.number, read.truth]));
  const statusOf = (one: NumberedRow) => truthAt.get(one.number)?.status;
  const told = [
    ...comparison.baru.map((one) => ['baru', statusOf(one)]),
    ...comparison.berubah.map(({ next }) => ['berubah', statusOf(next)]),
    ...comparison.tetap.map(({ next }) => ['tetap', statusOf(next)]),
  ];
  expect(told).toHaveLength(numbered(second).length);
  const wrong = told.filter(([said, truth]) => said !== truth);
  expect(wrong.length).toBeLessThanOrEqual(2);
  const gone = generateSiksFile({ agency: 'tirta-rukun', rows: 6000, seed: 8, month: 2 });
  const goneIds = [...gone.rows].filter(({ truth }) => truth.status === 'tidak_tercantum' && !truth.returned).length;
  expect(Math.abs(comparison.tidakTercantum.length - goneIds)).toBeLessThanOrEqual(2);
  expect(comparison.berubah.every(({ changes }) => changes.length > 0)).toBe(true);
});

test('a file compared with itself changes nothing, in any order', () => {
  const rows = numbered(first);
  const comparison = compareRows(rows, [...rows].reverse());
  expect([comparison.baru.length, comparison.berubah.length, comparison.tidakTercantum.length]).toEqual([0, 0, 0]);
});

test('a column that Excel rounded as a whole is noticed, a clean one is not', () => {
  const rows = numbered(first);
  expect(findRoundedColumns(rows)).toEqual([]);
  const rounded = rows.map(({ number, row }) => {
    const nik = row.nik.state === 'sah' ? { state: 'sah' as const, value: `${row.nik.value.slice(0, 15)}0` } : row.nik;
    return { number, row: { ...row, nik } };
  });
  expect(findRoundedColumns(rounded)).toEqual(['nik']);
});
