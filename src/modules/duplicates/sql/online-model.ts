import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type ActiveModel = { id: string; params: unknown };

/** The model that the verifier's head has put in force; undefined while the shipped one is. */
export const findActiveModel = async (ctx: Context): Promise<ActiveModel | undefined> => {
  const there = await sql<{ there: boolean }>`select to_regclass('link_model') is not null as there`.execute(ctx.tx);
  if (!there.rows[0]?.there) return undefined;
  const { rows } = await sql<ActiveModel>`
    select id::text, params from link_model where active order by trained_at desc limit 1`.execute(ctx.tx);
  return rows[0];
};
