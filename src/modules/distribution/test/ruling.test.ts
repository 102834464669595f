import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleHandover, stateAfter } from '../domain/ruling.ts';

const amounts = fc.array(fc.bigInt({ min: 1n, max: 3_000_000n }), { maxLength: 12 });

test('whatever comes in whatever order, the effective sum never exceeds what is due, and nothing that fits is called double', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 5_000_000n }), amounts, (due, given) => {
      let effective = 0n;
      for (const amount of given) {
        const ruling = ruleHandover(due, effective, amount);
        expect(ruling === 'efektif').toBe(effective + amount <= due);
        if (ruling === 'efektif') effective += amount;
      }
      expect(effective <= due).toBe(true);
      expect(stateAfter('menunggu', due, effective)).toBe(
        effective === 0n ? 'menunggu' : effective === due ? 'terpenuhi' : 'sebagian',
      );
    }),
  );
});

test('a cancelled entitlement stays cancelled', () => {
  expect(stateAfter('batal', 10n, 10n)).toBe('batal');
});
