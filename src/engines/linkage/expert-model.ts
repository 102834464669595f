import { BIRTH_GROUPS, DIMENSIONS, type Field, NAME_KINDS, RARITIES } from './levels.ts';
import type { Component, ComponentKind, Model } from './model.ts';

/** Brings a list to sum 1, with a little left for every level, so that nothing is ever impossible. */
const spread = (weights: number[], floor = 1e-4): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  const raised = weights.map((w) => w / sum + floor);
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((w) => w / total);
};

const names = (kinds: number[], none: number, rarities: number[]): number[] => {
  const sum = rarities.reduce((a, b) => a + b, 0);
  const levels = NAME_KINDS.flatMap((_, k) => rarities.map((r) => (kinds[k]! * r) / sum));
  if (levels.length !== NAME_KINDS.length * RARITIES) throw new Error('kinds and rarities do not fit the levels');
  return [0, ...spread([...levels, none])];
};
const field = (...weights: number[]): number[] => [0, ...spread(weights)];
const niks = (...rows: number[][]): number[] =>
  Array.from({ length: BIRTH_GROUPS }, (_, g) => field(...(rows[g] ?? rows.at(-1)!))).flat();

type Guess = Record<
  'name' | 'mother' | 'birth' | 'nik' | 'kk' | 'place' | 'sex' | 'value' | 'address' | 'phone',
  number[]
>;

const component = (name: string, kind: ComponentKind, share: number, g: Guess): Component => {
  const tables = {} as Record<Field, number[]>;
  for (const { field: f } of DIMENSIONS) tables[f] = f in g ? g[f as keyof Guess] : g.value;
  return { name, kind, share, tables };
};

const same: Guess = {
  name: names([55, 12, 10, 4, 2.0, 4, 4, 3, 2, 2], 2, [1, 1, 2, 3, 4, 5]),
  mother: field(20, 25, 30, 8, 8, 2, 2, 1, 1, 3),
  birth: field(82, 2, 2.5, 3, 1.5, 2, 1, 2, 1, 0.3, 0.4, 2),
  nik: niks([80, 10, 2, 1, 5, 2]),
  kk: field(75, 5, 20),
  place: field(65, 10, 5, 8, 12),
  sex: field(98.5, 1.5),
  value: field(85, 8, 7),
  address: field(60, 15, 10, 15),
  phone: field(60, 5, 35),
};

/** Different persons who have come close by something: what they share differs by class, the rest is chance. */
const different: Guess = {
  name: names([4, 1, 4, 3, 1.5, 4, 12, 4, 18, 14], 36, [5, 4, 3, 2, 1, 0.5]),
  mother: field(3, 1.5, 0.5, 1.5, 0.5, 3, 1, 8, 3, 78),
  birth: field(18, 2, 0.5, 3, 2, 8, 3, 3, 8, 1, 1.5, 50),
  nik: niks(
    [0.1, 0.1, 0.1, 0.1, 95, 5],
    [0.5, 1, 6, 3, 85, 5],
    [0.1, 0.3, 0.2, 0.6, 94, 5],
    [0.1, 0.1, 0.1, 0.1, 95, 5],
  ),
  kk: field(1, 0.5, 98.5),
  place: field(8, 6, 22, 20, 44),
  sex: field(60, 40),
  value: field(15, 5, 80),
  address: field(3, 6, 20, 71),
  phone: field(0.5, 0.5, 99),
};
const household: Guess = {
  ...different,
  name: names([0.5, 0.3, 1, 1, 0.5, 1, 3, 2, 10, 9], 72, [4, 4, 3, 2, 1, 1]),
  mother: field(30, 30, 20, 3, 3, 1, 1, 1, 1, 10),
  birth: field(1, 0.5, 0.2, 1, 1, 3, 1, 2, 7, 0.5, 1, 82),
  nik: niks([0.5, 0.5, 1, 0.5, 93, 4], [1, 2, 60, 20, 14, 3], [0.3, 0.5, 0.5, 1, 93, 5], [0.2, 0.1, 0.1, 0.2, 95, 4]),
  kk: field(92, 3, 5),
  place: field(90, 4, 3, 2, 1),
  sex: field(50, 50),
  address: field(85, 8, 4, 3),
  phone: field(60, 3, 37),
};
const twins: Guess = {
  ...household,
  birth: field(94, 1, 0.5, 1, 0.5, 0.5, 0.2, 1, 0.5, 0.1, 0.1, 0.6),
  mother: field(30, 30, 30, 3, 3, 1, 1, 0.5, 0.5, 1),
};
const moved: Guess = {
  ...same,
  kk: field(15, 3, 82),
  place: field(2, 3, 10, 30, 55),
  address: field(3, 5, 15, 77),
  phone: field(40, 5, 55),
};
const sameDay: Guess = { ...different, birth: field(85, 3, 2, 2, 2, 1, 0.5, 2, 1, 0.2, 0.3, 1) };
const sameName: Guess = { ...different, name: names([40, 6, 8, 3, 1.5, 8, 14, 5, 8, 4], 1, [8, 5, 3, 2, 1, 0.5]) };
const neighbours: Guess = { ...different, place: field(30, 20, 45, 3, 2), address: field(25, 15, 30, 30) };

/** Where estimation starts when nothing better is known, and what the fields no shipped model has seen are given. Guesses of experts. */
export const EXPERT_MODEL: Model = {
  components: [
    component('tetap', 'same', 0.06, same),
    component('pindah', 'same', 0.02, moved),
    component('setanggal', 'outside', 0.25, sameDay),
    component('senama', 'outside', 0.25, sameName),
    component('setetangga', 'outside', 0.2, neighbours),
    component('kebetulan', 'outside', 0.2, different),
    component('serumah', 'household', 0.1, household),
    component('kembar', 'household', 0.01, twins),
  ],
  trained: { pairs: 0, same: 0, source: 'shipped' },
};
