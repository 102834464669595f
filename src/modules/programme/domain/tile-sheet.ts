import { findArea, type NamedArea } from './find-area.ts';
import type { SheetLine } from './quota-sheet.ts';
import type { Tile } from './tile-map.ts';

export type TileSheet = { rows: number; tiles: Tile[]; faults: { row: number; message: string }[] };
const MOST = 60;

const readSpot = (text: string): number | undefined => {
  const n = /^\d{1,2}(\.0+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  return n >= 1 && n <= MOST ? n : undefined;
};

/**
 * Where each desa stands on the grid of tiles: a heading row with "kode" (or a name), "kolom" and "baris". A row without a spot is
 * passed over; rows that are not understood, and desa on a spot that is taken, are named.
 */
export const readTileSheet = (lines: readonly SheetLine[], areas: readonly NamedArea[]): TileSheet => {
  const words = (line: SheetLine) => line.cells.map((cell) => cell.trim().toLowerCase());
  const head = lines.slice(0, 15).findIndex((line) => words(line).includes('kolom') && words(line).includes('baris'));
  const heading = head < 0 ? [] : words(lines[head]!);
  const area = heading.findIndex((word) => /kode|wilayah|desa|nama/.test(word));
  if (area < 0)
    return {
      rows: 0,
      tiles: [],
      faults: [{ row: 1, message: 'Baris judul tidak ditemukan: perlu kolom "kode", "kolom", dan "baris".' }],
    };
  const [column, row] = [heading.indexOf('kolom'), heading.indexOf('baris')];
  const result: TileSheet = { rows: 0, tiles: [], faults: [] };
  const taken = new Map<string, number>();
  for (const line of lines.slice(head + 1)) {
    result.rows++;
    const cell = (i: number): string => (line.cells[i] ?? '').trim();
    if (cell(column) === '' && cell(row) === '') continue;
    const say = (message: string) => void result.faults.push({ row: line.number, message });
    const found = findArea(cell(area), areas);
    const spot = [readSpot(cell(column)), readSpot(cell(row))] as const;
    const before = taken.get(spot.join(' '));
    if (found === undefined || found === 'many') say(`Wilayah "${cell(area)}" tidak dikenali; isi dengan kodenya.`);
    else if (spot[0] === undefined || spot[1] === undefined) say(`Kolom dan baris diisi bilangan 1 sampai ${MOST}.`);
    else if (before !== undefined) say(`Petak itu sudah dipakai baris ${before}.`);
    else if (result.tiles.some((tile) => tile.areaId === found.id))
      say(`${found.label.split(',')[0]} sudah punya petak.`);
    else {
      taken.set(spot.join(' '), line.number);
      result.tiles.push({ areaId: found.id, column: spot[0], row: spot[1] });
    }
  }
  return result;
};
