import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { isNightDue } from '../domain/night.ts';
import { type OnlinePlace, onlineActor } from '../domain/online-state.ts';
import { orderedBy } from '../domain/order.ts';
import { listAgencies } from '../sql/bookings.ts';
import { askAgain, findLatestRun, insertRun, type Run } from '../sql/runs.ts';

/**
 * Orders a look through the register for people recorded twice. While one is ordered or at work that one is given: two officers who
 * press the button at once wait for the same run.
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

/** Orders a look that must see what is in the register now: a run that is at work may be past it, so another follows that one. */
export const orderFollowingScan = async (ctx: Context): Promise<void> => {
  const running = await askAgain(ctx);
  if (running === undefined) {
    await orderScan(ctx);
    return;
  }
  await ctx.record({ event: 'duplicates.scan_ordered_again', subjectKind: 'duplicate_run', subjectId: running });
};

const inAgency = <T>(platform: Platform, place: OnlinePlace, work: (ctx: Context) => Promise<T>): Promise<T> =>
  withActor(platform, onlineActor(place, 1), { requestId: 'pencari-ganda' }, work);

/** The job after an import, ordered in the transaction that finished it. */
export const orderAfterImport = async (platform: Platform, agency: string): Promise<void> => {
  const place = (await listAgencies(platform)).find(({ slug }) => slug === agency);
  if (place) await inAgency(platform, place, orderFollowingScan);
};

/** The job of every hour: orders the look of the night where it is night and none was ordered since midnight. */
export const orderNightly = async (platform: Platform): Promise<void> => {
  for (const place of await listAgencies(platform))
    await inAgency(platform, place, async (ctx) => {
      const last = await findLatestRun(ctx);
      if (isNightDue(ctx.now, place.zone, last?.orderedAt)) await orderScan(ctx);
    });
};
