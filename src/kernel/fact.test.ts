import fc from 'fast-check';
import { expect, test } from 'vitest';
import { and, type Fact, known, mapFact, not, or, UNKNOWN_REASONS, unknown } from './fact.ts';

const yes = known(true);
const no = known(false);
const unasked = unknown('belum_ditanya');
const anyFact: fc.Arbitrary<Fact<boolean>> = fc.oneof(
  fc.boolean().map((value) => known(value)),
  fc.constantFrom(...UNKNOWN_REASONS).map((why) => unknown(why)),
);

test('unknown is decided only by what makes it irrelevant', () => {
  expect(and(no, unasked)).toEqual(no);
  expect(and(yes, unasked)).toEqual(unasked);
  expect(or(yes, unasked)).toEqual(yes);
  expect(or(no, unasked)).toEqual(unasked);
  expect(not(unasked)).toEqual(unasked);
});

test('empty conjunction is true, empty disjunction false', () => {
  expect(and()).toEqual(yes);
  expect(or()).toEqual(no);
});

test('of two reasons the one mended soonest is reported', () => {
  expect(and(unknown('menolak'), unknown('usang'))).toEqual(unknown('usang'));
});

test('mapFact keeps the reason', () => {
  expect(mapFact(known(20), (years) => years > 17)).toEqual(yes);
  expect(mapFact(unknown('menolak') as Fact<number>, (years) => years > 17)).toEqual(unknown('menolak'));
});

test('De Morgan and commutativity hold for three values', () => {
  fc.assert(
    fc.property(anyFact, anyFact, (a, b) => {
      expect(not(and(a, b))).toEqual(or(not(a), not(b)));
      expect(and(a, b)).toEqual(and(b, a));
      expect(or(a, b)).toEqual(or(b, a));
      expect(not(not(a))).toEqual(a);
    }),
  );
});

test('learning an unknown never turns a decided answer around', () => {
  fc.assert(
    fc.property(fc.array(anyFact), fc.boolean(), (facts, learnt) => {
      const later = facts.map((fact) => (fact.known ? fact : known(learnt)));
      for (const join of [and, or]) {
        const before = join(...facts);
        if (before.known) expect(join(...later)).toEqual(before);
      }
    }),
  );
});
