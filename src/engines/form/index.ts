/** Forms as XLSForm holds them: read, checked, asked, written. Pages import the files they need; this is the door for the server. */
export type { Answers } from './answers.ts';
export { checkForm, type Lines } from './check.ts';
export { type FormDefinition, MOST_INSTANCES, type SurveyRow, surveyRow, type Words } from './definition.ts';
export { type FactKind, factKindOf, listFacts } from './facts.ts';
export { type Filled, fillForm, startAnswers } from './fill.ts';
export { type Form, openForm } from './outline.ts';
export type { FormProblem } from './problem.ts';
export { readSheets, type SheetLine, type Sheets } from './read-sheets.ts';
export { writeSheets } from './write-sheets.ts';
