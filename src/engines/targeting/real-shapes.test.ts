import { expect, test } from 'vitest';
import { explainFamily, forCitizen, judgeFamily, rowText } from './explain.ts';
import type { Line } from './lines.ts';
import { readProgrammes } from './read-programmes.ts';
import { reportOf } from './report.ts';
import { runProgrammes } from './run.ts';
import { selectProgrammes } from './select-programmes.ts';
import type { FamilyInput, MemberInput } from './snapshot.ts';

const SCHEMA = {
  family: {
    desil: { type: 'integer', min: 1, max: 10, label: 'desil kesejahteraan' },
    kriteria_sembilan: { type: 'integer', min: 0, max: 9, label: 'kriteria terpenuhi dari sembilan' },
    usaha: { type: 'boolean', label: 'punya usaha' },
    bulan_menunggu: { type: 'integer', min: 0, max: 240 },
  },
  member: {
    umur: { type: 'integer', min: 0, max: 120, unit: 'tahun' },
    hamil: { type: 'boolean', confidential: true },
    disabilitas_berat: { type: 'boolean', confidential: true },
    sekolah: { type: 'enum', values: ['tidak', 'sd', 'smp', 'sma'] },
    pekerjaan: { type: 'enum', values: ['tidak_bekerja', 'buruh', 'tani', 'asn', 'tni_polri'] },
    meninggal: { type: 'boolean' },
  },
};
const ASN = 'ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri"] dan tidak meninggal)';
const row = (kind: string, expr: string, more = {}) => ({
  kind,
  expr,
  reason: 'sesuai juknis',
  basis: 'Juknis contoh ps. 4',
  ...more,
});

const PKH = {
  id: 'pkh',
  benefit: {
    parts: [
      { name: 'ibu hamil', amount: '3000000', count: 'jumlah anggota dengan (hamil)', most: 2 },
      { name: 'anak usia dini', amount: '3000000', count: 'jumlah anggota dengan (umur <= 6)', most: 2 },
      { name: 'SD', amount: '900000', count: 'jumlah anggota dengan (sekolah = "sd")' },
      { name: 'SMP', amount: '1500000', count: 'jumlah anggota dengan (sekolah = "smp")' },
      { name: 'SMA', amount: '2000000', count: 'jumlah anggota dengan (sekolah = "sma")' },
      { name: 'disabilitas berat', amount: '2400000', count: 'jumlah anggota dengan (disabilitas_berat)' },
      { name: 'lanjut usia', amount: '2400000', count: 'jumlah anggota dengan (umur >= 60)' },
    ],
    mostParts: 4,
  },
  rules: [
    row('syarat', 'desil <= 4'),
    row(
      'syarat',
      'ada anggota dengan (tidak meninggal dan (hamil atau umur <= 6 atau umur >= 60 atau disabilitas_berat atau sekolah termasuk ["sd", "smp", "sma"]))',
    ),
    row('pengecualian', ASN),
  ],
};
const SEMBAKO = { id: 'sembako', benefit: '2400000', rules: [row('syarat', 'desil <= 5'), row('pengecualian', ASN)] };
const PBI = {
  id: 'pbi-jk',
  benefit: { parts: [{ name: 'iuran setahun', amount: '504000', count: 'jumlah anggota dengan (tidak meninggal)' }] },
  rules: [row('syarat', 'desil <= 5')],
};
const UEP = {
  id: 'uep',
  benefit: '5000000',
  ceiling: '10000000',
  rules: [
    row('syarat', 'desil antara 3 dan 5', { poorerReason: { code: 'usaha_produktif', article: 'Juknis UEP ps. 7' } }),
    row('syarat', 'usaha'),
    row('syarat', 'ada anggota dengan (umur antara 18 dan 59)'),
    row('pengecualian', 'penerima program "pkh"'),
  ],
};
const ALL = { schema: SCHEMA, programmes: [PKH, SEMBAKO, PBI, UEP] };

