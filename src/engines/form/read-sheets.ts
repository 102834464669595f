import type { Lines } from './check.ts';
import { type ChoiceRow, type FormDefinition, type SurveyRow, surveyRow, type Words } from './definition.ts';
import { CHOICE_HEADINGS, headingOf, SETTING_HEADINGS, SURVEY_HEADINGS, typeOf } from './headings.ts';
import type { FormProblem, SheetName } from './problem.ts';

/** The rows of a workbook, by sheet, headings first: the number of the row in the file and its cells as text. */
export type SheetLine = { readonly number: number; readonly cells: readonly string[] };
export type Sheets = Readonly<Partial<Record<SheetName, readonly SheetLine[]>>>;
export type ReadForm = {
  readonly definition: FormDefinition;
  readonly lines: Lines;
  readonly problems: readonly FormProblem[];
};

type Cells = {
  readonly number: number;
  readonly of: (heading: string) => string;
  readonly more: Readonly<Record<string, string>>;
};
type Table = {
  readonly rows: readonly Cells[];
  readonly headings: ReadonlySet<string>;
  readonly ignored: readonly string[];
};

const LONGEST_CELL = 4000;
const clean = (cell: string | undefined): string => (cell ?? '').replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_CELL);

/** Empty rows are passed by; columns without a heading of ours are kept under their own name in `more`. */
const readTable = (lines: readonly SheetLine[], known: readonly string[]): Table => {
  const [first, ...rest] = lines.filter((line) => line.cells.some((cell) => clean(cell) !== ''));
  const headings = (first?.cells ?? []).map((cell) => ({ own: headingOf(cell, known), written: clean(cell) }));
  const rows = rest.map((line) => {
    const cells = new Map<string, string>();
    const more: Record<string, string> = {};
    headings.forEach(({ own, written }, at) => {
      const text = clean(line.cells[at]);
      if (text === '') return;
      if (own !== undefined) cells.set(own, cells.get(own) || text);
      else if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(written)) more[written] = text;
    });
    return { number: line.number, of: (heading: string) => cells.get(heading) ?? '', more };
  });
  const ignored = headings
    .filter(({ own, written }) => own === undefined && written !== '')
    .map(({ written }) => written);
  return { rows, headings: new Set(headings.flatMap(({ own }) => own ?? [])), ignored };
};

const words = (cells: Cells, heading: string): Words => ({
  id: cells.of(`${heading}::Indonesia`),
  en: cells.of(`${heading}::English`),
});

/** `yes` and `no` in the languages and spellings that occur; anything else is an expression. */
const condition = (text: string): string => {
  if (/^(yes|ya|true|true\(\)|benar|wajib)$/i.test(text)) return 'true()';
  return /^(no|tidak|false|false\(\)|salah)$/i.test(text) ? '' : text;
};

type Note = (
  sheet: SheetName,
  row: number,
  column: string,
  code: FormProblem['code'],
  sentence: string,
  isNote?: true,
) => void;

const appearanceOf = (cells: Cells, note: Note): SurveyRow['appearance'] => {
  const written = cells.of('appearance').split(/\s+/).filter(Boolean);
  const found = written.find((word) => word === 'numbers' || word === 'minimal') as SurveyRow['appearance'] | undefined;
  const strange = written.filter((word) => word !== found);
  if (strange.length > 0)
    note(
      'survey',
      cells.number,
      'appearance',
      'diabaikan',
      `Tampilan ${strange.join(' ')} tidak dipakai di sini.`,
      true,
    );
  return found ?? '';
};

const readRow = (cells: Cells, note: Note): SurveyRow => {
  const written = cells.of('type');
  const type = typeOf(written);
  if (!type)
    note(
      'survey',
      cells.number,
      'type',
      'jenis_tidak_dikenal',
      written === ''
        ? 'Kolom type belum diisi.'
        : `Jenis "${written.slice(0, 60)}" belum dikenal. Yang dikenal: text, integer, decimal, date, select_one, select_multiple, note, calculate, geopoint, image, begin group, begin repeat.`,
    );
  return surveyRow({
    type: type?.type ?? 'text',
    list: type?.list ?? '',
    name: cells.of('name'),
    label: words(cells, 'label'),
    hint: words(cells, 'hint'),
    required: condition(cells.of('required')),
    requiredMessage: words(cells, 'required_message'),
    relevant: cells.of('relevant'),
    constraint: cells.of('constraint'),
    constraintMessage: words(cells, 'constraint_message'),
    calculation: cells.of('calculation'),
    default: cells.of('default'),
    choiceFilter: cells.of('choice_filter'),
    appearance: appearanceOf(cells, note),
    fact: cells.of('fakta'),
  });
};

/** Rows that a questionnaire tool adds by itself about the device; they ask nobody anything. */
const DEVICE = /^(start|end|today|deviceid|phonenumber|username|subscriberid|simserial|audit)$/i;

const requireColumns = (sheet: SheetName, table: Table, columns: readonly string[], note: Note): void => {
  for (const column of columns)
    if (!table.headings.has(column))
      note(sheet, 1, column, 'kolom_tidak_ada', `Lembar ${sheet} tidak punya kolom ${column}.`);
};

/**
 * Reads the sheets survey, choices and settings of an XLSForm. Always gives a definition; what could not be read is told with sheet, row
 * and column. What is ignored without harm is told as a note. The meaning of the rows is checked by `checkForm`.
 */
export const readSheets = (sheets: Sheets): ReadForm => {
  const problems: FormProblem[] = [];
  const note: Note = (sheet, row, column, code, sentence, isNote) =>
    void problems.push({ sheet, row, column, code, sentence, ...(isNote && { isNote }) });
  const survey = readTable(sheets.survey ?? [], SURVEY_HEADINGS);
  const choices = readTable(sheets.choices ?? [], CHOICE_HEADINGS);
  const settings = readTable(sheets.settings ?? [], SETTING_HEADINGS).rows[0];
  if (!sheets.survey) note('survey', 1, '', 'lembar_tidak_ada', 'Berkas ini tidak punya lembar bernama survey.');
  else requireColumns('survey', survey, ['type', 'name', 'label::Indonesia'], note);
  if (choices.rows.length > 0) requireColumns('choices', choices, ['list_name', 'name', 'label::Indonesia'], note);
  if (survey.ignored.length > 0)
    note(
      'survey',
      1,
      survey.ignored[0]!,
      'diabaikan',
      `Kolom yang tidak dipakai di sini: ${survey.ignored.slice(0, 20).join(', ')}.`,
      true,
    );
  const asked = survey.rows.filter((cells) => {
    const isDevice = DEVICE.test(cells.of('type'));
    if (isDevice)
      note('survey', cells.number, 'type', 'diabaikan', `Baris ${cells.of('type')} tentang alat tidak dipakai.`, true);
    return !isDevice;
  });
  const definition: FormDefinition = {
    settings: {
      formId: settings?.of('form_id') ?? '',
      title: settings?.of('form_title') ?? '',
      version: settings?.of('version') ?? '',
    },
    survey: asked.map((cells) => readRow(cells, note)),
    choices: choices.rows.map(
      (cells): ChoiceRow => ({
        list: cells.of('list_name'),
        name: cells.of('name'),
        label: words(cells, 'label'),
        more: cells.more,
      }),
    ),
  };
  const lines = { survey: asked.map((cells) => cells.number), choices: choices.rows.map((cells) => cells.number) };
  return { definition, lines, problems };
};
