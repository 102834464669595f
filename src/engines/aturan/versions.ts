/** Anything that is in force from a date on (YYYY-MM-DD) until the next version begins. */
export type Dated = { validFrom: string };

/**
 * The version in force on a date: the latest that began on or before it, or undefined before the first. A version is
 * never changed after it began, so a list made on an old date meets the rules of that date.
 * Throws RangeError when two versions begin on the same day.
 */
export const findVersionAt = <T extends Dated>(versions: readonly T[], date: string): T | undefined => {
  const days = versions.map((v) => v.validFrom);
  if (new Set(days).size !== days.length) throw new RangeError('two versions begin on the same day');
  return versions.filter((v) => v.validFrom <= date).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
};
