import { expect, test } from 'vitest';
import { dateOf } from '#kernel/local-date.ts';
import { indexAreas, resolveArea, type SiksArea } from './areas.ts';
import { readBirthDate } from './birth-date.ts';
import { detectRelationCodes, readRelation, readSex, readYesNo } from './civil-words.ts';
import { findHeadingRow, matchHeadings, SIKS_COLUMNS } from './columns.ts';
import { editDistance } from './likeness.ts';
import { PEKERJAAN, readOccupation } from './occupations.ts';
import { readName } from './person-name.ts';

const TODAY = '2026-08-06';
const birth = (raw: string, isAdult?: boolean) => {
  const { on, precision, doubt } = readBirthDate(raw, { today: TODAY, isAdult });
  return [on, precision === 'tahun' ? 'tahun' : undefined, doubt?.code].filter((part) => part !== undefined).join(' ');
};

test.each([
  ['07/08/1954', '1954-08-07'],
  ['7-8-1954', '1954-08-07'],
  ['7.8.1954', '1954-08-07'],
  ['07 08 1954', '1954-08-07'],
  ['1954-08-07', '1954-08-07'],
  ['1954-08-07 00:00:00', '1954-08-07'],
  ['1954/8/7', '1954-08-07'],
  ['07081954', '1954-08-07'],
  ['19540807', '1954-08-07'],
  ['19943', '1954-08-07'],
  ['19943.0', '1954-08-07'],
  ['7 Agustus 1954', '1954-08-07'],
  ['7-Aug-1954', '1954-08-07'],
  ['07 AGT 1954', '1954-08-07'],
  ["'07/08/1954", '1954-08-07'],
  ['Tirta Rukun, 07-08-1954', '1954-08-07'],
  ['', ''],
  ['-', ''],
  ['00/00/0000', ''],
  ['1954', '1954-01-01 tahun hanya_tahun'],
  ['08/17/1954', '1954-08-17 bulan_di_depan'],
  ['31/02/1980', 'tanggal_tidak_ada'],
  ['32/13/1980', 'tanggal_tidak_ada'],
  ['07/08/2044', 'tanggal_masa_depan'],
  ['07/08/1854', '1854-08-07 usia_lebih_110'],
  ['lupa', 'tanggal_tidak_terbaca'],
  ['07/08/54', '1954-08-07 tahun_dua_angka'],
])('birth date %s reads %s', (raw, read) => {
  expect(birth(raw)).toBe(read);
});

test('the century of a two-digit year follows the relation, and is left open without one', () => {
  expect(birth('07/08/19', true)).toBe('1919-08-07 tahun_dua_angka');
  expect(birth('07/08/19', false)).toBe('2019-08-07 tahun_dua_angka');
  expect(birth('07/08/19')).toBe('tahun_dua_angka');
});

test('every day of a century survives as text, ISO and serial', () => {
  for (let serial = 8000; serial < 46_000; serial += 97) {
    const on = readBirthDate(String(serial), { today: TODAY, isAdult: undefined }).on as string;
    const [y, m, d] = on.split('-').map(Number) as [number, number, number];
    expect(dateOf(y, m, d)).toBe(on);
    expect(birth(`${d}/${m}/${y}`)).toBe(on);
  }
});

test.each([
  ['L', 'L'],
  ['p', 'P'],
  ['1', 'L'],
  ['2', 'P'],
  ['Laki-laki', 'L'],
  ['LAKI - LAKI', 'L'],
  ['perempuan', 'P'],
  ['Wanita', 'P'],
  ['X', undefined],
  ['', undefined],
  ['3', undefined],
])('sex %s is %s', (raw, sex) => {
  expect(readSex(raw)).toBe(sex);
});

test('yes and no in every form; an empty cell or a dash is unknown, not no', () => {
  for (const raw of ['Ya', 'YA', '1', 'Y', 'true', 'PADAN', 'Data Padan', 'PBI JKN', 'v', '✓'])
    expect(readYesNo(raw).fact, raw).toEqual({ known: true, value: true });
  for (const raw of ['Tidak', 'TDK', '0', 'N', 'TIDAK PADAN', 'belum padan'])
    expect(readYesNo(raw).fact, raw).toEqual({ known: true, value: false });
  for (const raw of ['', '-', ' '])
    expect(readYesNo(raw)).toEqual({ fact: { known: false, why: 'belum_ditanya' }, understood: true });
  expect(readYesNo('mungkin').understood).toBe(false);
});

test('relations: words, the eight codes and the eleven', () => {
  expect(readRelation('Kepala Keluarga', 'L', 'dtks')).toEqual({ shdk: 1 });
  expect(readRelation('ISTERI', undefined, 'dtks')).toEqual({ shdk: 3 });
  expect(readRelation('3', 'P', 'dtks')).toEqual({ shdk: 4 });
  expect(readRelation('3', 'P', 'siak')).toEqual({ shdk: 3 });
  expect(readRelation('2', 'P', 'dtks')).toEqual({ shdk: 3 });
  expect(readRelation('2', undefined, 'dtks')).toEqual({ doubt: 'pasangan' });
  expect(readRelation('6', 'P', 'dtks')).toEqual({ shdk: 7, doubt: 'orang_tua_mertua' });
  expect(readRelation('8', 'P', 'dtks')).toEqual({ shdk: 11 });
  expect(readRelation('9', 'P', 'dtks')).toEqual({ doubt: 'asing' });
  expect(readRelation('teman', 'P', 'siak')).toEqual({ doubt: 'asing' });
  expect(readRelation('', 'P', 'siak')).toEqual({});
});

