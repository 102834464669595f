import type { Span } from './tree.ts';

export type Token = {
  type: 'number' | 'word' | 'text' | 'sign' | 'end';
  /** Words in lower case, signs in one spelling, numbers as digits. */
  text: string;
  unit?: string;
  at: Span;
};

/** Thrown inside the parser and turned into a Problem at its edge. */
export class SyntaxProblem extends Error {
  readonly at: Span;
  constructor(message: string, at: Span) {
    super(message);
    this.at = at;
  }
}

const PATTERN =
  /(?<space>\s+)|(?<money>rp\.?\s*(?=\d))?(?<number>\d+(?:[._]\d+)*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<text>"[^"]*"|'[^']*'|“[^”]*”)|(?<sign><=|>=|!=|<>|==|[<>=≤≥≠()[\],+\-*×−])/iuy;

const SPELLINGS: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '<>': '!=',
  '==': '=',
  '×': '*',
  '−': '-',
};

const digitsOf = (written: string, at: Span): string => {
  if (/^\d+$/.test(written)) return written;
  if (/^\d{1,3}(\.\d{3})+$/.test(written) || /^\d{1,3}(_\d{3})+$/.test(written)) return written.replaceAll(/[._]/g, '');
  throw new SyntaxProblem(
    `Angka "${written}" tidak dapat dibaca. Tulis bilangan bulat, misalnya 1500000 atau 1.500.000; pecahan tidak dipakai.`,
    at,
  );
};

const tokenOf = (groups: Record<string, string | undefined>, at: Span): Token | undefined => {
  const { number, word, text, sign, money } = groups;
  if (number !== undefined)
    return { type: 'number', text: digitsOf(number, at), ...(money ? { unit: 'rupiah' } : {}), at };
  if (word !== undefined) return { type: 'word', text: word.toLowerCase(), at };
  if (text !== undefined) return { type: 'text', text: text.slice(1, -1), at };
  if (sign !== undefined) return { type: 'sign', text: SPELLINGS[sign] ?? sign, at };
  return undefined;
};

/** Cuts the text into tokens; refuses any sign the language does not have. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    PATTERN.lastIndex = position;
    const match = PATTERN.exec(text);
    if (!match?.groups) {
      const sign = String.fromCodePoint(text.codePointAt(position)!);
      const hint = '"\'“'.includes(sign) ? 'Tanda kutip ini belum ditutup.' : 'Hapus atau ganti tanda ini.';
      throw new SyntaxProblem(`Tanda ${sign} tidak dikenal di sini. ${hint}`, [position, position + sign.length]);
    }
    const token = tokenOf(match.groups, [position, PATTERN.lastIndex]);
    if (token) tokens.push(token);
    position = PATTERN.lastIndex;
  }
  tokens.push({ type: 'end', text: 'akhir ungkapan', at: [text.length, text.length] });
  return tokens;
};
