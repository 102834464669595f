/** What a value of an expression can be known to be before it is evaluated. `any`: only the answer will tell. */
export type Kind = 'angka' | 'teks' | 'ya-tidak' | 'tanggal' | 'any';

type Signature = {
  /** Fewest and most arguments. */
  readonly takes: readonly [number, number];
  readonly gives: Kind;
  /** Arguments that must be able to be numbers. */
  readonly numbers?: true;
  /** The first argument may be a question of a repeat: all its answers are meant. */
  readonly overRepeats?: true;
};
const MANY = 20;

/** The functions that may be used, by name. */
export const FUNCTIONS: Readonly<Record<string, Signature>> = {
  selected: { takes: [2, 2], gives: 'ya-tidak' },
  'count-selected': { takes: [1, 1], gives: 'angka' },
  if: { takes: [3, 3], gives: 'any' },
  coalesce: { takes: [2, MANY], gives: 'any' },
  'string-length': { takes: [1, 1], gives: 'angka' },
  regex: { takes: [2, 2], gives: 'ya-tidak' },
  today: { takes: [0, 0], gives: 'tanggal' },
  date: { takes: [1, 1], gives: 'tanggal' },
  once: { takes: [1, 1], gives: 'any' },
  position: { takes: [1, 1], gives: 'angka' },
  sum: { takes: [1, 1], gives: 'angka', numbers: true, overRepeats: true },
  count: { takes: [1, 1], gives: 'angka', overRepeats: true },
  'count-non-empty': { takes: [1, 1], gives: 'angka', overRepeats: true },
  min: { takes: [1, MANY], gives: 'angka', numbers: true, overRepeats: true },
  max: { takes: [1, MANY], gives: 'angka', numbers: true, overRepeats: true },
  not: { takes: [1, 1], gives: 'ya-tidak' },
  true: { takes: [0, 0], gives: 'ya-tidak' },
  false: { takes: [0, 0], gives: 'ya-tidak' },
  number: { takes: [1, 1], gives: 'angka' },
  int: { takes: [1, 1], gives: 'angka', numbers: true },
  round: { takes: [1, 2], gives: 'angka', numbers: true },
  string: { takes: [1, 1], gives: 'teks' },
  concat: { takes: [1, MANY], gives: 'teks' },
  contains: { takes: [2, 2], gives: 'ya-tidak' },
  'starts-with': { takes: [2, 2], gives: 'ya-tidak' },
  substr: { takes: [2, 3], gives: 'teks' },
};
