/** Titles and marks before or after a name, without points. `ALM` and `ALMH` mark the dead husband or the dead themselves. */
const BEFORE = new Set(
  'H HJ HJH HAJI HAJAH KH DRS DRA DR DRG IR PROF UST USTADZ USTADZAH SDR SDRI BPK BAPAK IBU NY NYAI NYONYA TN TUAN ALM ALMH'.split(
    ' ',
  ),
);
const AFTER = new Set(
  'SPD SPDI SE SH SSOS SAG SKOM ST SIP SKEP SKM SP MPD MSI MM MH MA AMD AMDKEB AMDKEP BA ALM ALMH'.split(' '),
);

export type NameReading = {
  /** In capitals, single blanks, without titles; empty when no letter is left. */
  readonly name: string;
  readonly titles: readonly string[];
  /** Digits or odd signs inside, or a single letter: somebody should look. */
  readonly odd: boolean;
};

const bare = (word: string): string => word.replace(/[.,()]/g, '').toUpperCase();

/** Two letters after a name are a title only when written with a point: Ma and Se are also names. */
const isTitleAfter = (word: string): boolean => AFTER.has(bare(word)) && (bare(word).length > 2 || /[.(]/.test(word));

/** Reads a person's name as registers write it. A title is taken off only where another word remains. */
export const readName = (raw: string): NameReading => {
  const words = raw
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .toUpperCase()
    .split(' ')
    .filter((word) => word !== '');
  const titles: string[] = [];
  // One letter with a point is an initial (M. Soleh), H. and HJ. are the titles of the hajj.
  while (words.length > 1 && BEFORE.has(bare(words[0] as string))) titles.push(words.shift() as string);
  while (words.length > 1 && isTitleAfter(words.at(-1) as string))
    titles.push((words.pop() as string).replace(/,$/, ''));
  const name = words.join(' ').replace(/[,;]+$/, '');
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters === '') return { name: '', titles: [], odd: false };
  return { name, titles, odd: letters.length < 2 || /[^\p{L}\s.'’`,/()-]/u.test(name) };
};
