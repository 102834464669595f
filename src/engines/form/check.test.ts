import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkForm } from './check.ts';
import { type FormDefinition, LONGEST_CHAIN, MOST_ROWS, type SurveyRow, surveyRow } from './definition.ts';
import { caretOf } from './problem.ts';
import { readSheets, type SheetLine } from './read-sheets.ts';
import { writeSheets } from './write-sheets.ts';

const lines = (rows: readonly (readonly string[])[]): SheetLine[] =>
  rows.map((cells, at) => ({ number: at + 1, cells }));
const CHOICES = [
  ['list_name', 'name', 'label::Indonesia'],
  ['yt', 'ya', 'Ya'],
  ['yt', 'tidak', 'Tidak'],
];
const HEAD = ['type', 'name', 'label', 'relevant', 'constraint', 'calculation'];
const problemsOf = (...rows: string[][]) => {
  const read = readSheets({ survey: lines([HEAD, ...rows]), choices: lines(CHOICES) });
  return [...read.problems, ...checkForm(read.definition, read.lines)].filter((problem) => !problem.isNote);
};

test.each([
  ['unknown name', [['text', 'a', 'A', `\${b} > 1`]], 2, 'relevant', 'nama_tidak_dikenal', 'bernama b'],
  [
    'a name that is near',
    [
      ['integer', 'umur', 'U'],
      ['text', 'b', 'B', `\${Umur} > 1`],
    ],
    3,
    'relevant',
    'nama_tidak_dikenal',
    `\${umur}`,
  ],
  [
    'circle',
    [
      ['calculate', 'a', '', '', '', `\${b}`],
      ['calculate', 'b', '', '', '', `\${a}`],
    ],
    2,
    'calculation',
    'melingkar',
    'a → b → a',
  ],
  [
    'a circle through relevance',
    [
      ['text', 'a', 'A', `\${b} = 'x'`],
      ['text', 'b', 'B', `\${a} = 'x'`],
    ],
    2,
    'relevant',
    'melingkar',
    'a → b → a',
  ],
  [
    'a group that waits for its own',
    [['begin group', 'g', '', `\${a} = 'x'`], ['text', 'a', 'A'], ['end group']],
    3,
    'relevant',
    'melingkar',
    'a → a',
  ],
  ['missing list', [['select_one tidakada', 'a', 'A']], 2, 'type', 'daftar_tidak_ada', '"tidakada"'],
  ['list without name', [['select_one', 'a', 'A']], 2, 'type', 'daftar_tidak_ada', 'nama daftar'],
  [
    'duplicate name',
    [
      ['text', 'a', 'A'],
      ['text', 'a', 'A'],
    ],
    3,
    'name',
    'nama_ganda',
    'sudah dipakai',
  ],
  ['bad name', [['text', '1 a', 'A']], 2, 'name', 'nama_salah', 'diawali huruf'],
  ['bad expression', [['text', 'a', 'A', '1 +']], 2, 'relevant', 'ungkapan_salah', 'akhir ungkapan'],
  [
    'text in arithmetic',
    [
      ['text', 'a', 'A'],
      ['calculate', 'b', '', '', '', `\${a} + 1`],
    ],
    3,
    'calculation',
    'jenis_bentrok',
    `\${a} berisi teks`,
  ],
  [
    'a number against a word',
    [['integer', 'a', 'A', '', ". = 'banyak'"]],
    2,
    'constraint',
    'jenis_bentrok',
    '"banyak"',
  ],
  ['a date against a number', [['date', 'a', 'A', '', '. > 5']], 2, 'constraint', 'jenis_bentrok', 'tanggal'],
  [
    'a choice the list does not have',
    [
      ['select_one yt', 'a', 'A'],
      ['text', 'b', 'B', `\${a} = 'yes'`],
    ],
    3,
    'relevant',
    'pilihan_tidak_ada',
    'ya, tidak',
  ],
  [
    'selected() of a text',
    [
      ['text', 'a', 'A'],
      ['text', 'b', 'B', `selected(\${a}, 'x')`],
    ],
    3,
    'relevant',
    'jenis_bentrok',
    'bukan pertanyaan pilihan',
  ],
  [
    'one of many meant as one',
    [['begin repeat', 'r', 'R'], ['integer', 'a', 'A'], ['end repeat'], ['calculate', 'b', '', '', '', `\${a} + 1`]],
    5,
    'calculation',
    'jenis_bentrok',
    'sum',
  ],
  [
    'a block left open',
    [
      ['begin group', 'g', 'G'],
      ['text', 'a', 'A'],
    ],
    2,
    'type',
    'blok_tidak_cocok',
    'belum ditutup',
  ],
  ['a block closed twice', [['text', 'a', 'A'], ['end group']], 3, 'type', 'blok_tidak_cocok', 'pembukanya'],
  [
    'blocks that cross',
    [['begin group', 'g', 'G'], ['text', 'a', 'A'], ['end repeat']],
    4,
    'type',
    'blok_tidak_cocok',
    'jenisnya harus sama',
  ],
  ['no label', [['text', 'a', '']], 2, 'label::Indonesia', 'kosong', 'label'],
  ['unknown type', [['barcode', 'a', 'A']], 2, 'type', 'jenis_tidak_dikenal', 'barcode'],
  ['nothing asked', [['begin group', 'g', 'G'], ['end group']], 2, 'type', 'kosong', 'pertanyaan'],
  [
    'a bare word',
    [
      ['integer', 'a', 'A'],
      ['text', 'b', 'B', 'a > 1'],
    ],
    3,
    'relevant',
    'ungkapan_salah',
    `\${a}`,
  ],
  ['a bad pattern', [['text', 'a', 'A', '', "regex(., '[a')"]], 2, 'constraint', 'jenis_bentrok', 'kurung siku'],
  ['a label that names nobody', [['text', 'a', `Umur \${b}?`]], 2, 'label', 'nama_tidak_dikenal', 'bernama b'],
])('%s is told with its row', (_, rows, row, column, code, sentence) => {
  const found = problemsOf(...(rows as string[][])).find((problem) => problem.code === code);
  expect(found).toMatchObject({ sheet: 'survey', row, column });
  expect(found?.sentence).toContain(sentence);
  expect(found?.sentence).toMatch(/\.$/);
});