const family = (id: string, values: FamilyInput['values'], score: number): FamilyInput => ({
  id,
  area: '99.01.01.2001',
  score,
  values,
});
const person = (of: string, umur: number, more: MemberInput['values'] = {}): MemberInput => ({
  family: of,
  values: {
    umur,
    hamil: false,
    disabilitas_berat: false,
    sekolah: 'tidak',
    pekerjaan: 'buruh',
    meninggal: false,
    ...more,
  },
});
const FAMILIES = [
  family('K1', { desil: 1, usaha: false }, 10),
  family('K2', { desil: 4, usaha: true }, 40),
  family('K3', { desil: 5, usaha: true }, 50),
  family('K4', { usaha: true }, 20),
  family('K5', { desil: 2, usaha: false }, 15),
];
const MEMBERS = [
  person('K1', 30, { hamil: true }),
  person('K1', 32),
  person('K1', 9, { sekolah: 'sd' }),
  person('K1', 13, { sekolah: 'smp' }),
  person('K1', 16, { sekolah: 'sma' }),
  person('K1', 70),
  person('K2', 40),
  person('K3', 45),
  person('K4', 25, { hamil: true }),
  person('K5', 61),
  person('K5', 35, { pekerjaan: 'asn' }),
];
const of = (lines: readonly Line[], programme: string) =>
  Object.fromEntries(
    lines
      .filter((l) => l.programme === programme)
      .map((l) => [l.family, `${l.verdict} ${l.admitted} ${l.binding}`.trim()]),
  );

test('PKH, Sembako, PBI-JK and UEP in one run: verdicts, who receives, and what it costs', () => {
  const { lines, run } = selectProgrammes({ families: FAMILIES, members: MEMBERS, programmes: ALL });
  expect(of(lines, 'pkh')).toEqual({
    K1: 'ya ya',
    K2: 'tidak tidak syarat:2',
    K3: 'tidak tidak syarat:1',
    K4: 'belum tidak belum:1',
    K5: 'tidak tidak syarat:3',
  });
  expect(of(lines, 'sembako')).toEqual({
    K1: 'ya ya',
    K2: 'ya ya',
    K3: 'ya ya',
    K4: 'belum tidak belum:1',
    K5: 'tidak tidak syarat:2',
  });
  expect(of(lines, 'uep')).toEqual({
    K1: 'tidak tidak syarat:1',
    K2: 'ya ya',
    K3: 'ya ya',
    K4: 'belum tidak belum:1',
    K5: 'tidak tidak syarat:1',
  });
  const spent = Object.fromEntries(run.results.map((r) => [r.programme.id, r.selection.spent]));
  // K1 has five components; the four dearest count: 3,0 + 2,4 + 2,0 + 1,5 juta.
  expect(spent).toEqual({ pkh: 8_900_000n, sembako: 7_200_000n, 'pbi-jk': 504_000n * 10n, uep: 10_000_000n });
});

test('a family without desil is unknown, never no, and the list cannot be confirmed before it is settled', () => {
  const { run } = selectProgrammes({ families: FAMILIES, members: MEMBERS, programmes: ALL });
  const report = reportOf(run).programmes.find((p) => p.id === 'pkh')!;
  expect(report.mayConfirm).toBe(false);
  expect(report.unresolved).toEqual({ families: 1, first: [{ family: 'K4', missing: ['desil kesejahteraan'] }] });
  expect(report.unmet.unknown).toEqual({ families: 1, rupiah: '3000000' });
  expect(report.missingFacts).toEqual([{ fact: 'desil kesejahteraan', families: 1 }]);
});

