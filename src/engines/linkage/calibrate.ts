/** A decided pair: its weight in bits and whether officers found it to be one person. */
export type Decision = { weight: number; same: boolean };

/** A calibration: steps of rising weight with the share of "same" found in decisions, made monotone. */
export type Calibration = { weights: number[]; shares: number[]; decisions: number };

export const DECISIONS_NEEDED = 500;
const OF_EACH_NEEDED = 30;

/**
 * Measured probability by weight, from adjudicated pairs (isotonic regression by pooling adjacent violators; Ayer et al. 1955).
 * Gives undefined below 500 decisions, or with fewer than 30 of either answer: then only bands may be shown.
 */
export const calibrate = (decisions: readonly Decision[]): Calibration | undefined => {
  const same = decisions.filter((d) => d.same).length;
  if (decisions.length < DECISIONS_NEEDED || same < OF_EACH_NEEDED || decisions.length - same < OF_EACH_NEEDED)
    return undefined;
  const sorted = [...decisions].sort((a, b) => a.weight - b.weight);
  const pools: { weight: number; same: number; count: number }[] = [];
  for (const d of sorted) {
    let pool = { weight: d.weight, same: d.same ? 1 : 0, count: 1 };
    let last = pools.at(-1);
    while (last && last.same / last.count >= pool.same / pool.count) {
      const count = last.count + pool.count;
      pool = {
        weight: (last.weight * last.count + pool.weight * pool.count) / count,
        same: last.same + pool.same,
        count,
      };
      pools.pop();
      last = pools.at(-1);
    }
    pools.push(pool);
  }
  // Half a decision of each answer keeps a pool of three from claiming certainty.
  return {
    weights: pools.map((p) => p.weight),
    shares: pools.map((p) => (p.same + 0.5) / (p.count + 1)),
    decisions: decisions.length,
  };
};

/** Calibrated probability of a weight, by straight lines between the pools; never falls as the weight rises. */
export const calibrated = (c: Calibration, weight: number): number => {
  const { weights, shares } = c;
  let best = 0;
  if (weight <= weights[0]!) return shares[0]!;
  for (let i = 1; i < weights.length; i += 1) {
    best = Math.max(best, shares[i - 1]!);
    if (weight > weights[i]!) continue;
    const part = (weight - weights[i - 1]!) / (weights[i]! - weights[i - 1]!);
    return Math.max(best, best + part * (shares[i]! - best));
  }
  return Math.max(best, shares.at(-1)!);
};
