import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closureOf } from './closures.ts';
import { evaluateRule } from './interpret.ts';
import { evaluateColumn } from './loops.ts';
import { parseRule } from './parse.ts';
import { printRule } from './print.ts';
import { families, rules, SCHEMA } from './testing/arbitraries.ts';
import { readerOf, tablesOf } from './testing/small-tables.ts';

test('columns, closures and the traced interpreter agree on random families with unknowns', () => {
  const seen = { 0: 0, 1: 0, 3: 0 };
  fc.assert(
    fc.property(fc.array(families(), { minLength: 1, maxLength: 25 }), rules(), (sample, rule) => {
      const tables = tablesOf(sample, SCHEMA);
      const wanted = sample.map((family) => evaluateRule(rule, readerOf(family)));
      for (const truth of wanted) seen[truth]++;
      expect([...evaluateColumn(tables, rule)], printRule(rule)).toEqual(wanted);
      const closure = closureOf(tables, rule);
      expect(sample.map((_, i) => closure(i))).toEqual(wanted);
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(seen[0], seen[1], seen[3])).toBeGreaterThan(500);
});

test('what is printed reads back to the same rule', () => {
  fc.assert(
    fc.property(rules(), (rule) => {
      const text = printRule(rule);
      const parsed = parseRule(text);
      expect(parsed.ok ? printRule(parsed.rule) : parsed.problems, text).toEqual(text);
    }),
    { numRuns: 1000 },
  );
});

test('an unknown answer never contradicts the answer once the facts are known', () => {
  fc.assert(
    fc.property(families(), families(), rules(), (family, filler, rule) => {
      if (family.members.length > filler.members.length) return;
      const complete = {
        values: Object.fromEntries(Object.keys(SCHEMA.family).map((c) => [c, family.values[c] ?? filler.values[c]])),
        members: family.members.map((m, i) =>
          Object.fromEntries(Object.keys(SCHEMA.member).map((c) => [c, m[c] ?? filler.members[i]![c]])),
        ),
      };
      if (printRule(rule).includes('diketahui')) return;
      const before = evaluateRule(rule, readerOf(family));
      if (before !== 1) expect(evaluateRule(rule, readerOf(complete)), printRule(rule)).toBe(before);
    }),
    { numRuns: 2000 },
  );
});
