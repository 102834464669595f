import { dateOf, type LocalDate } from '#kernel/local-date.ts';

/** The first letters by which a month is known, in Indonesian and English and their usual spellings. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^[fp]eb/,
  /^mar/,
  /^apr/,
  /^m(ei|ay)/,
  /^jun/,
  /^jul/,
  /^a(gu|gt|gs|ug)/,
  /^sep/,
  /^o[kc]t/,
  /^no[vp]/,
  /^d(es|ec)/,
];

const monthOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : MONTHS.findIndex((name) => name.test(text)) + 1;

/**
 * A date as people type it here, day first: `6/8/2026`, `06-08-2026`, `6 Agustus 2026`, `6 ags 2026`, `06082026`; also `2026-08-06`.
 * Two-digit years are not guessed. Undefined when it is no date.
 */
export const readDate = (raw: string): LocalDate | undefined => {
  const text = raw.trim().toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const spoken =
    /^(\d{1,2})[\s\-/.]+([a-z]+|\d{1,2})[\s\-/.]+(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return spoken ? dateOf(Number(spoken[3]), monthOf(spoken[2] as string), Number(spoken[1])) : undefined;
};
