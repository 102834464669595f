import { createHash } from 'node:crypto';
import {
  type Answers,
  type FormDefinition,
  type FormProblem,
  factKindOf,
  fillForm,
  openForm,
  type SurveyRow,
  surveyRow,
} from '#engines/form/index.ts';

/** A case that tries a form out: answers in, and what must come of them. */
export type TestCase = {
  readonly name: string;
  readonly today: string;
  readonly answers: Answers;
  readonly visible: readonly string[];
  readonly required: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

type Question = {
  readonly no: number;
  readonly field: string;
  readonly label: { readonly id: string; readonly en: string };
  readonly text?: { readonly id: string; readonly en: string };
};
/** What a row of form_version holds. `questions` is what the register knows of a form: the facts it gives. */
export type StoredForm = {
  readonly form: string;
  readonly no: number;
  readonly subject: string;
  readonly source: string;
  readonly questions: readonly Question[];
  readonly definition?: FormDefinition;
  readonly cases?: readonly TestCase[];
};

const YES_NO = [
  ['ya', 'ya', 'yes'],
  ['tidak', 'tidak', 'no'],
  ['tidak_tahu', 'tidak tahu', 'does not know'],
  ['menolak', 'menolak', 'declines'],
] as const;
/** The list of yes, no, does not know, declines; for the forms that come with Rukun. */
export const yesNoChoices = (list: string) =>
  YES_NO.map(([name, id, en]) => ({ list, name, label: { id, en }, more: {} }));

const numbered = ({ no, label, text = label }: Question) => ({ id: `${no}. ${text.id}`, en: `${no}. ${text.en}` });

/** A version as it was asked: its definition, or for a form of plain questions one made of them. */
export const definitionOf = (stored: StoredForm): FormDefinition =>
  stored.definition ?? {
    settings: { formId: stored.form, title: stored.source, version: String(stored.no) },
    survey: stored.questions.map((question) =>
      surveyRow({
        type: 'select_one',
        list: 'ya_tidak',
        name: question.field,
        label: numbered(question),
        required: 'true()',
        requiredMessage: {
          id: 'Belum diisi. Pilih "tidak tahu" atau "menolak" bila memang begitu.',
          en: 'Not answered. Choose "does not know" or "declines" if that is so.',
        },
        fact: question.field,
      }),
    ),
    choices: yesNoChoices('ya_tidak'),
  };

/** The row of form_version for a definition: facts for the register, the whole form, its cases. */
export const storedFormOf = (definition: FormDefinition, no: number, cases: readonly TestCase[]): StoredForm => ({
  form: definition.settings.formId,
  no,
  subject: 'family',
  source: definition.settings.title,
  questions: definition.survey
    .filter((row) => row.fact !== '')
    .map((row, at) => ({ no: at + 1, field: row.fact, label: row.label })),
  definition,
  cases,
});

/** The same form gives the same hash. */
export const hashOf = (stored: StoredForm): string => createHash('sha256').update(JSON.stringify(stored)).digest('hex');

const line = (row: SurveyRow, index: number, lines: readonly number[], sentence: string): FormProblem => ({
  sheet: 'survey',
  row: lines[index] ?? index + 2,
  column: 'fakta',
  code: 'jenis_bentrok',
  sentence: `Fakta ${row.fact}: ${sentence}`,
});

/** Facts that the register already holds keep their kind; a new name is a fact of the agency's own. */
export const checkFacts = (
  definition: FormDefinition,
  lines: readonly number[],
  yesNoFacts: readonly string[],
): FormProblem[] => {
  const { lists } = openForm(definition);
  return definition.survey.flatMap((row, index) => {
    if (row.fact === '') return [];
    if (!/^[a-z][a-z0-9_]{2,60}$/.test(row.fact))
      return [line(row, index, lines, 'nama fakta memakai huruf kecil, angka dan garis bawah.')];
    const kind = factKindOf(row, lists.get(row.list) ?? []);
    return yesNoFacts.includes(row.fact) && kind !== 'ya-tidak' && row.type !== 'calculate'
      ? [line(row, index, lines, 'register menyimpannya sebagai ya atau tidak; pakai pilihan berkode ya dan tidak.')]
      : [];
  });
};

/** What a form makes of answers, as a case keeps it. Names of repeats carry their number: `anggota/0/nama`. */
export const outcomeOf = (definition: FormDefinition, answers: Answers, today: string) => {
  const { items } = fillForm(openForm(definition), answers, today);
  return {
    visible: items.filter((item) => item.isVisible).map((item) => item.path),
    required: items.filter((item) => item.isRequired).map((item) => item.path),
    values: Object.fromEntries(
      items
        .filter((item) => item.place.row.calculation !== '' && item.value !== '')
        .map((item) => [item.path, item.value]),
    ),
  };
};

const listed = (paths: readonly string[]): string => paths.slice(0, 5).join(', ') + (paths.length > 5 ? ', …' : '');
const differences = (what: string, wanted: readonly string[], found: readonly string[]): string[] => {
  const [gone, come] = [wanted.filter((path) => !found.includes(path)), found.filter((path) => !wanted.includes(path))];
  return [
    ...(gone.length > 0 ? [`Tidak lagi ${what}: ${listed(gone)}.`] : []),
    ...(come.length > 0 ? [`Sekarang ${what}: ${listed(come)}.`] : []),
  ];
};

/** How a form departs from what a case expects, in sentences; none when it holds. */
export const runCase = (definition: FormDefinition, one: TestCase): string[] => {
  const found = outcomeOf(definition, one.answers, one.today);
  const paths = [...new Set([...Object.keys(one.values), ...Object.keys(found.values)])];
  return [
    ...differences('tampil', one.visible, found.visible),
    ...differences('wajib', one.required, found.required),
    ...paths
      .filter((path) => one.values[path] !== found.values[path])
      .slice(0, 5)
      .map(
        (path) =>
          `Hitungan ${path}: seharusnya ${one.values[path] ?? 'kosong'}, sekarang ${found.values[path] ?? 'kosong'}.`,
      ),
  ];
};
