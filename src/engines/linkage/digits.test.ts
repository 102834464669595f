import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packDigits, packPhone, slipsBetween } from './digits.ts';

const pack = (text: string): [number, number] => {
  const packed = packDigits(new TextEncoder().encode(text), 0, text.length, false);
  return [packed[0]!, packed[1]!];
};
const slips = (a: string, b: string) => slipsBetween(...pack(a), ...pack(b));

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }).map((list) => list.join(''));

test('equal numbers have no slip', () => {
  fc.assert(fc.property(digits, (a) => slips(a, a) === 0));
});

test('one changed digit, two swapped neighbours and a dropped digit are one slip', () => {
  const a = '9901014708540003';
  expect(slips(a, '9901014708540008')).toBe(1);
  expect(slips(a, '9901014780540003')).toBe(1);
  expect(slips(a, '990101470854003')).toBe(1);
  expect(slips(a, '9901014708540038')).toBe(2);
  expect(slips(a, '9971071203880011')).toBe(3);
});

test('slips are symmetric', () => {
  fc.assert(
    fc.property(digits, digits, fc.integer({ min: 0, max: 15 }), (a, b, at) => {
      expect(slips(a, b)).toBe(slips(b, a));
      const shorter = a.slice(0, at) + a.slice(at + 1);
      expect(slips(a, shorter)).toBe(slips(shorter, a));
    }),
  );
});

test('what identifies nobody is missing', () => {
  for (const text of ['', '0', '000', '0000000000000000', '1111111111111111', '3,2E+15', '-'])
    expect(pack(text)).toEqual([0, 0]);
});

test('a telephone number is its last eight digits', () => {
  const phone = (text: string) => packPhone(new TextEncoder().encode(text), 0, text.length);
  expect(phone('+62 890-1234-5678')).toBe(phone('089012345678'));
  expect(phone('12345')).toBe(0);
});
