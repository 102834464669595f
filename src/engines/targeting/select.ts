import { YES } from '#engines/aturan/index.ts';
import type { QuotaTree } from './areas.ts';
import { chooseGuaranteed, type Guarantee } from './guarantee.ts';
import type { Costs } from './money.ts';
import { OUTCOME } from './outcome.ts';

/** Everything one programme's selection depends on; nothing else is read. */
export type SelectionInput = {
  /** Families that are not surely out, neediest first, each at its best place (a sure one at its own). */
  queue: Int32Array;
  verdict: Uint8Array;
  /** 1 = its position is not known (no score, or its tier is raised to the best). */
  unsure: (family: number) => boolean;
  area: Int32Array;
  tree: QuotaTree | undefined;
  costs: Costs;
  ceiling: bigint | undefined;
  maxCount: number | undefined;
  /** Per family in its exclusive group: 0 = free, 2k + 2 = receives programme k, 2k + 3 = place held in programme k. */
  claimed: Uint16Array | undefined;
  holding: 'no' | 'until' | 'lapsed';
  ruledOut: ReadonlySet<number>;
  removed: ReadonlySet<number>;
  added: ReadonlySet<number>;
};

export type Selection = {
  outcome: Uint8Array;
  /** For `quota` the place of the full area in the tree; for `excluded` and a place held because of another programme, that programme. */
  binding: Uint16Array;
  queue: Int32Array;
  /** What closed the programme, when anything did. */
  closedBy: 'pagu' | 'jumlah' | undefined;
  guarantee: Guarantee | undefined;
  spent: bigint;
  admitted: number;
  held: number;
};

type Purse = { places: number; closer: 'pagu' | 'jumlah'; money: number; each: Float64Array | undefined };

/** Money for equal benefits is a number of places; unequal benefits are paid out of the purse one by one. */
const openPurse = ({ costs, ceiling, maxCount }: SelectionInput): Purse => {
  const count = maxCount ?? Number.POSITIVE_INFINITY;
  if (costs.kind === 'each') {
    const money =
      ceiling === undefined
        ? Number.POSITIVE_INFINITY
        : Number(ceiling > 9_007_199_254_740_991n ? 9_007_199_254_740_991n : ceiling);
    return { places: count, closer: 'jumlah', money, each: costs.rupiah };
  }
  const paid = ceiling === undefined || costs.amount === 0n ? Number.POSITIVE_INFINITY : Number(ceiling / costs.amount);
  return {
    places: Math.min(count, paid),
    closer: paid <= count ? 'pagu' : 'jumlah',
    money: Number.POSITIVE_INFINITY,
    each: undefined,
  };
};

/** Why the purse cannot pay this family, or undefined after it has paid. */
const pay = (purse: Purse, family: number): 'pagu' | 'jumlah' | undefined => {
  const cost = purse.each ? purse.each[family]! : 0;
  if (cost > purse.money) return 'pagu';
  if (purse.places < 1) return purse.closer;
  purse.places--;
  purse.money -= cost;
  return undefined;
};

type Pass = {
  input: SelectionInput;
  purse: Purse;
  counts: Int32Array;
  kept: Uint8Array | undefined;
  wouldBeKept: Set<number>;
  result: Selection;
};

const sure = (input: SelectionInput, family: number): boolean =>
  input.verdict[family] === YES && !input.unsure(family) && ((input.claimed?.[family] ?? 0) & 1) === 0;

const holdable = (input: SelectionInput, family: number): boolean =>
  input.holding === 'until' && !input.ruledOut.has(family);

/** Undecided until the held place in another programme, or the missing fact, is settled. */
const outOfPlay = (input: SelectionInput, family: number): boolean => {
  const claim = input.claimed?.[family] ?? 0;
  return input.removed.has(family) || (claim > 0 && (claim & 1) === 0);
};

/** Floors and decisions come before the general list; their places and their money are set aside. */
const setAside = (pass: Pass): void => {
  const { input, result } = pass;
  const chosen = new Set(input.added);
  if (input.tree?.nodes.some((node) => node.floor > 0)) {
    const may = (f: number): boolean =>
      !outOfPlay(input, f) && !chosen.has(f) && (sure(input, f) || holdable(input, f));
    const wouldBe = (f: number): void => {
      if (!outOfPlay(input, f) && !input.ruledOut.has(f) && input.holding === 'no') pass.wouldBeKept.add(f);
    };
    result.guarantee = chooseGuaranteed(input.tree, input.area, input.queue, may, wouldBe);
    for (const f of result.guarantee.families) chosen.add(f);
  }
  if (chosen.size === 0) return;
  const kept = new Uint8Array(input.verdict.length);
  pass.kept = kept;
  for (const f of chosen) {
    result.closedBy ??= pay(pass.purse, f);
    if (result.closedBy) break;
    kept[f] = 1;
    countPlace(pass, f);
  }
};