test('row numbers are those of the file, the caret that of the expression', () => {
  const read = readSheets({
    survey: lines([[], HEAD, [], ['text', 'a', 'A'], [], ['text', 'b', 'B', `\${a} = 1 plus 2`]]),
  });
  const [problem] = checkForm(read.definition, read.lines);
  expect(problem).toMatchObject({ row: 6, column: 'relevant', code: 'ungkapan_salah' });
  expect(caretOf(problem?.text ?? '', problem?.at ?? [0, 0])).toBe(`\${a} = 1 plus 2\n         ^^^^`);
});

test('choices: codes once a list, without spaces, with words', () => {
  const read = readSheets({
    survey: lines([HEAD, ['select_one yt', 'a', 'A']]),
    choices: lines([...CHOICES, ['yt', 'ya', 'Ya lagi'], ['yt', 'a b', 'X'], ['yt', 'c', '']]),
  });
  expect(checkForm(read.definition, read.lines).map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
    ['choices', 4, 'nama_ganda'],
    ['choices', 5, 'nama_salah'],
    ['choices', 6, 'kosong'],
  ]);
});

test('missing sheets and columns are named, unused ones only noted', () => {
  expect(readSheets({}).problems).toMatchObject([{ code: 'lembar_tidak_ada' }]);
  const read = readSheets({
    survey: lines([['type', 'label::French (fr)', 'media::image'], ['text'], ['start', 'mulai']]),
  });
  expect(read.problems.map(({ code, column, isNote = false }) => [code, column, isNote])).toEqual([
    ['kolom_tidak_ada', 'name', false],
    ['kolom_tidak_ada', 'label::Indonesia', false],
    ['diabaikan', 'label::French (fr)', true],
    ['diabaikan', 'type', true],
  ]);
});

