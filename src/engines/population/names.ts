import { MUHAMMAD_SPELLINGS, NAME_WORDS } from './name-lists.ts';
import { mix32, openRank, pickWeighted, pickZipf, type Random } from './random.ts';

export type PopulationSex = 'L' | 'P';
export type Culture = 'jawa' | 'sunda' | 'melayu' | 'batak' | 'bali' | 'timur';

/** Share of each naming culture among families. */
export const CULTURES: readonly (readonly [Culture, number])[] = [
  ['jawa', 42],
  ['melayu', 31],
  ['sunda', 15],
  ['batak', 4],
  ['timur', 5],
  ['bali', 3],
];

/** Share of words drawn from the open vocabulary of morphemes instead of a list, and how fast it grows (distinct ~ draws^exponent). */
export const OPEN_WORD_SHARE = 0.16;
export const OPEN_WORD_EXPONENT = 0.62;
/** The commonest open word is as rare as the word of this rank. */
const OPEN_WORD_START = 60;

const MORPHEMES = {
  jawaTua: {
    open: 'su sa wa ka pa tu nga mar kar wir ji da sar ra mu ro ta po le dar har kus pur yo no'.split(' '),
    mid: 'par kar war har jar tar nar dar gi yi ti mi di ri lis bar giy man san rom'.split(' '),
    L: 'man min no to di jo mo wan yanto yono so ji din manto wiyono jito nadi wito'.split(' '),
    P: 'nem nah ti mi yem ni yah tun sih rah wati nten lah siyah mini tini'.split(' '),
  },
  muda: {
    open: 'al ar az da de el fa fi ha ka ki la le ma mi na ni ra re ri sa sha si ta vi ya za ze ai ke na'.split(' '),
    mid: 'di ri li ra na fi si ta ya zi ni mi bi ki va sy ha lo re ne'.split(' '),
    L: 'n no o r s h f d ndra ka no to wan san ldi fin rul nsyah vin ndo'.split(' '),
    P: 'a na ta ya ra lia nda sha tri wati ni la ella nia rin ssa fa tya'.split(' '),
  },
} as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The word of a rank in the open vocabulary: the same rank is always the same word. */
const openWord = (random: Random, kind: 'jawaTua' | 'muda', sex: PopulationSex): string => {
  const m = MORPHEMES[kind];
  const ending = m[sex];
  const seed = mix32(kind === 'muda' ? 7 : 8, openRank(random, OPEN_WORD_EXPONENT, OPEN_WORD_START));
  const twice = mix32(9, seed);
  const middle = m.mid[(seed >>> 8) % m.mid.length];
  const second = twice % 100 < 35 ? m.mid[(twice >>> 8) % m.mid.length] : '';
  return capital(`${m.open[seed % m.open.length]}${middle}${second}${ending[(seed >>> 20) % ending.length]}`);
};

const isOld = (bornYear: number): boolean => bornYear < 1972;

const oneWord = (random: Random, list: readonly string[], sex: PopulationSex, bornYear: number): string =>
  random.chance(OPEN_WORD_SHARE) ? openWord(random, isOld(bornYear) ? 'jawaTua' : 'muda', sex) : pickZipf(random, list);

/** Number of words of a name by year of birth: single names belong to the old, four words to the young. */
const wordCount = (random: Random, bornYear: number): number => {
  const shares =
    bornYear < 1960
      ? [54, 37, 9, 0]
      : bornYear < 1980
        ? [28, 53, 18, 1]
        : bornYear < 2000
          ? [11, 54, 30, 5]
          : [3, 41, 43, 13];
  return pickWeighted(
    random,
    shares.map((share, i) => [i + 1, share] as const),
  );
};

