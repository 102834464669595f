import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateRule, NO, parseRule, type Ternary, UNKNOWN, type Value, YES } from '#engines/aturan/index.ts';
import { effectiveRows } from './unknown-desil.ts';

const rowOf = (expr: string) => ({ kind: 'syarat' as const, expr, reason: 'alasan', basis: 'pasal 1' });
const judge = (expr: string, values: Record<string, Value>, least: number | null = 5): Ternary => {
  const [row] = effectiveRows({
    rules: [rowOf(expr)],
    unknownPolicy: least === null ? 'kecualikan_dengan_tugas' : 'nilai_sembilan_kriteria',
    criteriaLeast: least,
  });
  const parsed = parseRule(row!.expr);
  if (!parsed.ok) throw new Error(`${row!.expr}: ${parsed.problems[0]?.message}`);
  return evaluateRule(parsed.rule, { value: (c) => values[c], members: [], recipient: () => NO });
};
const criteria = (least: number, most: number) => ({
  kriteria_sedikitnya: least,
  kriteria_sebanyaknya: most,
  kriteria_terpenuhi: least === most ? least : undefined,
});

test('a known desil decides alone, whatever the criteria say', () => {
  expect(judge('desil <= 4', { desil: 4, ...criteria(0, 0) })).toBe(YES);
  expect(judge('desil <= 4', { desil: 5, ...criteria(9, 9) })).toBe(NO);
});

test('an unknown desil is answered by the criteria, and stays open while answers are missing', () => {
  expect(judge('desil <= 4', criteria(5, 7))).toBe(YES);
  expect(judge('desil <= 4', criteria(1, 4))).toBe(NO);
  expect(judge('desil <= 4', criteria(3, 6))).toBe(UNKNOWN);
  expect(judge('desil <= 4', criteria(0, 9))).toBe(UNKNOWN);
  expect(judge('tidak desil >= 5', criteria(5, 9))).toBe(YES);
  expect(judge('tidak desil >= 5', criteria(0, 4))).toBe(NO);
  expect(judge('desil <= 4', criteria(9, 9), null)).toBe(UNKNOWN);
});

test('for every family: desil known means the row as written; unknown means at least so many criteria', () => {
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('desil <= 4', 'tidak desil > 4', 'desil termasuk [1, 2, 3, 4]', 'tidak (tidak desil <= 4)'),
      (desil, a, b, least, expr) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const expected =
          desil !== undefined ? (desil <= 4 ? YES : NO) : low >= least ? YES : high < least ? NO : UNKNOWN;
        expect(judge(expr, { desil, ...criteria(low, high) }, least)).toBe(expected);
      },
    ),
  );
});
