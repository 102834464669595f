import { readAnswer } from './answers.ts';
import { checkCircles } from './circles.ts';
import { type FormDefinition, isQuestion, isSelect, MOST_CHOICES, MOST_ROWS, type SurveyRow } from './definition.ts';
import { type Expression, partsOf, type Span } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { clashAsCondition, clashesOf } from './kinds.ts';
import { EXPRESSION_COLUMNS, type ExpressionColumn, type Form, isDynamic, openForm, type Place } from './outline.ts';
import { parseExpression } from './parse.ts';
import type { FormProblem, ProblemCode, SheetName } from './problem.ts';

/** The row numbers of the spreadsheet, by index in the definition. */
export type Lines = { readonly survey: readonly number[]; readonly choices: readonly number[] };

/** Headings as the spreadsheet writes them. */
const HEADINGS: Readonly<Record<ExpressionColumn, string>> = {
  required: 'required',
  relevant: 'relevant',
  constraint: 'constraint',
  calculation: 'calculation',
  default: 'default',
  choiceFilter: 'choice_filter',
};
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

type Say = (
  index: number,
  column: string,
  code: ProblemCode,
  sentence: string,
  where?: { text: string; at: Span },
) => void;
type Look = { readonly form: Form; readonly say: Say };

const closest = (name: string, names: Iterable<string>): string => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = [...names].find(
    (one) => plain(one) === plain(name) || (name.length > 3 && (one.startsWith(name) || name.startsWith(one))),
  );
  return found ? ` Mungkin maksudnya \${${found}}.` : '';
};

const checkNames = (rows: readonly SurveyRow[], say: Say): void => {
  const first = new Map<string, number>();
  rows.forEach((row, index) => {
    if (row.type.startsWith('end')) return;
    if (!NAME.test(row.name))
      say(
        index,
        'name',
        row.name === '' ? 'kosong' : 'nama_salah',
        row.name === ''
          ? 'Kolom name belum diisi.'
          : `Nama "${row.name.slice(0, 40)}" hanya boleh berisi huruf, angka dan garis bawah, dan diawali huruf.`,
      );
    const before = first.get(row.name);
    if (before === undefined) first.set(row.name, index);
    else if (row.name !== '')
      say(index, 'name', 'nama_ganda', `Nama ${row.name} sudah dipakai di atasnya; beri nama lain.`);
  });
};

const checkBlocks = (rows: readonly SurveyRow[], say: Say): void => {
  const open: number[] = [];
  rows.forEach((row, index) => {
    if (row.type.startsWith('begin')) open.push(index);
    if (!row.type.startsWith('end')) return;
    const begin = open.pop();
    if (begin === undefined) say(index, 'type', 'blok_tidak_cocok', `Baris ${row.type} ini tidak punya pembukanya.`);
    else if (rows[begin]!.type.slice(6) !== row.type.slice(4))
      say(
        index,
        'type',
        'blok_tidak_cocok',
        `Baris ${row.type} menutup ${rows[begin]!.type} "${rows[begin]!.name}"; jenisnya harus sama.`,
      );
  });
  for (const begin of open)
    say(begin, 'type', 'blok_tidak_cocok', `${rows[begin]!.type} "${rows[begin]!.name}" belum ditutup.`);
};

/** A name in an expression: it exists, has an answer, and is reachable from here without meaning several answers at once. */
const checkName = (name: string, place: Place, parent: Expression | undefined, look: Look): string | undefined => {
  const target = look.form.byName.get(name);
  if (!target) return `Tidak ada pertanyaan bernama ${name}.${closest(name, look.form.byName.keys())}`;
  const inCall = parent?.is === 'call' ? parent.name : '';
  if (target.row.type === 'begin_repeat')
    return inCall === 'count' ? undefined : `${name} adalah ulangan; pakai count(\${${name}}).`;
  if (target.row.type === 'begin_group' || target.row.type === 'note') return `${name} bukan pertanyaan yang dijawab.`;
  const isAround = target.repeats.every((repeat, depth) => place.repeats[depth] === repeat);
  return isAround || FUNCTIONS[inCall]?.overRepeats
    ? undefined
    : `${name} ada di dalam ulangan dan bisa punya banyak jawaban; pakai sum, count, min atau max.`;
};