const countPlace = ({ input: { tree, area }, counts }: Pass, family: number): void => {
  if (!tree) return;
  const to = tree.start[area[family]! + 1]!;
  for (let k = tree.start[area[family]!]!; k < to; k++) counts[tree.chain[k]!]!++;
};

/** The first full area on the family's chain, or -1. */
const fullArea = ({ input: { tree, area }, counts }: Pass, family: number): number => {
  if (!tree) return -1;
  const to = tree.start[area[family]! + 1]!;
  for (let k = tree.start[area[family]!]!; k < to; k++) {
    const node = tree.chain[k]!;
    if (counts[node]! >= tree.nodes[node]!.cap) return node;
  }
  return -1;
};

const keep = (pass: Pass, family: number): void => {
  const { input, result } = pass;
  if (!sure(input, family) && !input.added.has(family)) {
    result.outcome[family] = OUTCOME.held;
    result.held++;
    return;
  }
  result.admitted++;
  result.outcome[family] = input.added.has(family) ? OUTCOME.added : result.closedBy ? OUTCOME.floor : OUTCOME.admitted;
};

/** A family whose eligibility or position is unknown and whose place is not held. */
const leaveUnknown = (pass: Pass, family: number): void => {
  const { input, result } = pass;
  if (input.holding === 'lapsed' || input.ruledOut.has(family)) {
    result.outcome[family] = OUTCOME.lapsed;
    return;
  }
  const fits =
    pass.wouldBeKept.has(family) || (!result.closedBy && fullArea(pass, family) < 0 && canPay(pass.purse, family));
  result.outcome[family] = fits ? OUTCOME.open : OUTCOME.closed;
};

const canPay = (purse: Purse, family: number): boolean =>
  purse.places >= 1 && (purse.each ? purse.each[family]! <= purse.money : true);

const takeTurn = (pass: Pass, family: number): void => {
  const { input, result } = pass;
  if (pass.kept?.[family] === 1) {
    keep(pass, family);
    return;
  }
  const claim = input.claimed?.[family] ?? 0;
  if (outOfPlay(input, family)) {
    const removed = input.removed.has(family);
    result.outcome[family] = removed ? OUTCOME.removed : OUTCOME.excluded;
    if (!removed) result.binding[family] = (claim >> 1) - 1;
    return;
  }
  const certain = sure(input, family) || input.added.has(family);
  if (!certain && !holdable(input, family)) {
    leaveUnknown(pass, family);
    return;
  }
  const node = fullArea(pass, family);
  if (node >= 0) {
    result.outcome[family] = certain ? OUTCOME.quota : OUTCOME.closed;
    result.binding[family] = node;
    return;
  }
  // Strict prefix: the first admissible family that the money or the number does not reach closes the programme.
  result.closedBy ??= pay(pass.purse, family);
  if (!result.closedBy) {
    countPlace(pass, family);
    result.outcome[family] = certain ? OUTCOME.admitted : OUTCOME.held;
    if (certain) result.admitted++;
    else result.held++;
  } else if (certain) {
    // The reserve list goes on counting quotas as if the money were there: a larger budget takes exactly these, in this order.
    countPlace(pass, family);
    result.outcome[family] = OUTCOME.reserve;
  } else {
    countPlace(pass, family);
    result.outcome[family] = OUTCOME.waiting;
  }
};

const spentOn = (costs: Costs, result: Selection): bigint => {
  if (costs.kind === 'same') return costs.amount * BigInt(result.admitted + result.held);
  let total = 0;
  for (const family of result.queue) {
    const outcome = result.outcome[family]!;
    if (
      outcome === OUTCOME.admitted ||
      outcome === OUTCOME.held ||
      outcome === OUTCOME.floor ||
      outcome === OUTCOME.added
    )
      total += costs.rupiah[family]!;
  }
  return BigInt(total);
};

/**
 * Admits families of one programme in priority order: quotas, floors, number and money, exclusion, human decisions.
 * Whoever is unknown either has its place held (counted against quota and money) or is marked when it could still enter.
 */
export const selectFamilies = (input: SelectionInput): Selection => {
  const result: Selection = {
    outcome: new Uint8Array(input.verdict.length),
    binding: new Uint16Array(input.verdict.length),
    queue: input.queue,
    closedBy: undefined,
    guarantee: undefined,
    spent: 0n,
    admitted: 0,
    held: 0,
  };
  const pass: Pass = {
    input,
    purse: openPurse(input),
    counts: new Int32Array(input.tree?.nodes.length ?? 0),
    kept: undefined,
    wouldBeKept: new Set(),
    result,
  };
  setAside(pass);
  const { queue } = input;
  for (let k = 0; k < queue.length; k++) takeTurn(pass, queue[k]!);
  result.spent = spentOn(input.costs, result);
  return result;
};