test('the code list of a file shows in the file', () => {
  expect(
    detectRelationCodes([
      ['1', 'L'],
      ['2', 'P'],
      ['3', 'L'],
      ['3', 'P'],
    ]),
  ).toBe('dtks');
  expect(
    detectRelationCodes([
      ['1', 'L'],
      ['3', 'P'],
      ['4', 'L'],
      ['4', 'P'],
    ]),
  ).toBe('siak');
  expect(
    detectRelationCodes([
      ['1', 'L'],
      ['3', 'P'],
      ['9', 'L'],
    ]),
  ).toBe('siak');
});

test('occupations by word, other word or code', () => {
  expect(PEKERJAAN).toHaveLength(89);
  expect([PEKERJAAN[4], PEKERJAAN[63], PEKERJAAN[80], PEKERJAAN[84], PEKERJAAN[88]]).toEqual([
    'PEGAWAI NEGERI SIPIL',
    'DOSEN',
    'SOPIR',
    'PERANGKAT DESA',
    'LAINNYA',
  ]);
  expect(readOccupation('Petani / Pekebun')).toBe(9);
  expect(readOccupation('PNS')).toBe(5);
  expect(readOccupation('19')).toBe(19);
  expect(readOccupation('90')).toBeUndefined();
  expect(readOccupation('tukang parkir')).toBeUndefined();
});

test.each([
  ['  siti   aminah ', 'SITI AMINAH', []],
  ['Hj. Siti Aminah, S.Pd', 'SITI AMINAH', ['HJ.', 'S.PD']],
  ['H. ABDUL (ALM)', 'ABDUL', ['H.', '(ALM)']],
  ['SARINEM ALM KASAN', 'SARINEM ALM KASAN', []],
  ['M. SOLEH', 'M. SOLEH', []],
  ['HAJI', 'HAJI', []],
  ['LINA MA', 'LINA MA', []],
  ['???', '', []],
])('name %s reads %s', (raw, name, titles) => {
  expect(readName(raw)).toMatchObject({ name, titles });
});

test('odd names are marked, ordinary ones are not', () => {
  expect(readName('SUDI4NTO').odd).toBe(true);
  expect(readName("NI'MATUL M.").odd).toBe(false);
});

const EXPORT =
  'ID_DTKS,Provinsi,Kabupaten/Kota,Kecamatan,Desa/Kelurahan,Alamat,Dusun,RT,RW,Nomor KK,Nomor NIK,Nama,Tanggal Lahir,Tempat Lahir,Jenis Kelamin,Pekerjaan,Nama Ibu Kandung,Hub. Keluarga,Keterangan padan,Bansos BPNT,Bansos PKH,Bansos BPNT PPKM,PBI JNI/PBI JKN'.split(
    ',',
  );

test('the export reads as itself', () => {
  const match = matchHeadings(EXPORT);
  expect(SIKS_COLUMNS.map((column) => match.columns[column])).toEqual(EXPORT.map((_, i) => i));
  expect([match.guessed, match.unknown, match.missing]).toEqual([[], [], []]);
});

test('traps: misspellings, Nokk, BNPNT, JK, and strangers stay strangers', () => {
  const match = matchHeadings([
    'NO',
    'desakeluarahan',
    'kabupatenkota',
    'Nokk',
    'nomor_nik',
    'Nama',
    'Nama Kepala Keluarga',
    'Bansos BNPNT PPKM',
    'Bansos BPNT',
    'PBI JNI',
    'JK',
    'Tangal Lahir',
    'Nama',
  ]);
  expect(match.columns).toEqual({
    desa: 1,
    kabupaten: 2,
    nomorKk: 3,
    nik: 4,
    nama: 5,
    bpntPpkm: 7,
    bpnt: 8,
    pbi: 9,
    jenisKelamin: 10,
    tanggalLahir: 11,
  });
  expect(match.guessed).toEqual([{ heading: 'Tangal Lahir', column: 'tanggalLahir' }]);
  expect(match.unknown).toEqual(['NO', 'Nama Kepala Keluarga', 'Nama']);
});

test('the heading row is found below title lines, and not where there is none', () => {
  const rows = [
    { number: 1, cells: ['DATA TERPADU'] },
    { number: 2, cells: ['Kota Larasati'] },
    { number: 4, cells: EXPORT },
    { number: 5, cells: ['D1', 'NUSA RUKUN'] },
  ];
  expect(findHeadingRow(rows)?.number).toBe(4);
  expect(findHeadingRow(rows.slice(0, 2))).toBeUndefined();
  expect(findHeadingRow([{ number: 1, cells: EXPORT.filter((heading) => heading !== 'Nama') }])).toBeUndefined();
});

