import { expect, test } from 'vitest';
import { isNightDue } from './night.ts';

const at = (text: string) => new Date(text);

test('the night of an agency is that of its own zone', () => {
  // 18.30 UTC: half past one in Jakarta, half past two in Makassar, half past three in Jayapura.
  for (const zone of ['WIB', 'WITA', 'WIT'] as const)
    expect(isNightDue(at('2026-07-14T18:30:00Z'), zone, undefined)).toBe(true);
  // 16.30 UTC: half past one in Jayapura only.
  expect(isNightDue(at('2026-07-14T16:30:00Z'), 'WIT', undefined)).toBe(true);
  expect(isNightDue(at('2026-07-14T16:30:00Z'), 'WIB', undefined)).toBe(false);
  // 22.00 UTC: five in Jakarta, the office wakes.
  expect(isNightDue(at('2026-07-14T22:00:00Z'), 'WIB', undefined)).toBe(false);
});

test('once a night: not again after midnight, again the next night', () => {
  expect(isNightDue(at('2026-07-14T19:30:00Z'), 'WITA', at('2026-07-14T17:05:00Z'))).toBe(false);
  expect(isNightDue(at('2026-07-14T19:30:00Z'), 'WITA', at('2026-07-14T10:00:00Z'))).toBe(true);
});
