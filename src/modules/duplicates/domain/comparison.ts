import { DIMENSIONS, type Field, levelIn, levelSentence, type Suspect } from '#engines/linkage/index.ts';
import type { Comparison, Verdict } from './words.ts';

/** Per field the levels that mean the same, and those that mean different; what lies between is alike, and 0 is unknown. */
const READING: Partial<Record<Field, { same: readonly number[]; differ: readonly number[] }>> = {
  // Levels of a name are kinds times rarity: the first six are the very same name.
  name: { same: [1, 2, 3, 4, 5, 6], differ: [] },
  mother: { same: [1, 2, 3], differ: [10] },
  birth: { same: [1, 2], differ: [11, 12] },
  // A serial next door is how children born together are numbered: another number, not a slip.
  nik: { same: [1], differ: [3, 5, 6] },
  kk: { same: [1], differ: [3] },
  place: { same: [1, 2], differ: [5] },
  sex: { same: [1], differ: [2] },
  birthPlace: { same: [1], differ: [3] },
  address: { same: [1], differ: [4] },
  phone: { same: [1], differ: [3] },
};

/** The level of a field in the word an officer reads. */
export const verdictOf = (field: Field, level: number): Verdict => {
  if (level === 0) return 'belum';
  const reading = READING[field];
  const last = (DIMENSIONS.find((one) => one.field === field)?.levels ?? 0) - 1;
  if (reading?.same.includes(level)) return 'cocok';
  return reading?.differ.includes(level) || (field === 'name' && level === last) ? 'beda' : 'mirip';
};

/** Every field that a register compares, the strongest first, those unknown last. */
export const comparisonsOf = (suspect: Pick<Suspect, 'fields' | 'word0' | 'word1'>): Comparison[] => {
  const weightOf = new Map(suspect.fields.map((reason) => [reason.field, reason.weight]));
  return (Object.keys(READING) as Field[])
    .map((field) => {
      const level = levelIn(field, suspect.word0, suspect.word1);
      return {
        field,
        level,
        verdict: verdictOf(field, level),
        weight: Math.round((weightOf.get(field) ?? 0) * 100) / 100,
        sentence: levelSentence(field, level),
      };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.field < b.field ? -1 : 1));
};
