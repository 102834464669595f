import { foldWord, wordKind } from '#engines/linkage/spelling.ts';

const lettersOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/**
 * The text a person is searched by: spellings of one name fall together (Soekarno, Sukarno), titles and particles are left out while an
 * ordinary word remains, degrees after a comma too. Empty when the name has no letter.
 */
export const foldName = (name: string): string => {
  const beforeComma = lettersOf(name.split(',')[0] ?? '');
  const words = beforeComma.length > 0 ? beforeComma : lettersOf(name);
  const ordinary = words.filter((word) => wordKind(word, 'indonesia') === 'word');
  return (ordinary.length > 0 ? ordinary : words).map((word) => foldWord(word, 'indonesia')).join(' ');
};

const STREET: Readonly<Record<string, string>> = { jln: 'jl', jalan: 'jl', gang: 'gg', dsn: 'dusun', nomor: 'no' };

/** The text an address is searched by: lower case, short forms of jalan and gang made equal, numbers without leading zeros. */
export const foldAddress = (address: string): string =>
  lettersOf(address)
    .map((word) => STREET[word] ?? word.replace(/^0+(?=\d)/, ''))
    .join(' ');