test('the juknis may say what counts while desil is unknown: the nine criteria', () => {
  const local = {
    id: 'lokal',
    benefit: '1500000',
    rules: [row('syarat', '(desil diketahui dan desil <= 4) atau (desil belum diketahui dan kriteria_sembilan >= 5)')],
  };
  const families = [
    family('A', { desil: 3 }, 1),
    family('B', { kriteria_sembilan: 6 }, 2),
    family('C', { kriteria_sembilan: 2 }, 3),
    family('D', {}, 4),
  ];
  const { lines } = selectProgrammes({ families, programmes: { schema: SCHEMA, programmes: [local] } });
  expect(lines.map((l) => l.verdict)).toEqual(['ya', 'ya', 'tidak', 'belum']);
});

const ELDERLY = Array.from({ length: 56 }, (_, i) => `L${String(i + 1).padStart(2, '0')}`);
const MEALS = {
  id: 'permakanan',
  name: 'Permakanan lansia',
  benefit: '1500000',
  ceiling: '61500000',
  tieOrder: [{ column: 'bulan_menunggu', first: 'high' }],
  hold: { until: '2026-07-17' },
  tier: ['jumlah anggota = 1'],
  rules: [row('syarat', 'ada anggota dengan (umur >= 60)'), row('pengecualian', ASN)],
};
const meals = (more = {}) => ({ asOf: '2026-07-01', schema: SCHEMA, programmes: [{ ...MEALS, ...more }] });
const elderly = ELDERLY.map((id, i) => family(id, { desil: 2, bulan_menunggu: 56 - i }, 100));
// Bu Tumi (L20) lives with a child whose occupation is not known; the others live alone.
const elderlyMembers = ELDERLY.flatMap((id) =>
  id === 'L20' ? [person(id, 72), { family: id, values: { umur: 40, meninggal: false } }] : [person(id, 71)],
);

test('meals for the elderly: 56 names, money for 41, one place held, number 42 reads why', () => {
  const input = { families: elderly, members: elderlyMembers, programmes: meals({ tier: [] }) };
  const { run, lines } = selectProgrammes(input);
  const count = (admitted: string) => lines.filter((l) => l.admitted === admitted).length;
  expect([count('ya'), count('ditahan')]).toEqual([40, 1]);
  expect(lines.find((l) => l.family === 'L20')).toMatchObject({
    verdict: 'belum',
    admitted: 'ditahan',
    heldUntil: '2026-07-17',
    binding: 'belum:2',
  });
  const wiryo = explainFamily(run, 'permakanan', 'L42');
  expect(wiryo.line).toMatchObject({ verdict: 'ya', admitted: 'tidak', rank: 42, reserve: 1, binding: 'pagu' });
  expect(wiryo.cut).toMatchObject({ family: 'L41', rank: 41 });
  expect(wiryo.changes).toEqual([
    'Memenuhi syarat, cadangan nomor 1. Dana sudah habis terpakai. Tambahan dana Rp1.500.000 membuat daftar sampai ke keluarga ini.',
  ]);
  expect(explainFamily(run, 'permakanan', 'L20').changes).toEqual([
    'Belum dapat diputuskan: lengkapi pekerjaan anggota.',
    'Tempat ditahan sampai 2026-07-17.',
  ]);
  expect(reportOf(run).programmes[0]).toMatchObject({
    mayConfirm: true,
    held: 1,
    spent: '61500000',
    unspent: '0',
    reserve: 15,
  });
});

test('after the hold date the held place falls to the reserve list; an officer may rule it out earlier with a reason', () => {
  const lapsed = selectProgrammes({
    families: elderly,
    members: elderlyMembers,
    programmes: { ...meals({ tier: [] }), asOf: '2026-07-18' },
  });
  expect(lapsed.lines.find((l) => l.family === 'L42')!.admitted).toBe('ya');
  const except = [{ family: 'L20', reason: 'Sudah pindah ke panti menurut kunjungan 3 Juli 2026' }];
  const ruled = selectProgrammes({
    families: elderly,
    members: elderlyMembers,
    programmes: meals({ tier: [], hold: { until: '2026-07-17', except } }),
  });
  expect(ruled.lines.find((l) => l.family === 'L42')!.admitted).toBe('ya');
  expect(reportOf(ruled.run).programmes[0]!.mayConfirm).toBe(true);
});

