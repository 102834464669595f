import type { LocalDate } from '#kernel/local-date.ts';
import type { Expression, Operator } from './expression.ts';
import { matches, type Pattern, readPattern } from './pattern.ts';
import { toDate, toNumber, toText, toTruth, type Value, wordsOf } from './values.ts';

/** What an expression may look at. Every answer comes from here, so that the evaluator itself has no state. */
export type Surroundings = {
  readonly today: LocalDate;
  /** `.`: the answer of the question the expression belongs to. */
  readonly self: string;
  /** `position(..)`: which instance of the nearest repeat, from 1; 0 outside of repeats. */
  readonly position: number;
  readonly question: (name: string) => Value;
  readonly column: (name: string) => string;
};

const LONGEST_TEXT = 5000;
const patterns = new Map<string, Pattern | undefined>();
const patternOf = (text: string): Pattern | undefined => {
  if (!patterns.has(text)) {
    if (patterns.size > 500) patterns.clear();
    const read = text.length <= 500 ? readPattern(text) : undefined;
    patterns.set(text, read?.ok ? read.pattern : undefined);
  }
  return patterns.get(text);
};

const isList = (value: Value): value is readonly string[] => typeof value === 'object';

const equal = (left: Value, right: Value): boolean => {
  if (typeof left === 'boolean' || typeof right === 'boolean') return toTruth(left) === toTruth(right);
  if (isList(left)) return left.some((one) => equal(one, right));
  if (isList(right)) return right.some((one) => equal(left, one));
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right);
  return left === right;
};

const compare = (op: Operator, left: number, right: number): boolean =>
  op === '<' ? left < right : op === '<=' ? left <= right : op === '>' ? left > right : left >= right;

const calculate = (op: Operator, left: number, right: number): number => {
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case 'div':
      return left / right;
    default:
      return left % right;
  }
};

const pair = (op: Operator, left: Expression, right: Expression, around: Surroundings): Value => {
  if (op === 'and') return toTruth(evaluate(left, around)) && toTruth(evaluate(right, around));
  if (op === 'or') return toTruth(evaluate(left, around)) || toTruth(evaluate(right, around));
  const [a, b] = [evaluate(left, around), evaluate(right, around)];
  if (op === '=' || op === '!=') {
    const isEqual = equal(a, b);
    return op === '=' ? isEqual : !isEqual;
  }
  if (op === '<' || op === '<=' || op === '>' || op === '>=') {
    const [those, these] = [isList(a) ? a : [a], isList(b) ? b : [b]];
    return those.some((x) => these.some((y) => compare(op, toNumber(x), toNumber(y))));
  }
  return calculate(op, toNumber(a), toNumber(b));
};

/** Numbers of all answers; those not answered are left out, so that one empty instance does not empty the sum. */
const numbersOf = (values: readonly Value[]): number[] =>
  values

    .flatMap((value): readonly Value[] => (isList(value) ? value : [value]))
    .map(toNumber)
    .filter((n) => !Number.isNaN(n));
const rounded = (value: number, digits: number): number => {
  const scale = 10 ** Math.min(Math.max(Number.isNaN(digits) ? 0 : Math.trunc(digits), -12), 12);
  return Math.round(value * scale) / scale;
};

type Reader = (args: readonly Value[]) => Value;
const EAGER: Readonly<Record<string, Reader>> = {
  selected: ([list, wanted]) => wordsOf(toText(list!)).includes(toText(wanted!).trim()),
  'count-selected': ([list]) => wordsOf(toText(list!)).length,
  coalesce: (args) => args.map(toText).find((text) => text !== '') ?? '',
  'string-length': ([text]) => [...toText(text!)].length,
  regex: ([text, pattern]) => {
    const read = patternOf(toText(pattern!));
    return read !== undefined && matches(read, toText(text!).slice(0, LONGEST_TEXT));
  },
  date: ([value]) => toDate(value!),
  sum: (args) => numbersOf(args).reduce((total, n) => total + n, 0),
  count: ([list]) => (isList(list!) ? list.length : toText(list!) === '' ? 0 : 1),
  'count-non-empty': ([list]) => (isList(list!) ? list : [toText(list!)]).filter((text) => text !== '').length,
  min: (args) => numbersOf(args).reduce((least, n) => (n < least || Number.isNaN(least) ? n : least), Number.NaN),
  max: (args) => numbersOf(args).reduce((most, n) => (n > most || Number.isNaN(most) ? n : most), Number.NaN),
  not: ([value]) => !toTruth(value!),
  true: () => true,
  false: () => false,
  number: ([value]) => toNumber(value!),
  int: ([value]) => Math.trunc(toNumber(value!)),
  round: ([value, digits = 0]) => rounded(toNumber(value!), toNumber(digits)),
  string: ([value]) => toText(value!),
  concat: (args) =>
    args
      .flatMap((value) => (isList(value) ? value : [toText(value)]))
      .join('')
      .slice(0, LONGEST_TEXT),
  contains: ([text, part]) => toText(text!).includes(toText(part!)),
  'starts-with': ([text, part]) => toText(text!).startsWith(toText(part!)),
  substr: ([text, from, to]) => {
    const letters = [...toText(text!)];
    const [start, end] = [toNumber(from!), to === undefined ? letters.length : toNumber(to)];
    return letters.slice(Number.isNaN(start) ? 0 : start, Number.isNaN(end) ? 0 : end).join('');
  },
};

const call = (name: string, args: readonly Expression[], around: Surroundings): Value => {
  if (name === 'if') return evaluate(toTruth(evaluate(args[0]!, around)) ? args[1]! : args[2]!, around);
  if (name === 'today') return around.today;
  if (name === 'position') return around.position;
  if (name === 'once') return around.self !== '' ? around.self : evaluate(args[0]!, around);
  return EAGER[name]?.(args.map((arg) => evaluate(arg, around))) ?? '';
};

/**
 * The value of an expression. Total: it always ends and never throws; what cannot be calculated is not a number, and reads as empty.
 * Follows XPath 1.0 with ODK's dates (days since 1970), save that `sum`, `min` and `max` leave unanswered instances out.
 */
export const evaluate = (e: Expression, around: Surroundings): Value => {
  switch (e.is) {
    case 'number':
    case 'text':
      return e.value;
    case 'question':
      return around.question(e.name);
    case 'column':
      return around.column(e.name);
    case 'self':
      return around.self;
    case 'parent':
      return '';
    case 'minus':
      return -toNumber(evaluate(e.of, around));
    case 'pair':
      return pair(e.op, e.left, e.right, around);
    case 'call':
      return call(e.name, e.args, around);
  }
};
