import type { Value } from './schema.ts';
import { and, NO, not, or, type Ternary, ternary, UNKNOWN, YES } from './ternary.ts';
import type { Amount, Comparison, Rule } from './tree.ts';

/** One family as the interpreter reads it: values by column, its members, and what earlier programmes decided. */
export type FamilyReader = {
  value: (column: string) => Value;
  members: readonly ((column: string) => Value)[];
  /** 3 = receives, 0 = does not, 1 = not decided yet. */
  recipient: (programme: string) => Ternary;
};
export type Missing = { scope: 'family' | 'member'; column: string };

/** The rule with what was found: truth, the values read, what was missing where it stayed unknown, and the same for its parts. */
export type Trace = {
  rule: Rule;
  truth: Ternary;
  /** Values of the family's own columns that were read here, in reading order. */
  found: readonly { column: string; value: Value }[];
  /** Members for whom the inner condition is yes and unknown (any, every, count). */
  members?: { yes: number; unknown: number };
  /** Lowest and highest value of a single counted or computed left side. */
  amount?: Bounds;
  missing: readonly Missing[];
  parts: readonly Trace[];
};

/** What a whole number is known to lie between; undefined = nothing is known. */
export type Bounds = { low: number; high: number } | undefined;

type Frame = { reader: FamilyReader; value: (column: string) => Value; inMembers: boolean };
type Amounted = { bounds: Bounds; found: { column: string; value: Value }[]; missing: Missing[] };

const member = (frame: Frame, value: (column: string) => Value): Frame => ({ ...frame, value, inMembers: true });
const scopeOf = (frame: Frame): Missing['scope'] => (frame.inMembers ? 'member' : 'family');

export const combineBounds = (op: '+' | '-' | '*', left: Bounds, right: Bounds): Bounds => {
  if (!left || !right) return undefined;
  if (op === '+') return { low: left.low + right.low, high: left.high + right.high };
  if (op === '-') return { low: left.low - right.high, high: left.high - right.low };
  const products = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high];
  return { low: Math.min(...products), high: Math.max(...products) };
};

const sumOf = (frame: Frame, amount: Extract<Amount, { kind: 'sum' }>): Amounted => {
  let total = 0;
  const missing: Missing[] = [];
  for (const value of frame.reader.members) {
    const trace = amount.where ? traceIn(member(frame, value), amount.where) : undefined;
    if (trace?.truth === NO) continue;
    const cell = value(amount.column);
    missing.push(...(trace?.missing ?? []));
    if (trace?.truth !== UNKNOWN && typeof cell === 'number') total += cell;
    else if (cell === undefined) missing.push({ scope: 'member', column: amount.column });
  }
  return missing.length > 0
    ? { bounds: undefined, found: [], missing }
    : { bounds: { low: total, high: total }, found: [], missing };
};

const countOf = (frame: Frame, where: Rule | undefined): Amounted & { yes: number; unknown: number } => {
  let [yes, unknown] = [0, 0];
  const missing: Missing[] = [];
  for (const value of frame.reader.members) {
    const trace = where ? traceIn(member(frame, value), where) : undefined;
    if (!trace || trace.truth === YES) yes++;
    else if (trace.truth === UNKNOWN) {
      unknown++;
      missing.push(...trace.missing);
    }
  }
  return { bounds: { low: yes, high: yes + unknown }, found: [], missing, yes, unknown };
};

const amountIn = (frame: Frame, amount: Amount): Amounted => {
  switch (amount.kind) {
    case 'number':
      return { bounds: { low: amount.value, high: amount.value }, found: [], missing: [] };
    case 'column': {
      const value = frame.value(amount.column);
      const found = [{ column: amount.column, value }];
      if (typeof value !== 'number')
        return { bounds: undefined, found, missing: [{ scope: scopeOf(frame), column: amount.column }] };
      return { bounds: { low: value, high: value }, found, missing: [] };
    }
    case 'count':
      return countOf(frame, amount.where);
    case 'sum':
      return sumOf(frame, amount);
    case 'arith': {
      const [left, right] = [amountIn(frame, amount.left), amountIn(frame, amount.right)];
      return {
        bounds: combineBounds(amount.op, left.bounds, right.bounds),
        found: [...left.found, ...right.found],
        missing: [...left.missing, ...right.missing],
      };
    }
  }
};

