import type { Schema } from '../schema.ts';
import type { Amount, Comparison, Rule } from '../tree.ts';

/** Where the facts stand in PostgreSQL. Every name is quoted as an identifier; nothing is taken as SQL. */
export type SqlPlaces = {
  /** Alias of the family row in the surrounding query, and its key column. */
  family: string;
  familyId: string;
  /** Table of members (`schema.table` allowed) and the column that points to the family. */
  memberTable: string;
  memberFamilyId: string;
  /** Column for a schema column when it is called otherwise in the database. */
  columnName?: (scope: 'family' | 'member', column: string) => string;
  /** Column of the family row that says whether it receives a programme (true, false, null = not decided). */
  recipientColumn?: (programme: string) => string;
};
export type SqlText = { text: string; params: (string | bigint)[] };

type Printer = {
  places: SqlPlaces;
  schema: Schema;
  alias: string;
  scope: 'family' | 'member';
  /** undefined = literals are written into the text. */
  params: (string | bigint)[] | undefined;
  firstParam: number;
};

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteTable = (name: string): string => name.split('.').map(quoteName).join('.');

const whole = (p: Printer, value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError('only whole numbers go into SQL');
  if (!p.params) return value < 0 ? `(${value})::bigint` : `${value}::bigint`;
  p.params.push(BigInt(value));
  return `$${p.firstParam + p.params.length - 1}::bigint`;
};

const text = (p: Printer, value: string): string => {
  if (!p.params)
    return value.includes('\\')
      ? `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
      : `'${value.replaceAll("'", "''")}'`;
  p.params.push(value);
  return `$${p.firstParam + p.params.length - 1}::text`;
};

const column = (p: Printer, name: string): string =>
  `${quoteName(p.alias)}.${quoteName(p.places.columnName?.(p.scope, name) ?? name)}`;

const overMembers = (p: Printer, select: (inside: Printer) => string): string => {
  const inside: Printer = { ...p, alias: 'anggota', scope: 'member' };
  const { memberTable, memberFamilyId, family, familyId } = p.places;
  const join = `${quoteName('anggota')}.${quoteName(memberFamilyId)} = ${quoteName(family)}.${quoteName(familyId)}`;
  return `(select ${select(inside)} from ${quoteTable(memberTable)} as ${quoteName('anggota')} where ${join})`;
};

type Printed = { low: string; high: string };

const countSql = (p: Printer, where: Rule | undefined): Printed => {
  if (!where) {
    const all = overMembers(p, () => 'count(*)');
    return { low: all, high: all };
  }
  return {
    low: overMembers(p, (inside) => `count(*) filter (where ${ruleSql(inside, where)})`),
    high: overMembers(p, (inside) => `count(*) filter (where (${ruleSql(inside, where)}) is not false)`),
  };
};

const sumSql = (p: Printer, amount: Extract<Amount, { kind: 'sum' }>): string =>
  overMembers(p, (inside) => {
    const cell = column(inside, amount.column);
    const truth = (): string => (amount.where ? `(${ruleSql(inside, amount.where)})` : 'true');
    const unknown = `bool_or(${truth()} is null or (${truth()} and ${cell} is null))`;
    return `case when ${unknown} then null else coalesce(sum(${cell}::numeric) filter (where ${truth()}), 0)::bigint end`;
  });

const amountSql = (p: Printer, amount: Amount): Printed => {
  const one = (sql: string): Printed => ({ low: sql, high: sql });
  switch (amount.kind) {
    case 'number':
      return one(whole(p, amount.value));
    case 'column':
      return one(`${column(p, amount.column)}::bigint`);
    case 'count':
      return countSql(p, amount.where);
    case 'sum':
      return one(sumSql(p, amount));
    case 'arith':
      return arithSql(p, amount);
  }
};

