import { expect, test } from 'vitest';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { countReadings, isReadAgain, kappaOf, shareOf } from './agreement.ts';

test('kappa of a known table, nothing of too few, and nothing where chance explains everything', () => {
  // Two readers of fifty, as textbooks have it: observed .7, by chance .5.
  const known = kappaOf({ sameBoth: 20, sameFirst: 5, sameSecond: 10, differentBoth: 15 });
  expect(known?.value).toBeCloseTo(0.4, 10);
  expect(known?.low).toBeCloseTo(0.146, 3);
  expect(known?.high).toBeCloseTo(0.654, 3);
  expect(kappaOf({ sameBoth: 29, sameFirst: 0, sameSecond: 0, differentBoth: 0 })).toBeUndefined();
  expect(kappaOf({ sameBoth: 60, sameFirst: 0, sameSecond: 0, differentBoth: 0 })).toBeUndefined();
  expect(kappaOf({ sameBoth: 30, sameFirst: 0, sameSecond: 0, differentBoth: 30 })).toEqual({
    value: 1,
    low: 1,
    high: 1,
  });
  expect(countReadings([{ first: 'sama', second: 'beda' }])).toEqual({
    ...{ sameBoth: 0, sameFirst: 1, sameSecond: 0, differentBoth: 0 },
  });
});

test('a share carries its interval, which never leaves 0 to 1', () => {
  expect(shareOf(29, 29)).toBeUndefined();
  const all = shareOf(100, 100);
  expect(all?.value).toBe(1);
  expect(all?.low).toBeCloseTo(0.963, 3);
  expect(all?.high).toBe(1);
  expect(shareOf(50, 100)?.low).toBeCloseTo(0.4038, 3);
});

test('one pair in twenty is read again, and always the same ones', () => {
  const ids = Array.from({ length: 20_000 }, () => uuid7());
  const again = ids.filter(isReadAgain);
  expect(again.length / ids.length).toBeGreaterThan(0.035);
  expect(again.length / ids.length).toBeLessThan(0.065);
  expect(again.every(isReadAgain)).toBe(true);
});
