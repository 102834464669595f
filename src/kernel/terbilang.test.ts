import { expect, test } from 'vitest';
import { terbilang } from './terbilang.ts';

test.each([
  [0n, 'nol'],
  [11n, 'sebelas'],
  [15n, 'lima belas'],
  [20n, 'dua puluh'],
  [100n, 'seratus'],
  [101n, 'seratus satu'],
  [1_000n, 'seribu'],
  [1_001_000n, 'satu juta seribu'],
  [11_000n, 'sebelas ribu'],
  [101_000n, 'seratus satu ribu'],
  [61_500_000n, 'enam puluh satu juta lima ratus ribu'],
  [
    14_715_566_938n,
    'empat belas miliar tujuh ratus lima belas juta lima ratus enam puluh enam ribu sembilan ratus tiga puluh delapan',
  ],
  [-5n, 'minus lima'],
])('%s is %s', (n, words) => {
  expect(terbilang(n)).toBe(words);
});

test('a number beyond the words is refused', () => {
  expect(() => terbilang(10n ** 21n)).toThrow(RangeError);
});

test('all numbers to 20,000 have different words without double spaces', () => {
  const seen = new Set(Array.from({ length: 20_000 }, (_, n) => terbilang(BigInt(n))));
  expect(seen.size).toBe(20_000);
  expect([...seen].some((words) => /\s\s|^\s|\s$/.test(words))).toBe(false);
});
