import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { StageRule } from '../domain/stages.ts';

export type OrderLine = {
  no: number;
  name: string;
  active: boolean;
  madeBy: string | null;
  madeAt: Date;
  open: number;
};

/** Every order the agency has had, and how many open usulan in the actor's sight still follow it. */
export const listOrders = async (ctx: Context): Promise<OrderLine[]> => {
  const { rows } = await sql<OrderLine>`
    select o.no, o.name, o.active, a.display_name as "madeBy", o.made_at as "madeAt",
           (select count(*)::int from usulan u where u.order_no = o.no and u.stage is not null) as open
    from stage_order o left join account a on a.id = o.made_by order by o.no`.execute(ctx.tx);
  return rows;
};

/** Takes the whole table of orders, so that two administrators queue here. */
export const lockOrders = async (ctx: Context): Promise<void> => {
  await sql`select no from stage_order order by no for update`.execute(ctx.tx);
};

export const insertOrder = async (
  ctx: Context,
  no: number,
  name: string,
  order: readonly StageRule[],
): Promise<void> => {
  await ctx.tx
    .insertInto('stage_order')
    .values({ no, name, active: false, made_by: ctx.actor.accountId, made_at: ctx.now })
    .execute();
  await ctx.tx
    .insertInto('agency_stage')
    .values(
      order.map((rule) => ({
        order_no: no,
        no: rule.no,
        stage: rule.stage,
        roles: [...rule.roles],
        office_days: rule.officeDays,
        skip_kinds: [...rule.skipKinds],
      })),
    )
    .execute();
};

/** Puts one order in force for new usulan. */
export const activateOrder = async (ctx: Context, no: number): Promise<void> => {
  await ctx.tx.updateTable('stage_order').set({ active: false }).where('active', '=', true).execute();
  await ctx.tx.updateTable('stage_order').set({ active: true }).where('no', '=', no).execute();
};

export type MonthMark = { day: number; label: { id: string; en: string } };

export const listMonthMarks = async (ctx: Context): Promise<MonthMark[]> => {
  const rows = await ctx.tx
    .selectFrom('month_mark')
    .select(['day', 'label_id', 'label_en'])
    .orderBy('day')
    .orderBy('label_id')
    .execute();
  return rows.map((row) => ({ day: row.day, label: { id: row.label_id, en: row.label_en } }));
};

export const replaceMonthMarks = async (ctx: Context, marks: readonly MonthMark[]): Promise<void> => {
  await ctx.tx.deleteFrom('month_mark').execute();
  if (marks.length > 0)
    await ctx.tx
      .insertInto('month_mark')
      .values(marks.map((mark) => ({ id: uuid7(), day: mark.day, label_id: mark.label.id, label_en: mark.label.en })))
      .execute();
};
