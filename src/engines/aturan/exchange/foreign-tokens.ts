import { NotCommon } from './foreign.ts';

export type ForeignToken = { type: 'number' | 'word' | 'text' | 'sign' | 'end'; text: string };
export type ForeignCursor = { tokens: ForeignToken[]; next: number; depth: number };

const PATTERN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>&&|\|\||[<>=!]=|[<>=!()[\],.+\-*]))/uy;
const MOST_DEPTH = 40;
const MOST_LENGTH = 8000;

const plainText = (quoted: string): string => quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');

/** Cuts CEL or FEEL text into tokens. Throws NotCommon. */
export const newCursor = (source: string): ForeignCursor => {
  if (source.length > MOST_LENGTH) throw new NotCommon(`Ungkapan lebih dari ${MOST_LENGTH} huruf.`);
  const text = source.trim();
  const tokens: ForeignToken[] = [];
  let position = 0;
  while (position < text.length) {
    PATTERN.lastIndex = position;
    const groups = PATTERN.exec(text)?.groups;
    if (!groups)
      throw new NotCommon(`Tanda "${text.slice(position).trim()[0]}" tidak dikenal pada huruf ke-${position + 1}.`);
    const type = (['number', 'word', 'text', 'sign'] as const).find((t) => groups[t] !== undefined)!;
    if (type === 'number' && groups['number']!.includes('.'))
      throw new NotCommon('Pecahan tidak dipakai; tulis bilangan bulat.');
    tokens.push({ type, text: type === 'text' ? plainText(groups['text']!) : groups[type]! });
    position = PATTERN.lastIndex;
  }
  tokens.push({ type: 'end', text: 'akhir ungkapan' });
  return { tokens, next: 0, depth: 0 };
};

export const peek = (c: ForeignCursor, ahead = 0): ForeignToken =>
  c.tokens[Math.min(c.next + ahead, c.tokens.length - 1)]!;
export const isSign = (c: ForeignCursor, ...signs: string[]): boolean =>
  peek(c).type === 'sign' && signs.includes(peek(c).text);
export const isWord = (c: ForeignCursor, ...words: string[]): boolean =>
  words.every((w, i) => peek(c, i).type === 'word' && peek(c, i).text === w);
export const take = (c: ForeignCursor): ForeignToken => c.tokens[c.next++]!;

export const expectSign = (c: ForeignCursor, sign: string): void => {
  if (!isSign(c, sign)) throw new NotCommon(`Di sini seharusnya ada tanda ${sign}, tetapi tertulis "${peek(c).text}".`);
  c.next++;
};
export const expectWord = (c: ForeignCursor, what = 'sebuah nama'): string => {
  if (peek(c).type !== 'word')
    throw new NotCommon(`Di sini seharusnya ada ${what}, tetapi tertulis "${peek(c).text}".`);
  return take(c).text;
};
export const expectEnd = (c: ForeignCursor): void => {
  if (peek(c).type !== 'end') throw new NotCommon(`"${peek(c).text}" tidak diharapkan di sini.`);
};
export const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new NotCommon(`Angka ${text} terlalu besar.`);
  return value;
};

/** Reads one level deeper; a bound keeps hostile nesting from exhausting the stack. */
export const deeper = <T>(c: ForeignCursor, read: () => T): T => {
  if (++c.depth > MOST_DEPTH) throw new NotCommon(`Ungkapan bersarang lebih dari ${MOST_DEPTH} tingkat.`);
  const result = read();
  c.depth--;
  return result;
};
