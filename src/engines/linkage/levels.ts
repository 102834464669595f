/**
 * What can come out of comparing one field of two persons: a level per field. Level 0 is always "missing on one side" and never counts,
 * neither for nor against. The levels of all fields make a pattern; a model gives probabilities per level.
 */
export type Field =
  | 'name'
  | 'mother'
  | 'birth'
  | 'nik'
  | 'kk'
  | 'place'
  | 'sex'
  | 'birthPlace'
  | 'address'
  | 'phone'
  | 'postcode'
  | 'string1'
  | 'string2'
  | 'string3'
  | 'string4';

/** `word` and `shift`: where the level stands in a packed pattern (two words of 32 bits). */
export type Dimension = { field: Field; levels: number; word: 0 | 1; shift: number; bits: number };

const dimension = (field: Field, levels: number, word: 0 | 1, shift: number, bits: number): Dimension => ({
  field,
  levels,
  word,
  shift,
  bits,
});

export const RARITIES = 6;
/** Kinds of name comparison, best first; each is split by how rare the matched words are in this table. */
export const NAME_KINDS = [
  'same',
  'spelling',
  'slips',
  'slipsOnly',
  'vowel',
  'subset',
  'subsetOne',
  'subsetSlips',
  'part',
  'partSlips',
] as const;
export const NAME_NONE = 1 + NAME_KINDS.length * RARITIES;
export const MOTHER_NONE = 10;

export const DIMENSIONS: readonly Dimension[] = [
  dimension('name', NAME_NONE + 1, 0, 0, 6),
  dimension('mother', MOTHER_NONE + 1, 0, 6, 4),
  dimension('birth', 13, 0, 10, 4),
  dimension('nik', 7, 0, 14, 3),
  dimension('kk', 4, 0, 17, 2),
  dimension('place', 6, 0, 19, 3),
  dimension('sex', 3, 0, 22, 2),
  dimension('birthPlace', 4, 0, 24, 2),
  dimension('address', 5, 0, 26, 3),
  dimension('phone', 4, 0, 29, 2),
  dimension('postcode', 4, 1, 0, 2),
  dimension('string1', 4, 1, 2, 2),
  dimension('string2', 4, 1, 4, 2),
  dimension('string3', 4, 1, 6, 2),
  dimension('string4', 4, 1, 8, 2),
];

export const BIRTH_LEVELS = [
  'missing',
  'equal',
  'equalDefault',
  'swapped',
  'day',
  'month',
  'yearNear',
  'yearFar',
  'default',
  'dayMonth',
  'yearDefault',
  'twoParts',
  'differ',
] as const;
export const NIK_LEVELS = ['missing', 'equal', 'slip', 'serial', 'twoSlips', 'differ', 'differDoubtful'] as const;
export const PLACE_LEVELS = ['missing', 'sameRt', 'sameArea', 'otherRt', 'sameDistrict', 'differ'] as const;

/** Coarse birth-date agreement, which conditions what NIK agreement means: 0 missing, 1 equal or swapped, 2 one part off, 3 different. */
export const BIRTH_GROUP: readonly number[] = [0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3];
export const BIRTH_GROUPS = 4;

const BY_FIELD = new Map(DIMENSIONS.map((d) => [d.field, d]));
/** Level of one field in a packed pattern. */
export const levelIn = (field: Field, word0: number, word1: number): number => {
  const d = BY_FIELD.get(field)!;
  return ((d.word === 0 ? word0 : word1) >>> d.shift) & ((1 << d.bits) - 1);
};

/** Kind and rarity of a name level; undefined for missing and "nothing in common". */
export const nameLevel = (level: number): { kind: (typeof NAME_KINDS)[number]; rarity: number } | undefined =>
  level === 0 || level >= NAME_NONE
    ? undefined
    : { kind: NAME_KINDS[Math.floor((level - 1) / RARITIES)]!, rarity: (level - 1) % RARITIES };

/** True when two persons share a household by what they say: one KK number, or one mother in one area. */
export const sharesHousehold = (word0: number, word1: number): boolean => {
  if (levelIn('kk', word0, word1) === 1) return true;
  const mother = levelIn('mother', word0, word1);
  const place = levelIn('place', word0, word1);
  return mother >= 1 && mother <= 3 && place >= 1 && place <= 3;
};
