import { expect, test } from 'vitest';
import { checkForm, fillForm, listFacts, openForm, readSheets, writeSheets } from '#engines/form/index.ts';
import { NINE_CRITERIA, NINE_CRITERIA_FIELDS } from '#modules/registry/index.ts';
import { LONG_FORM } from './long-form.ts';
import { checkFacts, definitionOf, hashOf, outcomeOf, runCase, storedFormOf } from './stored-form.ts';

const TODAY = '2026-07-15';
const SHORT = definitionOf(NINE_CRITERIA);

test.each([
  ['the nine criteria', SHORT],
  ['the long form', LONG_FORM],
])('%s: nothing is wrong in it, and it goes out and comes back the same', (_, form) => {
  expect(checkForm(form)).toEqual([]);
  expect(checkFacts(form, [], NINE_CRITERIA_FIELDS)).toEqual([]);
  const lines = (rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ number: at + 1, cells }));
  const { survey, choices, settings } = writeSheets(form);
  const read = readSheets({ survey: lines(survey), choices: lines(choices), settings: lines(settings) });
  expect(read.definition).toEqual(form);
});

test('the nine criteria give the nine facts, and what is not known stays unknown', () => {
  const form = openForm(SHORT);
  expect(fillForm(form, {}, TODAY).faults).toHaveLength(9);
  const answers = Object.fromEntries(NINE_CRITERIA_FIELDS.map((field) => [field, 'tidak']));
  const filled = fillForm(form, { ...answers, dinding_sederhana: 'menolak', lantai_tanah_plester: 'ya' }, TODAY);
  expect(filled.faults).toEqual([]);
  expect(listFacts(form, filled)).toMatchObject({
    dinding_sederhana: { known: false, why: 'menolak' },
    lantai_tanah_plester: { known: true, value: true },
    listrik_450_atau_tanpa: { known: true, value: false },
  });
});

test('the long form asks a member who died nothing further, and counts ages', () => {
  const { items, values } = fillForm(
    openForm(LONG_FORM),
    {
      anggota: [
        { r402: 'Ani', r404: '2' },
        { r402: 'Budi', r404: '1', r406: '2010-07-01' },
      ],
    },
    TODAY,
  );
  const seen = new Set(items.filter((item) => item.isVisible).map((item) => item.path));
  expect(seen.has('anggota/0/r405')).toBe(false);
  expect(seen.has('anggota/1/r405')).toBe(true);
  expect(values).toMatchObject({ jumlah_anggota: '2', anggota: [{}, { umur: '16' }] });
});

test('a case holds until the form behaves otherwise, and says in what', () => {
  const answers = { r307a: '1' };
  const one = { name: 'PLN', today: TODAY, answers, ...outcomeOf(LONG_FORM, answers, TODAY) };
  expect(runCase(LONG_FORM, one)).toEqual([]);
  const other = {
    ...LONG_FORM,
    survey: LONG_FORM.survey.map((row) => (row.name === 'r307b' ? { ...row, relevant: '', required: '' } : row)),
  };
  expect(runCase(other, one)).toEqual(['Tidak lagi wajib: r307b.']);
  expect(runCase(other, { ...one, values: { listrik_rendah: 'true' } })).toContain(
    'Hitungan listrik_rendah: seharusnya true, sekarang false.',
  );
});

test('a fact the register holds as yes or no cannot become a number, and names are plain', () => {
  const bad = {
    ...LONG_FORM,
    survey: LONG_FORM.survey.map((row) =>
      row.name === 'r302'
        ? { ...row, fact: 'lantai_tanah_plester' }
        : row.name === 'r303'
          ? { ...row, fact: 'Lantai!' }
          : row,
    ),
  };
  expect(checkFacts(bad, [], NINE_CRITERIA_FIELDS).map(({ row, sentence }) => [row, sentence.slice(0, 34)])).toEqual([
    [5, 'Fakta lantai_tanah_plester: regist'],
    [6, 'Fakta Lantai!: nama fakta memakai '],
  ]);
});

test('a stored form names its facts for the register, and its hash follows its content', () => {
  const stored = storedFormOf(LONG_FORM, 3, []);
  expect(stored.questions.map((question) => question.field)).toContain('jenis_lantai');
  expect(definitionOf(stored)).toEqual(LONG_FORM);
  expect(hashOf(stored)).toBe(hashOf(storedFormOf(LONG_FORM, 3, [])));
  expect(hashOf(stored)).not.toBe(hashOf(storedFormOf(LONG_FORM, 4, [])));
});
