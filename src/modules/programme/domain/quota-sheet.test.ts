import { expect, test } from 'vitest';
import { readQuotaSheet } from './quota-sheet.ts';

const AREAS = [
  { id: 1, kode: '99.01.01', label: 'Kecamatan Tirta, Tirta Rukun' },
  { id: 2, kode: '99.01.01.2003', label: 'Desa Karang Asri, Tirta' },
  { id: 3, kode: '99.01.01.2004', label: 'Desa Sumber Rejo, Tirta' },
  { id: 4, kode: '99.01.02.2001', label: 'Desa Sumber Rejo, Sepakat' },
];
const lines = (...rows: string[][]) => rows.map((cells, i) => ({ number: i + 1, cells }));

test('a filled template: by code, by a name of its own, with thousands, rows without a quota passed over', () => {
  const read = readQuotaSheet(
    lines(
      ['Kuota permakanan 2026'],
      ['kode', 'wilayah', 'kuota'],
      ['99.01.01', 'Kecamatan Tirta', '1.200'],
      ['', 'Karang Asri', '40.0'],
      ['9901022001', '', '7'],
      ['99.01.01.2004', 'Sumber Rejo', ''],
    ),
    AREAS,
  );
  expect(read).toEqual({
    rows: 4,
    quota: [
      { areaId: 1, quota: 1200 },
      { areaId: 2, quota: 40 },
      { areaId: 4, quota: 7 },
    ],
    faults: [],
  });
});

test('every row that is not understood is named, and the others are still read', () => {
  const read = readQuotaSheet(
    lines(
      ['Wilayah', 'Kuota'],
      ['Sumber Rejo', '3'],
      ['Atlantis', '3'],
      ['Karang Asri', 'banyak'],
      ['Karang Asri', '-4'],
      ['Karang Asri', '2,5'],
      ['Karang Asri', '9'],
      ['Karang Asri', '8'],
      ['', '5'],
    ),
    AREAS,
  );
  expect(read.quota).toEqual([{ areaId: 2, quota: 9 }]);
  expect(read.faults).toEqual([
    { row: 2, message: 'Nama "Sumber Rejo" dipakai beberapa wilayah; isi kolom kode.' },
    { row: 3, message: 'Wilayah "Atlantis" tidak ada dalam daftar wilayah dinas ini.' },
    { row: 4, message: 'Kuota "banyak" untuk Desa Karang Asri bukan bilangan bulat dari 0.' },
    { row: 5, message: 'Kuota "-4" untuk Desa Karang Asri bukan bilangan bulat dari 0.' },
    { row: 6, message: 'Kuota "2,5" untuk Desa Karang Asri bukan bilangan bulat dari 0.' },
    { row: 8, message: 'Desa Karang Asri sudah ada pada baris 7; yang dipakai baris 7.' },
    { row: 9, message: 'Kode dan nama wilayah kosong.' },
  ]);
});

test('without a heading row the file is refused as a whole', () => {
  expect(readQuotaSheet(lines(['Karang Asri', '9']), AREAS).faults[0]?.message).toContain(
    'Baris judul tidak ditemukan',
  );
});
