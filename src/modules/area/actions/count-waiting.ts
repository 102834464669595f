import type { Context } from '#platform/db/context.ts';
import { countUnplaced } from '../sql/places.ts';

/** How many places and families below ended places still wait for their new one. */
export const countWaiting = async (ctx: Context, endedIds: readonly number[]) => {
  const waiting = { places: 0, families: 0 };
  for (const id of endedIds) {
    const left = await countUnplaced(ctx, id);
    waiting.places += left.places;
    waiting.families += left.families;
  }
  return waiting;
};
