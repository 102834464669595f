import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

/** When the decree of each programme that names this receipt's family was signed, by the programme's name. */
export const listDecisionDates = async (ctx: Context): Promise<ReadonlyMap<string, LocalDate>> => {
  const { rows } = await sql<{ programme: string; on: LocalDate | null }>`
    select programme, decree_on as "on" from public_outcome(${ctx.today}::date)`.execute(ctx.tx);
  return new Map(rows.flatMap((row) => (row.on ? [[row.programme, row.on] as const] : [])));
};
