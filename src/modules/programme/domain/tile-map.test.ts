import { expect, test } from 'vitest';
import { layTiles, type TileArea } from './tile-map.ts';

const areas: TileArea[] = Array.from({ length: 13 * 8 }, (_, i) => ({
  id: i + 1,
  kode: `99.01.${String(Math.floor(i / 8) + 1).padStart(2, '0')}.${1001 + (i % 8)}`,
}));
const spots = (tiles: readonly { column: number; row: number }[]) => tiles.map((t) => `${t.column} ${t.row}`);

test('every area has one tile, no two share a spot, and none stands beyond the width', () => {
  for (const most of [4, 10, 24]) {
    const tiles = layTiles(areas, [], most);
    expect(new Set(tiles.map((t) => t.areaId)).size).toBe(areas.length);
    expect(new Set(spots(tiles)).size).toBe(areas.length);
    expect(Math.max(...tiles.map((t) => t.column))).toBeLessThanOrEqual(most);
    expect(Math.min(...tiles.map((t) => Math.min(t.column, t.row)))).toBe(1);
  }
});

test('the agency’s table comes first; areas it does not name, or puts on a taken spot, stand below', () => {
  const placed = [
    { areaId: 1, column: 3, row: 2 },
    { areaId: 2, column: 3, row: 2 },
    { areaId: 999, column: 1, row: 1 },
  ];
  const tiles = layTiles(areas.slice(0, 3), placed);
  expect(tiles[0]).toEqual(placed[0]);
  expect(tiles.slice(1).every((tile) => tile.row >= 4)).toBe(true);
  expect(new Set(spots(tiles)).size).toBe(3);
});
