import { type Problem, problem } from './problem.ts';
import { normalUnit, RESERVED } from './schema.ts';
import { SyntaxProblem, type Token, tokenize } from './tokens.ts';
import type { Amount, Comparison, Rule, Span } from './tree.ts';

/** Bounds that keep every rule small enough to read, to check and to run. */
export const MAX_LENGTH = 4000;
export const MAX_DEPTH = 24;

export type Parsed = { ok: true; rule: Rule } | { ok: false; problems: Problem[] };

type Cursor = { tokens: Token[]; next: number; depth: number };

const peek = (c: Cursor): Token => c.tokens[c.next]!;
const take = (c: Cursor): Token => c.tokens[c.next++]!;
const isWord = (c: Cursor, ...words: string[]): boolean =>
  words.every((w, i) => c.tokens[c.next + i]?.type === 'word' && c.tokens[c.next + i]?.text === w);
const isSign = (c: Cursor, ...signs: string[]): boolean => peek(c).type === 'sign' && signs.includes(peek(c).text);
const skipWords = (c: Cursor, ...words: string[]): void => {
  while (peek(c).type === 'word' && words.includes(peek(c).text)) c.next++;
};
const lastEnd = (c: Cursor): number => c.tokens[Math.max(0, c.next - 1)]!.at[1];
const since = (c: Cursor, start: number): Span => [start, lastEnd(c)];
const shown = (token: Token): string => (token.type === 'end' ? token.text : `"${token.text}"`);

const expected = (c: Cursor, what: string): never => {
  throw new SyntaxProblem(`Di sini seharusnya ada ${what}, tetapi tertulis ${shown(peek(c))}.`, peek(c).at);
};
const takeSign = (c: Cursor, sign: string, what = `tanda ${sign}`): void => {
  if (isSign(c, sign)) c.next++;
  else expected(c, what);
};

const deeper = <T>(c: Cursor, read: () => T): T => {
  if (++c.depth > MAX_DEPTH)
    throw new SyntaxProblem(
      `Ungkapan bersarang lebih dari ${MAX_DEPTH} tingkat; pecah menjadi beberapa baris.`,
      peek(c).at,
    );
  const result = read();
  c.depth--;
  return result;
};

const readColumn = (c: Cursor): string => {
  const token = peek(c);
  if (token.type !== 'word' || RESERVED.has(token.text)) expected(c, 'nama kolom');
  return take(c).text;
};

const readParenthesised = (c: Cursor): Rule => {
  takeSign(c, '(', 'tanda ( sesudah "dengan"');
  const where = deeper(c, () => readOr(c));
  takeSign(c, ')');
  return where;
};

const readWhere = (c: Cursor): { where?: Rule } => {
  if (!isWord(c, 'dengan') && !isWord(c, 'yang')) return {};
  c.next++;
  return { where: readParenthesised(c) };
};

const readNumber = (c: Cursor): Amount => {
  const token = take(c);
  const value = Number(token.text);
  if (!Number.isSafeInteger(value)) throw new SyntaxProblem(`Angka ${token.text} terlalu besar.`, token.at);
  if (token.unit) return { kind: 'number', value, unit: token.unit, at: token.at };
  const unit = peek(c);
  if (unit.type !== 'word' || RESERVED.has(unit.text)) return { kind: 'number', value, at: token.at };
  c.next++;
  return { kind: 'number', value, unit: normalUnit(unit.text), at: since(c, token.at[0]) };
};

const readAmountAtom = (c: Cursor): Amount => {
  const { type, at } = peek(c);
  if (type === 'number') return readNumber(c);
  if (isSign(c, '-')) {
    c.next++;
    if (peek(c).type !== 'number') expected(c, 'angka sesudah tanda minus');
    const number = readNumber(c) as Extract<Amount, { kind: 'number' }>;
    return { ...number, value: number.value === 0 ? 0 : -number.value, at: since(c, at[0]) };
  }
  if (isSign(c, '(')) {
    c.next++;
    const inner = deeper(c, () => readAmount(c));
    takeSign(c, ')');
    return inner;
  }
  if (isWord(c, 'jumlah')) {
    c.next++;
    if (!isWord(c, 'anggota')) expected(c, '"anggota" (tulis: jumlah anggota dengan (…))');
    c.next++;
    return { kind: 'count', ...readWhere(c), at: since(c, at[0]) };
  }
  if (isWord(c, 'total')) {
    c.next++;
    const column = readColumn(c);
    if (!isWord(c, 'anggota')) expected(c, '"anggota" (tulis: total KOLOM anggota)');
    c.next++;
    return { kind: 'sum', column, ...readWhere(c), at: since(c, at[0]) };
  }
  return { kind: 'column', column: readColumn(c), at };
};

