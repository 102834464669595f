import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Kind } from '../domain/kinds.ts';
import type { Stage, StageRule } from '../domain/stages.ts';

/** The stages of one order; without `orderNo` those of the order in force. */
export const listStages = async (ctx: Context, orderNo?: number): Promise<{ orderNo: number; order: StageRule[] }> => {
  const rows = await ctx.tx
    .selectFrom('agency_stage as s')
    .innerJoin('stage_order as o', 'o.no', 's.order_no')
    .select(['s.order_no', 's.no', 's.stage', 's.roles', 's.office_days', 's.skip_kinds'])
    .where((eb) => (orderNo === undefined ? eb('o.active', '=', true) : eb('o.no', '=', orderNo)))
    .orderBy('s.no')
    .execute();
  const order = rows.map((row) => ({
    no: row.no,
    stage: row.stage as Stage,
    roles: row.roles,
    officeDays: row.office_days,
    skipKinds: row.skip_kinds as Kind[],
  }));
  return { orderNo: rows[0]?.order_no ?? orderNo ?? 0, order };
};

/** Holidays and collective leave from `from` on, two years ahead: enough for every term. */
export const listHolidays = async (ctx: Context, from: LocalDate): Promise<ReadonlySet<LocalDate>> => {
  const rows = await ctx.tx.selectFrom('ref.holiday').select('on_date').where('on_date', '>=', from).execute();
  return new Set(rows.map((row) => row.on_date));
};

/** Holidays of a span with their names, for the calendar. */
export const listNamedHolidays = async (
  ctx: Context,
  from: LocalDate,
  to: LocalDate,
): Promise<{ date: LocalDate; name: string }[]> => {
  const rows = await ctx.tx
    .selectFrom('ref.holiday')
    .select(['on_date', 'name'])
    .where('on_date', '>=', from)
    .where('on_date', '<=', to)
    .orderBy('on_date')
    .execute();
  return rows.map((row) => ({ date: row.on_date, name: row.name }));
};
