import type { Context } from '#platform/db/context.ts';

/** One line in the access log: this account opened this family's page in the programmes; the task is the reason. */
export const noteFamilyRead = async (ctx: Context, familyId: string): Promise<void> => {
  await ctx.tx
    .insertInto('access_log')
    .values({
      account_id: ctx.actor.accountId,
      subject_kind: 'family',
      subject_id: familyId,
      purpose: 'program',
      at: ctx.now,
    })
    .execute();
};
