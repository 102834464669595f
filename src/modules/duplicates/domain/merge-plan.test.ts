import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MergeInput, type NumberRow, planMerge } from './merge-plan.ts';

const number = (over: Partial<NumberRow>): NumberRow => ({
  id: 'n1',
  personId: 'absorb',
  kind: 'nik',
  value: '9901010708540003',
  state: 'aktif',
  problem: null,
  during: '[2026-01-01,)',
  ...over,
});
const plan = (over: Partial<MergeInput>) =>
  planMerge({ keep: 'keep', absorb: 'absorb', numbers: [], members: [], facts: [], ...over });

test('a number that the kept person lacks becomes hers; a second one stays and stands with her as a claim', () => {
  expect(plan({ numbers: [number({})] })).toMatchObject({
    numbers: [{ id: 'n1', to: { personId: 'keep' } }],
    claims: [],
  });
  const both = [number({}), number({ id: 'n2', personId: 'keep', value: '9901010708540011' })];
  expect(plan({ numbers: both })).toMatchObject({ numbers: [], claims: [{ copyOf: 'n1' }] });
});

test('a number that the kept person only claimed is hers at last, and the claim is over', () => {
  const twins = [number({}), number({ id: 'n2', personId: 'keep', state: 'klaim', problem: 'dipakai_orang_lain' })];
  expect(plan({ numbers: twins })).toMatchObject({
    numbers: [
      { id: 'n1', to: { personId: 'keep', state: 'aktif' } },
      { id: 'n2', to: { personId: 'keep', state: 'nonaktif', problem: null } },
    ],
    claims: [],
  });
});

test('her own family comes first; without one she takes the other’s', () => {
  const member = {
    id: 'm1',
    familyId: 'f1',
    personId: 'absorb',
    state: 'sah',
    isOpen: true,
    during: '[2026-01-01,)',
    ended: '[2026-01-01,2026-07-15)',
  } as const;
  expect(plan({ members: [member] }).members).toMatchObject([{ to: { personId: 'keep', during: '[2026-01-01,)' } }]);
  const own = { ...member, id: 'm2', personId: 'keep', familyId: 'f2' };
  expect(plan({ members: [member, own] }).members).toMatchObject([
    { id: 'm1', to: { personId: 'absorb', during: '[2026-01-01,2026-07-15)' } },
  ]);
});

test('the stronger source holds per field, and a usable value before one too old', () => {
  const fact = {
    personId: 'absorb',
    field: 'pekerjaan',
    setId: 's1',
    rank: 20,
    isUsable: true,
    observedOn: '2026-01-01',
  };
  const own = { ...fact, personId: 'keep', setId: 's2' };
  expect(plan({ facts: [fact] }).facts).toEqual([{ field: 'pekerjaan', setId: 's1' }]);
  expect(plan({ facts: [fact, { ...own, rank: 10 }] }).facts).toEqual([]);
  expect(plan({ facts: [fact, { ...own, rank: 10, isUsable: false }] }).facts).toHaveLength(1);
  expect(plan({ facts: [fact, { ...own, observedOn: '2026-02-01' }] }).facts).toEqual([]);
});

test('whatever the numbers: nobody has two active ones of a kind, no number has two holders, and undoing gives back every row', () => {
  const rows = fc.array(
    fc.record({
      personId: fc.constantFrom('keep', 'absorb'),
      kind: fc.constantFrom('nik', 'id_dtks'),
      value: fc.constantFrom('1', '2', '3'),
      state: fc.constantFrom('aktif', 'klaim', 'sengketa', 'nonaktif', 'salah'),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const held = new Set<string>();
      const people = new Set<string>();
      const numbers = given
        .map((row, at) => number({ ...row, id: `n${at}` }))
        .filter(({ kind, value, state, personId }) => {
          if (state !== 'aktif') return true;
          if (held.has(`${kind} ${value}`) || people.has(`${personId} ${kind}`)) return false;
          held.add(`${kind} ${value}`);
          people.add(`${personId} ${kind}`);
          return true;
        });
      const made = plan({ numbers });
      const after = numbers.map((row) => ({ ...row, ...made.numbers.find(({ id }) => id === row.id)?.to }));
      const active = after.filter(({ state }) => state === 'aktif');
      expect(new Set(active.map(({ personId, kind }) => `${personId} ${kind}`)).size).toBe(active.length);
      expect(new Set(active.map(({ kind, value }) => `${kind} ${value}`)).size).toBe(active.length);
      const undone = after.map((row) => ({ ...row, ...made.numbers.find(({ id }) => id === row.id)?.from }));
      expect(undone).toEqual(numbers);
    }),
  );
});