type Spot = { place: Place; column: ExpressionColumn; text: string };

const checkPart = (e: Expression, parent: Expression | undefined, spot: Spot, look: Look): void => {
  const { place, column, text } = spot;
  const say = (code: ProblemCode, sentence: string, at: Span) =>
    look.say(place.index, HEADINGS[column], code, sentence, { text, at });
  if (e.is === 'question') {
    const wrong = checkName(e.name, place, parent, look);
    if (wrong) say(look.form.byName.has(e.name) ? 'jenis_bentrok' : 'nama_tidak_dikenal', wrong, e.at);
  }
  if (e.is === 'column') {
    const columns = new Set([
      'name',
      ...(look.form.lists.get(place.row.list) ?? []).flatMap((one) => Object.keys(one.more)),
    ]);
    if (column !== 'choiceFilter')
      say('ungkapan_salah', `Nama pertanyaan ditulis \${${e.name}}; teks ditulis '${e.name}'.`, e.at);
    else if (!columns.has(e.name))
      say('nama_tidak_dikenal', `Lembar choices tidak punya kolom ${e.name} untuk daftar ini.`, e.at);
  }
  const isPosition = parent?.is === 'call' && parent.name === 'position';
  if (e.is === 'parent' && !isPosition) say('ungkapan_salah', 'Tanda .. hanya dipakai dalam position(..).', e.at);
  if (e.is === 'call' && e.name === 'position') {
    if (e.args[0]?.is !== 'parent') say('ungkapan_salah', 'Tulis position(..).', e.at);
    else if (place.repeats.length === 0) say('jenis_bentrok', 'position(..) hanya berarti di dalam ulangan.', e.at);
  }
  for (const clash of clashesOf(e, { form: look.form, self: place })) say(clash.code, clash.sentence, clash.at);
  for (const part of partsOf(e)) checkPart(part, e, spot, look);
};

const checkExpressions = (place: Place, look: Look): void => {
  for (const column of EXPRESSION_COLUMNS) {
    const text = place.row[column];
    if (text === '' || (column === 'default' && !isDynamic(text))) continue;
    const parsed = parseExpression(text);
    if (!parsed.ok) {
      look.say(place.index, HEADINGS[column], 'ungkapan_salah', parsed.sentence, { text, at: parsed.at });
      continue;
    }
    checkPart(parsed.expression, undefined, { place, column, text }, look);
    if (column === 'required' || column === 'relevant' || column === 'constraint' || column === 'choiceFilter')
      for (const clash of clashAsCondition(parsed.expression, { form: look.form, self: place }))
        look.say(place.index, HEADINGS[column], clash.code, clash.sentence, { text, at: clash.at });
  }
};

const checkLabels = (place: Place, look: Look): void => {
  const { row, index } = place;
  for (const [column, words] of [
    ['label', row.label],
    ['hint', row.hint],
  ] as const)
    for (const [, name = ''] of `${words.id} ${words.en}`.matchAll(/\$\{\s*([^}]*?)\s*\}/g)) {
      const wrong = checkName(name, place, undefined, look);
      if (wrong) look.say(index, column, look.form.byName.has(name) ? 'jenis_bentrok' : 'nama_tidak_dikenal', wrong);
    }
  const needsLabel = isQuestion(row) && row.type !== 'calculate';
  if (needsLabel && row.label.id === '')
    look.say(index, 'label::Indonesia', 'kosong', 'Bunyi pertanyaan (label) belum diisi.');
};

