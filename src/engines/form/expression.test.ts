import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, type Surroundings } from './evaluate.ts';
import { MOST_CHARACTERS, parseExpression } from './parse.ts';
import { matches, readPattern } from './pattern.ts';
import { caretOf } from './problem.ts';
import { toText, type Value } from './values.ts';

const ANSWERS: Readonly<Record<string, Value>> = {
  umur: '17',
  nama: 'Sarinem',
  kosong: '',
  penyakit: 'asma jantung',
  lahir: '1954-08-07',
  upah: ['100000', '', '250000'],
};
const around: Surroundings = {
  today: '2026-11-25',
  self: '12',
  position: 3,
  question: (name) => ANSWERS[name] ?? '',
  column: (name) => (name === 'kecamatan' ? 'timur' : ''),
};
const say = (text: string): string => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.sentence}\n${caretOf(text, parsed.at)}`);
  return toText(evaluate(parsed.expression, around));
};
const complaint = (text: string): string => {
  const parsed = parseExpression(text);
  return parsed.ok ? '' : `${parsed.sentence}|${text.slice(...parsed.at)}`;
};

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['7 div 2', '3.5'],
  ['7 mod 4', '3'],
  ['10 - 3 - 2', '5'],
  ['-(2) - -3', '1'],
  ['1 div 0', ''],
  [`\${umur} + 1`, '18'],
  [`\${kosong} + 1`, ''],
  [`\${umur} >= 17`, 'true'],
  [`\${umur} = 17.0`, 'true'],
  [`\${kosong} < 5`, 'false'],
  [`\${kosong} != 5`, 'true'],
  [`\${nama} = 'Sarinem' and not(\${umur} > 60)`, 'true'],
  [`\${nama} = 'x' or \${umur} < 18 and false()`, 'false'],
  ['. > 10 and . <= 12', 'true'],
  [`selected(\${penyakit}, 'asma')`, 'true'],
  [`selected(\${penyakit}, 'asm')`, 'false'],
  [`count-selected(\${penyakit})`, '2'],
  [`if(\${umur} < 18, 'anak', 'dewasa')`, 'anak'],
  [`coalesce(\${kosong}, \${nama}, 'x')`, 'Sarinem'],
  [`string-length(\${nama})`, '7'],
  [`regex(\${nama}, '[A-Z][a-z]+')`, 'true'],
  [`regex(\${nama}, '[A-Z]')`, 'false'],
  ['today()', '2026-11-25'],
  ["today() > '2026-11-24'", 'true'],
  [`\${lahir} <= today()`, 'true'],
  [`int((today() - \${lahir}) div 365.25)`, '72'],
  ['date(today() + 7)', '2026-12-02'],
  ["once('9')", '12'],
  ['position(..)', '3'],
  [`sum(\${upah})`, '350000'],
  [`count(\${upah})`, '3'],
  [`count-non-empty(\${upah})`, '2'],
  [`max(\${upah})`, '250000'],
  ['min(4, 2, 8)', '2'],
  ['round(2.345, 2)', '2.35'],
  [`concat(\${nama}, ' ', \${umur})`, 'Sarinem 17'],
  ["kecamatan = 'timur'", 'true'],
  [`starts-with(\${nama}, 'Sa') and contains(\${nama}, 'ine')`, 'true'],
  [`substr(\${nama}, 0, 3)`, 'Sar'],
  ['“a” = ‘a’', 'true'],
])('%s', (text, wanted) => {
  expect(say(text)).toBe(wanted);
});

test.each([
  ['', 'akhir ungkapan'],
  ['1 +', 'akhir ungkapan'],
  [`\${umur`, 'kurung kurawal'],
  [`\${a b} = 1`, 'kurung kurawal'],
  ["'a = 1", 'kutip ini belum ditutup'],
  ['umurnya(1)', 'Fungsi umurnya() tidak dikenal'],
  ['if(1, 2)', 'memerlukan 3 isian, tertulis 2'],
  ['1 2', '"and", "or"'],
  ['(1', 'tanda )'],
  ['1 ; drop', 'Tanda ; tidak dikenal'],
  ['constructor(1)', 'tidak dikenal'],
  ['('.repeat(60), 'bersarang'],
  ['-'.repeat(60), 'bersarang'],
  ['1 +'.repeat(MOST_CHARACTERS), 'lebih dari'],
])('a clear sentence (%#)', (text, sentence) => {
  expect(complaint(text)).toContain(sentence);
});

test('the caret stands under what is meant, also in a long expression', () => {
  expect(caretOf(`\${umur} > abc(1)`, [10, 13])).toBe(`\${umur} > abc(1)\n          ^^^`);
  const long = `${'1 + '.repeat(40)}x(1)`;
  const [shown = '', carets = ''] = caretOf(long, [160, 161]).split('\n');
  expect(shown[carets.indexOf('^')]).toBe('x');
});

test('any text at all is read or refused, and what is read is evaluated, without throwing', () => {
  const pieces = fc.constantFrom(
    ...[
      `\${umur}`,
      `\${upah}`,
      `\${x}`,
      '.',
      '..',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      ' div ',
      ' mod ',
      '=',
      '!=',
      '<',
      '>=',
    ],
    ...[
      ' and ',
      ' or ',
      'not(',
      'if(',
      'sum(',
      'selected(',
      'regex(',
      'today()',
      'round(',
      "'a'",
      '"[a-"',
      '12',
      '0.5',
      ' ',
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 25 }).map((all) => all.join('')),
        fc.string({ maxLength: 60 }),
      ),
      (text) => {
        const parsed = parseExpression(text);
        if (parsed.ok) expect(typeof toText(evaluate(parsed.expression, around))).toBe('string');
        else expect(parsed.at[0]).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 1500 },
  );
});

test('patterns agree with the platform’s own where both understand them', () => {
  const atom = fc.constantFrom('a', 'b', '\\d', '\\w', '[a-c]', '[^a]', '.', '(a|b1)', '(?:ab)', '\\.');
  const count = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}');
  const pattern = fc
    .array(fc.tuple(atom, count), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([a, n]) => a + n).join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', '_'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (written, subject) => {
      const read = readPattern(`^${written}$`);
      expect(read.ok).toBe(true);
      if (read.ok) expect(matches(read.pattern, subject)).toBe(new RegExp(`^(?:${written})$`, 'u').test(subject));
    }),
    { numRuns: 1000 },
  );
});

test('a pattern that ties a backtracking matcher up is answered, and one too large is refused', () => {
  const read = readPattern('(a+)+b');
  expect(read.ok && matches(read.pattern, 'a'.repeat(3000))).toBe(false);
  expect(readPattern('((a{100}){100}){100}')).toMatchObject({ ok: false });
  expect(readPattern('[a')).toMatchObject({ ok: false });
  expect(readPattern('(a')).toMatchObject({ ok: false });
});
