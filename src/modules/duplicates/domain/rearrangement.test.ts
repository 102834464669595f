import { expect, test } from 'vitest';
import { faultOf, type OpenRow, stepsOf } from './rearrangement.ts';

const row = (personId: string, familyId: string, shdk: number, state: 'sah' | 'klaim' = 'sah'): OpenRow => ({
  ...{ id: `${personId}-${familyId}`, personId, familyId, shdk, state },
  name: personId.toUpperCase(),
});
const rows = [row('ibu', 'f1', 1), row('anak', 'f1', 4), row('suami', 'f2', 1), row('anak', 'f2', 4, 'klaim')];

test('everybody sits once, and each family that has people has one head', () => {
  const whole = [
    { personId: 'ibu', to: 'a', shdk: 1 },
    { personId: 'anak', to: 'a', shdk: 4 },
    { personId: 'suami', to: 'b', shdk: 1 },
  ] as const;
  expect(faultOf(rows, whole)).toBeUndefined();
  expect(faultOf(rows, whole.slice(0, 2))).toContain('SUAMI belum ditempatkan');
  expect(faultOf(rows, [...whole, { personId: 'anak', to: 'b', shdk: 4 }])).toContain('dua kali');
  expect(faultOf(rows, [...whole, { personId: 'lain', to: 'b', shdk: 4 }])).toContain('bukan anggota');
  expect(
    faultOf(
      rows,
      whole.map((seat) => ({ ...seat, shdk: 4 })),
    ),
  ).toContain('belum punya kepala');
  expect(
    faultOf(
      rows,
      whole.map((seat) => ({ ...seat, to: 'a' as const, shdk: 1 })),
    ),
  ).toContain('3 kepala');
});

test('a shared member leaves one family; a join moves everybody; what is right already is not touched', () => {
  const shared = stepsOf({ a: 'f1', b: 'f2' }, rows, [
    { personId: 'ibu', to: 'a', shdk: 1 },
    { personId: 'anak', to: 'a', shdk: 4 },
    { personId: 'suami', to: 'b', shdk: 1 },
  ]);
  expect(shared).toEqual({ end: ['anak-f2'], change: [], enter: [] });
  const joined = stepsOf({ a: 'f1', b: 'f2' }, rows, [
    { personId: 'ibu', to: 'a', shdk: 3 },
    { personId: 'anak', to: 'a', shdk: 4 },
    { personId: 'suami', to: 'a', shdk: 1 },
  ]);
  expect(joined).toEqual({
    end: ['anak-f2', 'suami-f2'],
    change: [{ id: 'ibu-f1', shdk: 3 }],
    enter: [{ personId: 'suami', to: 'a', shdk: 1 }],
  });
});
