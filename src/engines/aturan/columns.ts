import { type ColumnSpec, type Columns, rangeOf, type Value } from './schema.ts';
import { NO, UNKNOWN, YES } from './ternary.ts';

export type Cells = Int8Array | Int16Array | Int32Array | Float64Array | Uint8Array | Uint16Array;

/**
 * One column of a table as a typed array. Unknown is: for integers the lowest value of the array's type (NaN in a
 * Float64Array); for yes/no 1 (no = 0, yes = 3); for lists 0 (the first choice is 1).
 */
export type Column = { spec: ColumnSpec; cells: Cells };
export type Table = { rows: number; columns: ReadonlyMap<string, Column> };

const LOWEST = new Map<unknown, number>([
  [Int8Array, -128],
  [Int16Array, -32_768],
  [Int32Array, -2_147_483_648],
]);

/** The cell that means "belum diketahui" in an integer column's array. */
export const unknownCell = (cells: Cells): number => LOWEST.get(cells.constructor) ?? Number.NaN;

const integerCells = (low: number, high: number, rows: number): Cells => {
  if (low > -128 && high <= 127) return new Int8Array(rows);
  if (low > -32_768 && high <= 32_767) return new Int16Array(rows);
  if (low > -2_147_483_648 && high <= 2_147_483_647) return new Int32Array(rows);
  return new Float64Array(rows);
};

/** An array of the narrowest type that holds the column, all cells unknown. */
export const emptyColumn = (spec: ColumnSpec, rows: number): Column => {
  if (spec.type === 'boolean') return { spec, cells: new Uint8Array(rows).fill(UNKNOWN) };
  if (spec.type === 'enum')
    return { spec, cells: spec.values.length < 256 ? new Uint8Array(rows) : new Uint16Array(rows) };
  const cells = integerCells(...rangeOf(spec), rows);
  return { spec, cells: cells.fill(unknownCell(cells)) };
};

export const emptyTable = (columns: Columns, rows: number): Table => ({
  rows,
  columns: new Map(Object.entries(columns).map(([name, spec]) => [name, emptyColumn(spec, rows)])),
});

const choiceCodes = new WeakMap<readonly string[], Map<string, number>>();

const codeOf = (values: readonly string[], value: string): number => {
  let codes = choiceCodes.get(values);
  if (!codes) {
    codes = new Map(values.map((v, i) => [v, i + 1]));
    choiceCodes.set(values, codes);
  }
  return codes.get(value) ?? 0;
};

const misfit = (value: Value): never => {
  throw new RangeError(`value ${String(value)} does not fit its column`);
};

/**
 * Turns values of a column into cells. The result throws RangeError for a value that does not belong into the column
 * (callers check input first with `explainMisfit` and answer in Indonesian; here it is a bug).
 */
export const encoderOf = ({ spec, cells }: Column): ((value: Value) => number) => {
  if (spec.type === 'boolean')
    return (value) => (value === undefined ? UNKNOWN : value === true ? YES : value === false ? NO : misfit(value));
  if (spec.type === 'enum')
    return (value) =>
      value === undefined ? 0 : (typeof value === 'string' && codeOf(spec.values, value)) || misfit(value);
  const [low, high] = rangeOf(spec);
  const unknown = unknownCell(cells);
  return (value) => {
    if (value === undefined) return unknown;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high
      ? value
      : misfit(value);
  };
};

/** The cell for one value; throws as `encoderOf` does. */
export const cellOf = (column: Column, value: Value): number => encoderOf(column)(value);

/** Undefined when the value fits; otherwise what the column wants, as the end of an Indonesian sentence. */
export const explainMisfit = (spec: ColumnSpec, value: Exclude<Value, undefined>): string | undefined => {
  if (spec.type === 'boolean') return typeof value === 'boolean' ? undefined : 'isi ya atau tidak';
  if (spec.type === 'enum') {
    if (typeof value === 'string' && codeOf(spec.values, value) > 0) return undefined;
    return `pilihannya: ${spec.values.slice(0, 12).join(', ')}${spec.values.length > 12 ? ', …' : ''}`;
  }
  const [low, high] = rangeOf(spec);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high) return undefined;
  return `isi bilangan bulat ${low} sampai ${high}`;
};

/** Reads a cell back as a value; undefined = belum diketahui. */
export const valueAt = (column: Column, row: number): Value => {
  const cell = column.cells[row]!;
  if (column.spec.type === 'boolean') return cell === UNKNOWN ? undefined : cell === YES;
  if (column.spec.type === 'enum') return cell === 0 ? undefined : column.spec.values[cell - 1];
  return Number.isNaN(cell) || cell === unknownCell(column.cells) ? undefined : cell;
};
