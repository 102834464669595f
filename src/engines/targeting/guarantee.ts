import type { QuotaTree } from './areas.ts';

/** Places kept for the floors: the families that get them in order of priority, and how many each area holds of them. */
export type Guarantee = { families: number[]; counts: Int32Array; unmet: { code: string; missing: number }[] };

type Needs = { tree: QuotaTree; counts: Int32Array; needs: Float64Array; inner: Float64Array };

const newNeeds = (tree: QuotaTree): Needs => {
  const size = tree.nodes.length;
  const state = { tree, counts: new Int32Array(size), needs: new Float64Array(size), inner: new Float64Array(size) };
  for (let a = size - 1; a >= 0; a--) {
    state.needs[a] = Math.max(tree.nodes[a]!.floor, state.inner[a]!);
    const { parent } = tree.nodes[a]!;
    if (parent >= 0) state.inner[parent]! += state.needs[a]!;
  }
  return state;
};

/**
 * Counts one more family on the chain when that brings the floors nearer: an area needs the larger of what its own floor
 * lacks and what its inner areas still need. False, and nothing changed, when it would not help or a quota is full.
 */
const claim = (state: Needs, from: number, to: number, apply: boolean): boolean => {
  const { tree, counts, needs, inner } = state;
  for (let k = from; k < to; k++) if (counts[tree.chain[k]!]! >= tree.nodes[tree.chain[k]!]!.cap) return false;
  let gain = 0;
  const changes: { node: number; need: number; inner: number }[] = [];
  for (let k = to - 1; k >= from; k--) {
    const node = tree.chain[k]!;
    const left = inner[node]! - gain;
    const need = Math.max(0, tree.nodes[node]!.floor - counts[node]! - 1, left);
    changes.push({ node, need, inner: left });
    gain = needs[node]! - need;
  }
  if (gain <= 0 || !apply) return gain > 0;
  for (const change of changes) {
    counts[change.node]!++;
    needs[change.node] = change.need;
    inner[change.node] = change.inner;
  }
  return true;
};

/**
 * Chooses the families that the floors guarantee, neediest first, without looking at money.
 * `may` says who is considered; `wouldBe` is told of those not considered who would have been chosen.
 */
export const chooseGuaranteed = (
  tree: QuotaTree,
  area: Int32Array | Uint16Array,
  queue: Int32Array,
  may: (family: number) => boolean,
  wouldBe: (family: number) => void,
): Guarantee => {
  const state = newNeeds(tree);
  const families: number[] = [];
  for (const family of queue) {
    const [from, to] = [tree.start[area[family]!]!, tree.start[area[family]! + 1]!];
    if (from === to) continue;
    const considered = may(family);
    if (!claim(state, from, to, considered)) continue;
    if (considered) families.push(family);
    else wouldBe(family);
  }
  const unmet = tree.nodes.flatMap(({ code, floor }, a) =>
    floor > state.counts[a]! ? [{ code, missing: floor - state.counts[a]! }] : [],
  );
  return { families, counts: state.counts, unmet };
};