const checkRow = (place: Place, look: Look): void => {
  const { row, index } = place;
  const choices = look.form.lists.get(row.list) ?? [];
  if (isSelect(row) && row.list === '')
    look.say(index, 'type', 'daftar_tidak_ada', `Tulis nama daftar pilihan sesudah ${row.type}.`);
  else if (isSelect(row) && choices.length === 0)
    look.say(index, 'type', 'daftar_tidak_ada', `Lembar choices tidak punya daftar "${row.list}".`);
  if (row.type === 'calculate' && row.calculation === '')
    look.say(index, 'calculation', 'kosong', 'Baris calculate memerlukan kolom calculation.');
  if (row.default !== '' && !isDynamic(row.default) && isQuestion(row) && row.type !== 'calculate') {
    const read = readAnswer(row, choices, row.default);
    if (!read.ok)
      look.say(index, 'default', 'jenis_bentrok', `Jawaban awal "${row.default}" tidak cocok: ${read.why.id}`);
  }
  if (row.fact !== '' && (!isQuestion(row) || place.repeats.length > 0))
    look.say(
      index,
      'fakta',
      'jenis_bentrok',
      'Fakta register hanya dari pertanyaan di luar ulangan. Hitung dulu dengan sum atau count di luar ulangannya.',
    );
  checkLabels(place, look);
  checkExpressions(place, look);
};

type SayChoice = (index: number, column: string, code: ProblemCode, sentence: string) => void;
const checkChoices = (definition: FormDefinition, say: SayChoice): void => {
  const seen = new Set<string>();
  definition.choices.forEach((choice, index) => {
    const key = `${choice.list} ${choice.name}`;
    if (choice.list === '') say(index, 'list_name', 'kosong', 'Kolom list_name belum diisi.');
    if (choice.name === '' || /\s/.test(choice.name))
      say(index, 'name', 'nama_salah', 'Kode pilihan (name) wajib diisi dan tanpa spasi.');
    else if (seen.has(key))
      say(index, 'name', 'nama_ganda', `Kode ${choice.name} muncul dua kali dalam daftar ${choice.list}.`);
    if (choice.label.id === '') say(index, 'label::Indonesia', 'kosong', 'Bunyi pilihan (label) belum diisi.');
    seen.add(key);
  });
};

const checkFacts = (rows: readonly SurveyRow[], say: Say): void => {
  const first = new Set<string>();
  rows.forEach(({ fact }, index) => {
    if (fact !== '' && first.has(fact))
      say(index, 'fakta', 'nama_ganda', `Fakta ${fact} sudah diisi oleh pertanyaan lain.`);
    first.add(fact);
  });
};

/**
 * What is wrong in a form, in the order of its rows: names, blocks, lists, expressions, types, circles. An empty list means that the form
 * can be asked. `lines` gives the row numbers of the spreadsheet; without it the rows count from 2, below the headings.
 */
export const checkForm = (definition: FormDefinition, lines?: Lines): FormProblem[] => {
  const problems: FormProblem[] = [];
  const put =
    (sheet: SheetName, numbers: readonly number[] | undefined): Say =>
    (index, column, code, sentence, where) =>
      void problems.push({ sheet, row: numbers?.[index] ?? index + 2, column, code, sentence, ...where });
  const sayRow = put('survey', lines?.survey);
  const sayChoice = put('choices', lines?.choices);
  if (definition.survey.length > MOST_ROWS)
    sayRow(MOST_ROWS, 'type', 'terlalu_besar', `Paling banyak ${MOST_ROWS} baris.`);
  else if (definition.choices.length > MOST_CHOICES)
    sayChoice(MOST_CHOICES, 'name', 'terlalu_besar', `Paling banyak ${MOST_CHOICES} pilihan.`);
  if (problems.length > 0) return problems;
  const form = openForm(definition);
  if (!definition.survey.some(isQuestion)) sayRow(0, 'type', 'kosong', 'Formulir ini belum punya pertanyaan.');
  checkNames(definition.survey, sayRow);
  checkBlocks(definition.survey, sayRow);
  checkFacts(definition.survey, sayRow);
  for (const place of form.places) checkRow(place, { form, say: sayRow });
  checkCircles(form, (index, column, code, sentence) => sayRow(index, column, code, sentence));
  checkChoices(definition, sayChoice);
  const order: Record<SheetName, number> = { settings: 0, survey: 1, choices: 2 };
  return problems.sort((a, b) => order[a.sheet] - order[b.sheet] || a.row - b.row);
};