/** Three-valued comparison of two ranges: yes or no only when every value in them agrees. */
export const compareBounds = (op: Comparison, left: Bounds, right: Bounds): Ternary => {
  if (!left || !right) return UNKNOWN;
  if (op === '!=') return not(compareBounds('=', left, right));
  if (op === '=') {
    if (left.low > right.high || left.high < right.low) return NO;
    return left.low === left.high && right.low === right.high && left.low === right.low ? YES : UNKNOWN;
  }
  if (op === '<=') return left.high <= right.low ? YES : left.low > right.high ? NO : UNKNOWN;
  if (op === '<') return left.high < right.low ? YES : left.low >= right.high ? NO : UNKNOWN;
  return compareBounds(op === '>=' ? '<=' : '<', right, left);
};

const leaf = (rule: Rule, truth: Ternary, found: Trace['found'], missing: readonly Missing[]): Trace => ({
  rule,
  truth,
  found,
  missing: truth === UNKNOWN ? missing : [],
  parts: [],
});

const traceCompare = (frame: Frame, rule: Extract<Rule, { kind: 'compare' }>): Trace => {
  const [left, right] = [amountIn(frame, rule.left), amountIn(frame, rule.right)];
  const truth = compareBounds(rule.op, left.bounds, right.bounds);
  const trace = leaf(rule, truth, [...left.found, ...right.found], [...left.missing, ...right.missing]);
  return rule.left.kind === 'column' ? trace : { ...trace, amount: left.bounds };
};

const traceMembers = (frame: Frame, rule: Extract<Rule, { kind: 'any' | 'every' }>): Trace => {
  const { yes, unknown, missing } = countOf(frame, rule.where);
  const all = frame.reader.members.length;
  const some: Ternary = yes > 0 ? YES : unknown > 0 ? UNKNOWN : NO;
  const every: Ternary = yes === all ? YES : yes + unknown === all ? UNKNOWN : NO;
  return { ...leaf(rule, rule.kind === 'any' ? some : every, [], missing), members: { yes, unknown } };
};

const traceSeries = (frame: Frame, rule: Extract<Rule, { kind: 'and' | 'or' }>): Trace => {
  const parts = rule.items.map((item) => traceIn(frame, item));
  const join = rule.kind === 'and' ? and : or;
  const truth = parts.reduce<Ternary>((value, part) => join(value, part.truth), rule.kind === 'and' ? YES : NO);
  const missing = truth === UNKNOWN ? parts.flatMap((part) => part.missing) : [];
  return { rule, truth, found: [], missing, parts };
};

const traceIn = (frame: Frame, rule: Rule): Trace => {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return traceSeries(frame, rule);
    case 'not': {
      const part = traceIn(frame, rule.item);
      return { rule, truth: not(part.truth), found: [], missing: part.missing, parts: [part] };
    }
    case 'compare':
      return traceCompare(frame, rule);
    case 'any':
    case 'every':
      return traceMembers(frame, rule);
    case 'recipient':
      return leaf(rule, frame.reader.recipient(rule.programme), [], []);
    case 'known': {
      const value = frame.value(rule.column);
      return leaf(rule, value === undefined ? NO : YES, [{ column: rule.column, value }], []);
    }
    default: {
      const value = frame.value(rule.column);
      const truth =
        rule.kind === 'flag'
          ? ternary(value as boolean | undefined)
          : ternary(value === undefined ? undefined : rule.values.includes(value as string));
      return leaf(rule, truth, [{ column: rule.column, value }], [{ scope: scopeOf(frame), column: rule.column }]);
    }
  }
};

/** Evaluates a rule for one family and keeps what was found on the way. */
export const traceRule = (rule: Rule, reader: FamilyReader): Trace =>
  traceIn({ reader, value: reader.value, inMembers: false }, rule);

/** The truth alone. */
export const evaluateRule = (rule: Rule, reader: FamilyReader): Ternary => traceRule(rule, reader).truth;

/** Facts that would have to be known, each once. */
export const listMissing = (traces: readonly Trace[]): Missing[] => [
  ...new Map(traces.flatMap((t) => t.missing).map((m) => [`${m.scope}.${m.column}`, m])).values(),
];
