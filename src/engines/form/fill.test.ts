import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { checkForm } from './check.ts';
import { type FormDefinition, MOST_INSTANCES, type SurveyRow, surveyRow } from './definition.ts';
import { listFacts } from './facts.ts';
import { fillForm, startAnswers } from './fill.ts';
import { openForm } from './outline.ts';

const TODAY = '2026-11-25';
const yesNo = ['ya', 'tidak', 'tidak_tahu', 'menolak'].map((name) => ({
  list: 'yatidak',
  name,
  label: { id: name, en: '' },
  more: {},
}));
const row = (type: SurveyRow['type'], name: string, more: Partial<SurveyRow> = {}): SurveyRow =>
  surveyRow({ type, name, label: { id: `Tanya ${name}`, en: '' }, ...more });
const formOf = (survey: SurveyRow[], choices: FormDefinition['choices'] = yesNo) => {
  const definition = { settings: { formId: 'uji', title: 'Uji', version: '' }, survey, choices };
  expect(checkForm(definition)).toEqual([]);
  return openForm(definition);
};
const seen = (form: ReturnType<typeof openForm>, answers: Answers) =>
  fillForm(form, answers, TODAY)
    .items.filter((item) => item.isVisible)
    .map((item) => item.path);

const HOUSE = formOf([
  row('select_one', 'listrik', { list: 'yatidak', required: 'true()', fact: 'punya_listrik' }),
  row('integer', 'daya', {
    relevant: `\${listrik} = 'ya'`,
    required: `\${listrik} = 'ya'`,
    constraint: '. >= 450',
    fact: 'daya_listrik',
  }),
  row('begin_repeat', 'anggota'),
  row('text', 'nama', { required: 'true()' }),
  row('integer', 'umur', {
    constraint: '. >= 0 and . <= 120',
    constraintMessage: { id: 'Umur 0 sampai 120.', en: '' },
  }),
  row('select_one', 'sekolah', { list: 'yatidak', relevant: `\${umur} >= 7 and \${umur} <= 18` }),
  row('calculate', 'urutan', { calculation: 'position(..)', label: { id: '', en: '' } }),
  row('end_repeat', ''),
  row('calculate', 'jumlah', { calculation: `count(\${anggota})`, fact: 'jumlah_anggota' }),
  row('calculate', 'anak', { calculation: `count-non-empty(\${sekolah})` }),
  row('note', 'catatan', { label: { id: `Ada \${jumlah} orang.`, en: '' }, relevant: `\${jumlah} > 1` }),
]);

test('visible, required, calculated, faults: as the answers have it', () => {
  expect(seen(HOUSE, {})).toEqual(['listrik', 'anggota', 'jumlah', 'anak']);
  const answers = {
    listrik: 'ya',
    daya: '200',
    anggota: [{ nama: 'Ani', umur: '12' }, { umur: '130' }],
  };
  const filled = fillForm(HOUSE, answers, TODAY);
  expect(filled.values).toMatchObject({ jumlah: '2', anggota: [{ urutan: '1' }, { urutan: '2', umur: '130' }] });
  expect(filled.faults.map((fault) => [fault.path, fault.sentence.id])).toEqual([
    ['daya', 'Jawaban ini tidak masuk akal; periksa lagi.'],
    ['anggota/1/nama', 'Wajib diisi.'],
    ['anggota/1/umur', 'Umur 0 sampai 120.'],
  ]);
  expect(filled.items.find((item) => item.path === 'catatan')?.label.id).toBe('Ada 2 orang.');
  expect(seen(HOUSE, answers)).toContain('anggota/0/sekolah');
  expect(seen(HOUSE, answers)).not.toContain('anggota/1/sekolah');
});

test('an answer that is no longer visible is not kept and gives no fact', () => {
  const filled = fillForm(HOUSE, { listrik: 'tidak', daya: '900' }, TODAY);
  expect(filled.values).toEqual({ listrik: 'tidak', jumlah: '0', anak: '0' });
  expect(listFacts(HOUSE, filled)).toEqual({
    punya_listrik: { known: true, value: false },
    jumlah_anggota: { known: true, value: 0 },
  });
  const unsure = fillForm(HOUSE, { listrik: 'tidak_tahu' }, TODAY);
  expect(listFacts(HOUSE, unsure)).toMatchObject({ punya_listrik: { known: false, why: 'tidak_tahu' } });
});

test.each([
  [{ listrik: 'mungkin' }, 'listrik', 'Pilih dari daftar.'],
  [{ listrik: 'ya', daya: 'empat' }, 'daya', 'Isi bilangan bulat.'],
  [{ listrik: 'ya', daya: '900', lain: 'x' }, 'lain', 'tidak punya pertanyaan'],
  [{ listrik: [{ a: 'x' }] as Answers[] }, 'listrik', 'tidak punya pertanyaan'],
  [{ nama: 'di luar ulangan' }, 'nama', 'tidak punya pertanyaan'],
  [{ anggota: Array.from({ length: MOST_INSTANCES + 1 }, () => ({ nama: 'A' })) }, 'anggota', 'Paling banyak'],
])('answers that do not fit: %j', (answers, path, sentence) => {
  const faults = fillForm(HOUSE, answers as Answers, TODAY).faults;
  expect(faults.some((fault) => fault.path === path && fault.sentence.id.includes(sentence))).toBe(true);
});