test('ten more places bring exactly the next ten of the reserve list', () => {
  const { run, lines } = selectProgrammes({ families: elderly, members: elderlyMembers, programmes: meals() });
  const set = readProgrammes(meals({ ceiling: '76500000' }));
  const after = runProgrammes(run.snapshot, set, run);
  const inside = (r: typeof run) =>
    [...r.results[0]!.selection.queue()]
      .filter((f) => r.results[0]!.selection.outcome[f] === 1)
      .map((f) => r.snapshot.idAt(f));
  const next = lines.filter((l) => l.reserve !== undefined && l.reserve <= 10).map((l) => l.family);
  expect(inside(after).filter((id) => !inside(run).includes(id))).toEqual(next);
  expect(next).toHaveLength(10);
});

test('the trace speaks Indonesian; a citizen reads only values she gave herself', () => {
  const { run } = selectProgrammes({ families: FAMILIES, members: MEMBERS, programmes: ALL });
  const { rows } = explainFamily(run, 'pkh', 'K5');
  expect(rows.map(rowText)).toEqual([
    'ya | desil kesejahteraan paling banyak 4 — nilai: desil kesejahteraan: 2',
    expect.stringContaining('— nilai: 1 anggota memenuhi'),
    'tidak | tidak boleh: ada anggota yang pekerjaannya asn atau tni polri dan tidak meninggal — nilai: 1 anggota memenuhi',
  ]);
  expect(explainFamily(run, 'pkh', 'K3').changes[0]).toBe('2 syarat belum terpenuhi: baris 1, 2.');
  expect(explainFamily(run, 'sembako', 'K5').changes).toEqual([
    'Hanya baris 2 yang belum terpenuhi; berubah bila tidak ada anggota yang pekerjaannya asn atau tni polri dan tidak meninggal.',
  ]);
  const citizen = forCitizen(rows, run.snapshot.schema, new Set(['family.desil']));
  expect(citizen[0]).toMatchObject({ passes: 'ya', found: 'desil kesejahteraan: 2' });
  expect(citizen.slice(1).map((r) => [r.text, r.found])).toEqual([
    ['Ada data keluarga yang perlu dicek di Dinas Sosial.', ''],
    ['Ada data keluarga yang perlu dicek di Dinas Sosial.', ''],
  ]);
  expect(forCitizen(rows, run.snapshot.schema, new Set())[0]!.found).toBe('');
});

test('exclusive programmes: declared order, and a place held in one is kept in the other too', () => {
  const group = (id: string, more = {}) => ({
    id,
    benefit: '1',
    exclusiveGroup: 'pangan',
    rules: [row('syarat', 'usaha')],
    ...more,
  });
  const families = [
    family('A', { usaha: true }, 1),
    family('B', { usaha: true }, 2),
    family('C', {}, 3),
    family('D', { usaha: true }, 4),
  ];
  const programmes = [group('satu', { maxCount: 2 }), group('dua', { maxCount: 1 })];
  const { lines } = selectProgrammes({ families, programmes: { schema: SCHEMA, programmes } });
  expect(of(lines, 'dua')).toEqual({
    A: 'ya tidak eksklusif:satu',
    B: 'ya tidak eksklusif:satu',
    C: 'belum tidak belum:1',
    D: 'ya ya',
  });
  const held = selectProgrammes({
    families: [family('A', { desil: 1 }, 1)],
    programmes: {
      schema: SCHEMA,
      programmes: [
        {
          id: 'satu',
          benefit: '1',
          exclusiveGroup: 'pangan',
          hold: { until: '2026-12-01' },
          rules: [row('syarat', 'usaha')],
        },
        {
          id: 'dua',
          benefit: '1',
          exclusiveGroup: 'pangan',
          hold: { until: '2026-12-01' },
          rules: [row('syarat', 'desil <= 2')],
        },
      ],
    },
  });
  expect(held.lines.map((l) => `${l.admitted} ${l.binding}`)).toEqual(['ditahan belum:1', 'ditahan eksklusif:satu']);
});

