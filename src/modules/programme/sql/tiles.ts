import type { Context } from '#platform/db/context.ts';
import type { Tile } from '../domain/tile-map.ts';

/** Where the agency's table puts desa on the grid of tiles. */
export const listTiles = (ctx: Context): Promise<Tile[]> =>
  ctx.tx
    .selectFrom('area_tile')
    .select(['area_id as areaId', 'grid_column as column', 'grid_row as row'])
    .orderBy('area_id')
    .execute();

/** Puts a whole new table in the place of the old one. */
export const replaceTiles = async (ctx: Context, tiles: readonly Tile[]): Promise<void> => {
  await ctx.tx.deleteFrom('area_tile').execute();
  if (tiles.length === 0) return;
  await ctx.tx
    .insertInto('area_tile')
    .values(tiles.map((tile) => ({ area_id: tile.areaId, grid_column: tile.column, grid_row: tile.row })))
    .execute();
};
