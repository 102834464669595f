/**
 * How a written word becomes its canonical form. Two spellings of one Indonesian name must fall together,
 * two different names should stay apart; what remains (typing errors) is left to the edit distance.
 *
 * | written            | canonical | rule                                        |
 * |--------------------|-----------|---------------------------------------------|
 * | Soekarno, Sukarno  | sukarnu   | oe = u, o = u                               |
 * | Djoko, Joko        | iuku      | dj = j, j = y = i                           |
 * | Tjahyadi, Cahyadi  | cahiadi   | tj = c                                      |
 * | Sjarif, Syarif     | sarip     | sj, sy, sh = s; f = v = p                   |
 * | Khoirul, Choirul   | huirul    | kh = h, ch = h                              |
 * | Ramadhan, Ramadan  | ramadan   | dh = d, th = t                              |
 * | Rizky, Riski       | riski     | z = s, y = i                                |
 * | Abdullah, Abdulla  | abdula    | doubled letters and the last h are dropped  |
 *
 * The folds follow the spelling reforms of 1947 (Soewandi) and 1972 (EYD) and everyday transliteration of Arabic names.
 */
export type Spelling = 'indonesia' | 'plain';

/** What a written word is inside a name: an ordinary word, a title or a particle (left out when another word remains). */
export type WordKind = 'word' | 'title' | 'particle';

const digraphs: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/s[jyh]/g, 's'],
  [/kh/g, 'h'],
  [/^ch(?=a(?!i))/, 'c'],
  [/ch(?=[rl])/g, 'k'],
  [/ch/g, 'h'],
  [/ck/g, 'k'],
  [/ph/g, 'p'],
  [/([tdgb])h/g, '$1'],
  [/d[zs]/g, 's'],
  [/x/g, 'ks'],
];
const letters: Readonly<Record<string, string>> = { z: 's', f: 'p', v: 'p', q: 'k', j: 'i', y: 'i', e: 'i', o: 'u' };

const muhammad = new Set(
  'mhd md mhmd moh mohd muh muhd moch mohamad mohammad mohamed mohammed mohamat muhamad muhammad muhamed muhammed muhamat mochamad mochammad muchamad muchammad mukhamad mukhammad mokhamad mokhammad'.split(
    ' ',
  ),
);
/** The one canonical form of all spellings and short forms of Muhammad. */
export const MUHAMMAD = 'muhamad';

const titles = new Set(
  'h hj haji hajjah hajah kh drs dra dr drg ir prof ny nyonya tn tuan bpk bapak ibu sdr sdri alm almh almarhum almarhumah spd se sh st skm skom sag ssos msi mpd mm mh spdi amd'.split(
    ' ',
  ),
);
const particles = new Set(['bin', 'binti', 'bt', 'bte']);

/** Kind of a lower-case word inside an Indonesian name. */
export const wordKind = (word: string, spelling: Spelling): WordKind => {
  if (spelling === 'plain') return 'word';
  if (titles.has(word)) return 'title';
  return particles.has(word) ? 'particle' : 'word';
};

/**
 * Canonical form of one lower-case word of letters a-z (digits pass unchanged). Never empty for a non-empty word.
 * With `plain` spelling only doubled letters fall together, for tables of other countries.
 */
export const foldWord = (word: string, spelling: Spelling): string => {
  const single = (text: string) => text.replace(/([a-z])\1+/g, '$1');
  if (spelling === 'plain' || word.length === 1 || /\d/.test(word)) return single(word);
  if (muhammad.has(word)) return MUHAMMAD;
  let folded = word;
  for (const [pattern, to] of digraphs) folded = folded.replace(pattern, to);
  folded = single(folded.replace(/[zfvqjyeo]/g, (letter) => letters[letter] ?? letter));
  return folded.length > 2 && folded.endsWith('h') ? folded.slice(0, -1) : folded;
};

/** Consonant skeleton of a canonical word: its first letter and the consonants after it, without h. Used only to find candidates. */
export const skeletonOf = (canonical: string): string =>
  canonical.slice(0, 1) +
  canonical
    .slice(1)
    .replace(/[aiueoh]/g, '')
    .replace(/([a-z])\1+/g, '$1');
