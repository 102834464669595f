import type { Context } from '#platform/db/context.ts';

/** The path of the public page of this agency where lines of lists are checked. */
export const publicListsPath = async (ctx: Context): Promise<string> => {
  const row = await ctx.tx.selectFrom('agency').select('slug').executeTakeFirstOrThrow();
  return `/layanan/${row.slug.replaceAll('_', '-')}/daftar`;
};
