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

/** Per family its place on its waiting line (from 1), and the rupiah of the line down to and with it when benefits are unequal. */
type WaitingLines = { place: Int32Array; rupiah: Float64Array | undefined };

const known = new WeakMap<ProgrammeResult, WaitingLines>();

const makeLines = ({ selection, costs, tree }: ProgrammeResult): WaitingLines => {
  const { outcome, binding } = selection;
  const place = new Int32Array(outcome.length);
  const rupiah = costs.kind === 'each' ? new Float64Array(outcome.length) : undefined;
  const perArea = new Int32Array(tree?.nodes.length ?? 0);
  let [coming, sum] = [0, 0];
  for (const f of selection.queue()) {
    const o = outcome[f];
    if (o === OUTCOME.quota) place[f] = ++perArea[binding[f]!]!;
    else if (o === OUTCOME.reserve || o === OUTCOME.waiting) {
      place[f] = ++coming;
      if (costs.kind === 'each') rupiah![f] = sum += costs.rupiah[f]!;
    }
  }
  return { place, rupiah };
};

const moneyDownTo = (result: ProgrammeResult, lines: WaitingLines, family: number): bigint => {
  const sum = lines.rupiah
    ? BigInt(lines.rupiah[family]!)
    : costOf(result.costs, family) * BigInt(lines.place[family]!);
  const { ceiling } = result.programme;
  const left = ceiling === undefined ? 0n : ceiling - result.selection.spent;
  return sum > left ? sum - left : 0n;
};

/** Undefined for a family that is admitted, held, excluded, not eligible or unknown. */
export const distanceOf = (run: Run, result: ProgrammeResult, family: number): Distance | undefined => {
  const { outcome, binding, closedBy } = result.selection;
  const reserve = outcome[family] === OUTCOME.reserve;
  if (!reserve && outcome[family] !== OUTCOME.quota) return undefined;
  const lines = known.get(result) ?? makeLines(result);
  known.set(result, lines);
  if (!reserve)
    return { places: lines.place[family]!, rupiah: undefined, area: result.tree!.nodes[binding[family]!]!.code };
  return {
    places: ranksOf(run.snapshot, result).reserve[family]!,
    rupiah: closedBy === 'pagu' ? moneyDownTo(result, lines, family) : undefined,
    area: undefined,
  };
};
