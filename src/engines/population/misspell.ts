import type { Random } from './random.ts';

/** Pairs of spellings that name the same sound; either side may become the other. All lower case. */
const ORTHOGRAPHY: readonly (readonly [string, string])[] = [
  ['u', 'oe'],
  ['j', 'dj'],
  ['c', 'tj'],
  ['y', 'j'],
  ['sy', 'sj'],
  ['sy', 's'],
  ['sh', 's'],
  ['kh', 'h'],
  ['ch', 'h'],
  ['f', 'p'],
  ['f', 'v'],
  ['v', 'p'],
  ['z', 's'],
  ['z', 'j'],
  ['q', 'k'],
  ['dh', 'd'],
  ['th', 't'],
  ['dz', 'z'],
  ['i', 'y'],
  ['i', 'ie'],
  ['o', 'u'],
  ['e', 'i'],
  ['d', 't'],
];

/** Some of the pairs only at the end of a word, or they make words nobody would write. */
const ONLY_LAST = new Set(['d', 't', 'i', 'y']);

const keepCase = (model: string, word: string): string =>
  model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;

/** The word in another orthography, or the same word when no pair applies. */
export const respell = (random: Random, word: string): string => {
  const lower = word.toLowerCase();
  const options: string[] = [];
  for (const [a, b] of ORTHOGRAPHY) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const at = ONLY_LAST.has(from) && ONLY_LAST.has(to) ? lower.length - from.length : lower.lastIndexOf(from);
      if (at < 0 || !lower.startsWith(from, at) || (at === 0 && lower.length < 4)) continue;
      options.push(lower.slice(0, at) + to + lower.slice(at + from.length));
    }
  }
  return options.length === 0 ? word : keepCase(word, random.pick(options));
};

/** A doubled letter made single, a single one doubled, or the final h dropped or added. */
export const redouble = (random: Random, word: string): string => {
  const lower = word.toLowerCase();
  const doubled = /([a-z])\1/.exec(lower);
  if (doubled !== null) return keepCase(word, lower.replace(/([a-z])\1/, '$1'));
  if (lower.endsWith('h')) return keepCase(word, lower.slice(0, -1));
  if (/[aiu]$/.test(lower) && random.chance(0.5)) return keepCase(word, `${lower}h`);
  const at = [...lower].findIndex((letter, i) => i > 0 && i < lower.length - 1 && 'nmlrstd'.includes(letter));
  return at < 0 ? word : keepCase(word, lower.slice(0, at + 1) + lower.slice(at));
};

const KEYBOARD: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = new Map<string, string>();
KEYBOARD.forEach((row, r) => {
  [...row].forEach((letter, i) => {
    const near = [row[i - 1], row[i + 1], KEYBOARD[r - 1]?.[i], KEYBOARD[r + 1]?.[i]].filter(
      (key) => key !== undefined,
    );
    NEIGHBOURS.set(letter, near.join(''));
  });
});

/** A slip of the fingers: a neighbouring key, a letter left out, written twice, or two letters exchanged. Never the first letter. */
export const mistype = (random: Random, word: string): string => {
  if (word.length < 3) return word;
  const at = random.between(1, word.length - 1);
  const letter = word[at] as string;
  const slip = random.below(4);
  if (slip === 0) {
    const near = NEIGHBOURS.get(letter.toLowerCase());
    return near === undefined ? word : word.slice(0, at) + near[random.below(near.length)] + word.slice(at + 1);
  }
  if (slip === 1) return word.slice(0, at) + word.slice(at + 1);
  if (slip === 2) return word.slice(0, at) + letter + word.slice(at);
  return at + 1 < word.length ? word.slice(0, at) + word[at + 1] + letter + word.slice(at + 2) : word;
};

/** Splits a word of six letters or more in its middle: Nurhayati, Nur Hayati. */
export const splitWord = (random: Random, word: string): string[] => {
  if (word.length < 6) return [word];
  const at = random.between(3, word.length - 3);
  return [word.slice(0, at), keepCase('X', word.slice(at))];
};

/** One digit of a number changed to another. */
export const wrongDigit = (random: Random, digits: string, from = 0): string => {
  const at = random.between(from, digits.length - 1);
  const other = (Number(digits[at]) + random.between(1, 9)) % 10;
  return digits.slice(0, at) + other + digits.slice(at + 1);
};

/** Two neighbouring different digits exchanged; the same number when all are equal. */
export const swapDigits = (random: Random, digits: string): string => {
  const spots = [...digits.slice(0, -1)].flatMap((digit, i) => (digit === digits[i + 1] ? [] : [i]));
  if (spots.length === 0) return digits;
  const at = random.pick(spots);
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
};
