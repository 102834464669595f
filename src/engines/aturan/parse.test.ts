import { expect, test } from 'vitest';
import { describeRule } from './describe.ts';
import { parseAmount, parseRule } from './parse.ts';
import { printAmount, printRule } from './print.ts';
import type { Schema } from './schema.ts';
import { SCHEMA } from './testing/arbitraries.ts';

const printed = (text: string): string => {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return printRule(parsed.rule);
};
const complaint = (text: string): string => {
  const parsed = parseRule(text);
  return parsed.ok ? '' : parsed.problems[0]!.message;
};

test('the example of a family programme reads and prints in its canonical spelling', () => {
  const text = `desil <= 4
    dan (ada anggota dengan (hamil) atau jumlah anggota dengan (sekolah termasuk ["sd","smp","sma"]) >= 1)
    dan tidak ada anggota dengan (pekerjaan termasuk ["asn","tni_polri"] dan tidak meninggal)`;
  expect(printed(text)).toBe(
    'desil <= 4 dan (ada anggota dengan (hamil) atau jumlah anggota dengan (sekolah termasuk ["sd", "smp", "sma"]) >= 1) ' +
      'dan tidak ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri"] dan tidak meninggal)',
  );
});

test.each([
  ['DESIL ≤ 4', 'desil <= 4'],
  ['penghasilan < Rp 1.500.000', 'penghasilan < 1500000 rupiah'],
  ['umur >= 60 TAHUN', 'umur >= 60 tahun'],
  ['umur antara 6 dan 12', 'umur >= 6 dan umur <= 12'],
  ['sewa = tidak', 'tidak sewa'],
  ['sewa != tidak', 'sewa'],
  ["lantai = 'tanah'", 'lantai termasuk ["tanah"]'],
  ['lantai != "tanah"', 'tidak lantai termasuk ["tanah"]'],
  ['lantai tidak termasuk ["tanah"]', 'tidak lantai termasuk ["tanah"]'],
  ['desil termasuk [1, 2]', 'desil termasuk [1, 2]'],
  ['desil belum diketahui', 'desil belum diketahui'],
  ['bukan (desil diketahui dan sewa)', 'tidak (desil diketahui dan sewa)'],
  ['(a + b) * 2 > c', '(a + b) * 2 > c'],
  ['((a)) - (b - c) <= -3', 'a - (b - c) <= -3'],
  ['penghasilan <= 500000 * jumlah anggota', 'penghasilan <= 500000 * jumlah anggota'],
  ['total upah anggota dengan (umur < 18) = 0', 'total upah anggota dengan (umur < 18) = 0'],
  ['semua anggota dengan (umur >= 60)', 'semua anggota dengan (umur >= 60)'],
  ['tidak penerima program "pkh"', 'tidak penerima program "pkh"'],
])('%s', (text, wanted) => {
  expect(printed(text)).toBe(wanted);
});

test.each([
  ['', 'masih kosong'],
  ['desil <=', 'nama kolom, tetapi tertulis akhir ungkapan'],
  ['sewa sewa', '"dan", "atau"'],
  ['desil <= 4,5', '"dan", "atau"'],
  ['desil <= 4.5', 'pecahan tidak dipakai'],
  ['desil @ 4', 'Tanda @ tidak dikenal'],
  ['lantai = "tanah', 'belum ditutup'],
  ['3 >', 'nama kolom'],
  ['3 + 4', 'pembanding'],
  ['ada orang', '"anggota"'],
  ['desil <= 99999999999999999999', 'terlalu besar'],
  [`${'('.repeat(40)}desil <= 4${')'.repeat(40)}`, 'bersarang'],
  [`desil <= 4 dan ${'sewa dan '.repeat(600)}sewa`, 'lebih dari 4000 huruf'],
  ['desil <= 4; drop table keluarga', 'Tanda ; tidak dikenal'],
])('a clear sentence for: %s', (text, sentence) => {
  expect(complaint(text)).toContain(sentence);
});

test('amounts alone', () => {
  const parsed = parseAmount('jumlah anggota dengan (hamil) * 2 + 1');
  expect(parsed.ok && printAmount(parsed.amount)).toBe('jumlah anggota dengan (hamil) * 2 + 1');
  expect(parseAmount('jumlah anggota dan').ok).toBe(false);
});

test('a rule reads as an Indonesian phrase', () => {
  const schema: Schema = {
    family: { ...SCHEMA.family, desil: { type: 'integer', min: 1, max: 10, label: 'desil kesejahteraan' } },
    member: SCHEMA.member,
  };
  const phrase = (text: string): string => {
    const parsed = parseRule(text);
    return parsed.ok ? describeRule(parsed.rule, schema) : '';
  };
  expect(phrase('desil <= 4')).toBe('desil kesejahteraan paling banyak 4');
  expect(phrase('penghasilan < 1500000 dan tidak sewa')).toBe('penghasilan kurang dari Rp1.500.000 dan tidak sewa');
  expect(phrase('ada anggota dengan (umur >= 60 dan tidak meninggal)')).toBe(
    'ada anggota yang umurnya paling sedikit 60 tahun dan tidak meninggal',
  );
  expect(phrase('lantai tidak termasuk ["tanah", "bambu"]')).toBe('lantai bukan tanah atau bambu');
});
