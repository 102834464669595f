import { expect, test } from 'vitest';
import { type Candidate, chooseTargets, isMeant } from './target.ts';

const candidate = (over: Partial<Candidate>): Candidate => ({
  no: 1,
  via: 'nik',
  personId: 'a',
  protection: 0,
  likeness: 1,
  sameBirth: true,
  familyId: null,
  life: 'hidup',
  ...over,
});

test.each([
  ['the row before, name and birth as they were', { via: 'riwayat' }, true],
  ['the row before, birth corrected', { via: 'riwayat', sameBirth: false }, true],
  ['the row before, a woman by her husband’s name', { via: 'riwayat', likeness: 0.1 }, true],
  [
    'the row before, another name and another birth: the number has passed on',
    { via: 'riwayat', likeness: 0.1, sameBirth: false },
    false,
  ],
  ['the centre’s id, name mistyped', { via: 'id_dtks', likeness: 0.45, sameBirth: false }, true],
  ['a NIK, name mistyped, same birth', { likeness: 0.5 }, true],
  ['a NIK and the same birth, another name: a twin or a clerk’s slip', { likeness: 0.2 }, false],
  ['a NIK and nearly the same name, another birth', { likeness: 0.8, sameBirth: false }, false],
  ['a NIK and the very same name, birth mistyped', { likeness: 0.95, sameBirth: false }, true],
] as const)('%s', (_, over, meant) => {
  expect(isMeant(candidate(over))).toBe(meant);
});

test('each row has one person at most, and by a number no person has two rows', () => {
  const chosen = chooseTargets([
    candidate({ no: 2, personId: 'a', via: 'nik' }),
    candidate({ no: 1, personId: 'a', via: 'id_dtks' }),
    candidate({ no: 1, personId: 'b', via: 'nik' }),
    candidate({ no: 3, personId: 'c', via: 'riwayat' }),
    candidate({ no: 4, personId: 'c', via: 'riwayat' }),
  ]);
  expect([...chosen].map(([no, { personId }]) => `${no}${personId}`).sort()).toEqual(['1a', '3c', '4c']);
});
