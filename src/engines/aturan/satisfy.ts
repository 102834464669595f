import { printAmount, printRule } from './print.ts';
import { rangeOfAmount } from './ranges.ts';
import type { Columns, Schema } from './schema.ts';
import type { Amount, Comparison, Rule } from './tree.ts';
import { intersect, isEmptySet, setOf, setOfValues, type ValueSet, without, withUnknown } from './value-set.ts';

/** What is asked of a rule: true, false, not true, not false (in three-valued logic the last two include unknown). */
export type Mode = 'T' | 'F' | 'notT' | 'notF';
export type Goal = { rule: Rule; mode: Mode };

/** One fact the solver reasons about, with the values that make a literal true. Equal keys are the same fact. */
export type Literal = { key: string; domain: ValueSet; yes: ValueSet; where?: Rule };

const STEPS = 20_000;
const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '<=': '>=',
  '<': '>',
  '=': '=',
  '!=': '!=',
  '>=': '<=',
  '>': '<',
};
const BOOLEAN = setOf(0, 1);

const setFor = (op: Comparison, value: number, domain: ValueSet): ValueSet => {
  const low = domain.ranges[0]?.[0] ?? 0;
  const high = domain.ranges.at(-1)?.[1] ?? 0;
  if (op === '=') return intersect(domain, setOf(value, value));
  if (op === '!=') return without(domain, setOf(value, value));
  if (op === '<=' || op === '<') return setOf(low, Math.min(high, op === '<' ? value - 1 : value));
  return setOf(Math.max(low, op === '>' ? value + 1 : value), high);
};

const compareLiteral = (op: Comparison, left: Amount, value: number, columns: Columns, schema: Schema): Literal => {
  const domain = setOf(...rangeOfAmount(left, columns, schema));
  const yes = setFor(op, value, domain);
  if (left.kind !== 'count' || !left.where) return { key: printAmount(left), domain, yes };
  // At least one member, or none: the same fact as "ada anggota dengan (…)", so the two can contradict each other.
  const [first, last] = [yes.ranges[0]?.[0], yes.ranges.at(-1)?.[1]];
  const key = `ada ${printRule(left.where)}`;
  if (first === 1 && last === domain.ranges[0]![1])
    return { key, domain: BOOLEAN, yes: setOf(1, 1), where: left.where };
  if (first === 0 && last === 0) return { key, domain: BOOLEAN, yes: setOf(0, 0), where: left.where };
  return { key: printAmount(left), domain, yes };
};

const domainOf = (column: string, columns: Columns): ValueSet => {
  const spec = columns[column];
  if (spec?.type === 'integer')
    return setOf(...rangeOfAmount({ kind: 'column', column, at: [0, 0] }, columns, { family: columns, member: {} }));
  return spec?.type === 'enum' ? setOf(0, spec.values.length - 1) : BOOLEAN;
};

/** The fact a simple condition speaks about; undefined for and, or, not, known. */
export const literalOf = (rule: Rule, columns: Columns, schema: Schema): Literal | undefined => {
  switch (rule.kind) {
    case 'flag':
      return { key: rule.column, domain: BOOLEAN, yes: setOf(1, 1) };
    case 'among': {
      const spec = columns[rule.column];
      const values = rule.values.map((v) =>
        typeof v === 'number' ? v : spec?.type === 'enum' ? spec.values.indexOf(v) : -1,
      );
      const domain = domainOf(rule.column, columns);
      return { key: rule.column, domain, yes: intersect(domain, setOfValues(values)) };
    }
    case 'compare':
      if (rule.right.kind === 'number') return compareLiteral(rule.op, rule.left, rule.right.value, columns, schema);
      if (rule.left.kind === 'number')
        return compareLiteral(FLIPPED[rule.op], rule.right, rule.left.value, columns, schema);
      return compareLiteral(
        rule.op,
        { kind: 'arith', op: '-', left: rule.left, right: rule.right, at: rule.at },
        0,
        columns,
        schema,
      );
    case 'any':
      return { key: `ada ${printRule(rule.where)}`, domain: BOOLEAN, yes: setOf(1, 1), where: rule.where };
    case 'every': {
      const where: Rule = { kind: 'not', item: rule.where, at: rule.at };
      return { key: `ada ${printRule(where)}`, domain: BOOLEAN, yes: setOf(0, 0), where };
    }
    case 'recipient':
      return { key: `penerima ${rule.programme}`, domain: BOOLEAN, yes: setOf(1, 1) };
    default:
      return undefined;
  }
};

