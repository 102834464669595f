import type { Context } from '#platform/db/context.ts';
import type { Tile } from '../domain/tile-map.ts';

/** Where the agency's table puts desa on the grid of tiles. */
export const listTiles = (ctx: Context): Promise<Tile[]> =>
  ctx.tx
    .selectFrom('area_tile')
    .select(['area_id as areaId', 'grid_column as column', 'grid_row as row'])
    .orderBy('area_id')
    .execute();
