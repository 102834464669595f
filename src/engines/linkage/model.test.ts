import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, contradicts } from './bands.ts';
import { calibrate, calibrated } from './calibrate.ts';
import { clusterPairs } from './cluster.ts';
import { shippedModel } from './default-model.ts';
import { estimate } from './estimate.ts';
import { EXPERT_MODEL } from './expert-model.ts';
import { DIMENSIONS, type Field, levelIn, NAME_KINDS, RARITIES } from './levels.ts';
import { createScorer, type Model, probabilityOf, totalWeight, weigh } from './model.ts';
import { countPattern, createPatterns } from './patterns.ts';
import { addPerson } from './person.ts';
import { checkModel, ImplausibleModelError } from './plausible.ts';
import { createTable } from './table.ts';

const pack = (levels: Partial<Record<Field, number>>): [number, number] => {
  const words: [number, number] = [0, 0];
  for (const d of DIMENSIONS) words[d.word] |= (levels[d.field] ?? 0) << d.shift;
  return words;
};
const anyLevels: fc.Arbitrary<Partial<Record<Field, number>>> = fc.record(
  Object.fromEntries(DIMENSIONS.map((d) => [d.field, fc.integer({ min: 0, max: d.levels - 1 })])) as Record<
    Field,
    fc.Arbitrary<number>
  >,
);
const name = (kind: (typeof NAME_KINDS)[number], rarity: number) => 1 + NAME_KINDS.indexOf(kind) * RARITIES + rarity;

test('patterns keep every level', () => {
  fc.assert(
    fc.property(anyLevels, (levels) => {
      for (const d of DIMENSIONS) expect(levelIn(d.field, ...pack(levels))).toBe(levels[d.field]);
    }),
  );
});

test('the weight of a pair is the sum of its parts, missing fields weigh nothing', () => {
  fc.assert(
    fc.property(anyLevels, fc.constantFrom(5_000, 60_000, 3_000_000), fc.boolean(), (levels, rows, household) => {
      const scorer = createScorer(shippedModel(rows), household);
      const weight = weigh(scorer, ...pack(levels));
      expect(weight.fields.reduce((a, b) => a + b, weight.start)).toBeCloseTo(weight.total, 6);
      expect(totalWeight(scorer, ...pack(levels))).toBeCloseTo(weight.total, 9);
      DIMENSIONS.forEach((d, f) => {
        if (levels[d.field] === 0) expect(weight.fields[f]).toBe(0);
      });
    }),
  );
});

test.each([5_000, 20_000, 100_000, 700_000, 5_000_000])('the shipped model for %i rows is plausible', (rows) => {
  expect(() => checkModel(shippedModel(rows))).not.toThrow();
});

test.each<[string, (m: Model) => Model]>([
  ['no class of equal persons', (m) => ({ ...m, components: m.components.filter((c) => c.kind !== 'same') })],
  [
    'classes that have changed places',
    (m) => ({
      ...m,
      components: m.components.map((c) => ({
        ...c,
        kind: c.kind === 'same' ? 'outside' : c.kind === 'outside' ? 'same' : c.kind,
      })),
    }),
  ],
  [
    'a table that is too short',
    (m) => ({ ...m, components: m.components.map((c) => ({ ...c, tables: { ...c.tables, sex: [0, 1] } })) }),
  ],
  ['a share of nothing', (m) => ({ ...m, components: m.components.map((c) => ({ ...c, share: 0 })) })],
])('a degenerate model is refused: %s', (_, damage) => {
  expect(() => checkModel(damage(EXPERT_MODEL))).toThrow(ImplausibleModelError);
});

test('estimation does not depend on the order of patterns and finds how common duplicates are', () => {
  const equal = pack({ name: name('same', 5), birth: 1, nik: 1, mother: 3, sex: 1 });
  const other = pack({ name: name('part', 1), birth: 12, nik: 5, mother: 10, sex: 2 });
  const run = (order: [number, number][], counts: number[]) => {
    const patterns = createPatterns();
    order.forEach((p, i) => {
      countPattern(patterns, ...p, counts[i]);
    });
    return estimate(patterns, shippedModel(10_000), {
      household: true,
      sameStrength: 1000,
      otherStrength: 1000,
      rounds: 20,
    });
  };
  const model = run([equal, other], [300, 4000]);
  expect(run([other, equal], [4000, 300])).toEqual(model);
  expect(model.trained.same).toBe(300);
});

