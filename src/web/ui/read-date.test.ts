import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate } from '#kernel/local-date.ts';
import { readDate } from './read-date.ts';

test.each([
  ['6/8/2026', '2026-08-06'],
  ['06-08-2026', '2026-08-06'],
  ['06.08.2026', '2026-08-06'],
  ['06082026', '2026-08-06'],
  [' 6 Agustus 2026 ', '2026-08-06'],
  ['6 ags 2026', '2026-08-06'],
  ['6 august 2026', '2026-08-06'],
  ['1 Pebruari 1954', '1954-02-01'],
  ['2 nopember 2026', '2026-11-02'],
  ['31 Des 1999', '1999-12-31'],
  ['2026-08-06', '2026-08-06'],
])('%s is %s', (typed, date) => expect(readDate(typed)).toBe(date));

test.each(['', '6/8/26', '31/2/2026', '13/13/2026', '6 foo 2026', '2026', 'kemarin'])('"%s" is no date', (typed) =>
  expect(readDate(typed)).toBeUndefined(),
);

test('a date written out in either language is read back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.constantFrom('id' as const, 'en' as const),
      (at, language) => {
        const date = at.toISOString().slice(0, 10);
        expect(readDate(formatDate(date, { language }))).toBe(date);
      },
    ),
  );
});
