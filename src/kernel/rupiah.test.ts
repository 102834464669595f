import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, formatRupiah, parseRupiah, rupiahFromJson, rupiahToJson, sumRupiah } from './rupiah.ts';

test('amounts are written with points', () => {
  expect(formatRupiah(14_715_566_938n)).toBe('Rp14.715.566.938');
  expect(formatRupiah(0n)).toBe('Rp0');
  expect(formatRupiah(-5_000n)).toBe('-Rp5.000');
});

test.each([
  ['1500000', 1_500_000n],
  ['Rp 1.500.000', 1_500_000n],
  ['Rp. 1.500.000,00', 1_500_000n],
  ['Rp61.500.000,-', 61_500_000n],
  ['1,5 juta', 1_500_000n],
  ['200 ribu', 200_000n],
  ['2 miliar', 2_000_000_000n],
  ['-Rp5.000', -5_000n],
])('reads %s', (text, value) => {
  expect(parseRupiah(text)).toEqual({ ok: true, value });
});

test.each(['', 'gratis', '1,500', '1,500,000', '1.50', '1.5', '10,25', '1 2'])(
  '"%s" comes back with a sentence',
  (text) => {
    const reading = parseRupiah(text);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.sentence).toMatch(/\.$/);
  },
);

test('JSON carries digits and never a number', () => {
  expect(rupiahToJson(9_007_199_254_740_993n)).toBe('9007199254740993');
  expect(rupiahFromJson('9007199254740993')).toBe(9_007_199_254_740_993n);
  expect(() => rupiahFromJson('1.5')).toThrow(RangeError);
  expect(() => rupiahFromJson(15 as unknown as string)).toThrow(RangeError);
});

test('three equal parts of ten: the earlier part takes the odd rupiah', () => {
  expect(allocate(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
  expect(allocate(10n, [1n, 0n, 3n])).toEqual([3n, 0n, 7n]);
  expect(() => allocate(10n, [0n, 0n])).toThrow(RangeError);
  expect(() => allocate(-1n, [1n])).toThrow(RangeError);
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (amount) => {
      expect(parseRupiah(formatRupiah(amount))).toEqual({ ok: true, value: amount });
      expect(rupiahFromJson(rupiahToJson(amount))).toBe(amount);
    }),
  );
});

test('a split sums exactly and no part is a rupiah or more from its share', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 40 })
    .filter((w) => sumRupiah(w) > 0n);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), weights, (total, w) => {
      const parts = allocate(total, w);
      expect(sumRupiah(parts)).toBe(total);
      const whole = sumRupiah(w);
      parts.forEach((part, i) => {
        const gap = part * whole - total * (w[i] as bigint);
        expect(gap > -whole && gap < whole).toBe(true);
      });
    }),
  );
});
