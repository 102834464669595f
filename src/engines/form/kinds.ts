import { parseLocalDate } from '#kernel/local-date.ts';
import type { Expression, Span } from './expression.ts';
import { FUNCTIONS, type Kind } from './functions.ts';
import type { Form, Place } from './outline.ts';
import { readPattern } from './pattern.ts';
import { toNumber } from './values.ts';

/** A clash of types or a code that no list has: what is wrong, and where in the expression. */
export type Clash = {
  readonly code: 'jenis_bentrok' | 'pilihan_tidak_ada';
  readonly sentence: string;
  readonly at: Span;
};
type Look = { readonly form: Form; readonly self: Place };

const WORDS: Readonly<Record<Kind, string>> = {
  angka: 'angka',
  teks: 'teks',
  'ya-tidak': 'ya atau tidak',
  tanggal: 'tanggal',
  any: 'apa saja',
};

/** The question an expression is, if it is nothing but one. */
const questionOf = (e: Expression, look: Look): Place | undefined =>
  e.is === 'self' ? look.self : e.is === 'question' ? look.form.byName.get(e.name) : undefined;

const isNumeric = (text: string): boolean => !Number.isNaN(toNumber(text));
const kindOfPlace = (place: Place, look: Look, seen: ReadonlySet<number>): Kind => {
  const { row, index } = place;
  if (row.type === 'integer' || row.type === 'decimal') return 'angka';
  if (row.type === 'date') return 'tanggal';
  if (row.type === 'select_one') {
    const codes = look.form.lists.get(row.list) ?? [];
    return codes.every((choice) => isNumeric(choice.name)) ? 'any' : 'teks';
  }
  const calculation = look.form.expressionOf(index, 'calculation');
  if (row.type === 'calculate')
    return calculation && !seen.has(index) ? kindOf(calculation, look, new Set([...seen, index])) : 'any';
  return row.type === 'begin_repeat' || row.type === 'begin_group' ? 'any' : 'teks';
};

/** What the value of an expression will be, as far as it can be told beforehand. */
export const kindOf = (e: Expression, look: Look, seen: ReadonlySet<number> = new Set()): Kind => {
  const place = questionOf(e, look);
  if (place) return kindOfPlace(place, look, seen);
  if (e.is === 'number' || e.is === 'minus') return 'angka';
  if (e.is === 'text') return 'teks';
  if (e.is === 'pair') return ['+', '-', '*', 'div', 'mod'].includes(e.op) ? 'angka' : 'ya-tidak';
  if (e.is !== 'call') return 'any';
  if (e.name === 'if') {
    const [yes, no] = [kindOf(e.args[1]!, look, seen), kindOf(e.args[2]!, look, seen)];
    return yes === no ? yes : 'any';
  }
  if (e.name === 'once') return kindOf(e.args[0]!, look, seen);
  return FUNCTIONS[e.name]?.gives ?? 'any';
};

const nameOf = (e: Expression, look: Look): string => {
  const place = questionOf(e, look);
  return place ? `\${${place.row.name}} berisi` : 'Bagian ini berisi';
};

/** Whether the expression can never be a number. */
const clashAsNumber = (e: Expression, look: Look): Clash[] => {
  if (e.is === 'text')
    return isNumeric(e.value) || e.value === ''
      ? []
      : [{ code: 'jenis_bentrok', sentence: `"${e.value}" bukan angka dan bukan tanggal.`, at: e.at }];
  return kindOf(e, look) === 'teks'
    ? [{ code: 'jenis_bentrok', sentence: `${nameOf(e, look)} teks, padahal di sini diperlukan angka.`, at: e.at }]
    : [];
};

const choiceClash = (question: Expression, literal: Expression, look: Look): Clash[] => {
  const place = questionOf(question, look);
  if (!place || literal.is !== 'text' || literal.value === '' || !place.row.list) return [];
  const codes = look.form.lists.get(place.row.list);
  if (!codes || codes.some((choice) => choice.name === literal.value)) return [];
  return [
    {
      code: 'pilihan_tidak_ada',
      sentence: `Daftar ${place.row.list} tidak punya pilihan "${literal.value}". Pilihannya: ${codes
        .slice(0, 12)
        .map((choice) => choice.name)
        .join(', ')}.`,
      at: literal.at,
    },
  ];
};

const literalClash = (e: Expression, literal: Expression, look: Look): Clash[] => {
  if (literal.is === 'number' && kindOf(e, look) === 'tanggal' && questionOf(e, look))
    return [
      { code: 'jenis_bentrok', sentence: `${nameOf(e, look)} tanggal; bandingkan dengan tanggal.`, at: literal.at },
    ];
  if (literal.is !== 'text' || literal.value === '') return [];
  const kind = kindOf(e, look);
  const fits = kind === 'angka' ? isNumeric(literal.value) : kind === 'tanggal' ? parseLocalDate(literal.value) : true;
  return fits
    ? []
    : [
        {
          code: 'jenis_bentrok',
          sentence: `${nameOf(e, look)} ${WORDS[kind]}, padahal dibandingkan dengan "${literal.value}".`,
          at: literal.at,
        },
      ];
};

const pairClashes = (e: Expression & { is: 'pair' }, look: Look): Clash[] => {
  const { op, left, right } = e;
  if (op === 'and' || op === 'or') return [];
  const literals = [...literalClash(left, right, look), ...literalClash(right, left, look)];
  if (op === '=' || op === '!=')
    return [...literals, ...choiceClash(left, right, look), ...choiceClash(right, left, look)];
  return literals.length > 0 ? literals : [...clashAsNumber(left, look), ...clashAsNumber(right, look)];
};

const callClashes = (e: Expression & { is: 'call' }, look: Look): Clash[] => {
  const [first, second] = e.args;
  if (e.name === 'selected' && first && second) {
    const place = questionOf(first, look);
    if (place && !place.row.list && place.row.type !== 'calculate')
      return [
        {
          code: 'jenis_bentrok',
          sentence: `\${${place.row.name}} bukan pertanyaan pilihan, jadi tidak dapat dipakai dalam selected().`,
          at: first.at,
        },
      ];
    return choiceClash(first, second, look);
  }
  if (e.name === 'regex' && second?.is === 'text') {
    const pattern = readPattern(second.value);
    return pattern.ok ? [] : [{ code: 'jenis_bentrok', sentence: pattern.sentence, at: second.at }];
  }
  return FUNCTIONS[e.name]?.numbers ? e.args.flatMap((arg) => clashAsNumber(arg, look)) : [];
};

/** The clashes of one expression itself, not of the ones inside it. */
export const clashesOf = (e: Expression, look: Look): Clash[] => {
  if (e.is === 'minus') return clashAsNumber(e.of, look);
  if (e.is === 'pair') return pairClashes(e, look);
  return e.is === 'call' ? callClashes(e, look) : [];
};

/** Where yes or no is asked for: a date or a constant says neither. */
export const clashAsCondition = (e: Expression, look: Look): Clash[] =>
  kindOf(e, look) === 'tanggal' || e.is === 'text' || e.is === 'number'
    ? [{ code: 'jenis_bentrok', sentence: 'Di sini diperlukan syarat yang benar atau salah.', at: e.at }]
    : [];
