import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubledBy } from './double-aid.ts';

test('what was handed over beyond the larger sum is paid too often, the rest can still be held back', () => {
  expect(doubledBy({ set: 600n, paid: 600n }, { set: 600n, paid: 0n })).toEqual({
    atStake: 600n,
    paid: 0n,
    toPay: 600n,
  });
  expect(doubledBy({ set: 600n, paid: 600n }, { set: 600n, paid: 200n })).toEqual({
    atStake: 600n,
    paid: 200n,
    toPay: 400n,
  });
  expect(doubledBy({ set: 600n, paid: 600n }, { set: 400n, paid: 400n })).toEqual({
    atStake: 400n,
    paid: 400n,
    toPay: 0n,
  });
});

test('whatever the sums: nothing is negative, the parts make the whole, and the order of the records does not matter', () => {
  const received = fc
    .record({ set: fc.bigInt({ min: 1n, max: 10n ** 15n }), share: fc.integer({ min: 0, max: 100 }) })
    .map(({ set, share }) => ({ set, paid: (set * BigInt(share)) / 100n }));
  fc.assert(
    fc.property(received, received, (a, b) => {
      const doubled = doubledBy(a, b);
      expect(doubled.paid + doubled.toPay).toBe(doubled.atStake);
      expect(doubled.paid >= 0n && doubled.toPay >= 0n).toBe(true);
      expect(doubledBy(b, a)).toEqual(doubled);
    }),
  );
});
