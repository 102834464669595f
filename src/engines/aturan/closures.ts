import { valueAt } from './columns.ts';
import { type Bounds, combineBounds, compareBounds } from './interpret.ts';
import { aggregatesOf } from './loops.ts';
import type { Value } from './schema.ts';
import type { Tables } from './tables.ts';
import { not, type Ternary, ternary } from './ternary.ts';
import type { Amount, Rule } from './tree.ts';

type Scope = 'family' | 'member';
type Truth = (row: number) => Ternary;

const reader = (tables: Tables, scope: Scope, name: string): ((row: number) => Value) => {
  const column = tables[scope].columns.get(name);
  if (!column) throw new RangeError(`column ${name} is not in the ${scope} table`);
  return (row) => valueAt(column, row);
};

const exactly = (value: number): Bounds => (Number.isNaN(value) ? undefined : { low: value, high: value });

const amountClosure = (tables: Tables, scope: Scope, amount: Amount): ((row: number) => Bounds) => {
  switch (amount.kind) {
    case 'number':
      return () => exactly(amount.value);
    case 'column': {
      const read = reader(tables, scope, amount.column);
      return (row) => exactly((read(row) as number | undefined) ?? Number.NaN);
    }
    case 'arith': {
      const [left, right] = [amountClosure(tables, scope, amount.left), amountClosure(tables, scope, amount.right)];
      return (row) => combineBounds(amount.op, left(row), right(row));
    }
    default: {
      const { cells } = aggregatesOf(tables, amount);
      if (cells.kind === 'sum') return (row) => exactly(cells.total[row]!);
      if (cells.kind === 'count') return (row) => ({ low: cells.low[row]!, high: cells.high[row]! });
      throw new RangeError('not an amount');
    }
  }
};

const anyClosure = (tables: Tables, where: Rule): Truth => {
  const { cells } = aggregatesOf(tables, { kind: 'any', where, at: where.at });
  return (row) => (cells.kind === 'any' ? (cells.truth[row] as Ternary) : 1);
};

/**
 * The column back end without generated code, for places where `new Function` is forbidden (a strict content policy).
 * Same answers, some ten times slower per row.
 */
export const closureOf = (tables: Tables, rule: Rule, scope: Scope = 'family'): Truth => {
  switch (rule.kind) {
    case 'and':
    case 'or': {
      const parts = rule.items.map((item) => closureOf(tables, item, scope));
      if (rule.kind === 'and') return (row) => parts.reduce((all, part) => (all & part(row)) as Ternary, 3 as Ternary);
      return (row) => parts.reduce((any, part) => (any | part(row)) as Ternary, 0 as Ternary);
    }
    case 'not': {
      const part = closureOf(tables, rule.item, scope);
      return (row) => not(part(row));
    }
    case 'compare': {
      const [left, right] = [amountClosure(tables, scope, rule.left), amountClosure(tables, scope, rule.right)];
      return (row) => compareBounds(rule.op, left(row), right(row));
    }
    case 'any':
      return anyClosure(tables, rule.where);
    case 'every': {
      const counter = anyClosure(tables, { kind: 'not', item: rule.where, at: rule.at });
      return (row) => not(counter(row));
    }
    case 'recipient': {
      const cells = tables.recipients.get(rule.programme);
      if (!cells) throw new RangeError(`programme ${rule.programme} has not been decided yet`);
      return (row) => cells[row] as Ternary;
    }
    default:
      return factClosure(tables, rule, scope);
  }
};

const factClosure = (
  tables: Tables,
  rule: Extract<Rule, { kind: 'flag' | 'known' | 'among' }>,
  scope: Scope,
): Truth => {
  const read = reader(tables, scope, rule.column);
  if (rule.kind === 'flag') return (row) => ternary(read(row) as boolean | undefined);
  if (rule.kind === 'known') return (row) => ternary(read(row) !== undefined);
  const values = new Set<Value>(rule.values);
  return (row) => {
    const value = read(row);
    return ternary(value === undefined ? undefined : values.has(value));
  };
};
