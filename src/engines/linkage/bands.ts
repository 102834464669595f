import { BIRTH_LEVELS, levelIn, type NAME_KINDS, nameLevel, sharesHousehold } from './levels.ts';

/** What officers see in place of a percentage. `pasti` is reserved for pairs in which nothing speaks against. */
export type Band = 'pasti' | 'mungkin' | 'bukan';

/** Bits from which a pair may be `pasti` (999 to 1) and from which it is `mungkin` (1 to 4). */
export const PASTI_FROM = Math.log2(999);
export const MUNGKIN_FROM = -2;

const birth = (...names: (typeof BIRTH_LEVELS)[number][]): Set<number> =>
  new Set(names.map((name) => BIRTH_LEVELS.indexOf(name)));
const OTHER_BIRTH = birth('yearFar', 'dayMonth', 'twoParts', 'differ', 'yearDefault');
const FULL_BIRTH = birth('equal', 'swapped', 'day', 'month', 'yearNear');
const EQUAL_BIRTH = birth('missing', 'equal', 'equalDefault', 'swapped');
const FULL_NAME = new Set<(typeof NAME_KINDS)[number]>(['same', 'spelling', 'slips', 'subset']);

/**
 * Whether something in the pattern contradicts "one person", however strong the rest is: another sex, another birth date, another NIK,
 * a serial next door (kembar, or neighbours registered on one day), or names with too little in common.
 */
export const contradicts = (word0: number, word1: number): boolean => {
  const nik = levelIn('nik', word0, word1);
  if (nik >= 3 || levelIn('sex', word0, word1) === 2) return true;
  const date = levelIn('birth', word0, word1);
  if (OTHER_BIRTH.has(date)) return true;
  // A date and a NIK that differ together are two consistent papers, as siblings have them, not one slip.
  if (nik === 2 && !EQUAL_BIRTH.has(date)) return true;
  const name = nameLevel(levelIn('name', word0, word1));
  if (!name || !FULL_NAME.has(name.kind)) return true;
  // Within a household a brother may share the date but for one part, and words of the name: only the whole name will do.
  if (sharesHousehold(word0, word1) && (name.kind === 'subset' || (name.kind === 'slips' && nik !== 1))) return true;
  return nik !== 1 && !FULL_BIRTH.has(date);
};

/** The band of a pair. `bits` is its weight, the words its packed pattern. */
export const bandOf = (bits: number, word0: number, word1: number): Band => {
  if (bits < MUNGKIN_FROM) return 'bukan';
  return bits >= PASTI_FROM && !contradicts(word0, word1) ? 'pasti' : 'mungkin';
};
