import { MUHAMMAD_SPELLINGS } from './name-lists.ts';
import { pickWeighted, type Random } from './random.ts';

const MUHAMMADS = new Set(MUHAMMAD_SPELLINGS.map(([word]) => word));
const OTHER_VOWEL: Readonly<Record<string, string>> = { a: 'i', i: 'a', o: 'i', u: 'i', e: 'a' };

/** The last vowel differs: Dewi and Dewa, Rina and Rini, Hasan and Hasin. */
const oneLetterOff = (word: string): string => {
  const at = [...word].findLastIndex((letter) => letter in OTHER_VOWEL);
  return at < 1 ? `${word}a` : `${word.slice(0, at)}${OTHER_VOWEL[word[at] as string]}${word.slice(at + 1)}`;
};

/** A twin's name: the same words with one letter changed in one of them. */
export const likeTwin = (name: readonly string[]): string[] => {
  const at = name.findIndex((word) => !MUHAMMADS.has(word) && word.length > 2 && word !== 'Siti');
  const twin = [...name];
  const target = Math.max(0, at);
  twin[target] = oneLetterOff(twin[target] as string);
  return twin;
};

/** A younger sibling's name built on the elder's: the same first or last word, the rest its own. */
export const likeSibling = (random: Random, elder: readonly string[], own: readonly string[]): string[] => {
  const rest = own.filter((word) => !elder.includes(word));
  if (rest.length === 0) return [...own];
  return random.chance(0.5) && elder.length > 1 ? [...rest, elder.at(-1) as string] : [elder[0] as string, ...rest];
};

/** A son named as his father; Muhammad may be spelt another way. */
export const likeFather = (random: Random, father: readonly string[]): string[] =>
  father.map((word) => (MUHAMMADS.has(word) ? pickWeighted(random, MUHAMMAD_SPELLINGS) : word));

/** The same words in the same order, whatever the spelling of Muhammad. */
export const isSameName = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length &&
  a.every((word, i) => word === b[i] || (MUHAMMADS.has(word) && MUHAMMADS.has(b[i] as string)));
