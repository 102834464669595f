import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../kernel/local-date.ts';
import { addOfficeDays, isLate, isOfficeDay } from './office-days.ts';

const none = new Set<string>();

test.each([
  ['Wednesday and three days pass the weekend', '2026-07-15', 3, none, '2026-07-20'],
  ['a term from Friday begins on Monday', '2026-07-17', 1, none, '2026-07-20'],
  ['a deadline on a holiday moves behind it', '2026-08-14', 1, new Set(['2026-08-17']), '2026-08-18'],
  [
    'Idulfitri with collective leave',
    '2026-03-17',
    1,
    new Set(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24']),
    '2026-03-25',
  ],
] as const)('%s', (_name, from, count, holidays, due) => {
  expect(addOfficeDays(from, count, holidays)).toBe(due);
});

test('a term ends on an office day and holds exactly its number of office days', () => {
  const date = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n));
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 15 }),
      (from, count, offsets) => {
        const holidays = new Set(offsets.map((n) => addDays(from, n)));
        const due = addOfficeDays(from, count, holidays);
        let seen = 0;
        for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) if (isOfficeDay(day, holidays)) seen += 1;
        expect(seen).toBe(count);
        expect(isOfficeDay(due, holidays)).toBe(true);
      },
    ),
  );
});

test('a term is late only after its last day', () => {
  expect([isLate('2026-07-20', '2026-07-20'), isLate('2026-07-20', '2026-07-21')]).toEqual([false, true]);
});
