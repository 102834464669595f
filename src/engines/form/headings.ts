import type { RowType, SurveyRow } from './definition.ts';

/** The columns of the survey sheet in the order they are written; the heading of each, and where it goes. */
export const SURVEY_HEADINGS = [
  'type',
  'name',
  'label::Indonesia',
  'label::English',
  'hint::Indonesia',
  'hint::English',
  'required',
  'required_message::Indonesia',
  'required_message::English',
  'relevant',
  'constraint',
  'constraint_message::Indonesia',
  'constraint_message::English',
  'calculation',
  'default',
  'choice_filter',
  'appearance',
  'fakta',
] as const;
export const CHOICE_HEADINGS = ['list_name', 'name', 'label::Indonesia', 'label::English'] as const;
export const SETTING_HEADINGS = ['form_id', 'form_title', 'version', 'default_language'] as const;

const TRANSLATED = ['label', 'hint', 'required_message', 'constraint_message'];

/** A heading as this project writes it, or undefined for one it does not use: `Label::Bahasa Indonesia (id)` is `label::Indonesia`. */
export const headingOf = (written: string, known: readonly string[]): string | undefined => {
  const [column = '', ...rest] = written
    .trim()
    .toLowerCase()
    .split(/\s*::?\s*/);
  const name = column.replace(/\s+/g, '_');
  const language = rest.join(' ').trim();
  if (TRANSLATED.includes(name)) {
    const isEnglish = /english|inggris|\(en\)|^en$/.test(language);
    const isIndonesian = language === '' || /indonesia|\(id\)|^id$/.test(language);
    return isEnglish ? `${name}::English` : isIndonesian ? `${name}::Indonesia` : undefined;
  }
  return known.includes(name) && language === '' ? name : undefined;
};

const TYPES: Readonly<Record<string, RowType>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  date: 'date',
  note: 'note',
  geopoint: 'geopoint',
  location: 'geopoint',
  image: 'image',
  photo: 'image',
  calculate: 'calculate',
  calculation: 'calculate',
  'begin group': 'begin_group',
  'end group': 'end_group',
  'begin repeat': 'begin_repeat',
  'end repeat': 'end_repeat',
};

/** The type of a row and the list it names, or undefined for types that are not known here. */
export const typeOf = (written: string): { type: RowType; list: string } | undefined => {
  const text = written.trim().replace(/\s+/g, ' ');
  const select = /^select[_ ](one|multiple)(?: from)?(?: (\S+))?$/i.exec(text);
  if (select)
    return { type: select[1]!.toLowerCase() === 'one' ? 'select_one' : 'select_multiple', list: select[2] ?? '' };
  const type = TYPES[text.toLowerCase().replace(/_/g, ' ')];
  return type && { type, list: '' };
};

/** What stands in the type column for a row. */
export const writtenType = (row: SurveyRow): string => (row.list === '' ? row.type : `${row.type} ${row.list}`);
