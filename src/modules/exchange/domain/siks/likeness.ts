/** Capitals without accents, punctuation and doubled blanks; what is left are words of letters and digits. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();

/** The same without blanks, so that `KARANGASRI` and `Karang Asri` are one. */
export const plainLetters = (text: string): string => plainWords(text).replaceAll(' ', '');

/**
 * Edits that turn one text into another: a letter put in, left out, changed, or two neighbours exchanged (optimal string alignment).
 * Stops counting above `most` and then gives `most + 1`.
 */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (exchanged) best = Math.min(best, (beforeLast[j - 2] as number) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, most + 1);
};

/** Edits a word of this length may differ by and still be meant: none up to 3 letters, one up to 7, two above. */
export const editsAllowed = (length: number): number => (length <= 3 ? 0 : length <= 7 ? 1 : 2);
