/** A seeded source of numbers; the same seeds give the same numbers on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, limit). */
  readonly below: (limit: number) => number;
  /** A whole number in [from, to], both included. */
  readonly between: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
};

/** Mixes two 32-bit numbers into one; a bijection in the second for a fixed first. */
export const mix32 = (salt: number, value: number): number => {
  let x = (value ^ Math.imul(salt | 0, 0x9e3779b1)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b) >>> 0;
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
};

/** A stream of its own for every combination of seeds (for example population seed, purpose, family number): sfc32. */
export const randomFrom = (...seeds: readonly number[]): Random => {
  let folded = 0x2545f491;
  for (const seed of seeds) folded = mix32(folded ^ Math.floor(seed / 2 ** 32), (folded ^ seed) >>> 0);
  let a = mix32(1, folded);
  let b = mix32(2, folded);
  let c = mix32(3, folded);
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
};

/** One of `choices` by its weight; weights need not sum to one. */
export const pickWeighted = <T>(random: Random, choices: readonly (readonly [T, number])[]): T => {
  let total = 0;
  for (const [, weight] of choices) total += weight;
  let at = random.next() * total;
  for (const [value, weight] of choices) {
    at -= weight;
    if (at < 0) return value;
  }
  return (choices.at(-1) as readonly [T, number])[0];
};

/** One of a list ordered by frequency: the r-th with probability about 1/r (Zipf), as given names are distributed. */
export const pickZipf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.min(list.length - 1, Math.floor(Math.exp(random.next() * Math.log(list.length + 1))) - 1)] as T;

/**
 * A rank from `start` without upper end, P(rank > r) = (start / r)^exponent: the number of different ranks grows for ever with the
 * draws, and no single rank is common.
 */
export const openRank = (random: Random, exponent: number, start: number): number =>
  Math.min(2 ** 31, Math.floor(start * (1 - random.next()) ** (-1 / exponent)));
