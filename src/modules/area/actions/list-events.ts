import type { Context } from '#platform/db/context.ts';
import { listEventRows } from '../sql/events.ts';
import { countWaiting } from './count-waiting.ts';

/** Changes of the territory, the newest first, each with what still waits for a place after it. */
export const listEvents = async (ctx: Context) => {
  const events = [];
  for (const { ended, ...row } of await listEventRows(ctx))
    events.push({ ...row, unplaced: await countWaiting(ctx, ended) });
  return events;
};
