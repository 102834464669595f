import type { FormDefinition, SurveyRow } from './definition.ts';
import { CHOICE_HEADINGS, SETTING_HEADINGS, SURVEY_HEADINGS, writtenType } from './headings.ts';
import type { SheetName } from './problem.ts';

/** Rows of cells for each sheet, headings first. */
export type WrittenSheets = Readonly<Record<SheetName, readonly (readonly string[])[]>>;

const surveyCells = (row: SurveyRow): string[] => [
  writtenType(row),
  row.name,
  row.label.id,
  row.label.en,
  row.hint.id,
  row.hint.en,
  row.required,
  row.requiredMessage.id,
  row.requiredMessage.en,
  row.relevant,
  row.constraint,
  row.constraintMessage.id,
  row.constraintMessage.en,
  row.calculation,
  row.default,
  row.choiceFilter,
  row.appearance,
  row.fact,
];

/** A form as the three sheets of an XLSForm; `readSheets` gives the same form back. */
export const writeSheets = ({ settings, survey, choices }: FormDefinition): WrittenSheets => {
  const more = [...new Set(choices.flatMap((choice) => Object.keys(choice.more)))];
  return {
    survey: [SURVEY_HEADINGS, ...survey.map(surveyCells)],
    choices: [
      [...CHOICE_HEADINGS, ...more],
      ...choices.map((choice) => [
        choice.list,
        choice.name,
        choice.label.id,
        choice.label.en,
        ...more.map((column) => choice.more[column] ?? ''),
      ]),
    ],
    settings: [SETTING_HEADINGS, [settings.formId, settings.title, settings.version, 'Indonesia']],
  };
};
