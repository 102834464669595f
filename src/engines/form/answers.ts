import { parseLocalDate } from '#kernel/local-date.ts';
import type { ChoiceRow, SurveyRow, Words } from './definition.ts';
import { wordsOf } from './values.ts';

/**
 * Answers by the name of the question, as text: digits, a date, the code of a choice, codes with spaces between, "latitude longitude",
 * the id of a picture. A repeat holds a list of such answers. Groups do not nest: names are unique in the form.
 */
export type Answers = { readonly [name: string]: string | readonly Answers[] };

/** What was typed as it is kept, or why it is not an answer of this type. */
export type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly why: Words };

const no = (id: string, en: string): Read => ({ ok: false, why: { id, en } });
const yes = (value: string): Read => ({ ok: true, value });

const readPoint = (text: string): Read => {
  const [latitude, longitude, ...more] = wordsOf(text.replaceAll(',', ' ')).map(Number);
  const isPoint =
    latitude !== undefined &&
    longitude !== undefined &&
    more.length <= 2 &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    more.every((n) => !Number.isNaN(n));
  return isPoint
    ? yes([latitude, longitude, ...more].join(' '))
    : no('Isi titik sebagai lintang dan bujur, misalnya -2.2105 113.9120.', 'Give latitude and longitude.');
};

/** Reads one answer by the type of its row. Empty stays empty. */
export const readAnswer = (row: SurveyRow, choices: readonly ChoiceRow[], typed: string): Read => {
  const text = typed.trim();
  if (text === '') return yes('');
  if (text.length > 2000) return no('Jawaban paling panjang 2.000 huruf.', 'At most 2,000 letters.');
  switch (row.type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? yes(String(Number(text))) : no('Isi bilangan bulat.', 'Give a whole number.');
    case 'decimal':
      return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text)
        ? yes(String(Number(text.replace(',', '.'))))
        : no('Isi angka, misalnya 12,5.', 'Give a number, for example 12.5.');
    case 'date':
      return parseLocalDate(text) ? yes(text) : no('Isi tanggal yang ada di kalender.', 'Give a date of the calendar.');
    case 'select_one':
      return choices.some((choice) => choice.name === text)
        ? yes(text)
        : no('Pilih dari daftar.', 'Choose from the list.');
    case 'select_multiple': {
      const codes = new Set(wordsOf(text));
      const known = choices.filter((choice) => codes.has(choice.name)).map((choice) => choice.name);
      return known.length === codes.size ? yes(known.join(' ')) : no('Pilih dari daftar.', 'Choose from the list.');
    }
    case 'geopoint':
      return readPoint(text);
    case 'note':
    case 'calculate':
      return no('Bukan pertanyaan yang dijawab.', 'Not a question to answer.');
    default:
      return yes(text);
  }
};
