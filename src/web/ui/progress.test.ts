import { expect, test } from 'vitest';
import { addSample, paceOf, type Sample } from './progress.ts';

const run = (...samples: [at: number, done: number][]): Sample[] =>
  samples.reduce<Sample[]>((kept, [at, done]) => addSample(kept, { at, done }), []);

test('says nothing before three seconds, then rate and rest', () => {
  expect(paceOf(run([0, 0], [2000, 4000]), 80_000)).toBeUndefined();
  expect(paceOf(run([0, 0], [2000, 4000], [4000, 8000]), 80_000)).toEqual({ perSecond: 2000, secondsLeft: 36 });
});

test('judges by the last half minute only, and begins anew when the count fell', () => {
  const slowThenFast = run([0, 0], [60_000, 100], [70_000, 10_100]);
  expect(paceOf(slowThenFast, 20_100)).toEqual({ perSecond: 1000, secondsLeft: 10 });
  expect(run([0, 500], [1000, 20])).toEqual([{ at: 1000, done: 20 }]);
});

test('a run that stands still has no rest time', () => {
  expect(paceOf(run([0, 10], [10_000, 10]), 100)).toBeUndefined();
});
