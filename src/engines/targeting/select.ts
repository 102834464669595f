import { YES } from '#engines/aturan/index.ts';
import type { QuotaTree } from './areas.ts';
import { takePlainTurns, takeQuotaTurns } from './fast-turns.ts';
import { chooseGuaranteed, type Guarantee } from './guarantee.ts';
import type { Costs } from './money.ts';
import { OUTCOME, PLACE, takesPlace } from './outcome.ts';
import { canPay, openPurse, type Purse, pay } from './purse.ts';

/** Marks of single families, added up. */
export const MARK = {
  /** Its position is not known: no score, or raised to the best tier it may have. */
  unsure: 1,
  /** Taken out by a decision. */
  removed: 2,
  /** Put in by a decision. */
  added: 4,
  /** An officer has recorded why its unknown need not be waited for. */
  ruledOut: 8,
} as const;

/** Everything one programme's selection depends on; nothing else is read. */
export type SelectionInput = {
  /** All families from the neediest on, each at its best place (a sure one at its own); those surely out are passed over. */
  line: Int32Array;
  verdict: Uint8Array;
  /** MARK bits per family; undefined when no family has any. */
  marks: Uint8Array | undefined;
  area: Int32Array | Uint16Array;
  tree: QuotaTree | undefined;
  costs: Costs;
  ceiling: bigint | undefined;
  maxCount: number | undefined;
  /** Per family in its exclusive group: 0 = free, 2k + 2 = receives programme k, 2k + 3 = place held in programme k. */
  claimed: Uint16Array | undefined;
  holding: 'no' | 'until' | 'lapsed';
};

export type Selection = {
  outcome: Uint8Array;
  /**
   * For `quota` the place of the full area in the tree; for `excluded` the programme that excludes. Empty when the
   * programme has neither quotas nor a group.
   */
  binding: Uint16Array;
  /** The families that took part, in order; made when first asked for. */
  queue: () => Int32Array;
  /** What closed the programme, when anything did. */
  closedBy: 'pagu' | 'jumlah' | undefined;
  guarantee: Guarantee | undefined;
  spent: bigint;
  admitted: number;
  held: number;
};

/** One selection under way. */
export type Pass = {
  input: SelectionInput;
  purse: Purse;
  /** Places taken per limit of the tree. */
  counts: Int32Array;
  /** 1 = a place is set aside for this family by a floor or a decision. */
  kept: Uint8Array | undefined;
  wouldBeKept: Set<number>;
  result: Selection;
};

const markOf = (input: SelectionInput, family: number): number => (input.marks ? input.marks[family]! : 0);
const claimOf = (input: SelectionInput, family: number): number => (input.claimed ? input.claimed[family]! : 0);

const sure = (input: SelectionInput, family: number): boolean =>
  input.verdict[family] === YES && (markOf(input, family) & MARK.unsure) === 0 && (claimOf(input, family) & 1) === 0;

const holdable = (input: SelectionInput, family: number): boolean =>
  input.holding === 'until' && (markOf(input, family) & MARK.ruledOut) === 0;

/** Removed by a decision, or receiving another programme of the group. */
const outOfPlay = (input: SelectionInput, family: number): boolean => {
  const claim = claimOf(input, family);
  return (markOf(input, family) & MARK.removed) !== 0 || (claim > 0 && (claim & 1) === 0);
};

const chooseKept = (pass: Pass): Set<number> => {
  const { input, result } = pass;
  const chosen = new Set<number>();
  if (input.marks) for (const f of input.line) if ((input.marks[f]! & MARK.added) !== 0) chosen.add(f);
  if (!input.tree?.nodes.some((node) => node.floor > 0)) return chosen;
  const may = (f: number): boolean => !outOfPlay(input, f) && !chosen.has(f) && (sure(input, f) || holdable(input, f));
  const wouldBe = (f: number): void => {
    if (!outOfPlay(input, f) && input.holding === 'no') pass.wouldBeKept.add(f);
  };
  result.guarantee = chooseGuaranteed(input.tree, input.area, result.queue(), may, wouldBe);
  for (const f of result.guarantee.families) chosen.add(f);
  return chosen;
};

/** Floors and decisions come before the general list; their places and their money are set aside. */
const setAside = (pass: Pass): void => {
  const chosen = chooseKept(pass);
  if (chosen.size === 0) return;
  pass.kept = new Uint8Array(pass.input.verdict.length);
  for (const f of chosen) {
    pass.result.closedBy ??= pay(pass.purse, f);
    if (pass.result.closedBy) break;
    pass.kept[f] = 1;
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
    if (counts[node]! >= tree.caps[node]!) return node;
  }
  return -1;
};