test('limits: rows, and chains that build on one another', () => {
  const form = (survey: SurveyRow[]): FormDefinition => ({
    settings: { formId: 'f', title: '', version: '' },
    survey,
    choices: [],
  });
  const many = Array.from({ length: MOST_ROWS + 1 }, (_, at) => surveyRow({ type: 'text', name: `a${at}` }));
  expect(checkForm(form(many))).toMatchObject([{ code: 'terlalu_besar' }]);
  const chain = Array.from({ length: LONGEST_CHAIN + 2 }, (_, at) =>
    surveyRow({
      type: 'calculate',
      name: `a${at}`,
      calculation: at === LONGEST_CHAIN + 1 ? '1' : `\${a${at + 1}} + 1`,
    }),
  );
  expect(checkForm(form([surveyRow({ type: 'text', name: 't', label: { id: 'T', en: '' } }), ...chain]))).toMatchObject(
    [{ code: 'terlalu_besar' }],
  );
});

const word = fc
  .string({ unit: fc.constantFrom(...'abcXYZ_ 0'), minLength: 1, maxLength: 8 })
  .map((text) => text.trim() || 'x');
const name = word.map((text) => `n_${text.replaceAll(' ', '_')}`);
const words = fc.record({ id: word, en: fc.oneof(fc.constant(''), word) });
const expressionText = fc.constantFrom('', `\${a} > 1`, 'true()', `selected(\${x}, 'b')`, '. >= 0');
const anyRow = fc
  .record({
    type: fc.constantFrom<SurveyRow['type']>(
      'text',
      'integer',
      'select_one',
      'select_multiple',
      'note',
      'begin_group',
      'end_group',
      'begin_repeat',
      'calculate',
      'image',
    ),
    ...{ name, label: words, hint: words, requiredMessage: words, constraintMessage: words },
    ...{ required: expressionText, relevant: expressionText, constraint: expressionText, calculation: expressionText },
    ...{ default: fc.constantFrom('', '3', 'today()'), choiceFilter: fc.constantFrom('', `kec = \${a}`) },
    ...{
      appearance: fc.constantFrom<SurveyRow['appearance']>('', 'numbers', 'minimal'),
      fact: fc.oneof(fc.constant(''), name),
    },
    list: name,
  })
  .map((row): SurveyRow => ({ ...row, list: row.type.startsWith('select') ? row.list : '' }));
const choice = fc.record({
  list: name,
  name,
  label: words,
  more: fc.dictionary(fc.constantFrom('kec', 'kode_bps'), word),
});
const definition = fc.record({
  settings: fc.record({ formId: name, title: word, version: fc.constantFrom('', '3') }),
  survey: fc.array(anyRow, { maxLength: 8 }),
  choices: fc.array(choice, { maxLength: 6 }),
});

test('what is written out is read back as the same form, and checking it never throws', () => {
  fc.assert(
    fc.property(definition, (form) => {
      const sheets = writeSheets(form);
      const read = readSheets({
        survey: lines(sheets.survey),
        choices: lines(sheets.choices),
        settings: lines(sheets.settings),
      });
      expect(read.definition).toEqual(form);
      expect(read.problems).toEqual([]);
      for (const problem of checkForm(form)) expect(problem.sentence).toMatch(/\.$/);
    }),
    { numRuns: 300 },
  );
});

test('any cells at all give a definition and sentences', () => {
  const cell = fc.oneof(
    fc.constantFrom('type', 'name', 'label', 'text', 'select_one yt', 'begin repeat', 'end group', `\${a}`, '..', '-'),
    fc.string({ maxLength: 10 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const read = readSheets({ survey: lines(rows), choices: lines(rows) });
      expect(checkForm(read.definition, read.lines)).toBeInstanceOf(Array);
    }),
    { numRuns: 500 },
  );
});
