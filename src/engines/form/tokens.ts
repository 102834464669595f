import type { Span } from './expression.ts';

export type Token = {
  readonly type: 'number' | 'text' | 'question' | 'word' | 'sign' | 'end';
  /** The number's digits, the text without quotes, the name, the word in lower case, or the sign. */
  readonly text: string;
  readonly at: Span;
};

/** An expression that cannot be read; `at` is where the caret stands. */
export class SyntaxProblem extends Error {
  readonly at: Span;
  constructor(sentence: string, at: Span) {
    super(sentence);
    this.at = at;
  }
}

const NAME = '[A-Za-z_][A-Za-z0-9_.-]*';
const PIECES = new RegExp(
  [
    '(?<space>\\s+)',
    `\\$\\{\\s*(?<question>${NAME})\\s*\\}`,
    '(?<number>\\d+(?:\\.\\d+)?|\\.\\d+)',
    '"(?<double>[^"]*)"',
    "'(?<single>[^']*)'",
    '(?<sign>\\.\\.|!=|<=|>=|[.=<>+*(),-])',
    '(?<word>[A-Za-z_][A-Za-z0-9_]*(?:[-:][A-Za-z_][A-Za-z0-9_]*)*)',
  ].join('|'),
  'y',
);
/** Word processors turn quotes and signs into others; they mean the same here. */
const straight = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\u00a0/g, ' ');

const complaint = (text: string, at: number): string => {
  const rest = text.slice(at);
  if (rest.startsWith(`\${`))
    return `Nama pertanyaan ditulis \${nama}, dengan kurung kurawal penutup dan tanpa spasi di tengah.`;
  if (rest.startsWith('"') || rest.startsWith("'")) return 'Tanda kutip ini belum ditutup.';
  return `Tanda ${[...rest][0]} tidak dikenal di sini.`;
};

/** The pieces of an expression, ending with one of type `end`. Throws SyntaxProblem. */
export const tokenize = (written: string): Token[] => {
  const text = straight(written);
  const tokens: Token[] = [];
  let next = 0;
  while (next < text.length) {
    PIECES.lastIndex = next;
    const match = PIECES.exec(text);
    if (!match) throw new SyntaxProblem(complaint(text, next), [next, next + 1]);
    const { space, question, number, double, single, sign, word } = match.groups ?? {};
    const at: Span = [next, next + match[0].length];
    if (question !== undefined) tokens.push({ type: 'question', text: question, at });
    else if (number !== undefined) tokens.push({ type: 'number', text: number, at });
    else if (double !== undefined || single !== undefined)
      tokens.push({ type: 'text', text: double ?? single ?? '', at });
    else if (sign !== undefined) tokens.push({ type: 'sign', text: sign, at });
    else if (word !== undefined) tokens.push({ type: 'word', text: word, at });
    else if (space === undefined) break;
    next = at[1];
  }
  tokens.push({ type: 'end', text: 'akhir ungkapan', at: [text.length, text.length + 1] });
  return tokens;
};
