import type { PersonTable } from './table.ts';
import { idOf } from './table.ts';

/** Compared pairs of rows with their weights in bits, also those that speak against. */
export type WeighedPairs = { size: number; a: Int32Array; b: Int32Array; weight: Float64Array };

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

/** Joining pairs from the strongest down; equal weights in the order of their ids, so that the order of input does not matter. */
const strongestFirst = (table: PersonTable, known: WeighedPairs, from: number): number[] => {
  const keys = new Map<number, string>();
  const keyOf = (p: number): string => {
    let found = keys.get(p);
    if (found === undefined) {
      const [x, y] = [idOf(table, known.a[p]!), idOf(table, known.b[p]!)];
      found = x < y ? `${x}\n${y}` : `${y}\n${x}`;
      keys.set(p, found);
    }
    return found;
  };
  const joining: number[] = [];
  for (let p = 0; p < known.size; p += 1) if (known.weight[p]! >= from) joining.push(p);
  return joining.sort((p, q) => known.weight[q]! - known.weight[p]! || (keyOf(p) < keyOf(q) ? -1 : 1));
};

/** Weights between rows that some joining pair touches; other pairs can never matter. */
const weightsAmong = (known: WeighedPairs, joining: number[]): Map<number, number> => {
  const touched = new Set<number>();
  for (const p of joining) touched.add(known.a[p]!).add(known.b[p]!);
  const weights = new Map<number, number>();
  for (let p = 0; p < known.size; p += 1) {
    const [a, b] = [known.a[p]!, known.b[p]!];
    if (touched.has(a) && touched.has(b)) weights.set(pairKey(a, b), known.weight[p]!);
  }
  return weights;
};

/**
 * Joins pairs into clusters, strongest first. Two clusters are joined only when no pair across them is forbidden, and when the weights
 * known across them do not speak against it in sum: one false link cannot chain two families together.
 */
export const clusterPairs = (table: PersonTable, known: WeighedPairs, options: ClusterOptions): Clusters => {
  const groups: Groups = { parent: Int32Array.from({ length: table.size }, (_, i) => i), members: new Map() };
  const forbidden = new Set(options.cannotLink.map(([a, b]) => pairKey(a, b)));
  const joining = strongestFirst(table, known, options.from);
  const weights = weightsAmong(known, joining);
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
  for (const p of joining) join(known.a[p]!, known.b[p]!, false);
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
