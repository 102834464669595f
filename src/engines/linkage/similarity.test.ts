import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDictionary } from './dictionary.ts';
import { ALIKE, createSimilarityCache, editDistance, likenessOf, ONE_VOWEL, UNLIKE } from './similarity.ts';
import { createWords, cutWords } from './words.ts';

const dictionary = createDictionary('plain');
const words = createWords();
const idOfWord = (word: string): number => {
  const bytes = new TextEncoder().encode(word);
  cutWords(dictionary, bytes, 0, bytes.length, 'name', words);
  return dictionary.writtenCanon[words.written[0]!]!;
};

/** The textbook table, to hold the bit-parallel version against. */
const slowDistance = (a: string, b: string): number => {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, d[i - 2]![j - 2]! + 1);
      d[i]![j] = best;
    }
  }
  return d[a.length]![b.length]!;
};

// Plain folding drops doubled letters: the words are made without them.
const word = fc
  .string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 12 })
  .map((w) => w.replace(/(.)\1+/g, '$1'));

test('the bit-parallel distance is the textbook distance', () => {
  fc.assert(
    fc.property(word, word, (a, b) => editDistance(dictionary, idOfWord(a), idOfWord(b)) === slowDistance(a, b)),
    { numRuns: 2000 },
  );
});

test('likeness', () => {
  const cache = createSimilarityCache();
  const like = (a: string, b: string) => likenessOf(dictionary, cache, idOfWord(a), idOfWord(b));
  expect(like('suprihatin', 'suprihatni')).toBe(ALIKE);
  expect(like('suprihatin', 'supri')).toBe(ALIKE);
  expect(like('dewa', 'dewi')).toBe(ONE_VOWEL);
  expect(like('budi', 'dewi')).toBe(UNLIKE);
  expect(like('ani', 'ina')).toBe(UNLIKE);
  fc.assert(fc.property(word, word, (a, b) => a === b || like(a, b) === like(b, a)));
});
