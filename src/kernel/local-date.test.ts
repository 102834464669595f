import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  dateInZone,
  dateOf,
  daysBetween,
  formatDate,
  formatInstant,
  formatMonth,
  parseLocalDate,
  partsOf,
  startOfDay,
  weekdayOf,
} from './local-date.ts';

const anyDate = fc
  .date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2120-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '01-02-2026', ''])(
  '%s is no date',
  (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  },
);

test('leap days exist where the calendar has them', () => {
  expect(parseLocalDate('2000-02-29')).toBe('2000-02-29');
  expect(dateOf(1900, 2, 29)).toBeUndefined();
  expect(dateOf(2026.5, 2, 2)).toBeUndefined();
});

test('a text that is no date is refused as a bug, not read as another day', () => {
  expect(() => partsOf('2026-02-30')).toThrow(RangeError);
  expect(() => addDays('30/01/2026', 1)).toThrow(RangeError);
});

test('ages count completed years', () => {
  expect(ageOn('1954-08-07', '2026-08-06')).toBe(71);
  expect(ageOn('1954-08-07', '2026-08-07')).toBe(72);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  expect(ageOn('2026-08-07', '2026-08-06')).toBe(-1);
});

test('months end where the month ends', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
});

test('dates are written as Indonesians read them', () => {
  expect(formatDate('2026-08-06')).toBe('6 Agustus 2026');
  expect(formatDate('2026-08-06', { weekday: true })).toBe('Kamis, 6 Agustus 2026');
  expect(formatDate('2026-08-06', { weekday: true, language: 'en' })).toBe('Thursday, 6 August 2026');
  expect(formatMonth('2026-05')).toBe('Mei 2026');
  expect(weekdayOf('1945-08-17')).toBe(5);
});

test('an instant late in the evening of UTC is the next day in the office', () => {
  const instant = new Date('2026-08-05T16:05:00Z');
  expect(dateInZone(instant, 'WIB')).toBe('2026-08-05');
  expect(dateInZone(instant, 'WITA')).toBe('2026-08-06');
  expect(formatInstant(instant, 'WITA')).toBe('6 Agustus 2026 00.05 WITA');
  expect(formatInstant(instant, 'WIT', 'en')).toBe('6 August 2026 01:05 WIT');
  expect(startOfDay('2026-08-06', 'WIB').toISOString()).toBe('2026-08-05T17:00:00.000Z');
});

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(addDays(addDays(date, days), -days)).toBe(date);
      expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
    }),
  );
});

test('every day begins in its own date, and one millisecond earlier is the day before', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom('WIB', 'WITA', 'WIT'), (date, zone) => {
      const start = startOfDay(date, zone as 'WIB');
      expect(dateInZone(start, zone as 'WIB')).toBe(date);
      expect(dateInZone(new Date(start.getTime() - 1), zone as 'WIB')).toBe(addDays(date, -1));
    }),
  );
});
