import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { readSheet, type SheetCell, writeXlsx } from '#platform/files/spreadsheet.ts';
import type { SheetLine } from '../domain/quota-sheet.ts';
import { layTiles } from '../domain/tile-map.ts';
import { readTileSheet, type TileSheet } from '../domain/tile-sheet.ts';
import { listAreaNames } from '../sql/areas.ts';
import { listTiles, replaceTiles } from '../sql/tiles.ts';

const LIMITS = { maxBytes: 5_000_000, maxUnpackedBytes: 60_000_000, maxRows: 20_000, maxColumns: 40, maxSeconds: 30 };

const listDesa = async (ctx: Context) => (await listAreaNames(ctx)).filter((area) => area.kind === 'desa');

/**
 * Sets where desa stand on the agency's grid of tiles, from a table file. A file with a row that is not understood changes nothing:
 * half a map would only confuse.
 */
export const setTilesFromFile = async (ctx: Context, bytes: Buffer): Promise<TileSheet> => {
  const sheet = await readSheet(bytes, { limits: LIMITS });
  const lines: SheetLine[] = [];
  for await (const row of sheet.rows) lines.push(row);
  const read = readTileSheet(lines, await listDesa(ctx));
  if (read.faults.length > 0)
    refuse(
      'petak.salah',
      422,
      `Peta belum diganti: ${read.faults.length} baris perlu diperbaiki. Baris ${read.faults[0]!.row}: ${read.faults[0]!.message}`,
      { faults: read.faults.slice(0, 100) },
    );
  await replaceTiles(ctx, read.tiles);
  await ctx.record({
    event: 'programme.tiles_set',
    subjectKind: 'agency',
    subjectId: ctx.actor.accountId,
    after: { tiles: read.tiles.length },
  });
  return read;
};

/** Every desa with its spot of now, laid out or chosen, as .xlsx to move about. */
export const writeTileTemplate = async (ctx: Context): Promise<Buffer> => {
  const desa = await listDesa(ctx);
  const spots = new Map(layTiles(desa, await listTiles(ctx), 10).map((tile) => [tile.areaId, tile]));
  const rows = desa.map((area): SheetCell[] => {
    const spot = spots.get(area.id);
    return [area.kode, area.label, spot?.column ?? null, spot?.row ?? null];
  });
  const columns = [
    { header: 'kode', width: 16 },
    { header: 'wilayah', width: 44 },
    { header: 'kolom', width: 10, kind: 'angka' as const },
    { header: 'baris', width: 10, kind: 'angka' as const },
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx('petak', columns, rows)) parts.push(part);
  return Buffer.concat(parts);
};
