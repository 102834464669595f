import { liesIn } from '../areas.ts';
import type { Limits } from './small-registers.ts';

export type Candidate = { id: string; area: string };

const inside = (candidates: readonly Candidate[], set: number, code: string): number =>
  candidates.reduce((n, c, i) => n + ((set >> i) & 1 && liesIn(c.area, code) ? 1 : 0), 0);

const feasible = (candidates: readonly Candidate[], set: number, limits: Limits, most: number): boolean =>
  candidates.reduce((n, _, i) => n + ((set >> i) & 1), 0) <= most &&
  Object.entries(limits.quota ?? {}).every(([code, cap]) => inside(candidates, set, code) <= cap) &&
  Object.entries(limits.floor ?? {}).every(([code, least]) => inside(candidates, set, code) >= least);

/**
 * The best feasible set by trying all of them: of two sets the better one is that which holds the neediest family in
 * which they differ. `candidates` come neediest first. Undefined when no set keeps all limits.
 */
export const bestSet = (candidates: readonly Candidate[], limits: Limits, benefit: bigint): string[] | undefined => {
  const paid = limits.ceiling === undefined ? candidates.length : Number(BigInt(limits.ceiling) / benefit);
  const most = Math.min(paid, limits.maxCount ?? candidates.length);
  const key = (set: number): string => candidates.map((_, i) => (set >> i) & 1).join('');
  let best: number | undefined;
  for (let set = 0; set < 2 ** candidates.length; set++)
    if (feasible(candidates, set, limits, most) && (best === undefined || key(set) > key(best))) best = set;
  return best === undefined ? undefined : candidates.flatMap((c, i) => ((best >> i) & 1 ? [c.id] : []));
};
