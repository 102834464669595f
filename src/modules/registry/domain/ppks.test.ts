import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPpksType, mayBe, PPKS_TYPES, REGISTRY_PPKS } from './ppks.ts';

const of = (code: string) => findPpksType(code)!;

test('26 types with codes of their own; the registry holds four of them, none above level 1', () => {
  expect(new Set(PPKS_TYPES.map(({ code }) => code)).size).toBe(26);
  expect(REGISTRY_PPKS.map(({ code }) => code)).toEqual(['PPKS-08', 'PPKS-09', 'PPKS-23', 'PPKS-24']);
  expect(REGISTRY_PPKS.every(({ level }) => level <= 1)).toBe(true);
});

test.each([
  ['PPKS-08', { sex: 'L', birthOn: '1966-07-15' }, 'ya'],
  ['PPKS-08', { sex: 'L', birthOn: '1966-07-16' }, 'tidak'],
  ['PPKS-08', { sex: 'L', birthOn: null }, 'belum_diketahui'],
  ['PPKS-23', { sex: 'P', birthOn: '2008-07-15' }, 'ya'],
  ['PPKS-23', { sex: 'P', birthOn: '2008-07-16' }, 'tidak'],
  ['PPKS-23', { sex: 'P', birthOn: '1966-07-15' }, 'tidak'],
  ['PPKS-23', { sex: 'L', birthOn: null }, 'tidak'],
  ['PPKS-23', { sex: null, birthOn: '1990-01-01' }, 'belum_diketahui'],
  ['PPKS-09', { sex: null, birthOn: null }, 'ya'],
  ['PPKS-01', { sex: 'P', birthOn: '2020-07-16' }, 'ya'],
  ['PPKS-01', { sex: 'P', birthOn: '2020-07-15' }, 'tidak'],
] as const)('%s of %o on 15 July 2026: %s', (code, subject, verdict) => {
  expect(mayBe(of(code), subject, '2026-07-15')).toBe(verdict);
});

test('learning an unknown never turns yes into no or no into yes', () => {
  const birth = fc
    .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.constantFrom(...PPKS_TYPES),
      fc.constantFrom('L' as const, 'P' as const),
      birth,
      (type, sex, birthOn) => {
        const whole = mayBe(type, { sex, birthOn }, '2026-07-15');
        for (const partial of [
          { sex: null, birthOn },
          { sex, birthOn: null },
          { sex: null, birthOn: null },
        ]) {
          const verdict = mayBe(type, partial, '2026-07-15');
          expect(verdict === 'belum_diketahui' || verdict === whole).toBe(true);
        }
      },
    ),
  );
});
