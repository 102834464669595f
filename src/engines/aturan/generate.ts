import { type Column, unknownCell } from './columns.ts';
import type { AggregateCells, Tables } from './tables.ts';
import { NO, UNKNOWN, YES } from './ternary.ts';
import type { Aggregate, Amount, Comparison, Rule } from './tree.ts';

/**
 * Writes the source of one fused loop over all rows of a table. Names are made here, columns come in as arguments and
 * literals are re-serialised whole numbers: no text of a rule reaches the source.
 */
export type Emitter = {
  tables: Tables;
  scope: 'family' | 'member';
  args: Map<string, { name: string; cells: ArrayLike<number> }>;
  loads: Map<string, string>;
  lines: string[];
  aggregate: (node: Aggregate) => { key: string; cells: AggregateCells };
};

export const newEmitter = (tables: Tables, scope: Emitter['scope'], aggregate: Emitter['aggregate']): Emitter => ({
  tables,
  scope,
  args: new Map(),
  loads: new Map(),
  lines: [],
  aggregate,
});

const whole = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError('only whole numbers go into generated code');
  return value < 0 ? `(${value})` : String(value);
};

const argument = (e: Emitter, key: string, make: () => ArrayLike<number>): string => {
  const known = e.args.get(key);
  if (known) return known.name;
  const name = `a${e.args.size}`;
  e.args.set(key, { name, cells: make() });
  return name;
};

const load = (e: Emitter, key: string, make: () => ArrayLike<number>): string => {
  const known = e.loads.get(key);
  if (known) return known;
  const name = `v${e.loads.size}`;
  e.lines.push(`const ${name}=${argument(e, key, make)}[i];`);
  e.loads.set(key, name);
  return name;
};

const columnOf = (e: Emitter, name: string): Column => {
  const column = e.tables[e.scope].columns.get(name);
  if (!column) throw new RangeError(`column ${name} is not in the ${e.scope} table`);
  return column;
};

const temporary = (e: Emitter, source: string): string => {
  const known = e.loads.get(source);
  if (known) return known;
  const name = `v${e.loads.size}`;
  e.lines.push(`const ${name}=${source};`);
  e.loads.set(source, name);
  return name;
};

export const emitNot = (source: string): string => `(7>>(${source}<<1)&3)`;

type Emitted = { low: string; high: string; exact: boolean };

const amountSource = (e: Emitter, amount: Amount): Emitted => {
  const one = (source: string): Emitted => ({ low: source, high: source, exact: true });
  switch (amount.kind) {
    case 'number':
      return one(whole(amount.value));
    case 'column': {
      const column = columnOf(e, amount.column);
      const cell = load(e, amount.column, () => column.cells);
      const unknown = unknownCell(column.cells);
      return one(Number.isNaN(unknown) ? cell : temporary(e, `${cell}===${unknown}?NaN:${cell}`));
    }
    case 'sum': {
      const { key, cells } = e.aggregate(amount);
      return one(load(e, key, () => (cells.kind === 'sum' ? cells.total : [])));
    }
    case 'count': {
      const { key, cells } = e.aggregate(amount);
      if (cells.kind !== 'count') throw new RangeError('a count gives counts');
      return {
        low: load(e, `${key} low`, () => cells.low),
        high: load(e, `${key} high`, () => cells.high),
        exact: cells.low === cells.high,
      };
    }
    case 'arith':
      return arithSource(e, amount);
  }
};

const arithSource = (e: Emitter, amount: Extract<Amount, { kind: 'arith' }>): Emitted => {
  const [left, right] = [amountSource(e, amount.left), amountSource(e, amount.right)];
  const exact = left.exact && right.exact;
  const both = (low: string, high: string): Emitted => ({
    low: temporary(e, low),
    high: exact ? temporary(e, low) : temporary(e, high),
    exact,
  });
  if (amount.op === '+') return both(`${left.low}+${right.low}`, `${left.high}+${right.high}`);
  if (amount.op === '-') return both(`${left.low}-${right.high}`, `${left.high}-${right.low}`);
  if (exact) return both(`${left.low}*${right.low}`, '');
  const products = `${left.low}*${right.low},${left.low}*${right.high},${left.high}*${right.low},${left.high}*${right.high}`;
  return both(`Math.min(${products})`, `Math.max(${products})`);
};

/** 3, 0 or 1 from two tests that exclude each other, without a branch: 2 * yes + 1 - no. */
const threeWay = (yes: string, no: string): string => `(((${yes}|0)<<1)+1-(${no}|0))`;

const decide = (op: Comparison, left: Emitted, right: Emitted): string => {
  switch (op) {
    case '<=':
      return threeWay(`${left.high}<=${right.low}`, `${left.low}>${right.high}`);
    case '<':
      return threeWay(`${left.high}<${right.low}`, `${left.low}>=${right.high}`);
    case '>=':
      return decide('<=', right, left);
    case '>':
      return decide('<', right, left);
    case '!=':
      return emitNot(decide('=', left, right));
    case '=': {
      const single = left.exact && right.exact ? '' : `&(${left.low}===${left.high})&(${right.low}===${right.high})`;
      return threeWay(
        `(${left.low}===${right.low})${single}`,
        `(${left.low}>${right.high})|(${left.high}<${right.low})`,
      );
    }
  }
};