test('groups hide what is inside, filters narrow lists, defaults start a form', () => {
  const places = ['barat', 'timur'].map((kec, at) => ({
    list: 'desa',
    name: `d${at}`,
    label: { id: kec, en: '' },
    more: { kec },
  }));
  const form = formOf(
    [
      row('text', 'kec', { default: 'timur' }),
      row('date', 'hari', { default: 'today()' }),
      row('begin_group', 'rumah', { relevant: `\${kec} != ''` }),
      row('select_one', 'desa', { list: 'desa', choiceFilter: `kec = \${kec}` }),
      row('end_group', ''),
    ],
    places,
  );
  expect(startAnswers(form, TODAY)).toEqual({ kec: 'timur', hari: TODAY });
  const filled = fillForm(form, { kec: 'timur', desa: 'd0' }, TODAY);
  expect(filled.items.find((item) => item.path === 'desa')).toMatchObject({
    choices: [{ name: 'd1' }],
    fault: { id: 'Pilih dari daftar.' },
  });
  expect(seen(form, {})).toEqual(['kec', 'hari']);
});

test('nested repeats are counted from outside, and seen from inside', () => {
  const form = formOf([
    row('begin_repeat', 'rumah'),
    row('text', 'warna'),
    row('begin_repeat', 'orang'),
    row('integer', 'upah'),
    row('calculate', 'sama', { calculation: `concat(\${warna}, '-', position(..))` }),
    row('end_repeat', ''),
    row('calculate', 'upah_rumah', { calculation: `sum(\${upah})` }),
    row('end_repeat', ''),
    row('calculate', 'semua', { calculation: `sum(\${upah})` }),
    row('calculate', 'banyak', { calculation: `count(\${orang})` }),
  ]);
  const filled = fillForm(
    form,
    { rumah: [{ warna: 'biru', orang: [{ upah: '5' }, { upah: '6' }] }, { orang: [{ upah: '7' }, {}] }] },
    TODAY,
  );
  expect(filled.values).toMatchObject({
    semua: '18',
    banyak: '4',
    rumah: [{ upah_rumah: '11', orang: [{}, { sama: 'biru-2' }] }, { upah_rumah: '7' }],
  });
});

test('filling is total, and filling with what was kept changes nothing', () => {
  const names = ['a', 'b', 'c'] as const;
  const text = fc.constantFrom(
    '',
    `\${a} > 3`,
    `\${b} = 'ya'`,
    `\${a} + count(\${r})`,
    `sum(\${c})`,
    'once(7)',
    '. > 2',
    `\${a} > `,
    `\${b} + \${b}`,
  );
  const one = fc
    .tuple(
      fc.constantFrom<SurveyRow['type']>('integer', 'text', 'select_one', 'calculate', 'date'),
      fc.array(text, { minLength: 4, maxLength: 4 }),
    )
    .map(([type, [relevant = '', calculation = '', required = '', constraint = '']]) => ({
      type,
      relevant,
      calculation,
      required,
      constraint,
    }));
  const answer = fc.constantFrom('', 'ya', '3', '4', '2026-01-02', 'x');
  fc.assert(
    fc.property(
      fc.tuple(one, one, one),
      fc.tuple(answer, answer),
      fc.array(answer, { maxLength: 3 }),
      ([x, y, z], [a, b], c) => {
        const list = (r: { type: string }) => (r.type === 'select_one' ? 'yatidak' : '');
        const form = openForm({
          settings: { formId: 'f', title: '', version: '' },
          survey: [
            surveyRow({ ...x, name: names[0], list: list(x) }),
            surveyRow({ ...y, name: names[1], list: list(y) }),
            surveyRow({ type: 'begin_repeat', name: 'r' }),
            surveyRow({ ...z, name: names[2], list: list(z) }),
            surveyRow({ type: 'end_repeat', name: '' }),
          ],
          choices: yesNo,
        });
        const filled = fillForm(form, { a, b, r: c.map((value) => ({ c: value })) }, TODAY);
        for (const item of filled.items) if (!item.isVisible) expect(item.value).toBe('');
        expect(filled.items.length).toBe(3 + c.length);
      },
    ),
    { numRuns: 600 },
  );
  const again = fillForm(
    HOUSE,
    { listrik: 'ya', daya: '0900', anggota: [{ nama: ' Ani ', umur: '9', sekolah: 'ya' }] },
    TODAY,
  );
  const without = ({ jumlah: _j, anak: _a, anggota, ...rest }: Answers): Answers => ({
    ...rest,
    anggota: (anggota as Answers[]).map(({ urutan: _u, ...inner }) => inner),
  });
  expect(fillForm(HOUSE, without(again.values), TODAY).values).toEqual(again.values);
  expect(again.values).toMatchObject({ daya: '900', anggota: [{ nama: 'Ani' }] });
});
