import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { TieRelation } from '../domain/kinds.ts';

export type Tie = { official: string; relation: TieRelation; note: string; accountId: string | null };

export const addTie = async (ctx: Context, usulanId: string, tie: Tie): Promise<void> => {
  await ctx.tx
    .insertInto('usulan_tie')
    .values({
      id: uuid7(),
      usulan_id: usulanId,
      account_id: tie.accountId,
      official: tie.official,
      relation: tie.relation,
      note: tie.note,
      declared_by: ctx.actor.kind === 'warga' ? null : ctx.actor.accountId,
      declared_at: ctx.now,
    })
    .execute();
};

/** Whether the actor has a tie of his or her own to the people of this usulan. */
export const isTied = async (ctx: Context, usulanId: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('usulan_tie')
    .select('id')
    .where('usulan_id', '=', usulanId)
    .where('account_id', '=', ctx.actor.accountId)
    .executeTakeFirst();
  return row !== undefined;
};

/** Declared ties, the first declared first. */
export const listTies = async (ctx: Context, usulanId: string) => {
  const rows = await ctx.tx
    .selectFrom('usulan_tie')
    .select(['id', 'official', 'relation', 'note', 'account_id'])
    .where('usulan_id', '=', usulanId)
    .orderBy('declared_at')
    .execute();
  return rows.map(({ account_id, ...row }) => ({ ...row, isOwn: account_id === ctx.actor.accountId }));
};
