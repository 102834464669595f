import { expect, test } from 'vitest';
import { uuid7 } from './uuid7.ts';

const msOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

test('has the shape of version 7, variant 10', () => {
  for (let i = 0; i < 100; i += 1) {
    expect(uuid7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('carries the instant it was made', () => {
  const later = Date.now() + 60_000;
  expect(msOf(uuid7(later))).toBe(later);
});

test('sorts in the order of making: 20,000 in one millisecond, then a clock that steps back', () => {
  const now = Date.now() + 120_000;
  const ids = Array.from({ length: 20_000 }, () => uuid7(now));
  ids.push(uuid7(now - 5_000), uuid7(now - 10_000));
  expect(new Set(ids).size).toBe(ids.length);
  for (let i = 1; i < ids.length; i += 1) expect((ids[i] as string) > (ids[i - 1] as string)).toBe(true);
});