const firstWord = (random: Random, culture: Culture, sex: PopulationSex, bornYear: number): string => {
  const old = isOld(bornYear);
  if (culture === 'sunda' && random.chance(old ? 0.7 : 0.35))
    return oneWord(random, NAME_WORDS.sunda[sex], sex, bornYear);
  if (culture === 'melayu') return oneWord(random, NAME_WORDS.arab[sex], sex, bornYear);
  if (culture === 'batak' || culture === 'timur') return oneWord(random, NAME_WORDS.kristen[sex], sex, bornYear);
  if (old && random.chance(0.75)) return oneWord(random, NAME_WORDS.jawaTua[sex], sex, bornYear);
  const list = pickWeighted(random, [
    [NAME_WORDS.jawa[sex] as readonly string[], 5],
    [NAME_WORDS.arab[sex], 3],
    [NAME_WORDS.modern[sex], bornYear > 1995 ? 4 : 1],
  ]);
  return oneWord(random, list, sex, bornYear);
};

const laterWord = (random: Random, culture: Culture, sex: PopulationSex, bornYear: number): string => {
  const list = pickWeighted(random, [
    [NAME_WORDS.akhir[sex] as readonly string[], culture === 'melayu' ? 2 : 5],
    [NAME_WORDS.arab[sex], culture === 'melayu' ? 6 : 2],
    [NAME_WORDS.modern[sex], bornYear > 1995 ? 4 : 2],
  ]);
  return oneWord(random, list, sex, bornYear);
};

/** Boys of Muslim families who carry Muhammad before their name, by year of birth. */
const muhammadShare = (bornYear: number): number =>
  bornYear < 1960 ? 0.04 : bornYear < 1985 ? 0.09 : bornYear < 2000 ? 0.15 : 0.22;
const sitiShare = (bornYear: number): number => (bornYear < 1990 ? 0.16 : 0.07);

const prefixOf = (random: Random, culture: Culture, sex: PopulationSex, bornYear: number): string[] => {
  if (culture === 'bali') return [NAME_WORDS.baliPrefix[sex][0], random.pick(NAME_WORDS.baliOrder[sex])];
  if (culture === 'batak' || culture === 'timur') return [];
  if (sex === 'L' && random.chance(muhammadShare(bornYear))) return [pickWeighted(random, MUHAMMAD_SPELLINGS)];
  if (sex === 'P' && random.chance(sitiShare(bornYear))) return ['Siti'];
  if (sex === 'L' && culture === 'melayu' && random.chance(0.1)) return ['Abdul'];
  return [];
};

/** Adds a word that the name does not have yet; nobody is called Siti Siti. */
const addNew = (name: string[], draw: () => string): void => {
  let word = draw();
  while (name.includes(word)) word = draw();
  name.push(word);
};

export type NameWish = {
  readonly sex: PopulationSex;
  readonly bornYear: number;
  readonly culture: Culture;
  /** The last word a family shares (marga, or the father's last name). */
  readonly familyWord?: string | undefined;
};

/** A name as the birth certificate has it, in words with capitals: one to five words. */
export const makeName = (random: Random, { sex, bornYear, culture, familyWord }: NameWish): string[] => {
  const name = prefixOf(random, culture, sex, bornYear);
  if (culture === 'bali') return [...name, oneWord(random, NAME_WORDS.bali[sex], sex, bornYear)];
  const wanted =
    Math.max(wordCount(random, bornYear), familyWord === undefined ? 1 : 2) - (familyWord === undefined ? 0 : 1);
  addNew(name, () => firstWord(random, culture, sex, bornYear));
  const count = Math.max(wanted, name.length);
  while (name.length < count) addNew(name, () => laterWord(random, culture, sex, bornYear));
  if (familyWord !== undefined && !name.includes(familyWord)) name.push(familyWord);
  return name;
};

/** The word a family passes on, or undefined when it has none (most of Java). */
export const makeFamilyWord = (random: Random, culture: Culture): string | undefined => {
  if (culture === 'batak') return pickZipf(random, NAME_WORDS.marga);
  if (culture === 'timur') return pickZipf(random, NAME_WORDS.margaTimur);
  return undefined;
};