const readProduct = (c: Cursor): Amount => {
  const start = peek(c).at[0];
  let left = readAmountAtom(c);
  while (isSign(c, '*')) {
    c.next++;
    left = { kind: 'arith', op: '*', left, right: readAmountAtom(c), at: since(c, start) };
  }
  return left;
};

const readAmount = (c: Cursor): Amount => {
  const start = peek(c).at[0];
  let left = readProduct(c);
  while (isSign(c, '+', '-')) {
    const op = take(c).text as '+' | '-';
    left = { kind: 'arith', op, left, right: readProduct(c), at: since(c, start) };
  }
  return left;
};

const readList = (c: Cursor): (string | number)[] => {
  takeSign(c, '[', 'daftar pilihan, misalnya ["sd","smp"]');
  const values: (string | number)[] = [];
  do {
    if (peek(c).type === 'text') values.push(take(c).text);
    else if (peek(c).type === 'number' || isSign(c, '-')) values.push((readAmountAtom(c) as { value: number }).value);
    else expected(c, 'pilihan dalam tanda kutip atau angka');
  } while (isSign(c, ',') && c.next++ >= 0);
  takeSign(c, ']');
  return values;
};

const negated = (yes: boolean, rule: Rule): Rule => (yes ? { kind: 'not', item: rule, at: rule.at } : rule);

const columnOf = (c: Cursor, left: Amount, what: string): string =>
  left.kind === 'column' ? left.column : expected(c, `nama kolom di kiri "${what}"`);

const readComparisonEnd = (c: Cursor, left: Amount, start: number): Rule => {
  const op = take(c).text as Comparison;
  if (op === '=' || op === '!=') {
    const answer = isWord(c, 'ya') ? true : isWord(c, 'tidak') ? false : undefined;
    if (answer !== undefined) {
      const column = columnOf(c, left, op);
      c.next++;
      return negated(answer === (op === '!='), { kind: 'flag', column, at: since(c, start) });
    }
    if (peek(c).type === 'text') {
      const column = columnOf(c, left, op);
      const values = [take(c).text];
      return negated(op === '!=', { kind: 'among', column, values, at: since(c, start) });
    }
  }
  const right = readAmount(c);
  return { kind: 'compare', op, left, right, at: since(c, start) };
};

const readBetween = (c: Cursor, left: Amount, start: number): Rule => {
  const low = readAmount(c);
  if (!isWord(c, 'dan')) expected(c, '"dan" (tulis: antara 6 dan 12)');
  c.next++;
  const high = readAmount(c);
  const at = since(c, start);
  return {
    kind: 'and',
    items: [
      { kind: 'compare', op: '>=', left, right: low, at },
      { kind: 'compare', op: '<=', left, right: high, at },
    ],
    at,
  };
};

const readComparison = (c: Cursor): Rule => {
  const start = peek(c).at[0];
  const left = readAmount(c);
  if (isSign(c, '<=', '<', '=', '!=', '>=', '>')) return readComparisonEnd(c, left, start);
  if (isWord(c, 'belum', 'diketahui') || isWord(c, 'diketahui')) {
    const unknown = isWord(c, 'belum');
    c.next += unknown ? 2 : 1;
    return negated(unknown, { kind: 'known', column: columnOf(c, left, 'diketahui'), at: since(c, start) });
  }
  const not = isWord(c, 'tidak', 'termasuk');
  if (not || isWord(c, 'termasuk')) {
    c.next += not ? 2 : 1;
    const column = columnOf(c, left, 'termasuk');
    return negated(not, { kind: 'among', column, values: readList(c), at: since(c, start) });
  }
  if (isWord(c, 'antara')) {
    c.next++;
    return readBetween(c, left, start);
  }
  if (left.kind === 'column') return { kind: 'flag', column: left.column, at: left.at };
  return expected(c, 'pembanding (<=, <, =, >=, >) sesudah bilangan');
};

