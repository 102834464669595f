import type { Context } from '#platform/db/context.ts';

/** The title of the head of the region, e.g. `Bupati Tirta Rukun`. */
export const getHeadOfRegion = async (ctx: Context): Promise<string> => {
  const row = await ctx.tx.selectFrom('agency').select('head_of_region').executeTakeFirstOrThrow();
  return row.head_of_region;
};
