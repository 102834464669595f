import { refuse } from '#kernel/refusal.ts';
import { findRole, ROLES } from '#modules/identity/index.ts';
import type { Context } from '#platform/db/context.ts';
import { isSameOrder, requireOrder, STAGE_CAPABILITY, STAGES, type Stage, type StageRule } from '../domain/stages.ts';
import {
  activateOrder,
  insertOrder,
  listMonthMarks,
  listOrders,
  lockOrders,
  type MonthMark,
  replaceMonthMarks,
} from '../sql/stage-orders.ts';
import { listStages } from '../sql/stages.ts';

/** The roles that could act at each stage, for the form. */
export const rolesOfStages = (): { stage: Stage; roles: { id: string; name: { id: string; en: string } }[] }[] =>
  (Object.keys(STAGES) as Stage[]).map((stage) => ({
    stage,
    roles: ROLES.filter((role) => (role.capabilities as readonly string[]).includes(STAGE_CAPABILITY[stage])).map(
      (role) => ({
        id: role.id,
        name: { id: role.name[0], en: role.name[1] },
      }),
    ),
  }));

/** The orders with their stages, the marks of the month, and which roles may stand where. */
export const readStages = async (ctx: Context) => {
  const orders = await listOrders(ctx);
  const full = [];
  for (const { madeAt, ...order } of orders)
    full.push({ ...order, madeAt, stages: (await listStages(ctx, order.no)).order });
  return { orders: full, roles: rolesOfStages(), marks: await listMonthMarks(ctx) };
};

/**
 * Puts an order of stages in force: the one of that number, or a new one made of `stages`. Proposals under way finish under the order they
 * began with. Refuses an order that cannot work, with what to change.
 */
export const chooseOrder = async (
  ctx: Context,
  chosen: { no: number } | { name: string; stages: readonly StageRule[] },
): Promise<{ no: number }> => {
  await lockOrders(ctx);
  const orders = await listOrders(ctx);
  const before = orders.find((order) => order.active)?.no ?? null;
  const no = 'no' in chosen ? chosen.no : await addOrder(ctx, chosen.name, chosen.stages, orders);
  if (!('no' in chosen) || orders.some((order) => order.no === no)) await activateOrder(ctx, no);
  else refuse('tahap.tidak_ada', 404, 'Urutan tahap itu tidak ada. Muat ulang halaman, lalu pilih lagi.');
  await ctx.record({
    event: 'stage_order.activated',
    subjectKind: 'stage_order',
    subjectId: String(no),
    before: { no: before },
    after: { no },
  });
  return { no };
};

const addOrder = async (
  ctx: Context,
  name: string,
  stages: readonly StageRule[],
  orders: readonly { no: number; name: string }[],
): Promise<number> => {
  const numbered = stages.map((rule, at) => ({ ...rule, no: at + 1 }));
  requireOrder(numbered, (role, capability) => findRole(role)?.capabilities.includes(capability) ?? false);
  for (const order of orders)
    if (isSameOrder((await listStages(ctx, order.no)).order, numbered))
      refuse('tahap.sudah_ada', 409, `Urutan ini sudah ada: ${order.name}. Pilih urutan itu.`, { no: order.no });
  const no = Math.max(0, ...orders.map((order) => order.no)) + 1;
  await insertOrder(ctx, no, name, numbered);
  return no;
};

/** Replaces the marks of the month: day 1 to 31 and what must be done by then. */
export const setMonthMarks = async (ctx: Context, marks: readonly MonthMark[]): Promise<{ marks: MonthMark[] }> => {
  const before = await listMonthMarks(ctx);
  await replaceMonthMarks(ctx, marks);
  await ctx.record({
    event: 'month_marks.changed',
    subjectKind: 'agency',
    subjectId: ctx.actor.agency,
    before: { marks: before },
    after: { marks },
  });
  return { marks: await listMonthMarks(ctx) };
};
