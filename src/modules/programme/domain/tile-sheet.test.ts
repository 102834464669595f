import { expect, test } from 'vitest';
import { readTileSheet } from './tile-sheet.ts';

const AREAS = [
  { id: 2, kode: '99.01.01.2003', label: 'Desa Karang Asri, Tirta' },
  { id: 3, kode: '99.01.01.2004', label: 'Desa Sumber Rejo, Tirta' },
];
const lines = (...rows: string[][]) => rows.map((cells, i) => ({ number: i + 1, cells }));

test('each desa on its spot; a taken spot, an unknown desa and a spot off the grid are named', () => {
  const read = readTileSheet(
    lines(
      ['kode', 'wilayah', 'kolom', 'baris'],
      ['99.01.01.2003', 'Karang Asri', '2', '1.0'],
      ['99.01.01.2004', 'Sumber Rejo', '2', '1'],
      ['99.01.01.2004', 'Sumber Rejo', '0', '61'],
      ['99.01.01.2004', 'Sumber Rejo', '', ''],
      ['99.77.01.2001', 'Atlantis', '3', '3'],
      ['99.01.01.2003', 'Karang Asri', '4', '4'],
    ),
    AREAS,
  );
  expect(read.tiles).toEqual([{ areaId: 2, column: 2, row: 1 }]);
  expect(read.faults).toEqual([
    { row: 3, message: 'Petak itu sudah dipakai baris 2.' },
    { row: 4, message: 'Kolom dan baris diisi bilangan 1 sampai 60.' },
    { row: 6, message: 'Wilayah "99.77.01.2001" tidak dikenali; isi dengan kodenya.' },
    { row: 7, message: 'Desa Karang Asri sudah punya petak.' },
  ]);
  expect(readTileSheet(lines(['Karang Asri', '1', '1']), AREAS).faults[0]?.message).toContain('Baris judul');
});
