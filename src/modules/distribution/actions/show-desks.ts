import { listMoratoria } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Desk, listDeskRows } from '../sql/desks.ts';
import { moratoriumSentence } from './check-gate.ts';

/** The moratorium that stops a desk today, as a sentence; null when it may hand over. */
const stoppedBy = async (ctx: Context, { fundKinds, desaId }: Desk): Promise<string | null> => {
  for (const fundKind of fundKinds) {
    const [moratorium] = await listMoratoria(ctx, { fundKind, on: ctx.today, areaIds: [desaId] });
    if (moratorium) return moratoriumSentence(moratorium);
  }
  return null;
};

/** The desks in the actor's sight, each with what stops it. */
export const showDesks = async (ctx: Context) => {
  const desks = await listDeskRows(ctx);
  const isAnyStopped = (await listMoratoria(ctx, { on: ctx.today })).length > 0;
  const items = [];
  for (const { fundKinds, ...desk } of desks)
    items.push({ ...desk, stopped: isAnyStopped ? await stoppedBy(ctx, { ...desk, fundKinds }) : null });
  return { items };
};
