import { costOf } from './money.ts';
import { OUTCOME } from './outcome.ts';
import { ranksOf } from './ranks.ts';
import type { ProgrammeResult, Run } from './run.ts';

/** How far a family that was left out is from being admitted. */
export type Distance = {
  /** Families before it on the same waiting line, itself included. */
  places: number;
  /** Rupiah that would carry the list down to it (for the reserve list). */
  rupiah: bigint | undefined;
  /** Area whose quota is full, for a family that waits for a quota. */
  area: string | undefined;
};

const reserveLists = new WeakMap<ProgrammeResult, Int32Array>();

const reserveOf = (result: ProgrammeResult): Int32Array => {
  const list =
    reserveLists.get(result) ?? result.selection.queue().filter((f) => COMING.has(result.selection.outcome[f]!));
  reserveLists.set(result, list);
  return list;
};

const COMING: ReadonlySet<number> = new Set([OUTCOME.reserve, OUTCOME.waiting]);

const moneyDownTo = (result: ProgrammeResult, family: number): bigint => {
  let sum = 0n;
  for (const f of reserveOf(result)) {
    sum += costOf(result.costs, f);
    if (f === family) break;
  }
  const { ceiling } = result.programme;
  const left = ceiling === undefined ? 0n : ceiling - result.selection.spent;
  return sum > left ? sum - left : 0n;
};

/** Undefined for a family that is admitted, held, excluded, not eligible or unknown. */
export const distanceOf = (run: Run, result: ProgrammeResult, family: number): Distance | undefined => {
  const { outcome, binding, queue, closedBy } = result.selection;
  if (outcome[family] === OUTCOME.reserve)
    return {
      places: ranksOf(run.snapshot, result).reserve[family]!,
      rupiah: closedBy === 'pagu' ? moneyDownTo(result, family) : undefined,
      area: undefined,
    };
  if (outcome[family] !== OUTCOME.quota) return undefined;
  const node = binding[family]!;
  let places = 0;
  for (const f of queue()) {
    if (outcome[f] === OUTCOME.quota && binding[f] === node) places++;
    if (f === family) break;
  }
  return { places, rupiah: undefined, area: result.tree!.nodes[node]!.code };
};
