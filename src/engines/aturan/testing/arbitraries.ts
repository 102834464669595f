import fc from 'fast-check';
import type { ColumnSpec, Columns, Schema, Value } from '../schema.ts';
import { type Amount, type Comparison, NOWHERE, type Rule } from '../tree.ts';

/** A schema with every kind of column, in every width of typed array. */
export const SCHEMA: Schema = {
  family: {
    desil: { type: 'integer', min: 1, max: 10 },
    luas: { type: 'integer', min: 0, max: 400, unit: 'm2' },
    penghasilan: { type: 'integer', min: 0, max: 2_000_000_000, unit: 'rupiah' },
    tabungan: { type: 'integer', min: -4_000_000_000, max: 4_000_000_000, unit: 'rupiah' },
    lantai: { type: 'enum', values: ['tanah', 'bambu', 'semen', 'keramik'] },
    sewa: { type: 'boolean' },
  },
  member: {
    umur: { type: 'integer', min: 0, max: 120, unit: 'tahun' },
    upah: { type: 'integer', min: 0, max: 50_000_000, unit: 'rupiah' },
    sekolah: { type: 'enum', values: ['tidak', 'sd', 'smp', 'sma'] },
    hamil: { type: 'boolean' },
    meninggal: { type: 'boolean' },
  },
};

const OPS: readonly Comparison[] = ['<=', '<', '=', '!=', '>=', '>'];
const number = (value: number): Amount => ({ kind: 'number', value, at: NOWHERE });

const cellValue = (spec: ColumnSpec): fc.Arbitrary<Value> => {
  if (spec.type === 'boolean') return fc.boolean();
  if (spec.type === 'enum') return fc.constantFrom(...spec.values);
  return fc.oneof(
    fc.integer({ min: spec.min!, max: spec.max! }),
    fc.integer({ min: spec.min!, max: Math.min(spec.max!, spec.min! + 12) }),
  );
};

const rowOf = (columns: Columns): fc.Arbitrary<Record<string, Value>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(columns).map(([name, spec]) => [name, fc.option(cellValue(spec), { nil: undefined, freq: 3 })]),
    ),
  );

export type RandomFamily = { values: Record<string, Value>; members: Record<string, Value>[] };

export const families = (schema: Schema = SCHEMA): fc.Arbitrary<RandomFamily> =>
  fc.record({ values: rowOf(schema.family), members: fc.array(rowOf(schema.member), { maxLength: 4 }) });

const namesOf = (columns: Columns, type: ColumnSpec['type']): string[] =>
  Object.entries(columns).flatMap(([name, spec]) => (spec.type === type ? [name] : []));

const simple = (columns: Columns): fc.Arbitrary<Rule> => {
  const flag = fc
    .constantFrom(...namesOf(columns, 'boolean'))
    .map((column): Rule => ({ kind: 'flag', column, at: NOWHERE }));
  const known = fc
    .constantFrom(...Object.keys(columns))
    .map((column): Rule => ({ kind: 'known', column, at: NOWHERE }));
  const among = fc.constantFrom(...namesOf(columns, 'enum')).chain((column) => {
    const spec = columns[column]!;
    return fc
      .uniqueArray(cellValue(spec), { minLength: 1, maxLength: 3 })
      .map((values): Rule => ({ kind: 'among', column, values: values as string[], at: NOWHERE }));
  });
  const numbers = fc
    .constantFrom(...namesOf(columns, 'integer'))
    .chain((column) =>
      fc
        .uniqueArray(cellValue(columns[column]!), { minLength: 1, maxLength: 3 })
        .map((values): Rule => ({ kind: 'among', column, values: values as number[], at: NOWHERE })),
    );
  const compare = fc.constantFrom(...namesOf(columns, 'integer')).chain((column) =>
    fc.tuple(fc.constantFrom(...OPS), cellValue(columns[column]!), fc.boolean()).map(([op, value, flip]): Rule => {
      const left: Amount = { kind: 'column', column, at: NOWHERE };
      const right = number(value as number);
      return { kind: 'compare', op, left: flip ? right : left, right: flip ? left : right, at: NOWHERE };
    }),
  );
  return fc.oneof(flag, known, among, numbers, { arbitrary: compare, weight: 3 });
};

const joined = (leaf: fc.Arbitrary<Rule>, maxDepth: number): fc.Arbitrary<Rule> =>
  fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth },
      leaf,
      tie('rule').map((item): Rule => ({ kind: 'not', item, at: NOWHERE })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('rule'), { minLength: 2, maxLength: 3 }))
        .map(([kind, items]): Rule => ({ kind, items, at: NOWHERE })),
    ),
  })).rule;

const amounts = (schema: Schema): fc.Arbitrary<Amount> => {
  const inner = fc.option(joined(simple(schema.member), 1), { nil: undefined });
  const count = inner.map((where): Amount => ({ kind: 'count', ...(where ? { where } : {}), at: NOWHERE }));
  const sum = fc
    .tuple(fc.constantFrom(...namesOf(schema.member, 'integer')), inner)
    .map(([column, where]): Amount => ({ kind: 'sum', column, ...(where ? { where } : {}), at: NOWHERE }));
  const column = fc
    .constantFrom(...namesOf(schema.family, 'integer'))
    .map((name): Amount => ({ kind: 'column', column: name, at: NOWHERE }));
  return fc.letrec<{ amount: Amount }>((tie) => ({
    amount: fc.oneof(
      { maxDepth: 2 },
      count,
      sum,
      column,
      fc.integer({ min: -5, max: 20 }).map(number),
      fc
        .tuple(fc.constantFrom('+' as const, '-' as const), tie('amount'), tie('amount'))
        .map(([op, left, right]): Amount => ({ kind: 'arith', op, left, right, at: NOWHERE })),
      fc
        .tuple(tie('amount'), fc.integer({ min: -3, max: 5 }))
        .map(([left, by]): Amount => ({ kind: 'arith', op: '*', left, right: number(by), at: NOWHERE })),
    ),
  })).amount;
};

/** Rules over a schema: every kind of node but `recipient`, up to three levels deep. */
export const rules = (schema: Schema = SCHEMA): fc.Arbitrary<Rule> => {
  const inner = joined(simple(schema.member), 1);
  const some = fc
    .tuple(fc.constantFrom('any' as const, 'every' as const), inner)
    .map(([kind, where]): Rule => ({ kind, where, at: NOWHERE }));
  const compared = fc
    .tuple(fc.constantFrom(...OPS), amounts(schema), amounts(schema))
    .map(([op, left, right]): Rule => ({ kind: 'compare', op, left, right, at: NOWHERE }));
  return joined(fc.oneof({ arbitrary: simple(schema.family), weight: 2 }, some, compared), 2);
};
