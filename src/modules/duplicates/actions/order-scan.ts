import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { orderedBy } from '../domain/order.ts';
import { findLatestRun, insertRun, type Run } from '../sql/runs.ts';

/**
 * Orders a look through the whole register for people recorded twice. While one is ordered or at work that one is given: two officers
 * who press the button at once wait for the same run.
 */
export const orderScan = async (ctx: Context): Promise<Run | undefined> => {
  const made = await insertRun(ctx, uuid7());
  if (!made) return findLatestRun(ctx);
  await ctx.enqueue(
    'duplicates.scan',
    { runId: made.id, by: orderedBy(ctx.actor) },
    `duplicates.scan.${ctx.actor.agency}`,
  );
  await ctx.record({ event: 'duplicates.scan_ordered', subjectKind: 'duplicate_run', subjectId: made.id });
  return made;
};
