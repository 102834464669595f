import { formatRupiah } from '#kernel/rupiah.ts';
import { type ColumnSpec, type Columns, labelOf, normalUnit, type Schema, type Value } from './schema.ts';
import type { Amount, Comparison, Rule } from './tree.ts';

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  '<=': 'paling banyak',
  '<': 'kurang dari',
  '=': 'sama dengan',
  '!=': 'bukan',
  '>=': 'paling sedikit',
  '>': 'lebih dari',
};
const SIGNS = { '+': 'ditambah', '-': 'dikurangi', '*': 'kali' } as const;
const grouped = new Intl.NumberFormat('id-ID');

/** A number with its unit as people write it: `Rp1.500.000`, `60 tahun`, `12`. */
export const describeNumber = (value: number, unit: string | undefined): string => {
  if (unit !== undefined && normalUnit(unit) === 'rupiah') return formatRupiah(BigInt(value));
  return unit ? `${grouped.format(value)} ${unit}` : String(value);
};

/** A value found in a column, or `belum diketahui`. */
export const describeValue = (value: Value, spec: ColumnSpec | undefined): string => {
  if (value === undefined) return 'belum diketahui';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'number') return describeNumber(value, spec?.type === 'integer' ? spec.unit : undefined);
  return (spec?.type === 'enum' ? spec.words?.[value] : undefined) ?? value.replaceAll('_', ' ');
};

/** The column as it is said: "umur paling sedikit …" of a family, "umurnya paling sedikit …" of a member. */
const nameOf = (column: string, columns: Columns, schema: Schema): string => {
  const label = labelOf(column, columns[column]);
  return columns === schema.member ? `${label}nya` : label;
};

const unitIn = (amount: Amount, columns: Columns): string | undefined => {
  const spec = amount.kind === 'column' ? columns[amount.column] : undefined;
  return spec?.type === 'integer' ? spec.unit : undefined;
};

const describeAmount = (amount: Amount, columns: Columns, schema: Schema, unit?: string): string => {
  switch (amount.kind) {
    case 'number':
      return describeNumber(amount.value, amount.unit ?? unit);
    case 'column':
      return labelOf(amount.column, columns[amount.column]);
    case 'count':
      return amount.where
        ? `jumlah anggota yang ${describeIn(amount.where, schema.member, schema)}`
        : 'jumlah anggota keluarga';
    case 'sum': {
      const what = `jumlah ${labelOf(amount.column, schema.member[amount.column])} anggota`;
      return amount.where ? `${what} yang ${describeIn(amount.where, schema.member, schema)}` : what;
    }
    case 'arith':
      return `${describeAmount(amount.left, columns, schema)} ${SIGNS[amount.op]} ${describeAmount(amount.right, columns, schema)}`;
  }
};

const describeAmong = (
  rule: Extract<Rule, { kind: 'among' }>,
  columns: Columns,
  schema: Schema,
  no: boolean,
): string => {
  const spec = columns[rule.column];
  const values = rule.values.map((v) => describeValue(v, spec));
  const list = values.length > 1 ? `${values.slice(0, -1).join(', ')} atau ${values.at(-1)}` : values[0];
  return `${nameOf(rule.column, columns, schema)} ${no ? 'bukan ' : ''}${list}`;
};

const describeNot = (item: Rule, columns: Columns, schema: Schema): string => {
  if (item.kind === 'flag') return `tidak ${labelOf(item.column, columns[item.column])}`;
  if (item.kind === 'known') return `${labelOf(item.column, columns[item.column])} belum diketahui`;
  if (item.kind === 'among') return describeAmong(item, columns, schema, true);
  if (item.kind === 'any') return `tidak ada anggota yang ${describeIn(item.where, schema.member, schema)}`;
  if (item.kind === 'recipient') return `bukan penerima program ${item.programme}`;
  return `tidak (${describeIn(item, columns, schema)})`;
};

const describeIn = (rule: Rule, columns: Columns, schema: Schema): string => {
  const part = (item: Rule): string =>
    item.kind === 'and' || item.kind === 'or'
      ? `(${describeIn(item, columns, schema)})`
      : describeIn(item, columns, schema);
  switch (rule.kind) {
    case 'and':
      return rule.items.map(part).join(' dan ');
    case 'or':
      return rule.items.map(part).join(' atau ');
    case 'not':
      return describeNot(rule.item, columns, schema);
    case 'flag':
      return labelOf(rule.column, columns[rule.column]);
    case 'compare': {
      const [left, right] = [unitIn(rule.left, columns), unitIn(rule.right, columns)];
      const name = rule.left.kind === 'column' ? nameOf(rule.left.column, columns, schema) : undefined;
      return `${name ?? describeAmount(rule.left, columns, schema, right)} ${COMPARISONS[rule.op]} ${describeAmount(rule.right, columns, schema, left)}`;
    }
    case 'among':
      return describeAmong(rule, columns, schema, false);
    case 'known':
      return `${labelOf(rule.column, columns[rule.column])} sudah diketahui`;
    case 'any':
      return `ada anggota yang ${describeIn(rule.where, schema.member, schema)}`;
    case 'every':
      return `semua anggota ${describeIn(rule.where, schema.member, schema)}`;
    case 'recipient':
      return `penerima program ${rule.programme}`;
  }
};

/** The rule as a plain Indonesian phrase, for officers, letters and the portal. */
export const describeRule = (rule: Rule, schema: Schema): string => describeIn(rule, schema.family, schema);
