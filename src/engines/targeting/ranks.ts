import { isRanked, OUTCOME } from './outcome.ts';
import type { ProgrammeResult } from './run.ts';
import type { Snapshot } from './snapshot.ts';

/** Per family: rank on the list (1 = first, 0 = not on it), rank in its own area, and number on the reserve list. */
export type Ranks = { rank: Int32Array; inArea: Int32Array; reserve: Int32Array };

const known = new WeakMap<ProgrammeResult, Ranks>();

/** Computed at the first question about a result and kept with it. */
export const ranksOf = (snapshot: Snapshot, result: ProgrammeResult): Ranks => {
  const old = known.get(result);
  if (old) return old;
  const ranks: Ranks = {
    rank: new Int32Array(snapshot.count),
    inArea: new Int32Array(snapshot.count),
    reserve: new Int32Array(snapshot.count),
  };
  const perArea = new Int32Array(snapshot.areas.length);
  let [rank, reserve] = [0, 0];
  const { outcome, queue } = result.selection;
  for (const family of queue()) {
    if (!isRanked(outcome[family]!)) continue;
    ranks.rank[family] = ++rank;
    ranks.inArea[family] = ++perArea[snapshot.area[family]!]!;
    if (outcome[family] === OUTCOME.reserve) ranks.reserve[family] = ++reserve;
  }
  known.set(result, ranks);
  return ranks;
};

/** The families of the reserve list in the order they would come in. */
export const listReserve = (result: ProgrammeResult): number[] =>
  [...result.selection.queue()].filter((f) => result.selection.outcome[f] === OUTCOME.reserve);
