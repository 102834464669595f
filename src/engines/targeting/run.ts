import {
  type Judged,
  judgeColumns,
  listRecipientsRead,
  printRule,
  type Rule,
  type Tables,
  YES,
} from '#engines/aturan/index.ts';
import { buildQuotaTree, type QuotaTree } from './areas.ts';
import { type Costs, costsOf } from './money.ts';
import { type Order, orderOf } from './order.ts';
import { isAdmitted, OUTCOME } from './outcome.ts';
import type { Programme, ProgrammeSet } from './programme.ts';
import { lineUp } from './queue.ts';
import { recipientTruth } from './recipients.ts';
import { MARK, type Selection, type SelectionInput, selectFamilies } from './select.ts';
import type { Snapshot } from './snapshot.ts';

export type ProgrammeResult = {
  programme: Programme;
  judged: Judged;
  order: Order;
  costs: Costs;
  tree: QuotaTree | undefined;
  selection: Selection;
  /** Families surely eligible, left out, who would enter if their unknown tier turned out in their favour. */
  openTiers: ReadonlySet<number>;
  /** How many families stand at the best tier they may have because that tier decides. */
  raised: number;
  /** Results of earlier programmes this one depends on. */
  upstream: readonly ProgrammeResult[];
  claimed: Uint16Array | undefined;
};
export type Run = { snapshot: Snapshot; set: ProgrammeSet; results: readonly ProgrammeResult[] };

/** How many judgements of edited rules a snapshot remembers; the oldest goes first. */
const MOST_REMEMBERED = 48;
const judgements = new WeakMap<Snapshot, Map<string, Judged>>();

const forgetOldest = (memory: Map<string, unknown>): void => {
  while (memory.size > MOST_REMEMBERED) memory.delete(memory.keys().next().value!);
};

const judge = (snapshot: Snapshot, programme: Programme, readResults: readonly ProgrammeResult[]): Judged => {
  const tiers = programme.tiers.map((t) => t.rule);
  const tables: Tables = {
    ...snapshot.tables,
    recipients: new Map(readResults.map((r) => [r.programme.id, recipientTruth(r)])),
  };
  if (readResults.length > 0) return judgeColumns(tables, programme.rows, tiers);
  const memory = judgements.get(snapshot) ?? new Map<string, Judged>();
  judgements.set(snapshot, memory);
  const key = JSON.stringify([programme.rows.map((r) => [r.kind, printRule(r.rule)]), tiers.map(printRule)]);
  const judged = memory.get(key) ?? judgeColumns(tables, programme.rows, tiers);
  memory.delete(key);
  memory.set(key, judged);
  forgetOldest(memory);
  forgetOldest(snapshot.tables.aggregates);
  return judged;
};

/** Who already holds an award or a held place in an earlier programme of the same exclusive group. */
const claimsBefore = (
  snapshot: Snapshot,
  set: ProgrammeSet,
  earlier: readonly ProgrammeResult[],
): Uint16Array | undefined => {
  if (earlier.length === 0) return undefined;
  const claimed = new Uint16Array(snapshot.count);
  for (const result of earlier) {
    const place = set.programmes.findIndex((p) => p.id === result.programme.id);
    const { outcome } = result.selection;
    for (let f = 0; f < claimed.length; f++) {
      const o = outcome[f]!;
      if (isAdmitted(o)) claimed[f] = 2 * place + 2;
      else if (o === OUTCOME.held && claimed[f] === 0) claimed[f] = 2 * place + 3;
    }
  }
  return claimed;
};

type Prepared = Omit<SelectionInput, 'line'> & { judged: Judged; order: Order; tiers: number };

const mark = (marks: Uint8Array, families: Iterable<number>, bit: number): void => {
  for (const f of families) marks[f]! |= bit;
};

const selectRaising = (prepared: Prepared, raised: ReadonlySet<number>): Selection => {
  const { judged, order, tiers, verdict } = prepared;
  let { marks } = prepared;
  if (raised.size > 0) {
    marks = marks ? marks.slice() : new Uint8Array(verdict.length);
    mark(marks, raised, MARK.unsure);
  }
  return selectFamilies({ ...prepared, marks, line: lineUp(judged, tiers, order, marks) });
};

/** Sure families left out whose tier may in truth be better. */
const leftOutByTier = ({ judged, marks }: Prepared, { outcome }: Selection): number[] => {
  const { tier, bestTier, verdict } = judged;
  const found: number[] = [];
  if (!tier || !bestTier) return found;
  for (let f = 0; f < outcome.length; f++) {
    if (bestTier[f]! >= tier[f]! || verdict[f] !== YES || ((marks?.[f] ?? 0) & MARK.unsure) !== 0) continue;
    if (outcome[f] === OUTCOME.reserve || outcome[f] === OUTCOME.quota) found.push(f);
  }
  return found;
};

/**
 * Unknown tiers: a family admitted anyway needs nothing. One left out is tried at its best tier; when it would fit there,
 * its place is held (with a hold date) or it is reported as open (without). Holding one may push out another, hence the loop.
 */