const SIGNS: Readonly<Record<Comparison, string>> = {
  '<=': '<=',
  '<': '<',
  '=': '===',
  '!=': '!==',
  '>=': '>=',
  '>': '>',
};

/** A column with a marker for unknown against a literal: yes/no by one test, then forced to 1 where the marker stands. */
const decideMarked = (cell: string, op: Comparison, literal: string, marker: number): string =>
  `((((${cell}${SIGNS[op]}${literal})|0)*3&~(((${cell}===${marker})|0)<<1))|((${cell}===${marker})|0))`;

const compareNumber = (op: Comparison, left: number, right: number): boolean => {
  if (op === '<=' || op === '<') return op === '<' ? left < right : left <= right;
  if (op === '>=' || op === '>') return op === '>' ? left > right : left >= right;
  return (left === right) === (op === '=');
};

/** A column of at most 256 values is decided by one look-up: no branch for the processor to guess. */
const lookUp = (e: Emitter, name: string, key: string, decideValue: (value: number) => boolean): string => {
  const { cells, spec } = columnOf(e, name);
  const cell = load(e, name, () => cells);
  const table = argument(e, `${name} ${key}`, () => {
    const size = cells instanceof Uint16Array ? 65_536 : 256;
    const answers = new Uint8Array(size).fill(UNKNOWN);
    for (let code = 0; code < size; code++) {
      const value = cells instanceof Int8Array ? (code << 24) >> 24 : code;
      if (value !== (spec.type === 'enum' ? 0 : unknownCell(cells))) answers[code] = decideValue(value) ? YES : NO;
    }
    return answers;
  });
  return `${table}[${cell}&${cells instanceof Uint16Array ? 65_535 : 255}]`;
};

const emitCompare = (e: Emitter, rule: Extract<Rule, { kind: 'compare' }>): string => {
  const { left, right, op } = rule;
  if (left.kind === 'column' && right.kind === 'number' && columnOf(e, left.column).cells instanceof Int8Array)
    return lookUp(e, left.column, `${op}${right.value}`, (value) => compareNumber(op, value, right.value));
  if (left.kind === 'column' && right.kind === 'number') {
    const { cells } = columnOf(e, left.column);
    const marker = unknownCell(cells);
    if (!Number.isNaN(marker)) {
      const cell = load(e, left.column, () => cells);
      return temporary(e, decideMarked(cell, op, whole(right.value), marker));
    }
  }
  return temporary(e, decide(op, amountSource(e, left), amountSource(e, right)));
};

const emitAmong = (e: Emitter, rule: Extract<Rule, { kind: 'among' }>): string => {
  const { spec, cells } = columnOf(e, rule.column);
  if (spec.type === 'enum') {
    const codes = new Set(rule.values.map((value) => spec.values.indexOf(String(value)) + 1));
    return lookUp(e, rule.column, `in ${[...codes].join()}`, (code) => codes.has(code));
  }
  const values = new Set(rule.values.map(Number));
  if (cells instanceof Int8Array)
    return lookUp(e, rule.column, `in ${[...values].join()}`, (value) => values.has(value));
  const { low } = amountSource(e, { kind: 'column', column: rule.column, at: rule.at });
  return temporary(e, `${low}!==${low}?1:${[...values].map((v) => `${low}===${whole(v)}`).join('||')}?3:0`);
};

const emitKnown = (e: Emitter, name: string): string => {
  const { spec, cells } = columnOf(e, name);
  const cell = load(e, name, () => cells);
  if (spec.type === 'boolean') return `(${cell}===1?0:3)`;
  if (spec.type === 'enum') return `(${cell}===0?0:3)`;
  const unknown = unknownCell(cells);
  return Number.isNaN(unknown) ? `(${cell}===${cell}?3:0)` : `(${cell}===${unknown}?0:3)`;
};

const emitAny = (e: Emitter, where: Rule): string => {
  const { key, cells } = e.aggregate({ kind: 'any', where, at: where.at });
  return load(e, key, () => (cells.kind === 'any' ? cells.truth : []));
};

/** The source of an expression that is 0, 1 or 3 for row i. */
export const emitRule = (e: Emitter, rule: Rule): string => {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return `(${rule.items.map((item) => emitRule(e, item)).join(rule.kind === 'and' ? '&' : '|')})`;
    case 'not':
      return emitNot(emitRule(e, rule.item));
    case 'flag':
      return load(e, rule.column, () => columnOf(e, rule.column).cells);
    case 'compare':
      return emitCompare(e, rule);
    case 'among':
      return emitAmong(e, rule);
    case 'known':
      return emitKnown(e, rule.column);
    case 'any':
      return emitAny(e, rule.where);
    case 'every':
      return emitNot(emitAny(e, { kind: 'not', item: rule.where, at: rule.at }));
    case 'recipient': {
      const cells = e.tables.recipients.get(rule.programme);
      if (!cells) throw new RangeError(`programme ${rule.programme} has not been decided yet`);
      return load(e, `penerima ${rule.programme}`, () => cells);
    }
  }
};
