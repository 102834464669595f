import { expect, test } from 'vitest';
import type { Column } from '#engines/aturan/index.ts';
import { hashRun } from './canonical.ts';
import { ticketOf } from './order.ts';
import { InputProblem } from './programme.ts';
import { programmeSeed } from './read-programme-parts.ts';
import { readProgrammes } from './read-programmes.ts';
import { reportOf } from './report.ts';
import { runProgrammes } from './run.ts';
import { selectProgrammes } from './select-programmes.ts';
import { assemble, buildSnapshot } from './snapshot.ts';
import { oneProgramme, SCHEMA } from './testing/small-registers.ts';

const problemsOf = (programmes: unknown): string => {
  try {
    readProgrammes(programmes);
    return '';
  } catch (error) {
    if (error instanceof InputProblem) return error.problems.join('\n');
    throw error;
  }
};
const row = (expr: string, kind = 'syarat') => ({ kind, expr, reason: 'uji', basis: 'uji' });
const family = (id: string, score: number | undefined, layak: boolean | undefined = true) => ({
  id,
  area: '99.01.01',
  score,
  values: { layak },
});
const THREE = [family('A', 3), family('B', 1), family('C', 2)];
const admitted = (more: Record<string, unknown>) =>
  selectProgrammes({ families: THREE, programmes: oneProgramme(more) }).lines.flatMap((l) =>
    l.admitted === 'ya' ? [l.family] : [],
  );

test.each([
  [null, 'programmes.json: harus berupa objek'],
  [{ schema: SCHEMA }, 'belum ada program'],
  [{ schema: { family: { id: { type: 'boolean' } } }, programmes: [] }, 'sudah dipakai'],
  [{ schema: SCHEMA, programmes: [{}] }, 'programmes[1].id: belum diisi'],
  [oneProgramme({ celing: '1' }), 'kunci "celing" tidak dikenal'],
  [oneProgramme({ ceiling: 100 }), 'rupiah penuh berupa teks angka'],
  [oneProgramme({ ceiling: '-5' }), 'rupiah penuh berupa teks angka'],
  [oneProgramme({ benefit: '1.5' }), 'rupiah penuh berupa teks angka'],
  [oneProgramme({ maxCount: 2.5 }), 'bilangan bulat nol atau lebih'],
  [oneProgramme({ quota: { '99..01': 3 } }), 'bukan kode wilayah'],
  [oneProgramme({ quota: { '99.01': 1 }, floor: { '99.01': 2 } }), 'floor 2 di wilayah 99.01 melebihi quota 1'],
  [oneProgramme({ rules: [row('layakk')] }), 'Mungkin maksud Anda "layak"?'],
  [oneProgramme({ rules: [row('layak'), row('layak', 'pengecualian')] }), 'Baris 1 dan baris 2 saling bertentangan'],
  [oneProgramme({ rules: [row('penerima program "p"')] }), 'tidak boleh membaca hasilnya sendiri'],
  [oneProgramme({ lottery: { article: ' ' }, seed: 'x' }), 'pasal juknis yang membolehkan undian'],
  [oneProgramme({ lottery: { article: 'ps. 9' } }), 'undian butuh "seed"'],
  [oneProgramme({ hold: {} }), 'sampai suatu tanggal'],
  [oneProgramme({ hold: { until: '2026-02-31x' } }), 'TTTT-BB-HH'],
  [oneProgramme({ tieOrder: [{ column: 'layak' }] }), 'bukan kolom bilangan'],
  [oneProgramme({ decisions: [{ family: 'A', kind: 'keluarkan' }] }), 'reason: belum diisi'],
  [{ ...(oneProgramme() as object), arah: 'naik' }, 'rendah, tinggi'],
])('programmes that cannot be used: %j', (programmes, sentence) => {
  expect(problemsOf(programmes)).toContain(sentence);
});

test('an empty register gives an empty list, not an error', () => {
  const { run, lines } = selectProgrammes({ families: [], programmes: oneProgramme({ ceiling: '100' }) });
  expect(lines).toEqual([]);
  expect(reportOf(run).programmes[0]).toMatchObject({ admitted: 0, unspent: '100', mayConfirm: true });
});

test('zero quota: nobody enters, everyone reads which quota', () => {
  const { lines } = selectProgrammes({ families: THREE, programmes: oneProgramme({ quota: { '99.01': 0 } }) });
  expect(lines.map((l) => `${l.admitted} ${l.binding}`)).toEqual(Array(3).fill('tidak kuota:99.01'));
});

test('a ceiling below one benefit: nobody enters, a warning says so', () => {
  const { lines, warnings } = selectProgrammes({ families: THREE, programmes: oneProgramme({ ceiling: '9' }) });
  expect(lines.map((l) => l.reserve)).toEqual([3, 1, 2]);
  expect(warnings[0]).toContain('lebih kecil dari satu bantuan');
});

test('a quota for an area without families, and a floor that cannot be filled, are said', () => {
  const { run } = selectProgrammes({
    families: THREE,
    programmes: oneProgramme({ quota: { '99.07': 3 }, floor: { '99.01': 5 } }),
  });
  expect(reportOf(run).programmes[0]!.warnings.join('\n')).toMatch(
    /wilayah 99\.07[\s\S]*Jaminan 5 keluarga di wilayah 99\.01 hanya terisi 3/,
  );
});

test('a register without a single score is told', () => {
  const families = ['A', 'B'].map((id) => family(id, undefined));
  const { run } = selectProgrammes({ families, programmes: oneProgramme() });
  const report = reportOf(run).programmes[0]!;
  expect([report.admitted, report.unresolved.families, report.mayConfirm]).toEqual([0, 2, false]);
  expect(report.warnings.join()).toContain('Skor semua keluarga belum diketahui');
});

