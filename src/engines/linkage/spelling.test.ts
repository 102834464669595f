import { expect, test } from 'vitest';
import { foldWord, MUHAMMAD, skeletonOf, wordKind } from './spelling.ts';

test.each([
  ['soekarno', 'sukarno'],
  ['djoko', 'joko'],
  ['tjahyadi', 'cahyadi'],
  ['sjarif', 'syarif'],
  ['khoirul', 'choirul'],
  ['ramadhan', 'ramadan'],
  ['rizky', 'riski'],
  ['abdullah', 'abdulla'],
  ['yusuf', 'yusup'],
  ['njoman', 'nyoman'],
  ['achmad', 'ahmad'],
  ['christian', 'kristian'],
])('%s and %s are one name', (a, b) => {
  expect(foldWord(a, 'indonesia')).toBe(foldWord(b, 'indonesia'));
});

test.each([
  ['budi', 'dewi'],
  ['siti', 'sati'],
  ['agus', 'bagus'],
  ['chandra', 'hendra'],
])('%s and %s stay apart', (a, b) => {
  expect(foldWord(a, 'indonesia')).not.toBe(foldWord(b, 'indonesia'));
});

test('all spellings of Muhammad are one word', () => {
  for (const word of ['muhammad', 'mohamad', 'moch', 'mohd', 'muh', 'mochammad', 'muhamat'])
    expect(foldWord(word, 'indonesia')).toBe(MUHAMMAD);
});

test('plain spelling folds doubled letters only', () => {
  expect(foldWord('soekarno', 'plain')).toBe('soekarno');
  expect(foldWord('philipp', 'plain')).toBe('philip');
  expect(wordKind('haji', 'plain')).toBe('word');
});

test('titles and particles are known', () => {
  expect(wordKind('hj', 'indonesia')).toBe('title');
  expect(wordKind('binti', 'indonesia')).toBe('particle');
  expect(wordKind('siti', 'indonesia')).toBe('word');
});

test('a skeleton keeps the first letter and the consonants', () => {
  expect(skeletonOf('sukarnu')).toBe('skrn');
  expect(skeletonOf('aulia')).toBe('al');
});
