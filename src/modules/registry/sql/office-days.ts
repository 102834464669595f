import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

/** The day `days` office days after today: Saturdays, Sundays and the holidays of `ref.holiday` do not count. */
export const getOfficeDayAfter = async (ctx: Context, days: number): Promise<LocalDate> => {
  const { rows } = await sql<{ day: LocalDate }>`
    select d::date as day from generate_series(${ctx.today}::date + 1, ${ctx.today}::date + ${days * 3 + 30}::int, interval '1 day') d
    where extract(isodow from d) < 6 and not exists (select 1 from ref.holiday h where h.on_date = d::date)
    order by d offset ${days - 1} limit 1`.execute(ctx.tx);
  return rows[0]?.day ?? ctx.today;
};
