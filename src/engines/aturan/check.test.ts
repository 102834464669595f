import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from './check.ts';
import { evaluateRule } from './interpret.ts';
import { parseRule } from './parse.ts';
import { printRule } from './print.ts';
import type { Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import { readRows, type WrittenRow } from './rows.ts';
import { listSchemaProblems, type Schema } from './schema.ts';
import { families, rules, SCHEMA } from './testing/arbitraries.ts';
import { readerOf } from './testing/small-tables.ts';

const problemsOf = (text: string, schema: Schema = SCHEMA): Problem[] => {
  const parsed = parseRule(text);
  return parsed.ok ? checkRule(parsed.rule, schema) : parsed.problems;
};
const row = (expr: string, more: Partial<WrittenRow> = {}): WrittenRow => ({
  kind: 'syarat',
  expr,
  reason: 'alasan',
  basis: 'Perbup 1/2026 ps. 2',
  ...more,
});
const codes = (rows: WrittenRow[]): string[] => readRows(rows, SCHEMA).problems.map((p) => `${p.code} ${p.row}`);

test.each([
  ['desli <= 4', 'unknown_column', 'Mungkin maksud Anda "desil"?'],
  ['umur >= 60', 'unknown_column', 'ada anggota dengan (umur …)'],
  ['ada anggota dengan (desil <= 4)', 'unknown_column', 'milik keluarga'],
  ['constructor = 3', 'unknown_column', 'tidak ada'],
  ['lantai <= 4', 'wrong_type', 'lantai termasuk ["tanah"]'],
  ['desil', 'wrong_type', 'desil <= 4'],
  ['sewa <= 1', 'wrong_type', 'tidak sewa'],
  ['desil termasuk ["tanah"]', 'wrong_type', 'dibutuhkan pilihan'],
  ['lantai termasuk ["tanh"]', 'not_in_list', 'Mungkin maksud Anda "tanah"?'],
  ['luas <= 50 tahun', 'unit_clash', 'satuan m2'],
  ['luas <= penghasilan', 'unit_clash', 'satuan rupiah'],
  ['desil <= 4 tahun', 'unit_clash', 'tanpa satuan'],
  ['luas * luas <= 50', 'unit_clash', 'satuan m2'],
  ['desil <= 10', 'always_true', 'selalu benar'],
  ['desil > 10', 'never_true', 'tidak pernah benar'],
  ['desil < 3 dan desil > 5', 'never_true', 'saling meniadakan'],
  ['sewa atau tidak sewa', 'always_true', 'tidak pernah salah'],
  ['desil <= 3 dan desil belum diketahui', 'never_true', 'saling meniadakan'],
  ['ada anggota dengan (umur > 120)', 'never_true', 'batas kolomnya'],
  ['jumlah anggota dengan (umur >= 0) >= 1', 'always_true', 'selalu benar'],
  ['ada anggota dengan (jumlah anggota >= 2)', 'nested_members', 'tidak boleh'],
  ['tabungan * 9000000 >= 1', 'overflow', 'batas bilangan'],
  ['total upah anggota * 1000000 >= 1', 'overflow', 'batas bilangan'],
])('%s -> %s', (text, code, sentence) => {
  const [first] = problemsOf(text);
  expect([first?.code, first?.message]).toEqual([code, expect.stringContaining(sentence)]);
});

test.each([
  'desil <= 4 dan (sewa atau luas < 40 m2)',
  'penghasilan <= Rp500.000 * jumlah anggota',
  'penghasilan <= 500000 * jumlah anggota',
  'luas <= 8 * jumlah anggota',
  'ada anggota dengan (umur antara 6 dan 12 dan sekolah = "tidak")',
  'desil belum diketahui atau desil <= 4',
  'total upah anggota dengan (umur < 18 tahun) < Rp 1.000.000',
])('nothing to say about: %s', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test('contradictory rows are an error that names them', () => {
  expect(
    codes([row('sewa'), row('desil <= 3'), row('desil >= 5', { poorerReason: { code: 'lainnya', article: 'ps. 4' } })]),
  ).toContain('contradiction 3');
  expect(
    codes([row('ada anggota dengan (umur >= 70)'), row('ada anggota dengan (umur >= 60)', { kind: 'pengecualian' })]),
  ).toEqual(['contradiction 2']);
  expect(
    codes([row('jumlah anggota dengan (hamil) >= 1'), row('ada anggota dengan (hamil)', { kind: 'pengecualian' })]),
  ).toEqual(['contradiction 2']);
  const three = readRows(
    [row('sewa atau desil <= 2'), row('tidak sewa'), row('desil <= 2', { kind: 'pengecualian' })],
    SCHEMA,
  );
  expect(three.problems.find((p) => p.code === 'contradiction')?.message).toContain('Baris 1, 2, 3');
});

test('redundant rows are a warning that names the covering row', () => {
  const { problems } = readRows([row('desil <= 5'), row('desil <= 3'), row('luas < 50')], SCHEMA);
  expect(problems.map((p) => [p.code, p.level, p.row])).toEqual([['redundant', 'warning', 1]]);
  expect(problems[0]!.message).toContain('baris 2');
  expect(codes([row('sewa'), row('sewa')])).toEqual(['redundant 2']);
});

test('a poorer family that loses needs a coded reason with its article', () => {
  expect(codes([row('desil >= 3 dan desil <= 5')])).toEqual(['poorer_loses 1']);
  expect(codes([row('desil termasuk [2, 3]')])).toEqual(['poorer_loses 1']);
  expect(codes([row('desil <= 2', { kind: 'pengecualian' })])).toEqual(['poorer_loses 1']);
  expect(codes([row('desil > 4', { kind: 'pengecualian' }), row('desil termasuk [1, 2]')])).toEqual(['redundant 1']);
  const reasoned = row('desil >= 3', { poorerReason: { code: 'usaha_produktif', article: 'Juknis UEP ps. 7' } });
  expect(codes([reasoned])).toEqual([]);
  expect(codes([{ ...reasoned, poorerReason: { code: 'usaha_produktif', article: ' ' } }])).toEqual(['poorer_loses 1']);
});

test('a row without a reason is pointed out', () => {
  expect(codes([row('sewa', { reason: ' ' })])).toEqual(['no_reason 1']);
});

const reading = (id: string, ...others: string[]) => ({
  id,
  rules: others.map((programme) => ({ kind: 'recipient' as const, programme, at: [0, 0] as const })),
});

test('references between programmes: unknown, itself, a cycle, the wrong order', () => {
  const found = (...list: ReturnType<typeof reading>[]) => checkReferences(list).map((p) => p.code);
  expect(found(reading('a'), reading('b', 'a'))).toEqual([]);
  expect(found(reading('a', 'c'))).toEqual(['unknown_programme']);
  expect(found(reading('a', 'a'))).toEqual(['reads_itself']);
  expect(found(reading('a', 'b'), reading('b'))).toEqual(['order']);
  expect(found(reading('a', 'c'), reading('b', 'a'), reading('c', 'b'))).toEqual(['cycle']);
  expect(checkReferences([reading('a', 'b'), reading('b', 'a')])[0]!.message).toContain('a → b → a');
});

test('a schema with unusable names or bounds is refused in words', () => {
  const bad: Schema = {
    family: {
      dan: { type: 'boolean' },
      constructor: { type: 'boolean' as const },
      'X y': { type: 'boolean' },
      a: { type: 'integer', min: 5, max: 1 },
      b: { type: 'enum', values: [] },
    },
    member: { c: { type: 'enum', values: ['x', 'x'] } },
  };
  expect(listSchemaProblems(bad)).toHaveLength(6);
  expect(listSchemaProblems(SCHEMA)).toEqual([]);
});

test('what is reported as decided is decided on random families', () => {
  let decided = 0;
  fc.assert(
    fc.property(rules(), fc.array(families(), { minLength: 5, maxLength: 20 }), (made, sample) => {
      const parsed = parseRule(printRule(made));
      const rule = parsed.ok ? parsed.rule : made;
      for (const found of checkRule(rule, SCHEMA)) {
        if (found.at !== rule.at || !['always_true', 'never_true'].includes(found.code)) continue;
        const whole = rule.kind !== 'compare' && rule.kind !== 'among' ? found.message.startsWith('Ungkapan') : true;
        if (!whole) continue;
        decided++;
        const truths = sample.map((family) => evaluateRule(rule, readerOf(family)));
        expect(truths.includes(found.code === 'always_true' ? 0 : 3)).toBe(false);
      }
    }),
    { numRuns: 3000 },
  );
  expect(decided).toBeGreaterThan(20);
});
