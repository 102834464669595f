/** A place on the grid of equal tiles; columns and rows from 1. */
export type Tile = { areaId: number; column: number; row: number };
export type TileArea = { id: number; kode: string };

const districtOf = (kode: string): string => kode.split('.').slice(0, 3).join('.');

/** Tiles of one kecamatan stand together in a block about as high as wide. */
const blockOf = (
  areas: readonly TileArea[],
  column: number,
  row: number,
): { tiles: Tile[]; width: number; height: number } => {
  const width = Math.ceil(Math.sqrt(areas.length));
  const tiles = areas.map(({ id }, i) => ({
    areaId: id,
    column: column + (i % width),
    row: row + Math.floor(i / width),
  }));
  return { tiles, width, height: Math.ceil(areas.length / width) };
};

const laidByDistrict = (areas: readonly TileArea[], most: number, firstRow: number): Tile[] => {
  const districts = new Map<string, TileArea[]>();
  for (const area of [...areas].sort((a, b) => (a.kode < b.kode ? -1 : 1)))
    districts.set(districtOf(area.kode), [...(districts.get(districtOf(area.kode)) ?? []), area]);
  const tiles: Tile[] = [];
  let [column, row, height] = [1, firstRow, 0];
  for (const group of districts.values()) {
    let block = blockOf(group, column, row);
    if (column > 1 && column + block.width - 1 > most) {
      [column, row, height] = [1, row + height + 1, 0];
      block = blockOf(group, column, row);
    }
    tiles.push(...block.tiles);
    column += block.width + 1;
    height = Math.max(height, block.height);
  }
  return tiles;
};

/**
 * Lays every desa out as one tile of the same size: where the agency's table says, else by kecamatan in the order of their codes,
 * below the placed ones. `most` is how many columns a row of blocks may have.
 */
export const layTiles = (areas: readonly TileArea[], placed: readonly Tile[], most = 24): Tile[] => {
  const known = new Set(areas.map((area) => area.id));
  const taken = new Set<string>();
  const kept = placed.filter((tile) => {
    const spot = `${tile.column} ${tile.row}`;
    if (!known.has(tile.areaId) || taken.has(spot)) return false;
    taken.add(spot);
    return true;
  });
  const has = new Set(kept.map((tile) => tile.areaId));
  const below = kept.length === 0 ? 1 : Math.max(...kept.map((tile) => tile.row)) + 2;
  return [
    ...kept,
    ...laidByDistrict(
      areas.filter((area) => !has.has(area.id)),
      most,
      below,
    ),
  ];
};
