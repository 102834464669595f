import { type Dictionary, KIND_WORD, writtenNumber } from './dictionary.ts';

/** Written words of the last text that was cut up: their numbers in the dictionary. One buffer, used again for every text. */
export type Words = { written: Int32Array; size: number; raw: number; letters: number };

export const MAX_WORDS = 12;
export const createWords = (): Words => ({ written: new Int32Array(MAX_WORDS), size: 0, raw: 0, letters: 0 });

// What a byte is: 0 separates words, else the lower-case letter or digit. Latin letters with accents are two bytes and handled apart.
const ASCII = new Uint8Array(256);
for (let c = 97; c <= 122; c += 1) ASCII[c] = ASCII[c - 32] = c;
const LETTERS_AND_DIGITS = ASCII.slice();
for (let c = 48; c <= 57; c += 1) LETTERS_AND_DIGITS[c] = c;
// Second byte of U+00C0..U+00FF in UTF-8 (after 0xC3) to its letter without the accent.
const ACCENTS = 'aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y';
const APOSTROPHE = 39;
const COMMA = 44;

const spelled = new Uint8Array(64);
let spelledLength = 0;
const spell = (): string => {
  let text = '';
  for (let i = 0; i < spelledLength; i += 1) text += String.fromCharCode(spelled[i]!);
  return text;
};

/**
 * Cuts bytes [from, to) of UTF-8 text into written words of `dictionary`. Letters only, or letters and digits; `whole` joins everything
 * into one word (a place, an occupation). In a name, what follows a comma is a row of degrees and is left out when a word stands before it.
 */
export const cutWords = (
  dictionary: Dictionary,
  bytes: Uint8Array,
  from: number,
  to: number,
  how: 'name' | 'text' | 'whole',
  out: Words,
): void => {
  const letterOf = how === 'name' ? ASCII : LETTERS_AND_DIGITS;
  let h1 = 0x811c9dc5 | 0;
  let h2 = 0x2f0b4c47;
  let raw = 0;
  out.size = 0;
  out.letters = 0;
  spelledLength = 0;
  for (let i = from; i <= to; i += 1) {
    const byte = i < to ? bytes[i]! : 0;
    let letter = letterOf[byte]!;
    if (byte === 0xc3 && i + 1 < to) {
      letter = ACCENTS.charCodeAt(bytes[i + 1]! - 0x80);
      if (letter === 32) letter = 0;
      i += 1;
    }
    if (letter !== 0) {
      if (spelledLength < 64) {
        spelled[spelledLength] = letter;
        spelledLength += 1;
        h1 = Math.imul(h1 ^ letter, 0x01000193);
        h2 = Math.imul(h2 ^ letter, 0x5bd1e995) ^ (h2 >>> 15);
      }
      continue;
    }
    if (i < to && (byte === APOSTROPHE || how === 'whole')) continue;
    if (spelledLength > 0 && out.size < MAX_WORDS) {
      out.written[out.size] = writtenNumber(dictionary, h1, h2, spell);
      out.size += 1;
      out.letters += spelledLength;
      raw = Math.imul(raw ^ h1, 0x85ebca6b) ^ (h2 >>> 7);
    }
    h1 = 0x811c9dc5 | 0;
    h2 = 0x2f0b4c47;
    spelledLength = 0;
    if (byte === COMMA && how === 'name' && dictionary.spelling === 'indonesia' && out.size > 0) break;
  }
  out.raw = raw;
};

/** True when any of the words is neither a title nor a particle. */
export const hasOrdinaryWord = (dictionary: Dictionary, words: Words): boolean => {
  for (let i = 0; i < words.size; i += 1) if (dictionary.writtenKind[words.written[i]!] === KIND_WORD) return true;
  return false;
};