const keep = (pass: Pass, family: number): void => {
  const { input, result } = pass;
  const added = (markOf(input, family) & MARK.added) !== 0;
  if (!sure(input, family) && !added) {
    result.outcome[family] = OUTCOME.held;
    return;
  }
  result.outcome[family] = added ? OUTCOME.added : result.closedBy ? OUTCOME.floor : OUTCOME.admitted;
};

/** A family whose eligibility or position is unknown and whose place is not held. */
const leaveUnknown = (pass: Pass, family: number): void => {
  const { input, result } = pass;
  if (input.holding === 'lapsed' || (markOf(input, family) & MARK.ruledOut) !== 0) {
    result.outcome[family] = OUTCOME.lapsed;
    return;
  }
  const fits = !result.closedBy && fullArea(pass, family) < 0 && canPay(pass.purse, family);
  result.outcome[family] = fits || pass.wouldBeKept.has(family) ? OUTCOME.open : OUTCOME.closed;
};

/** The turn of a family that competes for a place: `certain` = eligible and placed for sure, else its place would be held. */
const compete = (pass: Pass, family: number, certain: boolean): void => {
  const { result } = pass;
  const node = fullArea(pass, family);
  if (node >= 0) {
    result.outcome[family] = certain ? OUTCOME.quota : OUTCOME.closed;
    result.binding[family] = node;
    return;
  }
  // After the close the list goes on counting quotas as if the money were there: more money takes exactly these, in this order.
  countPlace(pass, family);
  // Strict prefix: the first admissible family that the money or the number does not reach closes the programme.
  result.closedBy ??= pay(pass.purse, family);
  if (result.closedBy) result.outcome[family] = certain ? OUTCOME.reserve : OUTCOME.waiting;
  else result.outcome[family] = certain ? OUTCOME.admitted : OUTCOME.held;
};

const takeTurn = (pass: Pass, family: number): void => {
  const { input, result } = pass;
  if (pass.kept?.[family] === 1) {
    keep(pass, family);
    return;
  }
  if (outOfPlay(input, family)) {
    const removed = (markOf(input, family) & MARK.removed) !== 0;
    result.outcome[family] = removed ? OUTCOME.removed : OUTCOME.excluded;
    if (!removed) result.binding[family] = (claimOf(input, family) >> 1) - 1;
    return;
  }
  const certain = sure(input, family) || (markOf(input, family) & MARK.added) !== 0;
  if (certain || holdable(input, family)) compete(pass, family, certain);
  else leaveUnknown(pass, family);
};

/** How many took a place, counted once at the end. */
const countTaken = (result: Selection): void => {
  const { outcome } = result;
  let [admitted, held] = [0, 0];
  for (let f = 0; f < outcome.length; f++) {
    const takes = PLACE[outcome[f]!]!;
    admitted += takes & 1;
    held += takes >> 1;
  }
  result.admitted = admitted;
  result.held = held;
};

const spentOn = (costs: Costs, result: Selection): bigint => {
  if (costs.kind === 'same') return costs.amount * BigInt(result.admitted + result.held);
  let total = 0;
  for (let f = 0; f < result.outcome.length; f++) if (takesPlace(result.outcome[f]!)) total += costs.rupiah[f]!;
  return BigInt(total);
};

const ABOUT_DECISIONS = MARK.added | MARK.removed;

const queueMaker = ({ line, verdict, marks }: SelectionInput): (() => Int32Array) => {
  let queue: Int32Array | undefined;
  return () => {
    queue ??= line.filter((f) => verdict[f] !== 0 || ((marks?.[f] ?? 0) & ABOUT_DECISIONS) !== 0);
    return queue;
  };
};

/**
 * Admits families of one programme in priority order: quotas, floors, number and money, exclusion, human decisions.
 * Whoever is unknown either has its place held (counted against quota and money) or is marked when it could still enter.
 * `fast` = false takes the general turn for everyone; the answer is the same.
 */
export const selectFamilies = (input: SelectionInput, fast = true): Selection => {
  const { verdict, tree, claimed } = input;
  const result: Selection = {
    outcome: new Uint8Array(verdict.length),
    binding: new Uint16Array(tree || claimed ? verdict.length : 0),
    queue: queueMaker(input),
    closedBy: undefined,
    guarantee: undefined,
    spent: 0n,
    admitted: 0,
    held: 0,
  };
  const pass: Pass = {
    input,
    purse: openPurse(input),
    counts: new Int32Array(tree?.nodes.length ?? 0),
    kept: undefined,
    wouldBeKept: new Set(),
    result,
  };
  setAside(pass);
  const plain = fast && !input.marks && !pass.kept && !result.guarantee && input.costs.kind === 'same';
  if (plain && !tree) takePlainTurns(pass);
  else if (plain && tree) takeQuotaTurns(pass, tree);
  else for (const family of result.queue()) takeTurn(pass, family);
  countTaken(result);
  result.spent = spentOn(input.costs, result);
  return result;
};
