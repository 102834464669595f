import { expect, test } from 'vitest';
import { known, unknown } from '#kernel/fact.ts';
import type { TargetingFamily } from '#modules/registry/index.ts';
import { bindingOf, computeList, recompute } from './compute.ts';
import { type Frozen, freeze, hashOf, thaw } from './freeze.ts';
import { recheckCauses } from './recheck-causes.ts';
import { buildRegister } from './register.ts';
import type { SelectionWanted } from './selection-file.ts';
import type { Terms } from './terms.ts';
import { listToVerify } from './verification.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const held = (value: boolean | undefined) => ({
  fact: value === undefined ? unknown('belum_ditanya') : known(value),
  last: value ?? null,
  observedOn: '2026-06-01',
  source: 'verval' as const,
  staleOn: null,
  setId: id(0),
});

type Old = {
  n: number;
  birth: string | null;
  desil?: number;
  desa?: number;
  criteria?: (boolean | undefined)[];
  dead?: boolean;
};
const FIELDS = [
  'tanpa_tempat_berteduh',
  'tanpa_penghasilan_tetap',
  'pernah_khawatir_pangan',
  'pangan_lebih_separuh',
  'tanpa_belanja_pakaian',
  'lantai_tanah_plester',
  'dinding_sederhana',
  'tanpa_jamban_sendiri',
  'listrik_450_atau_tanpa',
];
const familyOf = ({ n, birth, desil, desa = 1, criteria = [], dead = false }: Old): TargetingFamily => ({
  id: id(n),
  areaId: desa,
  desaId: desa,
  kecId: 10,
  members: [
    {
      id: id(1000 + n),
      shdk: 1,
      sex: 'P',
      birthOn: birth,
      birthPrecision: birth ? 'hari' : 'tidak_tahu',
      occupationCode: 1,
      life: dead ? 'terbukti' : 'hidup',
      facts: {},
    },
  ],
  desil: desil === undefined ? null : { value: desil, period: '2026-06' },
  facts: Object.fromEntries(criteria.map((c, i) => [FIELDS[i]!, held(c)])),
  localScore: null,
});
const registerOf = (families: Old[]) =>
  buildRegister({
    families: families.map(familyOf),
    circumstances: new Map(),
    codes: new Map([
      [1, '99.01.01.2001'],
      [2, '99.01.01.2002'],
    ]),
    id: 'S1',
    at: new Date('2026-07-15T04:00:00Z'),
    today: '2026-07-15',
  });

const TERMS: Terms = {
  juknis: 'Juknis',
  juknisFile: null,
  targetUnit: 'keluarga',
  rules: [
    { kind: 'syarat', expr: 'ada anggota dengan (umur >= 60)', reason: 'Program untuk lansia.', basis: 'Pasal 3' },
    { kind: 'syarat', expr: 'desil <= 4', reason: 'Keluarga miskin dan rentan.', basis: 'Pasal 4' },
  ],
  unknownPolicy: 'nilai_sembilan_kriteria',
  criteriaLeast: 5,
  rankBy: { by: 'desil', unknownAfter: 4 },
  tieOrder: ['umur_tertua'],
  benefit: 1_500_000n,
  goods: null,
  period: '2026',
  maxCount: null,
  ceiling: null,
  payee: 'kepala',
  payeeRule: null,
  holdUntil: null,
  decreeBy: 'kepala_daerah',
  parafChain: [],
  quota: [],
  exclusiveGroup: null,
};
const wanted = (terms: Partial<Terms> = {}, ceiling = 100_000_000n): SelectionWanted => ({
  name: 'Permakanan',
  terms: { ...TERMS, ...terms },
  ceiling,
  asOf: '2026-07-15',
  decisions: [],
  otherAwards: [],
  codeOf: (area) => `99.01.01.200${area}`,
});
const lists = (c: ReturnType<typeof computeList>) =>
  Object.fromEntries(
    (['masuk', 'ditahan', 'cadangan'] as const).map((place) => [
      place,
      [...c.queue].filter((f) => c.place(f) === place).map((f) => Number(c.snapshot.idAt(f).slice(-4))),
    ]),
  );

