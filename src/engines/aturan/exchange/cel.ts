import type { Amount, Rule } from '../tree.ts';
import { type Foreign, MEMBER_LISTS, NotCommon, toRule } from './foreign.ts';
import {
  deeper,
  expectEnd,
  expectSign,
  expectWord,
  type ForeignCursor,
  isSign,
  isWord,
  newCursor,
  peek,
  take,
  wholeNumber,
} from './foreign-tokens.ts';

export type Printed = { ok: true; text: string } | { ok: false; message: string };
export type Imported = { ok: true; rule: Rule } | { ok: false; message: string };

const literal = (value: string | number): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));
const path = (column: string, inMembers: boolean): string => `${inMembers ? 'a' : 'keluarga'}.${column}`;

const amountCel = (amount: Amount, inMembers: boolean): string => {
  switch (amount.kind) {
    case 'number':
      return String(amount.value);
    case 'column':
      return path(amount.column, inMembers);
    case 'count':
      return amount.where ? `anggota.filter(a, ${ruleCel(amount.where, true)}).size()` : 'anggota.size()';
    case 'sum':
      throw new NotCommon('CEL tidak mempunyai jumlah nilai anggota ("total … anggota").');
    case 'arith':
      return `(${amountCel(amount.left, inMembers)} ${amount.op} ${amountCel(amount.right, inMembers)})`;
  }
};

const ruleCel = (rule: Rule, inMembers: boolean): string => {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return `(${rule.items.map((item) => ruleCel(item, inMembers)).join(rule.kind === 'and' ? ' && ' : ' || ')})`;
    case 'not':
      return `!(${ruleCel(rule.item, inMembers)})`;
    case 'flag':
      return path(rule.column, inMembers);
    case 'compare':
      return `${amountCel(rule.left, inMembers)} ${rule.op === '=' ? '==' : rule.op} ${amountCel(rule.right, inMembers)}`;
    case 'among':
      return `${path(rule.column, inMembers)} in [${rule.values.map(literal).join(', ')}]`;
    case 'known':
      return `has(${path(rule.column, inMembers)})`;
    case 'any':
      return `anggota.exists(a, ${ruleCel(rule.where, true)})`;
    case 'every':
      return `anggota.all(a, ${ruleCel(rule.where, true)})`;
    case 'recipient':
      return `${JSON.stringify(rule.programme)} in penerima`;
  }
};

/** The rule in CEL over `keluarga`, `anggota` and `penerima`. CEL has no unknown: a missing fact is an error there. */
export const printCel = (rule: Rule): Printed => {
  try {
    return { ok: true, text: ruleCel(rule, false) };
  } catch (error) {
    if (error instanceof NotCommon) return { ok: false, message: error.message };
    throw error;
  }
};

const readList = (c: ForeignCursor): Foreign[] => {
  expectSign(c, '[');
  const values = [readSum(c)];
  while (isSign(c, ',') && c.next++ >= 0) values.push(readSum(c));
  expectSign(c, ']');
  return values;
};

const readMacro = (c: ForeignCursor): { variable: string; where: Foreign } => {
  expectSign(c, '(');
  const variable = expectWord(c, 'nama untuk anggota');
  expectSign(c, ',');
  const where = deeper(c, () => readOr(c));
  expectSign(c, ')');
  return { variable, where };
};

const readMembers = (c: ForeignCursor): Foreign => {
  expectSign(c, '.');
  const name = expectWord(c);
  if (name === 'exists' || name === 'all') return { op: name === 'exists' ? 'any' : 'every', ...readMacro(c) };
  const filter = name === 'filter' ? readMacro(c) : { variable: 'a' };
  if (name === 'filter') {
    if (!isSign(c, '.')) return { op: 'count', ...filter };
    expectSign(c, '.');
  }
  const last = name === 'filter' ? expectWord(c) : name;
  if (last !== 'size') throw new NotCommon(`"${last}" tidak dikenal; yang ada: exists, all, filter, size.`);
  expectSign(c, '(');
  expectSign(c, ')');
  return { op: 'count', ...filter };
};

