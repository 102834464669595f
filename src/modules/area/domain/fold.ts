/**
 * The text one searches a place by: lower case, without accents and punctuation, single spaces.
 * "Kel. Karang-Asri" and "karang asri" fold to comparable words.
 */
export const foldPlace = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
