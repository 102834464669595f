import type { Context } from '#platform/db/context.ts';
import { markDate, monthOf } from '../domain/month.ts';
import { STAGE_CAPABILITY, STAGES, type Stage } from '../domain/stages.ts';
import { countDecidedSince, listPiles } from '../sql/queue.ts';
import { listMonthMarks } from '../sql/stage-orders.ts';
import { listNamedHolidays, listStages } from '../sql/stages.ts';

/** A desk's month: the marks and holidays of the calendar, and the piles in the order of the agency's stages. */
export const readMonth = async (ctx: Context) => {
  const { from, to } = monthOf(ctx.today);
  const piles = await listPiles(ctx);
  const { order } = await listStages(ctx);
  const count = (stage: Stage, state: string) => piles.find((pile) => pile.stage === stage && pile.state === state);
  const others = (Object.keys(STAGES) as Stage[]).filter((stage) => !order.some((rule) => rule.stage === stage));
  const marks = (await listMonthMarks(ctx)).map((mark) => ({ date: markDate(ctx.today, mark.day), label: mark.label }));
  return {
    today: ctx.today,
    from,
    to,
    marks,
    holidays: await listNamedHolidays(ctx, from, to),
    piles: [...order.map((rule) => rule.stage), ...others.filter((stage) => count(stage, 'berjalan'))].map((stage) => ({
      stage,
      running: count(stage, 'berjalan')?.count ?? 0,
      late: count(stage, 'berjalan')?.late ?? 0,
      waiting: count(stage, 'menunggu_pelengkapan')?.count ?? 0,
      mine: ctx.actor.capabilities.has(STAGE_CAPABILITY[stage]),
    })),
    decided: await countDecidedSince(ctx, from),
  };
};