const MANY: Old[] = [
  { n: 1, birth: '1950-01-01', desil: 3 },
  { n: 2, birth: '1945-01-01', desil: 3 },
  { n: 3, birth: '1950-01-01', desil: 1 },
  { n: 4, birth: '1990-01-01', desil: 1 },
  { n: 5, birth: '1950-01-01', desil: 7 },
  { n: 6, birth: '1950-01-01', criteria: [true, true, true, true, true, false, false, false, false] },
  { n: 7, birth: '1950-01-01', criteria: [true, true, false, false, false, false, false, false, false] },
  { n: 8, birth: '1950-01-01', criteria: [true, true, true, true] },
  { n: 9, birth: null, desil: 2 },
  { n: 10, birth: '1940-01-01', desil: 1, dead: true },
];

test('order, criteria for the unknown, and nobody unknown lost', () => {
  const open = computeList(registerOf(MANY), wanted());
  // 6 meets five criteria; 8 and 9 are unknown and could enter: they stand in the way until held or ruled out.
  expect(lists(open)).toEqual({ masuk: [3, 2, 1, 6], ditahan: [], cadangan: [] });
  expect(open.report.unresolved.first.map((u) => Number(u.family.slice(-4)))).toEqual([8, 9]);
  const withHold = computeList(registerOf(MANY), wanted({ holdUntil: '2026-07-31' }));
  expect(lists(withHold)).toEqual({ masuk: [3, 2, 1, 6], ditahan: [9, 8], cadangan: [] });
  expect(withHold.report.unresolved.families).toBe(0);
  expect(withHold.result.selection.spent).toBe(9_000_000n);
});

test('held places count against the money, and more money takes exactly the next of the reserve list', () => {
  const register = registerOf(MANY);
  const hold = { holdUntil: '2026-07-31' };
  const tight = computeList(register, wanted(hold, 5_999_999n));
  expect(lists(tight)).toEqual({ masuk: [3, 2], ditahan: [9], cadangan: [1, 6] });
  expect(lists(computeList(register, wanted(hold, 6_000_000n)))).toEqual({
    masuk: [3, 2, 1],
    ditahan: [9],
    cadangan: [6],
  });
});

test('under "kecualikan_dengan_tugas" an unknown desil is left out, named, and does not block', () => {
  const c = computeList(
    registerOf(MANY),
    wanted({
      unknownPolicy: 'kecualikan_dengan_tugas',
      criteriaLeast: null,
      rankBy: { by: 'desil' },
      holdUntil: '2026-07-31',
    }),
  );
  expect(lists(c)).toEqual({ masuk: [3, 2, 1], ditahan: [9], cadangan: [] });
  expect([...c.withoutDesil].map((f) => Number(c.snapshot.idAt(f).slice(-4)))).toEqual([6, 7, 8]);
  expect(c.line([...c.withoutDesil][0]!).verdict).toBe('belum');
});

test('quotas per desa, the dead left out, and a decision that survives', () => {
  const register = registerOf(MANY.map((f) => (f.n === 2 ? { ...f, desa: 2 } : f)));
  expect(register.withoutMembers).toBe(1);
  const quota = [
    { areaId: 1, quota: 1 },
    { areaId: 2, quota: 5 },
  ];
  const c = computeList(register, {
    ...wanted({ quota, holdUntil: '2026-07-31' }),
    decisions: [{ familyId: id(3), kind: 'keluarkan', reason: 'Pindah panti.' }],
  });
  expect(lists(c)).toEqual({ masuk: [2], ditahan: [9], cadangan: [] });
});

