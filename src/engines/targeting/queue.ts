import { type Judged, NO, YES } from '#engines/aturan/index.ts';
import type { Order } from './order.ts';

/** Families whose tier is unknown and who are to be placed at the best it may be. */
export type Raised = ReadonlySet<number>;

/**
 * Lines the families up by (tier, score, ties). A sure family stands in its own tier, one with an unknown verdict in the
 * best it may have; families without a score stand first in their tier.
 */
export const lineUp = (
  judged: Judged,
  tiers: number,
  order: Order,
  raised: Raised,
  removed: ReadonlySet<number>,
  added: ReadonlySet<number>,
): Int32Array => {
  const { verdict, tier, bestTier } = judged;
  const { families } = order;
  const present = (f: number): boolean => verdict[f] !== NO || added.has(f) || removed.has(f);
  if (tiers === 0 || !tier || !bestTier) {
    const queue = new Int32Array(families.length);
    let size = 0;
    const extra = added.size + removed.size > 0;
    for (let i = 0; i < families.length; i++) {
      const f = families[i]!;
      if (verdict[f] !== NO || (extra && present(f))) queue[size++] = f;
    }
    return queue.subarray(0, size);
  }
  const tierAt = (i: number): number => {
    const f = families[i]!;
    return verdict[f] === YES && i >= order.unscored && !raised.has(f) ? tier[f]! : bestTier[f]!;
  };
  const start = new Int32Array(tiers + 2);
  for (let i = 0; i < families.length; i++) if (present(families[i]!)) start[tierAt(i) + 1]!++;
  for (let t = 0; t <= tiers; t++) start[t + 1]! += start[t]!;
  const queue = new Int32Array(start[tiers + 1]!);
  for (let i = 0; i < families.length; i++) if (present(families[i]!)) queue[start[tierAt(i)]!++] = families[i]!;
  return queue;
};
