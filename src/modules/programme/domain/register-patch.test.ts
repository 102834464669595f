import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from '#engines/aturan/index.ts';
import type { TargetingFamily } from '#modules/registry/index.ts';
import { registerText } from '../test/register-text.ts';
import { buildRegister } from './register.ts';
import { patchRegister, registerFor } from './register-patch.ts';
import type { FamilyCircumstance } from './register-rows.ts';

const CODES = new Map([1, 2, 3].map((id) => [id, `99.01.01.200${id}`]));
const [OWN, OTHER] = ['programme-a', 'programme-b'];
type Made = { family: TargetingFamily; circumstance: FamilyCircumstance };

const member = fc.record({
  shdk: fc.constantFrom(1, 3, 4, null),
  sex: fc.constantFrom('L' as const, 'P' as const, null),
  birthOn: fc.constantFrom('1950-01-01', '1990-06-01', '2020-02-02', null),
  birthPrecision: fc.constant('hari'),
  occupationCode: fc.constantFrom(1, 5, null),
  life: fc.constantFrom('hidup', 'hidup', 'terbukti'),
  facts: fc.constant({}),
});

const family = fc
  .record({
    desaId: fc.constantFrom(1, 2, 3),
    desil: fc.constantFrom(null, { value: 1, period: '2026-01' }, { value: 9, period: '2026-01' }),
    localScore: fc.constantFrom(null, 7),
    members: fc.array(member, { maxLength: 4 }),
    awards: fc.constantFrom([], [], [OWN], [OTHER], [OWN, OTHER]),
    monthsWaiting: fc.nat({ max: 30 }),
  })
  .map(
    ({ desaId, desil, localScore, members, awards, monthsWaiting }) =>
      (id: string): Made => ({
        family: {
          id,
          areaId: desaId,
          desaId,
          kecId: null,
          desil,
          localScore: localScore === null ? null : { score: localScore, cardVersion: 'x', missing: [] },
          facts: {},
          members: members.map((m, i) => ({ ...m, id: `${id}-${i}` })),
        },
        circumstance: {
          proposed: monthsWaiting > 0,
          monthsWaiting,
          centre: { pkh: undefined, sembako: undefined, pbi: undefined },
          awards,
        },
      }),
  );

const registerOf = (made: readonly Made[], id = 'r') =>
  buildRegister({
    families: made.map((m) => m.family),
    circumstances: new Map(made.map((m) => [m.family.id, m.circumstance])),
    codes: CODES,
    id,
    at: new Date('2026-07-15T04:00:00Z'),
    today: '2026-07-15',
  });

const ids = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 25 });
const named = (list: readonly number[]) => list.map((n) => `f${String(n).padStart(3, '0')}`);

test('a register brought up to date equals the register read anew, whoever came, changed or left', () => {
  fc.assert(
    fc.property(
      ids,
      ids,
      fc.array(family, { minLength: 60, maxLength: 60 }),
      fc.nat({ max: 24 }),
      (old, touched, make, gone) => {
        const before = named(old).map((id, i) => make[i]!(id));
        const changed = named(touched);
        const fresh = changed.slice(Math.min(gone, changed.length)).map((id, i) => make[59 - i]!(id));
        const after = [...before.filter((m) => !changed.includes(m.family.id)), ...fresh];
        const patched = patchRegister(registerOf(before), new Set(changed), registerOf(fresh, 'new'));
        const whole = registerOf(after, 'new');
        expect(registerText(patched)).toEqual(registerText(whole));
        expect([patched.withoutMembers, patched.id]).toEqual([whole.withoutMembers, 'new']);
        expect([...patched.awards].sort()).toEqual([...whole.awards].sort());
        for (const id of named([...old, ...touched]))
          expect(patched.snapshot.indexOf(id)).toEqual(whole.snapshot.indexOf(id));
      },
    ),
    { numRuns: 150 },
  );
});

test('the award of the programme itself is not an award of another programme', () => {
  const made = [[OWN], [OTHER], [OWN, OTHER], []].map((awards, i): Made => {
    const plain = fc.sample(family, { numRuns: 1, seed: 1 })[0]!(`f${i}`);
    const living = {
      ...plain.family,
      members: [
        {
          id: `m${i}`,
          shdk: 1,
          sex: null,
          birthOn: null,
          birthPrecision: 'hari',
          occupationCode: null,
          life: 'hidup',
          facts: {},
        },
      ],
    };
    return { family: living, circumstance: { ...plain.circumstance, awards } };
  });
  const register = registerOf(made);
  const receives = (programme: string) => {
    const seen = registerFor(register, programme);
    const column = seen.snapshot.tables.family.columns.get('menerima_program_daerah')!;
    return [0, 1, 2, 3].map((f) => valueAt(column, f));
  };
  expect(receives(OWN!)).toEqual([false, true, true, false]);
  expect(receives(OTHER!)).toEqual([true, false, true, false]);
  expect(receives('programme-c')).toEqual([true, true, true, false]);
  expect(registerFor(register, OWN!)).toBe(registerFor(register, OWN!));
});
