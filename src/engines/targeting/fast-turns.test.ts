import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuotaTree } from './areas.ts';
import { buildQuotaTree } from './areas.ts';
import { type SelectionInput, selectFamilies } from './select.ts';
import { AREAS, limits } from './testing/small-registers.ts';

const input: fc.Arbitrary<SelectionInput> = fc
  .record({
    verdicts: fc.array(fc.constantFrom(0, 1, 3, 3), { minLength: 1, maxLength: 25 }),
    claims: fc.array(fc.constantFrom(0, 0, 2, 3), { minLength: 25, maxLength: 25 }),
    claiming: fc.boolean(),
    limit: limits(false),
    holding: fc.constantFrom('no' as const, 'until' as const, 'lapsed' as const),
    shift: fc.nat(),
  })
  .map(({ verdicts, claims, claiming, limit, holding, shift }) => {
    const n = verdicts.length;
    const tree: QuotaTree | undefined = buildQuotaTree(AREAS, new Map(Object.entries(limit.quota ?? {})), new Map());
    return {
      line: Int32Array.from({ length: n }, (_, i) => (i * 29 + shift) % n),
      verdict: Uint8Array.from(verdicts),
      marks: undefined,
      area: Int32Array.from(verdicts, (_, i) => i % AREAS.length),
      tree,
      costs: { kind: 'same', amount: 10n },
      ceiling: limit.ceiling === undefined ? undefined : BigInt(limit.ceiling),
      maxCount: limit.maxCount,
      claimed: claiming ? Uint16Array.from(claims.slice(0, n)) : undefined,
      holding,
    };
  });

test('the tight loops decide as the general turn does', () => {
  fc.assert(
    fc.property(input, (given) => {
      const [fast, general] = [selectFamilies(given), selectFamilies(given, false)];
      expect([...fast.outcome]).toEqual([...general.outcome]);
      expect([...fast.binding]).toEqual([...general.binding]);
      expect([fast.closedBy, fast.spent, fast.admitted, fast.held]).toEqual([
        general.closedBy,
        general.spent,
        general.admitted,
        general.held,
      ]);
    }),
    { numRuns: 3000 },
  );
});
