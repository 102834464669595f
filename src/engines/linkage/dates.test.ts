import { expect, test } from 'vitest';
import { birthLevel } from './compare.ts';
import { dayOf, monthOf, packDate, packYear, parseDateFormat, swapInvariant, yearOf } from './dates.ts';
import { BIRTH_LEVELS } from './levels.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pack = (text: string, format = 'YYYY-MM-DD') => packDate(bytes(text), 0, text.length, parseDateFormat(format)!);
const parts = (packed: number) => [yearOf(packed), monthOf(packed), dayOf(packed)];

test.each([
  ['1954-08-07', 'YYYY-MM-DD', [1954, 8, 7]],
  ['07/08/1954', 'DD/MM/YYYY', [1954, 8, 7]],
  ['7-8-1954', 'DD-MM-YYYY', [1954, 8, 7]],
  ['19540807', 'YYYYMMDD', [1954, 8, 7]],
  ['07.08.54', 'DD.MM.YY', [1954, 8, 7]],
  ['1954-13-40', 'YYYY-MM-DD', [1954, 13, 40]],
])('%s in %s', (text, format, expected) => {
  expect(parts(pack(text, format))).toEqual(expected);
});

test('what is no date gives 0', () => {
  expect(pack('')).toBe(0);
  expect(pack('tidak tahu')).toBe(0);
  expect(pack('1954')).toBe(0);
  expect(parseDateFormat('YYYY')).toBeUndefined();
  expect(parseDateFormat('DD/DD/YYYY')).toBeUndefined();
  expect(packYear(bytes('1954'), 0, 4)).toBe(1954 << 14);
  expect(packYear(bytes('54'), 0, 2)).toBe(0);
});

test('swapped day and month fall under one key', () => {
  expect(swapInvariant(pack('1954-08-07'))).toBe(swapInvariant(pack('1954-07-08')));
  expect(swapInvariant(pack('1954-08-07'))).not.toBe(swapInvariant(pack('1955-08-07')));
});

test.each([
  ['1954-08-07', '1954-08-07', 'equal'],
  ['1954-01-01', '1954-01-01', 'equalDefault'],
  ['1954-08-07', '1954-07-08', 'swapped'],
  ['1954-08-07', '1954-08-17', 'day'],
  ['1954-08-07', '1954-09-07', 'month'],
  ['1954-08-07', '1955-08-07', 'yearNear'],
  ['1954-08-07', '1945-08-07', 'yearNear'],
  ['1954-08-07', '1978-08-07', 'yearFar'],
  ['1954-08-07', '1954-01-01', 'default'],
  ['1954-08-07', '1954-03-21', 'dayMonth'],
  ['1954-01-01', '1956-08-07', 'yearDefault'],
  ['1954-08-07', '1955-08-09', 'twoParts'],
  ['1954-08-07', '1991-02-28', 'differ'],
])('%s beside %s is %s', (a, b, level) => {
  expect(BIRTH_LEVELS[birthLevel(pack(a), pack(b))]).toBe(level);
  expect(BIRTH_LEVELS[birthLevel(pack(b), pack(a))]).toBe(level);
});

test('an unknown date never counts', () => {
  expect(birthLevel(0, pack('1954-08-07'))).toBe(0);
});
