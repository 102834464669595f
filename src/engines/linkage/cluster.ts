import type { PersonTable } from './table.ts';
import { idOf } from './table.ts';

/** A scored pair of rows with its weight in bits. */
export type ScoredPair = { a: number; b: number; weight: number };

export type ClusterOptions = {
  /** Pairs of at least this weight join (0 = even odds). */
  from: number;
  /** A compared pair below this weight keeps its two clusters apart (breaks chains), unless the joining evidence is overwhelming. */
  apartBelow: number;
  /** Clusters larger than this raise an alarm. */
  alarmSize: number;
  /** Pairs of rows that must never end up together, whatever the weights say. */
  cannotLink: readonly (readonly [number, number])[];
  mustLink: readonly (readonly [number, number])[];
};

/** `cluster[row]` is the first row of the row's cluster; `alarms` lists the first rows of clusters that are too large. */
export type Clusters = { cluster: Int32Array; sizes: Map<number, number>; alarms: number[]; refused: number };

type Groups = { parent: Int32Array; members: Map<number, number[]> };

const rootOf = (parent: Int32Array, row: number): number => {
  let at = row;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
};

const membersOf = (groups: Groups, root: number): number[] => groups.members.get(root) ?? [root];

const unite = (groups: Groups, a: number, b: number): void => {
  const [low, high] = a < b ? [a, b] : [b, a];
  const all = [...membersOf(groups, low), ...membersOf(groups, high)];
  groups.parent[high] = low;
  groups.members.set(low, all);
  groups.members.delete(high);
};

const pairKey = (a: number, b: number): number => (a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a);

/** Pairs from the strongest down; equal weights in the order of their ids, so that the order of input does not matter. */
const strongestFirst = (table: PersonTable, pairs: ScoredPair[]): ScoredPair[] => {
  const key = (p: ScoredPair): string => {
    const [x, y] = [idOf(table, p.a), idOf(table, p.b)];
    return x < y ? `${x}\n${y}` : `${y}\n${x}`;
  };
  const keys = new Map<ScoredPair, string>();
  const keyOf = (p: ScoredPair): string => {
    let found = keys.get(p);
    if (found === undefined) {
      found = key(p);
      keys.set(p, found);
    }
    return found;
  };
  return pairs.sort((p, q) => q.weight - p.weight || (keyOf(p) < keyOf(q) ? -1 : 1));
};

/**
 * Joins pairs into clusters, strongest first. Two clusters are joined only when no pair across them is forbidden, and when the weights
 * known across them do not speak against it in sum: one false link cannot chain two families together.
 * `known` are all compared pairs that matter (also those that speak against), `known.weight` their bits.
 */
export const clusterPairs = (table: PersonTable, known: readonly ScoredPair[], options: ClusterOptions): Clusters => {
  const groups: Groups = { parent: Int32Array.from({ length: table.size }, (_, i) => i), members: new Map() };
  const forbidden = new Set(options.cannotLink.map(([a, b]) => pairKey(a, b)));
  const touched = new Set<number>();
  const joining = known.filter((p) => p.weight >= options.from);
  for (const p of joining) touched.add(p.a).add(p.b);
  const weights = new Map<number, number>();
  for (const p of known) if (touched.has(p.a) && touched.has(p.b)) weights.set(pairKey(p.a, p.b), p.weight);
  let refused = 0;
  const mayJoin = (a: number, b: number, force: boolean): boolean => {
    let [sum, negative] = [0, 0];
    for (const x of membersOf(groups, a)) {
      for (const y of membersOf(groups, b)) {
        const key = pairKey(x, y);
        if (forbidden.has(key)) return false;
        const weight = weights.get(key);
        if (weight === undefined) continue;
        sum += Math.max(Math.min(weight, 20), -20);
        if (weight < options.apartBelow) negative += 1;
      }
    }
    return force || negative === 0 || sum > 0;
  };
  const join = (x: number, y: number, force: boolean): void => {
    const [a, b] = [rootOf(groups.parent, x), rootOf(groups.parent, y)];
    if (a === b) return;
    if (mayJoin(a, b, force)) unite(groups, a, b);
    else refused += 1;
  };
  for (const [a, b] of options.mustLink) join(a, b, true);
  for (const p of strongestFirst(table, joining)) join(p.a, p.b, false);
  return summary(groups, table.size, options.alarmSize, refused);
};

const summary = (groups: Groups, rows: number, alarmSize: number, refused: number): Clusters => {
  const cluster = new Int32Array(rows);
  const sizes = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) cluster[row] = rootOf(groups.parent, row);
  for (const [root, members] of groups.members) sizes.set(root, members.length);
  const alarms = [...sizes].filter(([, size]) => size > alarmSize).map(([root]) => root);
  return { cluster, sizes, alarms, refused };
};
