import { type Fact, known, unknown } from '#kernel/fact.ts';
import type { ChoiceRow, SurveyRow } from './definition.ts';
import type { Filled } from './fill.ts';
import type { Form } from './outline.ts';
import { toNumber, wordsOf } from './values.ts';

/** What a fact of the register can hold. */
export type FactKind = 'ya-tidak' | 'angka' | 'tanggal' | 'teks' | 'daftar';
const UNKNOWN = ['tidak_tahu', 'menolak'] as const;

const isYesNo = (choices: readonly ChoiceRow[]): boolean =>
  choices.some((one) => one.name === 'ya') && choices.every((one) => ['ya', 'tidak', ...UNKNOWN].includes(one.name));

/** What kind of fact an answer to this row becomes. A list whose codes are ya and tidak gives yes or no. */
export const factKindOf = (row: SurveyRow, choices: readonly ChoiceRow[]): FactKind => {
  if (row.type === 'integer' || row.type === 'decimal') return 'angka';
  if (row.type === 'date') return 'tanggal';
  if (row.type === 'select_multiple') return 'daftar';
  return row.type === 'select_one' && isYesNo(choices) ? 'ya-tidak' : 'teks';
};

const factOf = (row: SurveyRow, choices: readonly ChoiceRow[], value: string): Fact<unknown> => {
  const why = UNKNOWN.find((word) => row.list !== '' && value === word);
  if (why) return unknown(why);
  switch (factKindOf(row, choices)) {
    case 'angka':
      return known(toNumber(value));
    case 'ya-tidak':
      return known(value === 'ya');
    case 'daftar':
      return known(wordsOf(value));
    default:
      if (row.type !== 'calculate') return known(value);
      return known(
        value === 'true' ? true : value === 'false' ? false : Number.isNaN(toNumber(value)) ? value : toNumber(value),
      );
  }
};

/**
 * The facts that the answers give, by the name in the column `fakta`. The codes `tidak_tahu` and `menolak` stay unknown with that reason;
 * what was not visible or not answered gives no fact at all: unknown is never no.
 */
export const listFacts = (form: Form, filled: Filled): Readonly<Record<string, Fact<unknown>>> =>
  Object.fromEntries(
    filled.items
      .filter((item) => item.place.row.fact !== '' && item.place.repeats.length === 0 && item.value !== '')
      .map((item) => [
        item.place.row.fact,
        factOf(item.place.row, form.lists.get(item.place.row.list) ?? [], item.value),
      ]),
  );
