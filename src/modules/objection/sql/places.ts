import type { Context } from '#platform/db/context.ts';

/** The desa of a place of the agency: of an RT the one it lies in, of a desa itself; undefined for anything else. */
export const findDesaOf = async (ctx: Context, areaId: number): Promise<number | undefined> =>
  (await ctx.tx.selectFrom('area').select('desa_id').where('id', '=', areaId).executeTakeFirst())?.desa_id ?? undefined;
