import { expect, test } from 'vitest';
import { pairReplacements } from './list-change.ts';

const leaver = (familyId: string, areaId: number) => ({ familyId, areaId, reason: 'meninggal' as const });
const reserve = [
  { familyId: 'r2', areaId: 2, reserveNo: 2 },
  { familyId: 'r1', areaId: 1, reserveNo: 1 },
  { familyId: 'r3', areaId: 1, reserveNo: 3 },
];

test('the next of the reserve list takes the place, in its order, each once', () => {
  const pairs = pairReplacements([leaver('a', 2), leaver('b', 1), leaver('c', 1), leaver('d', 1)], reserve, false);
  expect(pairs.map((pair) => pair.joins?.reserveNo ?? null)).toEqual([1, 2, 3, null]);
});

test('with quotas a place stays in its desa', () => {
  const pairs = pairReplacements([leaver('a', 2), leaver('b', 2), leaver('c', 1)], reserve, true);
  expect(pairs.map((pair) => pair.joins?.familyId ?? null)).toEqual(['r2', null, 'r1']);
});
