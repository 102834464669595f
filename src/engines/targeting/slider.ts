import { OUTCOME, takesPlace } from './outcome.ts';
import type { ProgrammeResult } from './run.ts';

/** What one programme would look like with other money or another number, everything else as it is. */
export type Slid = {
  admittedOrHeld: number;
  spent: bigint;
  unspent: bigint | undefined;
  reserve: number;
  lastFamily: number | undefined;
};
export type Slider = {
  /** Undefined limits mean none. */
  at: (ceiling: bigint | undefined, maxCount?: number) => Slid;
  /** Families in the order in which they would come in, after the places kept by floors and decisions. */
  sequence: Int32Array;
};

/** Who comes in when money allows: those who are in, and those the quotas leave room for. */
const COMING: ReadonlySet<number> = new Set([OUTCOME.admitted, OUTCOME.held, OUTCOME.reserve, OUTCOME.waiting]);

const lastWithin = (sums: Float64Array, limit: number): number => {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

const sumsOf = (result: ProgrammeResult, families: Int32Array): Float64Array => {
  const sums = new Float64Array(families.length);
  const { costs } = result;
  let sum = 0;
  for (let i = 0; i < families.length; i++) {
    sum += costs.kind === 'same' ? Number(costs.amount) : costs.rupiah[families[i]!]!;
    sums[i] = sum;
  }
  return sums;
};

const keptFirst = (result: ProgrammeResult): Set<number> => new Set(result.selection.guarantee?.families ?? []);

/**
 * Prepares the budget slider of a programme: one pass here, then every question is two binary searches.
 * Undefined where sliding is not exact and a run is needed: decisions that add families, equal benefits whose sum leaves
 * 2^53, families raised to a better tier (that depends on the money), or floors that the present money cannot pay.
 */
export const makeSlider = (result: ProgrammeResult): Slider | undefined => {
  const { selection, costs, programme } = result;
  if (programme.decisions.some((d) => d.kind === 'tambahkan') || result.raised > 0) return undefined;
  if (costs.kind === 'same' && costs.amount * BigInt(selection.outcome.length) > BigInt(Number.MAX_SAFE_INTEGER))
    return undefined;
  const kept = keptFirst(result);
  const { outcome } = selection;
  const inTurn = selection.queue().filter((f) => !kept.has(f) && COMING.has(outcome[f]!));
  const first = Int32Array.from(kept);
  if (first.some((f) => !takesPlace(outcome[f]!))) return undefined;
  const sequence = Int32Array.from([...first, ...inTurn]);
  const sums = sumsOf(result, sequence);
  const at = (ceiling: bigint | undefined, maxCount?: number): Slid => {
    const money =
      ceiling === undefined || ceiling > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(ceiling);
    const count = Math.min(lastWithin(sums, money), maxCount ?? sequence.length, sequence.length);
    const spent = BigInt(count > 0 ? sums[count - 1]! : 0);
    return {
      admittedOrHeld: count,
      spent,
      unspent: ceiling === undefined ? undefined : ceiling - spent,
      reserve: sequence.length - count,
      lastFamily: count > 0 ? sequence[count - 1] : undefined,
    };
  };
  return { at, sequence };
};