test('decisions of officers survive every re-run', () => {
  const decisions = [
    { family: 'K1', kind: 'keluarkan', reason: 'Mengundurkan diri dengan surat 2 Juni 2026' },
    { family: 'K5', kind: 'tambahkan', reason: 'Penetapan khusus, BA 14/2026' },
  ];
  const { lines } = selectProgrammes({
    families: FAMILIES,
    members: MEMBERS,
    programmes: { schema: SCHEMA, programmes: [{ ...SEMBAKO, ceiling: '4800000', decisions }] },
  });
  expect(of(lines, 'sembako')).toEqual({
    K1: 'ya tidak keputusan',
    K2: 'ya ya',
    K3: 'ya tidak pagu',
    K4: 'belum tidak belum:1',
    K5: 'tidak ya keputusan',
  });
});

test('an unknown tier: the family is held when its best tier would bring it in, else it stands in the way of confirming', () => {
  const tiered = (more = {}) => ({
    schema: SCHEMA,
    programmes: [
      { id: 't', benefit: '1', maxCount: 1, tier: ['usaha'], rules: [row('syarat', 'desil <= 5')], ...more },
    ],
  });
  const families = [family('A', { desil: 1, usaha: false }, 1), family('B', { desil: 1 }, 2)];
  const open = selectProgrammes({ families, programmes: tiered() });
  expect(open.lines.map((l) => l.admitted)).toEqual(['ya', 'tidak']);
  expect(reportOf(open.run).programmes[0]).toMatchObject({
    mayConfirm: false,
    unresolved: { first: [{ family: 'B', missing: ['punya usaha'] }] },
  });
  const held = selectProgrammes({ families, programmes: tiered({ hold: { until: '2026-12-01' } }) });
  expect(held.lines.map((l) => l.admitted)).toEqual(['tidak', 'ditahan']);
});

test('test cases kept with a rule: a family in, a verdict out', () => {
  const set = readProgrammes({ schema: SCHEMA, programmes: [UEP, { ...PKH, id: 'pkh' }].reverse() });
  const { rows } = set.programmes[1]!;
  const grown = [{ umur: 30 }];
  const verdict = (desil: number | undefined, receives: 0 | 1 | 3): string =>
    judgeFamily(rows, set.schema, { desil, usaha: true }, grown, () => receives).verdict;
  expect([verdict(4, 0), verdict(1, 0), verdict(4, 3), verdict(4, 1), verdict(undefined, 0)]).toEqual([
    'ya',
    'tidak',
    'tidak',
    'belum',
    'belum',
  ]);
});

test('the example of the file format is read as it stands', () => {
  const example = {
    seed: '9f2c…',
    schema: {
      family: { desil: { type: 'integer', min: 1, max: 10 }, lantai: { type: 'enum', values: ['tanah', 'lain'] } },
      member: { umur: { type: 'integer', unit: 'tahun' }, hamil: { type: 'boolean' } },
    },
    programmes: [
      {
        id: 'sembako',
        benefit: '2400000',
        ceiling: '1000000000',
        maxCount: 5000,
        exclusiveGroup: 'pangan',
        quota: { '36.71': 400, '36.71.01': 100 },
        floor: { '36.71.02': 20 },
        tier: ['ada anggota dengan (umur >= 60)'],
        rules: [{ kind: 'syarat', expr: 'desil <= 4', reason: '…', basis: '…' }],
      },
    ],
  };
  expect(readProgrammes(example).programmes[0]).toMatchObject({ ceiling: 1_000_000_000n, maxCount: 5000 });
});
