import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

/** Who has a usulan in hand and since when; undefined when nobody has. */
export const findHolder = async (
  ctx: Context,
  usulanId: string,
): Promise<{ accountId: string; name: string; since: Date } | undefined> => {
  const { rows } = await sql<{ accountId: string; name: string; since: Date }>`
    select u.assigned_to as "accountId", a.display_name as name, coalesce(u.assigned_at, u.created_at) as since
    from usulan u join account a on a.id = u.assigned_to where u.id = ${usulanId}`.execute(ctx.tx);
  return rows[0];
};

/** Marks who has it in hand, or that nobody has. It is no change of the usulan: its version stays, so nobody's open page is stale by it. */
export const keepHolder = async (ctx: Context, usulanId: string, accountId: string | null): Promise<void> => {
  await ctx.tx
    .updateTable('usulan')
    .set({ assigned_to: accountId, assigned_at: accountId ? ctx.now : null })
    .where('id', '=', usulanId)
    .execute();
};