/** `(` opens a condition or a sum; the one that reads on without a stop is meant. */
const readBracket = (c: Cursor): Rule => {
  const [start, depth] = [c.next, c.depth];
  let first: unknown;
  try {
    c.next++;
    const inner = deeper(c, () => readOr(c));
    takeSign(c, ')');
    if (!isSign(c, '<=', '<', '=', '!=', '>=', '>', '+', '-', '*') && !isWord(c, 'antara')) return inner;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    first = error;
  }
  [c.next, c.depth] = [start, depth];
  try {
    return readComparison(c);
  } catch (error) {
    if (first instanceof SyntaxProblem && error instanceof SyntaxProblem && first.at[0] >= error.at[0]) throw first;
    throw error;
  }
};

const readAtom = (c: Cursor): Rule => {
  const start = peek(c).at[0];
  if (isSign(c, '(')) return readBracket(c);
  if (isWord(c, 'ada') || isWord(c, 'semua')) {
    const kind = take(c).text === 'ada' ? 'any' : 'every';
    if (!isWord(c, 'anggota')) expected(c, '"anggota" (tulis: ada anggota dengan (…))');
    c.next++;
    skipWords(c, 'dengan', 'yang', 'memenuhi');
    return { kind, where: readParenthesised(c), at: since(c, start) };
  }
  if (isWord(c, 'penerima')) {
    c.next++;
    skipWords(c, 'program');
    if (peek(c).type !== 'text') expected(c, 'kode program dalam tanda kutip, misalnya penerima program "pkh"');
    return { kind: 'recipient', programme: take(c).text, at: since(c, start) };
  }
  return readComparison(c);
};

const readNot = (c: Cursor): Rule => {
  if (!isWord(c, 'tidak') && !isWord(c, 'bukan')) return readAtom(c);
  const start = take(c).at[0];
  const item = deeper(c, () => readNot(c));
  return { kind: 'not', item, at: since(c, start) };
};

const readSeries = (c: Cursor, word: 'dan' | 'atau', read: (c: Cursor) => Rule): Rule => {
  const start = peek(c).at[0];
  const items = [read(c)];
  while (isWord(c, word)) {
    c.next++;
    items.push(read(c));
  }
  return items.length === 1 ? items[0]! : { kind: word === 'dan' ? 'and' : 'or', items, at: since(c, start) };
};

const readAnd = (c: Cursor): Rule => readSeries(c, 'dan', readNot);
const readOr = (c: Cursor): Rule => readSeries(c, 'atau', readAnd);

/**
 * Reads one rule. Words may be in any case; `antara a dan b` becomes two comparisons.
 * @returns the tree, or one problem with its place in the text.
 */
export const parseRule = (text: string): Parsed => {
  if (text.trim() === '') return { ok: false, problems: [problem('empty', 'Ungkapan masih kosong.', [0, 0])] };
  if (text.length > MAX_LENGTH)
    return {
      ok: false,
      problems: [
        problem('too_long', `Ungkapan lebih dari ${MAX_LENGTH} huruf; pecah menjadi beberapa baris.`, [0, text.length]),
      ],
    };
  try {
    const cursor = { tokens: tokenize(text), next: 0, depth: 0 };
    const rule = readOr(cursor);
    if (peek(cursor).type !== 'end') expected(cursor, '"dan", "atau", atau akhir ungkapan');
    return { ok: true, rule };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { ok: false, problems: [problem('syntax', error.message, error.at)] };
  }
};

/** Reads one number expression (used for amounts per component, e.g. `jumlah anggota dengan (hamil)`). */
export const parseAmount = (text: string): { ok: true; amount: Amount } | { ok: false; problems: Problem[] } => {
  try {
    const cursor = { tokens: tokenize(text.slice(0, MAX_LENGTH)), next: 0, depth: 0 };
    const amount = readAmount(cursor);
    if (peek(cursor).type !== 'end') expected(cursor, 'akhir ungkapan');
    return { ok: true, amount };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { ok: false, problems: [problem('syntax', error.message, error.at)] };
  }
};
