import type { Amount, Comparison, Rule } from '../tree.ts';
import type { Imported } from './cel.ts';
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

const literal = (value: string | number): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));

const filterFeel = (where: Rule | undefined): string => (where ? `anggota[${ruleFeel(where, 'item')}]` : 'anggota');

const amountFeel = (amount: Amount, owner: string): string => {
  switch (amount.kind) {
    case 'number':
      return String(amount.value);
    case 'column':
      return `${owner}.${amount.column}`;
    case 'count':
      return `count(${filterFeel(amount.where)})`;
    case 'sum':
      return `sum(${filterFeel(amount.where)}.${amount.column})`;
    case 'arith':
      return `(${amountFeel(amount.left, owner)} ${amount.op} ${amountFeel(amount.right, owner)})`;
  }
};

const ruleFeel = (rule: Rule, owner: string): string => {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return `(${rule.items.map((item) => ruleFeel(item, owner)).join(` ${rule.kind} `)})`;
    case 'not':
      return `not(${ruleFeel(rule.item, owner)})`;
    case 'flag':
      return `${owner}.${rule.column}`;
    case 'compare':
      return `${amountFeel(rule.left, owner)} ${rule.op} ${amountFeel(rule.right, owner)}`;
    case 'among':
      return `${owner}.${rule.column} in (${rule.values.map(literal).join(', ')})`;
    case 'known':
      return `${owner}.${rule.column} != null`;
    case 'any':
      return `(some a in anggota satisfies ${ruleFeel(rule.where, 'a')})`;
    case 'every':
      return `(every a in anggota satisfies ${ruleFeel(rule.where, 'a')})`;
    case 'recipient':
      return `list contains(penerima, ${JSON.stringify(rule.programme)})`;
  }
};

/** The rule in FEEL over `keluarga`, `anggota` and `penerima` (what DMN files hold). */
export const printFeel = (rule: Rule): string => ruleFeel(rule, 'keluarga');

const readPath = (c: ForeignCursor): Foreign => {
  const names = [expectWord(c)];
  while (isSign(c, '.') && c.next++ >= 0) names.push(expectWord(c));
  return { op: 'path', names };
};

const readFiltered = (c: ForeignCursor, call: 'count' | 'sum'): Foreign => {
  expectSign(c, '(');
  const list = expectWord(c, 'daftar "anggota"');
  if (!MEMBER_LISTS.has(list)) throw new NotCommon(`"${list}" bukan daftar anggota.`);
  let where: { where?: Foreign } = {};
  if (isSign(c, '[')) {
    c.next++;
    where = { where: deeper(c, () => readOr(c)) };
    expectSign(c, ']');
  }
  let column = '';
  if (call === 'sum') {
    expectSign(c, '.');
    column = expectWord(c, 'nama kolom anggota');
  }
  expectSign(c, ')');
  return call === 'sum'
    ? { op: 'sum', column, variable: 'item', ...where }
    : { op: 'count', variable: 'item', ...where };
};

const readQuantified = (c: ForeignCursor): Foreign => {
  const op = take(c).text === 'some' ? 'any' : 'every';
  const variable = expectWord(c, 'nama untuk anggota');
  if (!isWord(c, 'in')) throw new NotCommon('Tulis: some a in anggota satisfies …');
  c.next++;
  if (!MEMBER_LISTS.has(expectWord(c))) throw new NotCommon('Hanya daftar "anggota" yang dapat dipakai di sini.');
  if (!isWord(c, 'satisfies')) throw new NotCommon('Tulis: some a in anggota satisfies …');
  c.next++;
  return { op, variable, where: deeper(c, () => readOr(c)) };
};

const readContains = (c: ForeignCursor): Foreign => {
  c.next += 2;
  expectSign(c, '(');
  const values = isSign(c, '[') ? readValues(c, '[', ']') : [readPath(c)];
  expectSign(c, ',');
  const left = readSum(c);
  expectSign(c, ')');
  return { op: 'in', left, values };
};

const readValues = (c: ForeignCursor, open: string, close: string): Foreign[] => {
  expectSign(c, open);
  const values = [readSum(c)];
  while (isSign(c, ',') && c.next++ >= 0) values.push(readSum(c));
  expectSign(c, close);
  return values;
};

const readWord = (c: ForeignCursor): Foreign => {
  const word = peek(c).text;
  if (isWord(c, 'list', 'contains')) return readContains(c);
  if (word === 'some' || word === 'every') return readQuantified(c);
  if (word === 'true' || word === 'false' || word === 'null') {
    c.next++;
    return word === 'null' ? { op: 'null' } : { op: 'boolean', value: word === 'true' };
  }
  if (peek(c, 1).text !== '(' || peek(c, 1).type !== 'sign') return readPath(c);
  c.next++;
  if (word === 'count' || word === 'sum') return readFiltered(c, word);
  if (word !== 'not') throw new NotCommon(`Fungsi "${word}" tidak termasuk bagian bersama FEEL dan aturan.`);
  expectSign(c, '(');
  const item = deeper(c, () => readOr(c));
  expectSign(c, ')');
  return { op: 'not', item };
};

const readAtom = (c: ForeignCursor): Foreign => {
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
  let left = readAtom(c);
  while (isSign(c, '*') && c.next++ >= 0) left = { op: 'arith', sign: '*', left, right: readAtom(c) };
  return left;
};

const readSum = (c: ForeignCursor): Foreign => {
  let left = readProduct(c);
  while (isSign(c, '+', '-')) left = { op: 'arith', sign: take(c).text as '+' | '-', left, right: readProduct(c) };
  return left;
};

const readRelation = (c: ForeignCursor): Foreign => {
  const left = readSum(c);
  if (isWord(c, 'in')) {
    c.next++;
    return { op: 'in', left, values: isSign(c, '[') ? readValues(c, '[', ']') : readValues(c, '(', ')') };
  }
  if (!isSign(c, '=', '!=', '<=', '<', '>=', '>')) return left;
  return { op: 'compare', sign: take(c).text as Comparison, left, right: readSum(c) };
};

const readSeries = (c: ForeignCursor, word: 'and' | 'or', read: (c: ForeignCursor) => Foreign): Foreign => {
  const items = [read(c)];
  while (isWord(c, word) && c.next++ >= 0) items.push(read(c));
  return items.length === 1 ? items[0]! : { op: word, items };
};
const readAnd = (c: ForeignCursor): Foreign => readSeries(c, 'and', readRelation);
const readOr = (c: ForeignCursor): Foreign => readSeries(c, 'or', readAnd);

/** Reads the common subset of FEEL; check the rule against a schema afterwards. */
export const parseFeel = (text: string): Imported => {
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
