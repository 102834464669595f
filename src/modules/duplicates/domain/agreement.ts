import type { Answer } from './words.ts';

/** One decision in so many is read again by another officer. */
const ONE_IN = 20;
/** Below so many readings nothing is said about agreement or precision. */
export const ENOUGH = 30;

/** Whether a pair is among those read again: by its id, which carries no meaning, so that nobody chooses. */
export const isReadAgain = (pairId: string): boolean => Number.parseInt(pairId.slice(-6), 16) % ONE_IN === 0;

/** How often two officers answered what: `sameBoth`, `sameFirst` (only the first said the same), `sameSecond`, `differentBoth`. */
export type Readings = { sameBoth: number; sameFirst: number; sameSecond: number; differentBoth: number };

export const countReadings = (readings: readonly { first: Answer; second: Answer }[]): Readings => {
  const of = (first: Answer, second: Answer) =>
    readings.filter((one) => one.first === first && one.second === second).length;
  return {
    sameBoth: of('sama', 'sama'),
    sameFirst: of('sama', 'beda'),
    sameSecond: of('beda', 'sama'),
    differentBoth: of('beda', 'beda'),
  };
};

export type Interval = { value: number; low: number; high: number };

/** The 0.975 quantile of the normal distribution: intervals hold with 95 %. */
const Z = 1.959964;

/**
 * Agreement beyond chance between two readers (Cohen 1960), with its large-sample interval; undefined while there are too few readings, or
 * where everybody always answered alike and chance explains all of it.
 */
export const kappaOf = (readings: Readings): Interval | undefined => {
  const { sameBoth, sameFirst, sameSecond, differentBoth } = readings;
  const n = sameBoth + sameFirst + sameSecond + differentBoth;
  if (n < ENOUGH) return undefined;
  const observed = (sameBoth + differentBoth) / n;
  const [first, second] = [(sameBoth + sameFirst) / n, (sameBoth + sameSecond) / n];
  const byChance = first * second + (1 - first) * (1 - second);
  if (byChance === 1) return undefined;
  const value = (observed - byChance) / (1 - byChance);
  const error = Math.sqrt((observed * (1 - observed)) / (n * (1 - byChance) ** 2));
  return { value, low: Math.max(-1, value - Z * error), high: Math.min(1, value + Z * error) };
};

/** A share with its 95 % interval (Wilson 1927); undefined below thirty decisions. */
export const shareOf = (hits: number, n: number): Interval | undefined => {
  if (n < ENOUGH) return undefined;
  const p = hits / n;
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};
