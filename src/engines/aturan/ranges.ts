import { type Columns, normalUnit, rangeOf, type Schema } from './schema.ts';
import type { Amount } from './tree.ts';

/** Closed range of whole numbers an amount can take when every column keeps to its schema. */
export type Range = readonly [low: number, high: number];

/** A family is never larger than this in the overflow check. */
export const MOST_MEMBERS = 1000;

const columnRange = (columns: Columns, name: string): Range => {
  const spec = columns[name];
  return spec?.type === 'integer' ? rangeOf(spec) : [0, 0];
};

const arithRange = (op: '+' | '-' | '*', [a, b]: Range, [c, d]: Range): Range => {
  if (op === '+') return [a + c, b + d];
  if (op === '-') return [a - d, b - c];
  const products = [a * c, a * d, b * c, b * d];
  return [Math.min(...products), Math.max(...products)];
};

/** The range of an amount read in the family's columns (`columns`), with the members' columns of the same schema. */
export const rangeOfAmount = (amount: Amount, columns: Columns, schema: Schema): Range => {
  switch (amount.kind) {
    case 'number':
      return [amount.value, amount.value];
    case 'column':
      return columnRange(columns, amount.column);
    case 'count':
      return [0, MOST_MEMBERS];
    case 'sum': {
      const [low, high] = columnRange(schema.member, amount.column);
      return [Math.min(0, low * MOST_MEMBERS), Math.max(0, high * MOST_MEMBERS)];
    }
    case 'arith':
      return arithRange(
        amount.op,
        rangeOfAmount(amount.left, columns, schema),
        rangeOfAmount(amount.right, columns, schema),
      );
  }
};

/** True when some value on the way to the result cannot be held exactly. */
export const overflows = ([low, high]: Range): boolean => !Number.isSafeInteger(low) || !Number.isSafeInteger(high);

/** Unit of an amount: `''` for a bare count, undefined for a bare literal (goes with anything), or two that clash. */
export type UnitReading = { unit: string | undefined } | { clash: readonly [string, string] };

const plain = (unit: string | undefined): string => (unit === undefined || unit === 'orang' ? '' : unit);

const joinUnits = (op: '+' | '-' | '*', left: string | undefined, right: string | undefined): UnitReading => {
  if (left === undefined || right === undefined)
    return { unit: op === '*' ? left || right || undefined : (left ?? right) };
  if (op === '*') return left === '' || right === '' ? { unit: left || right } : { clash: [left, right] };
  return left === right ? { unit: left } : { clash: [left, right] };
};

/** Reads the unit of an amount; a multiplication may have one unit only, a sum needs equal units. */
export const unitOfAmount = (amount: Amount, columns: Columns, schema: Schema): UnitReading => {
  switch (amount.kind) {
    case 'number':
      return { unit: amount.unit === undefined ? undefined : plain(normalUnit(amount.unit)) };
    case 'column':
    case 'sum': {
      const spec = (amount.kind === 'sum' ? schema.member : columns)[amount.column];
      return { unit: spec?.type === 'integer' && spec.unit !== undefined ? plain(normalUnit(spec.unit)) : '' };
    }
    case 'count':
      return { unit: '' };
    case 'arith': {
      const [left, right] = [unitOfAmount(amount.left, columns, schema), unitOfAmount(amount.right, columns, schema)];
      if ('clash' in left) return left;
      return 'clash' in right ? right : joinUnits(amount.op, left.unit, right.unit);
    }
  }
};
