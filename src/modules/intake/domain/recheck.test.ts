import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAnswers, drawSample } from './recheck.ts';

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 });

test('the sample is the same for the same seed in any order, of the asked size, and of those visits only', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 50 }), fc.string({ maxLength: 8 }), (all, share, seed) => {
      const drawn = drawSample(all, share, seed);
      expect(new Set(drawn)).toEqual(new Set(drawSample([...all].reverse(), share, seed)));
      expect(drawn.length).toBe(all.length === 0 ? 0 : Math.max(1, Math.ceil((all.length * share) / 100)));
      expect(drawn.every((id) => all.includes(id))).toBe(true);
    }),
  );
});

test('another seed draws others, each visit about as often', () => {
  const all = Array.from({ length: 20 }, (_, at) => `v${at}`);
  const times = new Map(all.map((id) => [id, 0]));
  for (let seed = 0; seed < 400; seed++)
    for (const id of drawSample(all, 10, String(seed))) times.set(id, times.get(id)! + 1);
  for (const count of times.values()) expect(count).toBeGreaterThan(15);
});

test('disagreement is told by question; what only one was asked counts', () => {
  expect(compareAnswers({ a: '1', b: '2' }, { a: '1', b: '3', c: '4' })).toEqual({ asked: 3, differs: ['b', 'c'] });
  expect(compareAnswers({}, {})).toEqual({ asked: 0, differs: [] });
  const two = (umur: string) => ({
    anggota: [
      { nama: 'A', umur: '7' },
      { nama: 'B', umur },
    ],
  });
  expect(compareAnswers(two('9'), two('10'))).toEqual({ asked: 4, differs: ['anggota/umur'] });
});
