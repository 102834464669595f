import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateRule } from '../interpret.ts';
import { parseRule } from '../parse.ts';
import { printRule } from '../print.ts';
import type { WrittenRow } from '../rows.ts';
import { families, rules, SCHEMA } from '../testing/arbitraries.ts';
import { readerOf } from '../testing/small-tables.ts';
import { parseCel, printCel } from './cel.ts';
import { parseDmn, printDmn } from './dmn.ts';
import { parseFeel, printFeel } from './feel.ts';

const ruleOf = (text: string) => {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  return parsed.rule;
};
const cel = (text: string): string => {
  const read = parseCel(text);
  return read.ok ? printRule(read.rule) : read.message;
};

test('CEL and FEEL carry a rule there and back with the same meaning', () => {
  let carried = 0;
  fc.assert(
    fc.property(rules(SCHEMA), fc.array(families(), { minLength: 3, maxLength: 8 }), (rule, sample) => {
      const meaning = (r: typeof rule) => sample.map((family) => evaluateRule(r, readerOf(family)));
      const inCel = printCel(rule);
      if (inCel.ok) {
        const back = parseCel(inCel.text);
        expect(back.ok ? meaning(back.rule) : back.message, inCel.text).toEqual(meaning(rule));
        carried++;
      } else expect(inCel.message).toContain('total');
      const back = parseFeel(printFeel(rule));
      expect(back.ok ? meaning(back.rule) : back.message, printFeel(rule)).toEqual(meaning(rule));
    }),
    { numRuns: 800 },
  );
  expect(carried).toBeGreaterThan(400);
});

test('the text other programs read', () => {
  const rule = ruleOf(
    'desil <= 4 dan (ada anggota dengan (hamil) atau jumlah anggota dengan (umur >= 60) >= 1) dan tidak penerima program "pkh"',
  );
  expect(printCel(rule)).toEqual({
    ok: true,
    text: '(keluarga.desil <= 4 && (anggota.exists(a, a.hamil) || anggota.filter(a, a.umur >= 60).size() >= 1) && !("pkh" in penerima))',
  });
  expect(printFeel(rule)).toBe(
    '(keluarga.desil <= 4 and ((some a in anggota satisfies a.hamil) or count(anggota[item.umur >= 60]) >= 1) and not(list contains(penerima, "pkh")))',
  );
});

test.each([
  ['me.desil <= 4 && members.exists(m, m.umur >= 60)', 'desil <= 4 dan ada anggota dengan (umur >= 60)'],
  ['!has(desil) || sewa == false', 'desil belum diketahui atau tidak sewa'],
  ['size(members.filter(m, m.hamil)) > 0', 'jumlah anggota dengan (hamil) > 0'],
  ['size(members) >= 4', 'jumlah anggota >= 4'],
  ["lantai == 'tanah' || lantai in ['bambu']", 'lantai termasuk ["tanah"] atau lantai termasuk ["bambu"]'],
  ['desil != null', 'desil diketahui'],
  ['luas < 1.5', 'Pecahan tidak dipakai; tulis bilangan bulat.'],
  ['today() > 3', '")" tidak diharapkan di sini.'],
  ['matches(x) && y', 'Fungsi "matches" tidak termasuk bagian bersama CEL dan aturan.'],
  ['members.map(m, m.umur)', '"map" tidak dikenal; yang ada: exists, all, filter, size.'],
  ['members.exists(m, desil <= 4)', '"desil" bukan kolom anggota; tulis m.kolom.'],
  ['a ? b : c', 'Tanda "?" tidak dikenal pada huruf ke-2.'],
  [`${'!('.repeat(50)}a${')'.repeat(50)}`, 'Ungkapan bersarang lebih dari 40 tingkat.'],
])('CEL from elsewhere: %s', (text, wanted) => {
  expect(cel(text)).toBe(wanted);
});

const ROWS: WrittenRow[] = [
  {
    kind: 'syarat',
    expr: 'desil >= 3',
    reason: 'Sasaran < "menengah" & produktif',
    basis: 'Perbup 7/2026',
    poorerReason: { code: 'usaha_produktif', article: 'ps. 7' },
  },
  { kind: 'pengecualian', expr: 'ada anggota dengan (upah > 5000000)', reason: 'mampu', basis: '' },
  { kind: 'prioritas', expr: 'total upah anggota = 0', reason: 'tanpa upah', basis: 'ps. 9' },
];

test('a list of rows travels as DMN and comes back whole', () => {
  const xml = printDmn('UEP <2026>', ROWS);
  expect(xml).toContain('<text>baris_1 and not(baris_2)</text>');
  expect(parseDmn(xml)).toEqual({ rows: ROWS, problems: [] });
});

test('DMN edited elsewhere: prefixes, no own elements, an exception known from the joining decision', () => {
  const xml = `<dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20180521/MODEL/">
    <dmn:decision id="a" name="a"><dmn:literalExpression><dmn:text>keluarga.desil &lt;= 4</dmn:text></dmn:literalExpression></dmn:decision>
    <dmn:decision id="b" name="b"><dmn:literalExpression><dmn:text>some m in anggota satisfies m.umur &gt; 100</dmn:text></dmn:literalExpression></dmn:decision>
    <dmn:decision id="c" name="c"><dmn:decisionTable/></dmn:decision>
    <dmn:decision id="d" name="d"><dmn:informationRequirement><dmn:requiredDecision href="#a"/></dmn:informationRequirement>
      <dmn:literalExpression><dmn:text>a and not(b)</dmn:text></dmn:literalExpression></dmn:decision></dmn:definitions>`;
  const { rows, problems } = parseDmn(xml);
  expect(rows.map((r) => [r.kind, r.expr])).toEqual([
    ['syarat', 'desil <= 4'],
    ['pengecualian', 'ada anggota dengan (umur > 100)'],
  ]);
  expect(problems).toEqual(['Keputusan "c": hanya literalExpression dengan FEEL yang dapat dibaca.']);
  expect(parseDmn('<a/>').problems[0]).toContain('Bukan berkas DMN');
  expect(parseDmn('bukan xml').problems).toHaveLength(1);
});
