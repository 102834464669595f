import { expect, test } from 'vitest';
import { shippedModel } from './default-model.ts';
import { type DecidedLevels, learnFromDecisions } from './learn.ts';
import { ImplausibleModelError } from './plausible.ts';

const decided = (same: boolean, levels: DecidedLevels['levels']): DecidedLevels => ({ same, levels });
const many = (n: number, one: DecidedLevels) => Array.from({ length: n }, () => one);

test('what one person shows in this register is learnt, what strangers show stays, and shares stay', () => {
  const start = shippedModel(80_000);
  // Here one person is often written with another place of birth.
  const decisions = [
    ...many(400, decided(true, { name: 1, birth: 1, sex: 1, birthPlace: 3 })),
    ...many(100, decided(false, { name: 1, birth: 12, sex: 1, birthPlace: 1 })),
  ];
  const learnt = learnFromDecisions(start, decisions);
  const share = (model: typeof start, kind: string) =>
    model.components.reduce((sum, one) => sum + (one.kind === kind ? one.share : 0), 0);
  const differs = (model: typeof start) =>
    model.components.reduce(
      (sum, one) => sum + (one.kind === 'same' ? one.share * (one.tables.birthPlace[3] ?? 0) : 0),
      0,
    );
  expect(differs(learnt)).toBeGreaterThan(differs(start) * 1.5);
  expect(share(learnt, 'same')).toBeCloseTo(share(start, 'same'), 10);
  const outside = (model: typeof start) =>
    model.components.filter(({ kind }) => kind !== 'same').map(({ tables }) => tables);
  for (const [at, tables] of outside(learnt).entries())
    for (const [field, table] of Object.entries(tables))
      table.forEach((p, level) => {
        expect(p).toBeCloseTo((outside(start)[at] as Record<string, number[]>)[field]?.[level] ?? 0, 6);
      });
  expect(learnFromDecisions(start, decisions.toReversed())).toEqual(learnt);
});

test('below 300 pairs of one person, and when what was decided turns everything round, it refuses', () => {
  const start = shippedModel(80_000);
  expect(() => learnFromDecisions(start, many(299, decided(true, { name: 1 })))).toThrow(/Belum cukup: 299/);
  const last = start.components[0]?.tables.name.length ?? 0;
  expect(() => learnFromDecisions(start, many(50_000, decided(true, { name: last - 1, sex: 2, nik: 3 })))).toThrow(
    ImplausibleModelError,
  );
});