test('rows that do not fit are refused', () => {
  const schema = readProgrammes(oneProgramme()).schema;
  expect(() => buildSnapshot(schema, [THREE[0]!, THREE[0]!])).toThrow('added twice');
  expect(() => buildSnapshot(schema, [{ ...THREE[0]!, score: '1,5' }])).toThrow('not a number');
  expect(() => buildSnapshot(schema, [{ ...THREE[0]!, values: { bulan_menunggu: 99 } }])).toThrow('does not fit');
  expect(() => buildSnapshot(schema, THREE, [{ family: 'X', values: {} }])).toThrow('unknown family');
});

test('decimal scores keep their order exactly; the direction may be turned', () => {
  const families = [
    family('A', undefined),
    { ...family('B', 0), score: '0.30' },
    { ...family('C', 0), score: '0.3' },
    { ...family('D', 0), score: '0.299999' },
  ];
  const order = (arah: string) => {
    const programmes = { ...(oneProgramme({ tier: [], hold: { until: '2026-12-01' } }) as object), arah };
    return [...selectProgrammes({ families, programmes }).lines]
      .sort((a, b) => a.rank! - b.rank!)
      .map((l) => `${l.family} ${l.score}`);
  };
  expect(order('rendah')).toEqual(['A undefined', 'D 0.299999', 'B 0.300000', 'C 0.300000']);
  expect(order('tinggi')).toEqual(['A undefined', 'B 0.300000', 'C 0.300000', 'D 0.299999']);
});

test('ties: the declared order, else a warning at the cut; the lottery only with its article, recomputable', () => {
  const equal = ['A', 'B', 'C', 'D'].map((id) => family(id, 1));
  const run = (more: object, top = {}) =>
    selectProgrammes({
      families: equal,
      programmes: { ...(oneProgramme({ maxCount: 2, ...more }) as object), ...top },
    });
  const plain = run({}, { seed: '9f2c' });
  expect(plain.warnings.join()).toContain('undian mati');
  expect(reportOf(plain.run).programmes[0]!.warnings.join()).toContain('membelah 4 keluarga');
  const full = run({ maxCount: 4, quota: { '99.01': 1 } });
  expect(reportOf(full.run).programmes[0]!.warnings.join()).toContain('membelah 4 keluarga');
  expect(reportOf(run({ maxCount: 4 }).run).programmes[0]!.warnings).toEqual([]);
  const drawn = run({ lottery: { article: 'Juknis ps. 9' }, tieOrder: [], period: '2026' }, { seed: '9f2c' });
  const seed = programmeSeed('9f2c', 'p', '2026');
  const byTicket = equal.map((f) => [ticketOf(seed, f.id), f.id] as const).sort();
  expect([...drawn.lines].sort((a, b) => a.rank! - b.rank!).map((l) => [l.ticket, l.family])).toEqual(byTicket);
  expect(reportOf(drawn.run).programmes[0]!.warnings).toEqual([]);
});

test('a million ties are decided by id, told, and the same twice', () => {
  const count = 1_000_000;
  const ids = { length: count, at: (i: number) => String(i).padStart(7, '0') };
  const list = new Proxy([] as string[], { get: (_, key) => (key === 'length' ? count : ids.at(Number(key))) });
  const { tables } = buildSnapshot(readProgrammes(oneProgramme()).schema, [family('x', 1)]);
  const wide = (name: string, value: number): Column => ({
    spec: tables.family.columns.get(name)!.spec,
    cells: new Uint8Array(count).fill(value),
  });
  const months: Column = { spec: tables.family.columns.get('bulan_menunggu')!.spec, cells: new Int8Array(count) };
  const snapshot = assemble({
    schema: readProgrammes(oneProgramme()).schema,
    ids: list,
    areas: ['99.01.01'],
    area: new Int32Array(count),
    score: new Float64Array(count).fill(5),
    scoreDecimals: 0,
    family: {
      rows: count,
      columns: new Map([
        ['layak', wide('layak', 3)],
        ['utama', wide('utama', 0)],
        ['bulan_menunggu', months],
      ]),
    },
    member: { rows: 0, columns: new Map() },
    memberFamily: new Int32Array(0),
    memberStart: new Int32Array(count + 1),
  });
  const set = readProgrammes(oneProgramme({ ceiling: '5000000' }));
  const run = runProgrammes(snapshot, set);
  const report = reportOf(run).programmes[0]!;
  expect([report.admitted, report.reserve, report.cut?.family]).toEqual([500_000, 500_000, '0499999']);
  expect(report.warnings.join()).toContain('membelah 1000000 keluarga');
  expect(hashRun(runProgrammes({ ...snapshot, memory: new Map() }, set))).toBe(hashRun(run));
});

test('an unchanged programme is not computed again; a changed one and those below it are', () => {
  const programmes = (ceiling: string) => ({
    schema: SCHEMA,
    programmes: ['a', 'b', 'c'].map((id) => ({
      id,
      benefit: '10',
      ceiling: id === 'a' ? ceiling : '100',
      rules: [row('layak')],
      ...(id === 'c' ? {} : { exclusiveGroup: 'g' }),
    })),
  });
  const first = selectProgrammes({ families: THREE, programmes: programmes('10') }).run;
  const second = runProgrammes(first.snapshot, readProgrammes(programmes('20')), first);
  expect(second.results.map((r, i) => r === first.results[i])).toEqual([false, false, true]);
  const fresh = runProgrammes(buildSnapshot(first.snapshot.schema, THREE), readProgrammes(programmes('20')));
  expect(hashRun(second)).toBe(hashRun(fresh));
  expect(admitted({ ceiling: '20' })).toEqual(['B', 'C']);
});
