import type { Expression, Operator, Span } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { SyntaxProblem, type Token, tokenize } from './tokens.ts';

/** Bounds that keep an expression small enough to read and to run. */
export const MOST_CHARACTERS = 2000;
const MOST_DEPTH = 32;

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly sentence: string; readonly at: Span };

type Cursor = { readonly tokens: readonly Token[]; next: number; depth: number };

const peek = (c: Cursor): Token => c.tokens[c.next]!;
const shown = (token: Token): string => (token.type === 'end' ? token.text : `"${token.text}"`);
const isSign = (c: Cursor, sign: string): boolean => peek(c).type === 'sign' && peek(c).text === sign;
const takeSign = (c: Cursor, sign: string): void => {
  if (!isSign(c, sign))
    throw new SyntaxProblem(`Di sini seharusnya ada tanda ${sign}, tetapi tertulis ${shown(peek(c))}.`, peek(c).at);
  c.next++;
};

/** Loosest first. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

const readPairs = (c: Cursor, level: number): Expression => {
  const operators = LEVELS[level];
  if (!operators) return readMinus(c);
  let left = readPairs(c, level + 1);
  for (;;) {
    const token = peek(c);
    const op = operators.find((one) => (token.type === 'sign' || token.type === 'word') && token.text === one);
    if (!op) return left;
    c.next++;
    const right = readPairs(c, level + 1);
    left = { is: 'pair', op, left, right, at: [left.at[0], right.at[1]] };
  }
};

const readMinus = (c: Cursor): Expression => {
  const start = peek(c).at[0];
  if (!isSign(c, '-')) return readOne(c);
  return deeper(c, () => {
    c.next++;
    const of = readMinus(c);
    return { is: 'minus', of, at: [start, of.at[1]] };
  });
};

const deeper = (c: Cursor, read: () => Expression): Expression => {
  if (c.depth >= MOST_DEPTH)
    throw new SyntaxProblem(`Ungkapan bersarang lebih dari ${MOST_DEPTH} tingkat.`, peek(c).at);
  c.depth++;
  const found = read();
  c.depth--;
  return found;
};

const readArguments = (c: Cursor): Expression[] => {
  const args: Expression[] = [];
  takeSign(c, '(');
  if (!isSign(c, ')')) {
    args.push(readPairs(c, 0));
    while (isSign(c, ',')) {
      c.next++;
      args.push(readPairs(c, 0));
    }
  }
  takeSign(c, ')');
  return args;
};

const readCall = (c: Cursor, token: Token): Expression => {
  const signature = Object.hasOwn(FUNCTIONS, token.text) ? FUNCTIONS[token.text] : undefined;
  if (!signature) throw new SyntaxProblem(`Fungsi ${token.text}() tidak dikenal.`, token.at);
  const args = readArguments(c);
  const at: Span = [token.at[0], c.tokens[c.next - 1]!.at[1]];
  const [least, most] = signature.takes;
  if (args.length < least || args.length > most)
    throw new SyntaxProblem(
      `Fungsi ${token.text}() memerlukan ${least === most ? least : `${least} sampai ${most}`} isian, tertulis ${args.length}.`,
      at,
    );
  return { is: 'call', name: token.text, args, at };
};

const readOne = (c: Cursor): Expression => {
  const token = peek(c);
  c.next++;
  if (token.type === 'number') return { is: 'number', value: Number(token.text), at: token.at };
  if (token.type === 'text') return { is: 'text', value: token.text, at: token.at };
  if (token.type === 'question') return { is: 'question', name: token.text, at: token.at };
  if (token.type === 'word')
    return isSign(c, '(') ? deeper(c, () => readCall(c, token)) : { is: 'column', name: token.text, at: token.at };
  if (token.type === 'sign' && token.text === '.') return { is: 'self', at: token.at };
  if (token.type === 'sign' && token.text === '..') return { is: 'parent', at: token.at };
  if (token.type === 'sign' && token.text === '(')
    return deeper(c, () => {
      const inside = readPairs(c, 0);
      takeSign(c, ')');
      return inside;
    });
  throw new SyntaxProblem(
    `Di sini seharusnya ada nama \${…}, angka, teks dalam kutip, atau fungsi, tetapi tertulis ${shown(token)}.`,
    token.at,
  );
};

/** Reads an expression. What cannot be read comes back as an Indonesian sentence and the place in the text. */
export const parseExpression = (text: string): Parsed => {
  if (text.length > MOST_CHARACTERS)
    return { ok: false, sentence: `Ungkapan lebih dari ${MOST_CHARACTERS} huruf.`, at: [0, 1] };
  try {
    const c: Cursor = { tokens: tokenize(text), next: 0, depth: 0 };
    const expression = readPairs(c, 0);
    if (peek(c).type !== 'end')
      throw new SyntaxProblem(
        `Setelah ini seharusnya ada "and", "or", pembanding atau akhir ungkapan, tetapi tertulis ${shown(peek(c))}.`,
        peek(c).at,
      );
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof SyntaxProblem) return { ok: false, sentence: error.message, at: error.at };
    throw error;
  }
};
