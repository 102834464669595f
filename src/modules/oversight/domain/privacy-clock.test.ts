import { expect, test } from 'vitest';
import { clockOf, dueAt, instantOf, objectionToInstant } from './privacy-clock.ts';

const from = new Date('2026-07-10T08:00:00Z');
const at = (hours: number) => new Date(from.getTime() + hours * 3_600_000);

test('three times twenty-four hours, weekends counted', () => {
  expect(dueAt(from).toISOString()).toBe('2026-07-13T08:00:00.000Z');
  expect(clockOf(dueAt(from), null, at(72))).toBe('berjalan');
  expect(clockOf(dueAt(from), null, at(73))).toBe('lewat');
  expect(clockOf(dueAt(from), at(72), at(200))).toBe('selesai');
  expect(clockOf(dueAt(from), at(73), at(200))).toBe('selesai_lewat');
});

test('nothing happens later than now or before it was found', () => {
  expect(objectionToInstant(at(2), null, at(1))).toContain('belum tiba');
  expect(objectionToInstant(at(1), at(2), at(3))).toContain('mendahului');
  expect(objectionToInstant(at(2), at(2), at(2))).toBeUndefined();
});

test('what the wall clock of the agency shows', () => {
  expect(instantOf({ day: '2026-07-15', time: '8.05' }, 'WITA').toISOString()).toBe('2026-07-15T00:05:00.000Z');
});
