import { BIRTH_GROUPS, DIMENSIONS, type Field } from './levels.ts';
import type { Component, ComponentKind, Model } from './model.ts';
import { SHIPPED_1M } from './shipped-1m.ts';
import { SHIPPED_10K } from './shipped-10k.ts';
import { SHIPPED_100K } from './shipped-100k.ts';

/** A model as it is shipped: shares and probabilities in millionths, which sum to about a million per table. */
export type ModelInMillionths = {
  components: { name: string; kind: ComponentKind; share: number; tables: Record<Field, number[]> }[];
};

const normalised = (table: number[], groups: number): number[] => {
  const length = table.length / groups;
  return table.map((p, i) => {
    const from = Math.floor(i / length) * length;
    return p / table.slice(from, from + length).reduce((sum, x) => sum + x, 0);
  });
};

const fromMillionths = ({ components }: ModelInMillionths): Model => ({
  components: components.map((c) => {
    const tables = {} as Record<Field, number[]>;
    for (const { field } of DIMENSIONS) tables[field] = normalised(c.tables[field], field === 'nik' ? BIRTH_GROUPS : 1);
    return { name: c.name, kind: c.kind, share: c.share / 1e6, tables };
  }),
  trained: { pairs: 0, same: 0, source: 'shipped' },
});

const ANCHORS: readonly { rows: number; model: Model }[] = [
  { rows: 10_000, model: fromMillionths(SHIPPED_10K) },
  { rows: 100_000, model: fromMillionths(SHIPPED_100K) },
  { rows: 1_000_000, model: fromMillionths(SHIPPED_1M) },
];

const between = (a: Component, b: Component, part: number): Component => {
  const tables = {} as Record<Field, number[]>;
  for (const { field } of DIMENSIONS)
    tables[field] = a.tables[field].map((p, i) => p + part * (b.tables[field][i]! - p));
  return { ...a, share: a.share + part * (b.share - a.share), tables };
};

/**
 * The shipped model for a table of `rows` persons. How often chance brings names together depends on the size of the table, so models
 * were trained at three sizes; between them tables are interpolated along the logarithm of the size, beyond them the nearest is taken.
 */
export const shippedModel = (rows: number): Model => {
  const above = ANCHORS.findIndex((anchor) => anchor.rows >= rows);
  if (above === 0) return ANCHORS[0]!.model;
  if (above < 0) return ANCHORS.at(-1)!.model;
  const [low, high] = [ANCHORS[above - 1]!, ANCHORS[above]!];
  const part = Math.log(rows / low.rows) / Math.log(high.rows / low.rows);
  return {
    components: low.model.components.map((component, i) => between(component, high.model.components[i]!, part)),
    trained: low.model.trained,
  };
};
