/** A form as an XLSForm holds it: rows of the sheets survey and choices, and the settings. Plain JSON; nothing in it is derived. */
export type Words = { readonly id: string; readonly en: string };

export const QUESTION_TYPES = [
  'text',
  'integer',
  'decimal',
  'date',
  'select_one',
  'select_multiple',
  'note',
  'geopoint',
  'image',
  'calculate',
] as const;
export const BLOCK_TYPES = ['begin_group', 'end_group', 'begin_repeat', 'end_repeat'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];
export type RowType = QuestionType | (typeof BLOCK_TYPES)[number];

/** One row of the survey sheet. Expressions are kept as they were written; an empty text means that nothing stands there. */
export type SurveyRow = {
  readonly type: RowType;
  /** The list of choices of `select_one` and `select_multiple`, else empty. */
  readonly list: string;
  readonly name: string;
  readonly label: Words;
  readonly hint: Words;
  readonly required: string;
  readonly requiredMessage: Words;
  readonly relevant: string;
  readonly constraint: string;
  readonly constraintMessage: Words;
  readonly calculation: string;
  readonly default: string;
  readonly choiceFilter: string;
  readonly appearance: '' | 'numbers' | 'minimal';
  /** The fact of the register that the answer becomes, or empty. */
  readonly fact: string;
};
export type ChoiceRow = {
  readonly list: string;
  readonly name: string;
  readonly label: Words;
  /** Further columns of the choices sheet, for choice filters. */
  readonly more: Readonly<Record<string, string>>;
};
export type FormSettings = { readonly formId: string; readonly title: string; readonly version: string };
export type FormDefinition = {
  readonly settings: FormSettings;
  readonly survey: readonly SurveyRow[];
  readonly choices: readonly ChoiceRow[];
};

export const MOST_ROWS = 1000;
export const MOST_CHOICES = 5000;
/** More instances of one repeat than this are refused where answers are taken. */
export const MOST_INSTANCES = 40;
/** Calculations and conditions that build on one another: the longest chain a form may have. */
export const LONGEST_CHAIN = 60;

const NONE: Words = { id: '', en: '' };
/** A row of which only these columns are written. */
export const surveyRow = (row: Pick<SurveyRow, 'type' | 'name'> & Partial<SurveyRow>): SurveyRow => ({
  list: '',
  label: NONE,
  hint: NONE,
  required: '',
  requiredMessage: NONE,
  relevant: '',
  constraint: '',
  constraintMessage: NONE,
  calculation: '',
  default: '',
  choiceFilter: '',
  appearance: '',
  fact: '',
  ...row,
});

export const isQuestion = (row: SurveyRow): boolean => !(BLOCK_TYPES as readonly string[]).includes(row.type);
export const isSelect = (row: SurveyRow): boolean => row.type === 'select_one' || row.type === 'select_multiple';