type State = {
  facts: Map<string, { set: ValueSet; where?: Rule }>;
  schema: Schema;
  columns: Columns;
  steps: { left: number };
};

const narrow = (state: State, key: string, set: ValueSet, where: Rule | undefined): State | undefined => {
  const old = state.facts.get(key);
  const next = old ? intersect(old.set, set) : set;
  if (isEmptySet(next)) return undefined;
  const facts = new Map(state.facts);
  facts.set(key, where ? { set: next, where } : { set: next });
  return { ...state, facts };
};

const setInMode = (literal: Literal, mode: Mode): ValueSet => {
  const no = without(literal.domain, literal.yes);
  if (mode === 'T') return literal.yes;
  if (mode === 'F') return no;
  return withUnknown(mode === 'notT' ? no : literal.yes);
};

const OPPOSITE: Readonly<Record<Mode, Mode>> = { T: 'F', F: 'T', notT: 'notF', notF: 'notT' };

/** "Some member is p" forces "some member is q" when p implies q; a state that denies it is impossible. */
const membersAgree = (state: State): boolean => {
  const some = [...state.facts.values()].filter((f) => f.where);
  const certain = some.filter((f) => !f.set.unknown && f.set.ranges.length === 1 && f.set.ranges[0]![0] === 1);
  const denied = some.filter((f) => !f.set.ranges.some(([low, high]) => low <= 1 && high >= 1));
  return !certain.some((p) =>
    denied.some((q) => {
      const goals: Goal[] = [
        { rule: p.where!, mode: 'T' },
        { rule: q.where!, mode: 'notT' },
      ];
      return !solve({ ...state, facts: new Map(), columns: state.schema.member }, goals);
    }),
  );
};

const solveSplit = (state: State, rule: Extract<Rule, { kind: 'and' | 'or' }>, mode: Mode, rest: Goal[]): boolean => {
  const together = (rule.kind === 'and') === (mode === 'T' || mode === 'notF');
  const goals = rule.items.map((item): Goal => ({ rule: item, mode }));
  return together ? solve(state, [...goals, ...rest]) : goals.some((goal) => solve(state, [goal, ...rest]));
};

const solve = (state: State, goals: Goal[]): boolean => {
  const [goal, ...rest] = goals;
  if (!goal) return membersAgree(state);
  if (--state.steps.left < 0) return true;
  const { rule, mode } = goal;
  if (rule.kind === 'and' || rule.kind === 'or') return solveSplit(state, rule, mode, rest);
  if (rule.kind === 'not') return solve(state, [{ rule: rule.item, mode: OPPOSITE[mode] }, ...rest]);
  if (rule.kind === 'known') {
    const known = mode === 'T' || mode === 'notF';
    const set: ValueSet = known ? domainOf(rule.column, state.columns) : { ranges: [], unknown: true };
    const next = narrow(state, rule.column, set, undefined);
    return next !== undefined && solve(next, rest);
  }
  const literal = literalOf(rule, state.columns, state.schema)!;
  const next = narrow(state, literal.key, setInMode(literal, mode), literal.where);
  return next !== undefined && solve(next, rest);
};

/**
 * Can some family meet all goals at once? Exact for and/or/not over facts of one column each; different sums are taken
 * as independent, and after 20,000 steps the answer is "perhaps" (true), so a reported contradiction is always real.
 */
export const satisfiable = (goals: readonly Goal[], schema: Schema, columns: Columns = schema.family): boolean =>
  solve({ facts: new Map(), schema, columns, steps: { left: STEPS } }, [...goals]);
