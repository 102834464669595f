/**
 * Three truth values, coded so that Kleene's "and" is `&` and "or" is `|`.
 * Bit 0 says "could be true", bit 1 says "is true". SQL's three-valued logic is the same logic.
 */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 3;

/** 0 = no, 1 = unknown, 3 = yes. */
export type Ternary = 0 | 1 | 3;

/** Kleene's "not": swaps yes and no, leaves unknown. The constant 7 packs the answers 3, 1, -, 0 two bits each. */
export const not = (value: Ternary): Ternary => ((7 >> (value << 1)) & 3) as Ternary;

export const and = (left: Ternary, right: Ternary): Ternary => (left & right) as Ternary;

export const or = (left: Ternary, right: Ternary): Ternary => (left | right) as Ternary;

/** A truth value from a boolean that may be missing. */
export const ternary = (value: boolean | undefined | null): Ternary =>
  value === undefined || value === null ? UNKNOWN : value ? YES : NO;

/** The word used in verdicts: `ya`, `tidak`, `belum` (belum diketahui). */
export const verdictWord = (value: Ternary): 'ya' | 'tidak' | 'belum' =>
  value === YES ? 'ya' : value === NO ? 'tidak' : 'belum';
