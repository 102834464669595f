import { expect, test } from 'vitest';
import { valueAt } from '#engines/aturan/index.ts';
import type { TargetingFamily } from '#modules/registry/index.ts';
import { newTermsForTest } from '../test/terms-for-test.ts';
import { computeList } from './compute.ts';
import { buildRegister } from './register.ts';
import { unmetByDesa } from './unmet-need.ts';

const family = (no: number, desaId: number, desil: number | null): TargetingFamily => ({
  id: `f${no}`,
  areaId: desaId,
  desaId,
  kecId: null,
  desil: desil === null ? null : { value: desil, period: '2026-01' },
  localScore: null,
  facts: {},
  members: [
    {
      id: `m${no}`,
      shdk: 1,
      sex: 'P',
      birthOn: '1950-01-01',
      birthPrecision: 'hari',
      occupationCode: 1,
      life: 'hidup',
      facts: {},
    },
  ],
});

test('three numbers a desa: eligible and not served, unknown, and those served count as neither', () => {
  const register = buildRegister({
    families: [
      family(1, 1, 1),
      family(2, 1, 2),
      family(3, 1, 3),
      family(4, 2, 3),
      family(5, 2, null),
      family(6, 2, 9),
      family(7, 3, 10),
    ],
    circumstances: new Map(),
    codes: new Map([1, 2, 3].map((id) => [id, `99.01.01.200${id}`])),
    id: 'r',
    at: new Date('2026-07-15T04:00:00Z'),
    today: '2026-07-15',
  });
  const rules = [{ kind: 'syarat' as const, expr: 'desil <= 4', reason: '', basis: '' }];
  const computed = computeList(register, {
    name: 'Uji',
    terms: newTermsForTest({ rules, criteriaLeast: 5 }),
    ceiling: 2_000_000n,
    asOf: '2026-07-15',
    decisions: [],
    otherAwards: [],
    codeOf: () => undefined,
  });
  expect(unmetByDesa(computed)).toEqual([
    { kode: '99.01.01.2001', unserved: 1, unknown: 0 },
    { kode: '99.01.01.2002', unserved: 1, unknown: 1 },
  ]);
  expect(valueAt(register.snapshot.tables.family.columns.get('desil')!, 4)).toBeUndefined();
});
