import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatReceiptCode, newPin, newReceiptCode, parsePin, parseReceiptCode } from './receipt-code.ts';

const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXYZ';
const anyCode = fc.constant(null).map(() => newReceiptCode());

test('a new code has eleven characters of the alphabet and reads back, however it is typed', () => {
  for (let i = 0; i < 500; i += 1) {
    const code = newReceiptCode();
    expect([...code].every((letter) => ALPHABET.includes(letter))).toBe(true);
    expect(code).toHaveLength(11);
    const typed = ` ${formatReceiptCode(code)
      .toLowerCase()
      .replaceAll('-', ' - ')
      .replaceAll('l', i % 2 ? '1' : 'i')}`;
    expect(parseReceiptCode(typed)).toEqual({ ok: true, value: code });
  }
});

test('every single wrong character and every swap of two is found', () => {
  const at = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(anyCode, at, at, fc.integer({ min: 1, max: 28 }), (code, i, j, shift) => {
      const letters = [...code];
      const wrong = ALPHABET[(ALPHABET.indexOf(letters[i] as string) + shift) % 29] as string;
      expect(parseReceiptCode(letters.with(i, wrong).join(''))).toMatchObject({ ok: false, code: 'salah_ketik' });
      if (letters[i] !== letters[j]) {
        const swapped = letters
          .with(i, letters[j] as string)
          .with(j, letters[i] as string)
          .join('');
        expect(parseReceiptCode(swapped)).toMatchObject({ ok: false, code: 'salah_ketik' });
      }
    }),
  );
});

test('all characters occur about equally often', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 3000; i += 1) {
    for (const letter of newReceiptCode()) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const mean = (3000 * 11) / 29;
  for (const letter of ALPHABET) {
    expect(counts.get(letter)).toBeGreaterThan(mean * 0.8);
    expect(counts.get(letter)).toBeLessThan(mean * 1.2);
  }
});

test.each([
  ['', 'kosong'],
  ['7KQF-M3XZ', 'bentuk'],
  ['AAAA-AAAA-AAA', 'bentuk'],
  ['0000-0000-000', 'bentuk'],
])('"%s" comes back as %s', (raw, code) => {
  expect(parseReceiptCode(raw)).toMatchObject({ ok: false, code });
});

test('a PIN is six digits and no pattern everybody tries first', () => {
  const pins = Array.from({ length: 2000 }, newPin);
  expect(pins.every((pin) => /^\d{6}$/.test(pin) && !/^(\d)\1{5}$/.test(pin))).toBe(true);
  expect(new Set(pins).size).toBeGreaterThan(1900);
  expect(parsePin(' 123 456')).toBe('123456');
  expect(parsePin('12345')).toBeUndefined();
  expect(parsePin('12345a')).toBeUndefined();
});
