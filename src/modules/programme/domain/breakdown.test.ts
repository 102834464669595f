import { expect, test } from 'vitest';
import { buildSnapshot, type FamilyInput, type MemberInput } from '#engines/targeting/index.ts';
import { newTermsForTest } from '../test/terms-for-test.ts';
import { breakDown, type ClassRow } from './breakdown.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import { computeList } from './compute.ts';
import { coverageOf, shareText } from './coverage.ts';
import type { Register } from './register.ts';

const family = (id: string, desil: number | undefined): FamilyInput => ({
  id,
  area: '99.01.01.2003',
  values: { desil },
});
const person = (of: string, values: MemberInput['values']): MemberInput => ({ family: of, values });
const registerOf = (families: FamilyInput[], members: MemberInput[]): Register => ({
  id: 'uji',
  at: new Date('2026-07-01T00:00:00Z'),
  today: '2026-07-01',
  snapshot: buildSnapshot(TARGETING_SCHEMA, families, members),
  desaIds: families.map(() => 1),
  localScores: new Float64Array(families.length).fill(Number.NaN),
  memberIds: members.map((_, i) => `m${i}`),
  withoutMembers: 0,
});

const REGISTER = registerOf(
  [family('A', 1), family('B', 1), family('C', 5), family('D', undefined), family('E', 9)],
  [
    person('A', { hubungan: 'kepala', jenis_kelamin: 'P', umur: 72, disabilitas: false }),
    person('A', { hubungan: 'anak', jenis_kelamin: 'L', umur: 30, disabilitas: true }),
    person('B', { hubungan: 'kepala', jenis_kelamin: 'L', umur: 44, disabilitas: false }),
    person('C', { hubungan: 'kepala', jenis_kelamin: 'L', umur: 45, disabilitas: undefined }),
    person('D', { hubungan: undefined, jenis_kelamin: 'P', umur: 20, disabilitas: false }),
    person('E', { hubungan: 'kepala', jenis_kelamin: undefined, umur: undefined, disabilitas: false }),
  ],
);
const compute = (ceiling: bigint) =>
  computeList(REGISTER, {
    name: 'uji',
    terms: newTermsForTest({ rules: [{ kind: 'syarat', expr: 'desil <= 5', reason: '', basis: '' }] }),
    ceiling,
    asOf: '2026-07-01',
    decisions: [],
    otherAwards: [],
    codeOf: () => undefined,
  });
const nonZero = (rows: readonly ClassRow[]) =>
  Object.fromEntries(rows.filter((row) => row.keluarga > 0).map((row) => [row.key, [row.keluarga, row.masuk]]));

test('the list by desil, sex and age of the head, disability; unknown is a class of its own', () => {
  const found = breakDown(compute(3_000_000n));
  expect(nonZero(found.desil)).toEqual({ 1: [2, 2], 5: [1, 1], 9: [1, 0], belum: [1, 0] });
  expect(nonZero(found.kelamin)).toEqual({ P: [1, 1], L: [2, 2], belum: [2, 0] });
  expect(nonZero(found.umur)).toEqual({ '70-': [1, 1], '18-44': [1, 1], '45-59': [1, 1], belum: [2, 0] });
  // A disabled child counts for the family; a member nobody asked about leaves it open.
  expect(nonZero(found.disabilitas)).toEqual({ ya: [1, 1], tidak: [3, 1], belum: [1, 1] });
});

test('every dimension sums to the register and to the list', () => {
  const computed = compute(2_000_000n);
  for (const rows of Object.values(breakDown(computed))) {
    const sum = (key: 'keluarga' | 'masuk' | 'cadangan') => rows.reduce((total, row) => total + row[key], 0);
    expect([sum('keluarga'), sum('masuk'), sum('cadangan')]).toEqual([5, 2, 1]);
  }
});

test('coverage and leakage: a family without desil is neither covered nor leaked', () => {
  const row = (key: string, keluarga: number, masuk: number, ditahan = 0): ClassRow => ({
    key,
    keluarga,
    ya: 0,
    belum: 0,
    masuk,
    ditahan,
    cadangan: 0,
  });
  const rows = [row('1', 10, 8), row('4', 10, 1, 1), row('6', 5, 2), row('belum', 7, 3)];
  const found = coverageOf(rows, 4);
  expect(found).toEqual({ within: 20, withinServed: 10, beyondServed: 2, unknown: 7, unknownServed: 3, served: 15 });
  expect(found.withinServed + found.beyondServed + found.unknownServed).toBe(found.served);
  expect(shareText(found.withinServed, found.within)).toBe('50,0%');
  expect(shareText(0, 0)).toBeUndefined();
});