test('decided pairs move the model', () => {
  const doubtful = pack({ name: name('spelling', 3), birth: 6, mother: 5, sex: 1 });
  const patterns = createPatterns();
  countPattern(patterns, ...doubtful, 1000);
  const fit = (same: number, different: number) =>
    createScorer(
      estimate(patterns, shippedModel(10_000), {
        household: true,
        sameStrength: 200,
        otherStrength: 200,
        rounds: 20,
        labels: { same: Float64Array.of(same), different: Float64Array.of(different) },
      }),
      true,
    );
  expect(totalWeight(fit(900, 0), ...doubtful)).toBeGreaterThan(totalWeight(fit(0, 900), ...doubtful));
});

test('certain is only what nothing contradicts', () => {
  fc.assert(
    fc.property(anyLevels, (levels) => {
      const words = pack(levels);
      if (levels.sex === 2 || levels.nik === 5 || levels.birth === 12) expect(contradicts(...words)).toBe(true);
      if (contradicts(...words)) expect(bandOf(60, ...words)).toBe('mungkin');
    }),
  );
  expect(bandOf(-3, 0, 0)).toBe('bukan');
});

test('calibration is monotone, and refused while there are few decisions', () => {
  const decisions = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ weight: (i % 40) - 20, same: (i * 7919) % 41 < i % 40 }));
  expect(calibrate(decisions(499))).toBeUndefined();
  expect(calibrate(Array.from({ length: 600 }, () => ({ weight: 5, same: true })))).toBeUndefined();
  const c = calibrate(decisions(2000))!;
  let before = 0;
  for (let weight = -25; weight <= 25; weight += 0.25) {
    const p = calibrated(c, weight);
    expect(p).toBeGreaterThanOrEqual(before);
    expect(p).toBeLessThanOrEqual(1);
    before = p;
  }
  expect(calibrated(c, -20)).toBeLessThan(0.2);
  expect(calibrated(c, 19)).toBeGreaterThan(0.8);
  expect(probabilityOf(0)).toBe(0.5);
});

const clustered = (
  count: number,
  pairs: [number, number, number][],
  more: { apart?: [number, number][]; alarm?: number } = {},
) => {
  const table = createTable('plain');
  for (let i = 0; i < count; i += 1) addPerson(table, { id: `r${i}` });
  const known = {
    size: pairs.length,
    a: Int32Array.from(pairs, (p) => p[0]),
    b: Int32Array.from(pairs, (p) => p[1]),
    weight: Float64Array.from(pairs, (p) => p[2]),
  };
  return clusterPairs(table, known, {
    from: 0,
    apartBelow: -7,
    alarmSize: more.alarm ?? 8,
    cannotLink: more.apart ?? [],
    mustLink: [],
  });
};

test('clusters: chains break where a pair speaks against, cannot-link holds, large ones raise an alarm', () => {
  expect([
    ...clustered(3, [
      [1, 0, 9],
      [2, 1, 8],
    ]).cluster,
  ]).toEqual([0, 0, 0]);
  const broken = clustered(4, [
    [1, 0, 12],
    [3, 2, 12],
    [2, 1, 1],
    [3, 0, -15],
    [2, 0, -15],
  ]);
  expect([...broken.cluster]).toEqual([0, 0, 2, 2]);
  expect(broken.refused).toBe(1);
  expect([
    ...clustered(
      3,
      [
        [1, 0, 9],
        [2, 1, 8],
      ],
      { apart: [[0, 2]] },
    ).cluster,
  ]).toEqual([0, 0, 2]);
  expect(
    clustered(
      6,
      [
        [1, 0, 9],
        [2, 1, 9],
        [3, 2, 9],
        [4, 3, 9],
      ],
      { alarm: 3 },
    ).alarms,
  ).toEqual([0]);
});

test('no clustering ever joins a forbidden pair', () => {
  const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: -20, max: 20 })).filter(([a, b]) => a > b);
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 30 }),
      fc.array(
        fc.tuple(fc.nat(9), fc.nat(9)).filter(([a, b]) => a !== b),
        { maxLength: 4 },
      ),
      (pairs, apart) => {
        const { cluster } = clustered(10, pairs, { apart });
        for (const [a, b] of apart) expect(cluster[a]).not.toBe(cluster[b]);
      },
    ),
  );
});
