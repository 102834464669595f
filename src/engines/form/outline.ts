import { type ChoiceRow, type FormDefinition, isQuestion, type SurveyRow } from './definition.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse.ts';

/** Where a row stands: its index in the survey, the rows of the blocks around it and the names of the repeats around it, outermost first. */
export type Place = {
  readonly index: number;
  readonly row: SurveyRow;
  readonly blocks: readonly number[];
  readonly repeats: readonly string[];
};
export const EXPRESSION_COLUMNS = [
  'required',
  'relevant',
  'constraint',
  'calculation',
  'default',
  'choiceFilter',
] as const satisfies readonly (keyof SurveyRow)[];
export type ExpressionColumn = (typeof EXPRESSION_COLUMNS)[number];

/** A form ready to be asked: every row with its place, its expressions read, its choices by list. */
export type Form = {
  readonly definition: FormDefinition;
  readonly places: readonly Place[];
  readonly byName: ReadonlyMap<string, Place>;
  readonly lists: ReadonlyMap<string, readonly ChoiceRow[]>;
  readonly expressionOf: (index: number, column: ExpressionColumn) => Expression | undefined;
};

/** A default is an expression when it reads something or calls something; else it is the answer itself. */
export const isDynamic = (text: string): boolean => /\$\{|\w\s*\(/.test(text);

const isBegin = (row: SurveyRow): boolean => row.type === 'begin_group' || row.type === 'begin_repeat';
const isEnd = (row: SurveyRow): boolean => row.type === 'end_group' || row.type === 'end_repeat';

const placeRows = (survey: readonly SurveyRow[]): Place[] => {
  const open: number[] = [];
  return survey.map((row, index) => {
    if (isEnd(row)) open.pop();
    const repeats = open.flatMap((at) => (survey[at]!.type === 'begin_repeat' ? [survey[at]!.name] : []));
    const place: Place = { index, row, blocks: [...open], repeats };
    if (isBegin(row)) open.push(index);
    return place;
  });
};

const readExpressions = (row: SurveyRow): Map<ExpressionColumn, Expression> =>
  new Map(
    EXPRESSION_COLUMNS.flatMap((column) => {
      const text = row[column];
      if (text === '' || (column === 'default' && !isDynamic(text))) return [];
      const parsed = parseExpression(text);
      return parsed.ok ? [[column, parsed.expression] as const] : [];
    }),
  );

/** Prepares a definition. Total: what is wrong in it is told by `checkForm`; here a wrong expression counts as not written. */
export const openForm = (definition: FormDefinition): Form => {
  const places = placeRows(definition.survey);
  const byName = new Map<string, Place>();
  for (const place of places)
    if ((isQuestion(place.row) || isBegin(place.row)) && place.row.name !== '' && !byName.has(place.row.name))
      byName.set(place.row.name, place);
  const lists = new Map<string, ChoiceRow[]>();
  for (const choice of definition.choices) lists.set(choice.list, [...(lists.get(choice.list) ?? []), choice]);
  const expressions = definition.survey.map(readExpressions);
  return { definition, places, byName, lists, expressionOf: (index, column) => expressions[index]?.get(column) };
};