const level = (name: string, kemendagri: string, bps: string) => ({
  name,
  codes: [
    { system: 'kemendagri' as const, code: kemendagri },
    { system: 'bps' as const, code: bps },
  ],
});
const area = (name: string, code: string, bps: string, kecamatan: ReturnType<typeof level>): SiksArea => ({
  id: code,
  ...level(name, code, bps),
  kecamatan,
  kabupaten: level('Tirta Rukun', '99.01', '9901'),
  provinsi: level('Nusa Rukun', '99', '99'),
});
const MAKMUR = level('Tirta Makmur', '99.01.01', '9901010');
const SEPAKAT = level('Sepakat', '99.01.04', '9901011');
const AREAS = indexAreas([
  area('Karang Asri', '99.01.01.2003', '9901010005', MAKMUR),
  area('Tirta Kencana', '99.01.01.1001', '9901010020', MAKMUR),
  area('Mekar Sari', '99.01.01.2009', '9901010009', MAKMUR),
  area('Mekar Sari', '99.01.04.2001', '9901011003', SEPAKAT),
  { ...area('Arga Mulya', '99.01.04.2005', '9901011001', SEPAKAT), formerNames: ['Semoga Jaya'] },
]);
const place = (kecamatan: string, desa: string, kabupaten = 'KAB. TIRTA RUKUN') => {
  const found = resolveArea(AREAS, { provinsi: 'NUSA RUKUN', kabupaten, kecamatan, desa });
  return found.ok ? [found.area.id, ...found.doubts.map(({ code }) => code)].join(' ') : found.code;
};

test.each([
  ['TIRTA MAKMUR', 'KARANG ASRI', '99.01.01.2003'],
  ['Kec. Tirta Makmur', 'Desa Karang Asri', '99.01.01.2003'],
  ['TIRTA MAKMUR', 'KARANGASRI', '99.01.01.2003'],
  ['TIRTA MAKMUR', 'KARNAG ASRI', '99.01.01.2003 ejaan_desa'],
  ['TIRTA MAKMURR', 'KEL. TIRTA KENCANA', '99.01.01.1001'],
  ['', 'KARANG ASRI', '99.01.01.2003 kecamatan_dari_desa'],
  ['SEPAKAT', 'KARANG ASRI', '99.01.01.2003 kecamatan_beda'],
  ['SEPAKAT', 'MEKAR SARI', '99.01.04.2001'],
  ['TIRTA MAKMUR', 'MEKAR SARI', '99.01.01.2009'],
  ['', 'MEKAR SARI', 'desa_ganda_arti'],
  ['SEPAKAT', 'SEMOGA JAYA', '99.01.04.2005'],
  ['SEPAKAT', 'DESA TETANGGA JAUH', 'desa_tidak_dikenal'],
  ['SEPAKAT', '', 'desa_kosong'],
  ['TIRTA MAKMUR', '99.01.01.2003', '99.01.01.2003'],
  ['', '9901012003', '99.01.01.2003'],
  ['9901010', '9901010005', '99.01.01.2003'],
  ['', '9901999999', 'desa_tidak_dikenal'],
  ['SEPAKAT', '9901010005', '99.01.01.2003 kode_dan_nama_beda'],
])('kecamatan %s, desa %s is %s', (kecamatan, desa, read) => {
  expect(place(kecamatan, desa)).toBe(read);
});

test('ten digits that mean two places: the kecamatan decides, by its own code or name', () => {
  expect(place('9901011', '9901011001', '9901')).toBe('99.01.04.2005');
  expect(place('990101', '9901011001', '9901')).toBe('99.01.01.1001');
  expect(place('Sepakat', '9901011001')).toBe('99.01.04.2005');
  expect(place('Tirta Makmur', '9901011001')).toBe('99.01.01.1001');
  expect(place('', '9901011001')).toBe('kode_ganda_arti');
  expect(place('', '99.01.01.1001')).toBe('99.01.01.1001');
});

test('codes split over four columns, and a row of another kabupaten', () => {
  const split = resolveArea(AREAS, { provinsi: '99', kabupaten: '01', kecamatan: '010', desa: '005' });
  expect(split.ok && split.area.id).toBe('99.01.01.2003');
  expect(place('TIRTA MAKMUR', 'KARANG ASRI', 'KAB. SEBERANG LAUT')).toBe('luar_wilayah');
  expect(place('TIRTA MAKMUR', 'KARANG ASRI', '')).toBe('99.01.01.2003');
});

test('edit distance counts neighbours exchanged as one and stops at its limit', () => {
  expect(editDistance('karnag', 'karang', 3)).toBe(1);
  expect(editDistance('abc', 'abd', 3)).toBe(1);
  expect(editDistance('abcdef', 'ghijkl', 2)).toBe(3);
  expect(editDistance('', 'ab', 2)).toBe(2);
});
