import { expect, test } from 'vitest';
import { labelRoom } from './label-room.ts';

test('the longest name has its room, and on a phone the bars keep theirs', () => {
  expect(labelRoom(['RT 1'])).toBe(60);
  expect(labelRoom(['Nipah', 'Kelurahan Kampung Nelayan'])).toBeGreaterThan(180);
  expect(labelRoom(['x'.repeat(90)])).toBe(240);
  expect(labelRoom(['Kelurahan Kampung Nelayan'], 320)).toBe(128);
  expect(labelRoom([])).toBe(60);
});