const readCall = (c: ForeignCursor, name: string): Foreign => {
  expectSign(c, '(');
  const item = deeper(c, () => readSum(c));
  expectSign(c, ')');
  if (name === 'has') return { op: 'has', item };
  if (name === 'size' && item.op === 'count') return item;
  if (name === 'size' && item.op === 'path' && MEMBER_LISTS.has(item.names[0]!)) return { op: 'count', variable: 'a' };
  throw new NotCommon(`Fungsi "${name}" tidak termasuk bagian bersama CEL dan aturan.`);
};

const readWord = (c: ForeignCursor): Foreign => {
  const name = take(c).text;
  if (name === 'true' || name === 'false') return { op: 'boolean', value: name === 'true' };
  if (name === 'null') return { op: 'null' };
  if (MEMBER_LISTS.has(name) && isSign(c, '.')) return readMembers(c);
  if (isSign(c, '(')) return readCall(c, name);
  const names = [name];
  while (isSign(c, '.') && c.next++ >= 0) names.push(expectWord(c));
  return { op: 'path', names };
};

const readUnary = (c: ForeignCursor): Foreign => {
  if (isSign(c, '!')) {
    c.next++;
    return { op: 'not', item: deeper(c, () => readUnary(c)) };
  }
  if (isSign(c, '-')) {
    c.next++;
    return { op: 'number', value: -wholeNumber(take(c).text) };
  }
  if (isSign(c, '(')) {
    c.next++;
    const inner = deeper(c, () => readOr(c));
    expectSign(c, ')');
    return inner;
  }
  const { type } = peek(c);
  if (type === 'number') return { op: 'number', value: wholeNumber(take(c).text) };
  if (type === 'text') return { op: 'text', value: take(c).text };
  if (type === 'word') return readWord(c);
  throw new NotCommon(`"${peek(c).text}" tidak diharapkan di sini.`);
};

const readProduct = (c: ForeignCursor): Foreign => {
  let left = readUnary(c);
  while (isSign(c, '*') && c.next++ >= 0) left = { op: 'arith', sign: '*', left, right: readUnary(c) };
  return left;
};

const readSum = (c: ForeignCursor): Foreign => {
  let left = readProduct(c);
  while (isSign(c, '+', '-')) left = { op: 'arith', sign: take(c).text as '+' | '-', left, right: readProduct(c) };
  return left;
};

const SIGNS: Readonly<Record<string, '=' | '!=' | '<=' | '<' | '>=' | '>'>> = {
  '==': '=',
  '!=': '!=',
  '<=': '<=',
  '<': '<',
  '>=': '>=',
  '>': '>',
};

const readRelation = (c: ForeignCursor): Foreign => {
  const left = readSum(c);
  if (isWord(c, 'in')) {
    c.next++;
    return { op: 'in', left, values: isSign(c, '[') ? readList(c) : [readWord(c)] };
  }
  if (peek(c).type !== 'sign' || !(peek(c).text in SIGNS)) return left;
  return { op: 'compare', sign: SIGNS[take(c).text]!, left, right: readSum(c) };
};

const readSeries = (c: ForeignCursor, sign: '&&' | '||', read: (c: ForeignCursor) => Foreign): Foreign => {
  const items = [read(c)];
  while (isSign(c, sign) && c.next++ >= 0) items.push(read(c));
  return items.length === 1 ? items[0]! : { op: sign === '&&' ? 'and' : 'or', items };
};
const readAnd = (c: ForeignCursor): Foreign => readSeries(c, '&&', readRelation);
const readOr = (c: ForeignCursor): Foreign => readSeries(c, '||', readAnd);

/** Reads the common subset of CEL; check the rule against a schema afterwards. The message is an Indonesian sentence. */
export const parseCel = (text: string): Imported => {
  try {
    const cursor = newCursor(text);
    const read = readOr(cursor);
    expectEnd(cursor);
    return { ok: true, rule: toRule(read) };
  } catch (error) {
    if (error instanceof NotCommon) return { ok: false, message: error.message };
    throw error;
  }
};