test('frozen and thawed through JSON the list is the same, byte for byte; one changed cell is another hash', () => {
  const c = computeList(
    registerOf(MANY),
    wanted({ holdUntil: '2026-07-31', tieOrder: ['lansia_sendiri', 'umur_tertua'] }),
  );
  const frozen = freeze(c);
  const back = JSON.parse(JSON.stringify(frozen)) as Frozen;
  expect(hashOf(back)).toBe(hashOf(frozen));
  expect(recompute(back.file, thaw(back)).resultHash).toBe(c.resultHash);
  back.family['desil']![0] = 9;
  expect(hashOf(back)).not.toBe(hashOf(frozen));
  expect(recompute(back.file, thaw(back)).resultHash).not.toBe(c.resultHash);
});

test('a fact that expired, and a condition that no longer holds, are told apart; who did not change is not named', () => {
  const all = Array.from({ length: 9 }, () => true);
  const unchanged: Old = { n: 3, birth: '1950-01-01', desil: 2 };
  const then = computeList(
    registerOf([{ n: 1, birth: '1950-01-01', criteria: all }, { n: 2, birth: '1950-01-01', desil: 3 }, unchanged]),
    wanted(),
  );
  const now = computeList(
    registerOf([{ n: 1, birth: '1950-01-01' }, { n: 2, birth: '1990-01-01', desil: 3 }, unchanged]),
    wanted(),
  );
  expect(lists(then).masuk).toHaveLength(3);
  expect(recheckCauses(then, now, true)).toEqual([
    { familyId: id(2), cause: 'tergeser', keepsPlace: false },
    { familyId: id(1), cause: 'usang', keepsPlace: false },
  ]);
});

test('who receives another programme of the group is left out with its name; the ineligible and those officers decided about are not', () => {
  const register = registerOf(MANY);
  const award = (n: number) => ({ familyId: id(n), programme: 'Sembako keluarga 2026' });
  const terms = { exclusiveGroup: 'pangan', holdUntil: '2026-07-31' };
  const c = computeList(register, {
    ...wanted(terms),
    otherAwards: [award(3), award(2), award(9), award(5), award(77)],
    decisions: [{ familyId: id(2), kind: 'tambahkan', reason: 'darurat: rumahnya hanyut.' }],
  });
  // 3 and the unknown 9 are out, 2 stays by decision, 5 is out by the juknis itself, 77 is not in the register.
  expect(lists(c)).toEqual({ masuk: [2, 1, 6], ditahan: [8], cadangan: [] });
  const at = (n: number) => c.snapshot.indexOf(id(n))!;
  expect([...c.exclusive.keys()].sort()).toEqual([at(3), at(9)].sort());
  expect(bindingOf(c, at(3))).toBe('rangkap:Sembako keluarga 2026');
  expect(bindingOf(c, at(5))).not.toContain('rangkap');
  expect(c.report.warnings.join()).not.toContain('tidak ada dalam daftar');
  expect(listToVerify(c)).not.toContain(at(9));
  const frozen = JSON.parse(JSON.stringify(freeze(c))) as Frozen;
  expect(JSON.stringify(frozen.file)).toContain('sudah menerima Sembako keluarga 2026, yang tidak boleh dirangkap');
  expect(recompute(frozen.file, thaw(frozen)).resultHash).toBe(c.resultHash);
  const before = computeList(register, wanted(terms));
  expect(recheckCauses(before, c, true)).toEqual([
    { familyId: id(3), cause: 'rangkap', keepsPlace: false },
    { familyId: id(9), cause: 'rangkap', keepsPlace: false },
  ]);
});

test('under "kecualikan_dengan_tugas" a family that receives another programme of the group is asked for nothing', () => {
  const c = computeList(registerOf(MANY), {
    ...wanted({
      unknownPolicy: 'kecualikan_dengan_tugas',
      criteriaLeast: null,
      rankBy: { by: 'desil' },
      holdUntil: '2026-07-31',
      exclusiveGroup: 'pangan',
    }),
    otherAwards: [{ familyId: id(6), programme: 'Beras 2026' }],
  });
  expect([...c.withoutDesil].map((f) => Number(c.snapshot.idAt(f).slice(-4)))).toEqual([7, 8]);
  expect([...c.exclusive.values()]).toEqual(['Beras 2026']);
});
