import type { Arah } from './programme.ts';

/** Kelompok prioritas of a local score: A is the neediest. An own grouping of the agency, comparable with nothing else. */
export type Group = 'A' | 'B' | 'C' | 'D';

/** Shares of the population at which A, B and C end, in basis points. */
export const QUARTERS = [2500, 5000, 7500] as const;

/**
 * Groups a population by the share that is strictly needier, so equal scores are never parted and nobody stands in a
 * later group because of a tie. Unknown (NaN) scores have no group and do not count as population.
 */
export const groupScores = (
  scores: Float64Array,
  arah: Arah,
  ends: readonly [number, number, number] = QUARTERS,
): (Group | undefined)[] => {
  const known = scores.filter((s) => !Number.isNaN(s)).sort();
  const total = known.length;
  const needier = (score: number): number => {
    const [low, high] = [firstAtLeast(known, score), firstAtLeast(known, score, true)];
    return arah === 'rendah' ? low : total - high;
  };
  return Array.from(scores, (score) => {
    if (Number.isNaN(score)) return undefined;
    const share = needier(score) * 10_000;
    return share < ends[0] * total ? 'A' : share < ends[1] * total ? 'B' : share < ends[2] * total ? 'C' : 'D';
  });
};

/** Place of the first value at or above (with `above`: strictly above) the score. */
const firstAtLeast = (sorted: Float64Array, score: number, above = false): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < score || (above && sorted[middle] === score)) low = middle + 1;
    else high = middle;
  }
  return low;
};
