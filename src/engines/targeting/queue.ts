import type { Judged } from '#engines/aturan/index.ts';
import type { Order } from './order.ts';
import { MARK } from './select.ts';

/**
 * Lines all families up by (tier, score, ties). A sure family stands in its own tier, one with an unknown verdict or an
 * unsure position in the best it may have; families without a score stand first in their tier.
 */
export const lineUp = (judged: Judged, tiers: number, order: Order, marks: Uint8Array | undefined): Int32Array => {
  const { verdict, tier, bestTier } = judged;
  const { families } = order;
  if (tiers === 0 || !tier || !bestTier) return families;
  const places = new Uint8Array(families.length);
  const start = new Int32Array(tiers + 2);
  for (let f = 0; f < places.length; f++) {
    const unsure = marks ? marks[f]! & MARK.unsure : 0;
    const settled = (verdict[f]! >> 1) & (unsure ^ 1);
    const place = bestTier[f]! + settled * (tier[f]! - bestTier[f]!);
    places[f] = place;
    start[place + 1]!++;
  }
  for (let t = 0; t <= tiers; t++) start[t + 1]! += start[t]!;
  const line = new Int32Array(families.length);
  for (let i = 0; i < families.length; i++) {
    const f = families[i]!;
    line[start[places[f]!]!++] = f;
  }
  return line;
};
