import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexAreas } from './areas.ts';
import { SIKS_COLUMNS } from './columns.ts';
import { changesBetween } from './compare.ts';
import { readSiksRow } from './row.ts';

const level = (name: string, code: string) => ({ name, codes: [{ system: 'kemendagri' as const, code }] });
const areas = indexAreas([
  {
    id: 'desa-1',
    ...level('Suka Sari', '99.71.01.1002'),
    kecamatan: level('Larasati Kota', '99.71.01'),
    kabupaten: level('Larasati', '99.71'),
    provinsi: level('Nusa Rukun', '99'),
  },
]);
const columns = Object.fromEntries(SIKS_COLUMNS.map((column, i) => [column, i]));
const mapping = { columns, relationCodes: 'dtks', today: '2026-08-06' } as const;

const row = (changes: Partial<Record<(typeof SIKS_COLUMNS)[number], string>>): string[] =>
  SIKS_COLUMNS.map((column) => ({ desa: 'Suka Sari', nama: 'Siti', ...changes })[column] ?? '');
const read = (changes: Parameters<typeof row>[0]) => {
  const reading = readSiksRow(row(changes), mapping, areas);
  if (!reading.ok) throw new Error(reading.reasons[0]?.code);
  return reading.row;
};

test('a name and a desa are enough; all else is unknown, and nothing is a no', () => {
  expect(read({})).toEqual({
    idDtks: null,
    areaId: 'desa-1',
    address: null,
    dusun: null,
    rt: null,
    rw: null,
    nomorKk: { state: 'kosong' },
    nik: { state: 'kosong' },
    nomorDesa: null,
    name: 'SITI',
    titles: [],
    birth: null,
    birthPlace: null,
    sex: null,
    occupationCode: null,
    occupation: null,
    motherName: null,
    shdk: null,
    padan: { known: false, why: 'belum_ditanya' },
    bpnt: { known: false, why: 'belum_ditanya' },
    pkh: { known: false, why: 'belum_ditanya' },
    bpntPpkm: { known: false, why: 'belum_ditanya' },
    pbi: { known: false, why: 'belum_ditanya' },
  });
});

test('another way of writing the same is no change; another meaning is', () => {
  const before = read({
    rt: '3',
    jenisKelamin: 'P',
    bpnt: 'YA',
    tanggalLahir: '07/08/1954',
    nama: 'Hj. Siti',
    pekerjaan: 'PNS',
  });
  const same = read({
    rt: '003',
    jenisKelamin: '2',
    bpnt: '1',
    tanggalLahir: '1954-08-07',
    nama: 'SITI',
    pekerjaan: '5',
  });
  expect(changesBetween(before, same)).toEqual([]);
  expect(
    changesBetween(before, read({ rt: '003', jenisKelamin: '2', bpnt: '', tanggalLahir: '8/8/1954', nama: 'SITI' })),
  ).toEqual([
    { field: 'birth', from: '1954-08-07', to: '1954-08-08' },
    { field: 'occupationCode', from: '5', to: null },
    { field: 'bpnt', from: 'ya', to: null },
  ]);
});

test('no cells whatever make the reader throw; every no has a sentence', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9 .,/E+-]{0,18}$/),
    fc.constantFrom('SUKA SARI', 'SITI', 'L', '1', 'YA'),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 25 }), (cells) => {
      const reading = readSiksRow(cells, mapping, areas);
      const said = reading.ok ? reading.doubts : reading.reasons;
      expect(reading.ok || reading.reasons.length > 0).toBe(true);
      for (const { sentence } of said) expect(sentence).toMatch(/^[A-Z].*\.$/s);
    }),
  );
});
