import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

/** Lists on their way: waiting for a second person who is not this account, drafts altogether, and held places past their date. */
export const countWaitingLists = async (
  ctx: Context,
): Promise<{ secondPerson: number; drafts: number; lapsed: number }> => {
  const { rows } = await sql<{ secondPerson: number; drafts: number; lapsed: number }>`
    select count(*) filter (where state = 'rancangan' and needs_second and second_at is null and created_by <> ${ctx.actor.accountId})::int as "secondPerson",
           count(*) filter (where state = 'rancangan')::int as drafts,
           (select count(*)::int from selection_row w join selection_run s on s.id = w.run_id
            where s.state = 'berlaku' and w.place = 'ditahan' and w.held_until < ${ctx.today}::date) as lapsed
    from selection_run`.execute(ctx.tx);
  return rows[0]!;
};
