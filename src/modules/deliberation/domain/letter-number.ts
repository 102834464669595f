import { type LocalDate, partsOf } from '#kernel/local-date.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** How numbers look when the agency says nothing else; `{no}` is needed. */
export const DEFAULT_PATTERN = '{no}/{kelas}/{bulan}/{tahun}';

/**
 * A letter's number as it is printed: `{no}` three digits, `{kelas}` the class, `{bulan}` the month in Roman figures, `{tahun}`.
 * A pattern without `{no}` or `{kelas}` could give the same number twice, so it is not used.
 */
export const writeLetterNumber = (
  pattern: string | undefined,
  given: { no: number; class: string; on: LocalDate },
): string => {
  const { year, month } = partsOf(given.on);
  const usable =
    pattern?.includes('{no}') && pattern.includes('{kelas}') && pattern.includes('{tahun}') ? pattern : DEFAULT_PATTERN;
  return usable
    .replaceAll('{no}', String(given.no).padStart(3, '0'))
    .replaceAll('{kelas}', given.class)
    .replaceAll('{bulan}', ROMAN[month - 1] ?? '')
    .replaceAll('{tahun}', String(year));
};