const selectWithTiers = (prepared: Prepared): { selection: Selection; openTiers: Set<number>; raised: number } => {
  const raised = new Set<number>();
  const refused = new Set<number>();
  let selection = selectRaising(prepared, raised);
  for (;;) {
    const tried = leftOutByTier(prepared, selection).filter(
      (f) => !refused.has(f) && ((prepared.marks?.[f] ?? 0) & MARK.ruledOut) === 0,
    );
    if (tried.length === 0 || prepared.holding === 'lapsed')
      return { selection, openTiers: new Set(), raised: raised.size };
    const trial = selectRaising(prepared, new Set([...raised, ...tried]));
    if (prepared.holding === 'no')
      return { selection, openTiers: new Set(tried.filter((f) => trial.outcome[f] === OUTCOME.open)), raised: 0 };
    for (const f of tried) (trial.outcome[f] === OUTCOME.held ? raised : refused).add(f);
    selection = selectRaising(prepared, raised);
  }
};

const holdingOf = (programme: Programme, asOf: string | undefined): SelectionInput['holding'] => {
  if (!programme.hold) return 'no';
  return asOf !== undefined && asOf > programme.hold.until ? 'lapsed' : 'until';
};

/** Marks of the families without a score, and of those that officers have decided about; undefined when there are none. */
const marksOf = (snapshot: Snapshot, programme: Programme, order: Order): Uint8Array | undefined => {
  const { decisions, hold } = programme;
  if (order.unscored === 0 && decisions.length === 0 && !hold?.except.size) return undefined;
  const marks = new Uint8Array(snapshot.count);
  const places = (ids: Iterable<string>): number[] => [...ids].flatMap((id) => snapshot.indexOf(id) ?? []);
  const decided = (kind: 'keluarkan' | 'tambahkan'): string[] =>
    decisions.filter((d) => d.kind === kind).map((d) => d.family);
  mark(marks, order.families.subarray(0, order.unscored), MARK.unsure);
  mark(marks, places(decided('keluarkan')), MARK.removed);
  mark(marks, places(decided('tambahkan')), MARK.added);
  mark(marks, places(hold?.except.keys() ?? []), MARK.ruledOut);
  return marks;
};

const runProgramme = (
  snapshot: Snapshot,
  set: ProgrammeSet,
  programme: Programme,
  upstream: Upstream,
): ProgrammeResult => {
  const judged = judge(snapshot, programme, upstream.read);
  const order = orderOf(snapshot, programme, set.arah);
  const costs = costsOf(snapshot, programme);
  const tree = buildQuotaTree(snapshot.areas, programme.quota, programme.floor);
  const claimed = claimsBefore(snapshot, set, upstream.group);
  const selected = selectWithTiers({
    judged,
    order,
    tiers: programme.tiers.length,
    verdict: judged.verdict,
    marks: marksOf(snapshot, programme, order),
    area: snapshot.area,
    tree,
    costs,
    ceiling: programme.ceiling,
    maxCount: programme.maxCount,
    claimed,
    holding: holdingOf(programme, set.asOf),
  });
  return {
    programme,
    judged,
    order,
    costs,
    tree,
    ...selected,
    upstream: [...upstream.read, ...upstream.group],
    claimed,
  };
};

type Upstream = { read: ProgrammeResult[]; group: ProgrammeResult[] };

const upstreamOf = (programme: Programme, results: readonly ProgrammeResult[]): Upstream => {
  const rules: Rule[] = [...programme.rows.map((r) => r.rule), ...programme.tiers.map((t) => t.rule)];
  const names = new Set(rules.flatMap(listRecipientsRead));
  return {
    read: results.filter((r) => names.has(r.programme.id)),
    group:
      programme.exclusiveGroup === undefined
        ? []
        : results.filter((r) => r.programme.exclusiveGroup === programme.exclusiveGroup),
  };
};

const sameUpstream = (result: ProgrammeResult, upstream: Upstream): boolean => {
  const now = [...upstream.read, ...upstream.group];
  return now.length === result.upstream.length && now.every((r, i) => r === result.upstream[i]);
};

/**
 * Runs all programmes in their declared order on a frozen snapshot: a pure function of both.
 * With `previous` (a run on the same snapshot) only what the changes touch is computed again.
 */
export const runProgrammes = (snapshot: Snapshot, set: ProgrammeSet, previous?: Run): Run => {
  const results: ProgrammeResult[] = [];
  const reusable = previous?.snapshot === snapshot && previous.set.arah === set.arah && previous.set.asOf === set.asOf;
  const sameOrder =
    reusable &&
    previous.set.programmes.length === set.programmes.length &&
    previous.set.programmes.every((p, i) => p.id === set.programmes[i]!.id);
  for (const [i, programme] of set.programmes.entries()) {
    const upstream = upstreamOf(programme, results);
    const old = sameOrder ? previous.results[i] : undefined;
    if (old && old.programme.key === programme.key && sameUpstream(old, upstream)) results.push(old);
    else results.push(runProgramme(snapshot, set, programme, upstream));
  }
  return { snapshot, set, results };
};