const arithSql = (p: Printer, amount: Extract<Amount, { kind: 'arith' }>): Printed => {
  const [left, right] = [amountSql(p, amount.left), amountSql(p, amount.right)];
  const exact = left.low === left.high && right.low === right.high;
  if (exact) {
    const sql = `(${left.low} ${amount.op} ${right.low})`;
    return { low: sql, high: sql };
  }
  if (amount.op === '+') return { low: `(${left.low} + ${right.low})`, high: `(${left.high} + ${right.high})` };
  if (amount.op === '-') return { low: `(${left.low} - ${right.high})`, high: `(${left.high} - ${right.low})` };
  const products = [left.low, left.high].flatMap((a) => [right.low, right.high].map((b) => `${a} * ${b}`)).join(', ');
  return { low: `least(${products})`, high: `greatest(${products})` };
};

const compareSql = (op: Comparison, left: Printed, right: Printed): string => {
  if (left.low === left.high && right.low === right.high)
    return `(${left.low} ${op === '!=' ? '<>' : op} ${right.low})`;
  if (op === '!=') return `(not ${compareSql('=', left, right)})`;
  if (op === '>=' || op === '>') return compareSql(op === '>=' ? '<=' : '<', right, left);
  if (op === '=')
    return `(case when ${left.low} > ${right.high} or ${left.high} < ${right.low} then false when ${left.low} = ${right.high} and ${left.high} = ${right.low} then true end)`;
  const beyond = op === '<=' ? '>' : '>=';
  return `(case when ${left.high} ${op} ${right.low} then true when ${left.low} ${beyond} ${right.high} then false end)`;
};

const amongSql = (p: Printer, rule: Extract<Rule, { kind: 'among' }>): string => {
  const values = rule.values.map((v) => (typeof v === 'number' ? whole(p, v) : text(p, v)));
  return `(${column(p, rule.column)} in (${values.join(', ')}))`;
};

/**
 * `bool_or` skips nulls and would turn unknown into no, hence the second branch: yes if some member is yes, else unknown
 * if some member is unknown, else no (also for a family without members).
 */
const anySql = (p: Printer, where: Rule): string =>
  overMembers(p, (inside) => {
    const truth = (): string => `(${ruleSql(inside, where)})`;
    return `case when bool_or(${truth()}) then true when bool_or(${truth()} is null) then null else false end`;
  });

const ruleSql = (p: Printer, rule: Rule): string => {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return `(${rule.items.map((item) => ruleSql(p, item)).join(` ${rule.kind} `)})`;
    case 'not':
      return `(not ${ruleSql(p, rule.item)})`;
    case 'flag':
      return column(p, rule.column);
    case 'compare':
      return compareSql(rule.op, amountSql(p, rule.left), amountSql(p, rule.right));
    case 'among':
      return amongSql(p, rule);
    case 'known':
      return `(${column(p, rule.column)} is not null)`;
    case 'any':
      return anySql(p, rule.where);
    case 'every':
      return `(not ${anySql(p, { kind: 'not', item: rule.where, at: rule.at })})`;
    case 'recipient':
      return `${quoteName(p.alias)}.${quoteName(p.places.recipientColumn?.(rule.programme) ?? `penerima_${rule.programme}`)}`;
  }
};

/**
 * The rule as a PostgreSQL boolean expression (true, false or null = unknown) about one family row.
 * @param options.literals `inline` writes whole numbers and listed choices into the text; `params` (default) gives `$n`.
 *   `firstParam` is the number of the first parameter (default 1).
 */
export const printSql = (
  rule: Rule,
  schema: Schema,
  places: SqlPlaces,
  options: { literals?: 'inline' | 'params'; firstParam?: number } = {},
): SqlText => {
  const params: (string | bigint)[] = [];
  const printer: Printer = {
    places,
    schema,
    alias: places.family,
    scope: 'family',
    params: options.literals === 'inline' ? undefined : params,
    firstParam: options.firstParam ?? 1,
  };
  return { text: ruleSql(printer, rule), params };
};
