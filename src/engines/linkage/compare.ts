import { dayOf, monthOf, yearOf } from './dates.ts';
import type { Dictionary } from './dictionary.ts';
import { slipsBetween } from './digits.ts';
import { BIRTH_LEVELS, MOTHER_NONE, NAME_NONE, RARITIES } from './levels.ts';
import { compareWords, type Rarity, type WordMatch } from './name-match.ts';
import * as R from './record.ts';
import { likenessOf, type SimilarityCache, UNLIKE } from './similarity.ts';
import type { PersonTable } from './table.ts';

/** Everything comparing needs beside the records. */
export type Comparer = { table: PersonTable; cache: SimilarityCache; names: Rarity; mothers: Rarity; streets: Rarity };

/** A packed pattern of levels; one buffer per caller, used again. */
export type Pattern = { word0: number; word1: number };

const match: WordMatch = { kind: 0, bits: 0, total: 0 };

// Expected number of other rows that share the matched words by chance is 2^-bits x rows: rarity counts from there.
const rarityOf = (surplus: number): number =>
  surplus < -6 ? 0 : surplus < -3 ? 1 : surplus < -1 ? 2 : surplus < 1.5 ? 3 : surplus < 5 ? 4 : 5;

const nameLevelOf = (c: Comparer, rec: Int32Array, a: number, b: number): number => {
  if (rec[a + R.NAME_SET] === 0 || rec[b + R.NAME_SET] === 0) return 0;
  compareWords(c.table.names, c.cache, rec, a, b, R.NAME_WORD, R.NAME_WORDS, R.NAME_SET, R.NAME_JOINED, c.names, match);
  if (match.kind < 0) return NAME_NONE;
  const kind = match.kind === 0 && rec[a + R.NAME_RAW] !== rec[b + R.NAME_RAW] ? 1 : match.kind;
  return 1 + kind * RARITIES + rarityOf(match.bits - c.names.rowBits);
};

/** 1..3 equal (common, middling, rare), 4..5 same but for slips, 6..7 one holds the other, 8..9 in part, 10 nothing. */
const motherLevelOf = (c: Comparer, rec: Int32Array, a: number, b: number): number => {
  if (rec[a + R.MOTHER_SET] === 0 || rec[b + R.MOTHER_SET] === 0) return 0;
  compareWords(
    c.table.names,
    c.cache,
    rec,
    a,
    b,
    R.MOTHER_WORD,
    R.MOTHER_WORDS,
    R.MOTHER_SET,
    R.MOTHER_JOINED,
    c.mothers,
    match,
  );
  if (match.kind < 0) return MOTHER_NONE;
  const surplus = match.bits - c.mothers.rowBits;
  if (match.kind <= 1) return surplus < -5 ? 1 : surplus < 0 ? 2 : 3;
  const rare = surplus < -4 ? 0 : 1;
  return (match.kind <= 4 ? 4 : match.kind <= 7 ? 6 : 8) + rare;
};

const B = Object.fromEntries(BIRTH_LEVELS.map((level, i) => [level, i])) as Record<
  (typeof BIRTH_LEVELS)[number],
  number
>;

// The first of January and of July stand for "day unknown" in many registers; so does a date without day and month.
const isDefault = (packed: number): boolean =>
  monthOf(packed) === 0 || (dayOf(packed) === 1 && (monthOf(packed) === 1 || monthOf(packed) === 7));

const yearsAlike = (a: number, b: number): boolean => {
  if (Math.abs(a - b) <= 2) return true;
  const [x, y] = [a % 100, b % 100];
  if (a - x !== b - y) return x === y;
  return (
    Math.floor(x / 10) === Math.floor(y / 10) ||
    x % 10 === y % 10 ||
    (Math.floor(x / 10) === y % 10 && Math.floor(y / 10) === x % 10)
  );
};

/** Level of two packed birth dates. Symmetric. */
export const birthLevel = (a: number, b: number): number => {
  if (a === 0 || b === 0) return B.missing;
  const standIn = isDefault(a) || isDefault(b);
  if (a === b) return standIn ? B.equalDefault : B.equal;
  const sameYear = yearOf(a) === yearOf(b);
  const [dayA, dayB, monthA, monthB] = [dayOf(a), dayOf(b), monthOf(a), monthOf(b)];
  if (sameYear) {
    if (standIn) return B.default;
    if (dayA === monthB && dayB === monthA) return B.swapped;
    return monthA === monthB ? B.day : dayA === dayB ? B.month : B.dayMonth;
  }
  const near = yearsAlike(yearOf(a), yearOf(b));
  if (dayA === dayB && monthA === monthB)
    return standIn ? (near ? B.yearDefault : B.differ) : near ? B.yearNear : B.yearFar;
  if (standIn && Math.abs(yearOf(a) - yearOf(b)) <= 3) return B.yearDefault;
  return near && (dayA === dayB || monthA === monthB) ? B.twoParts : B.differ;
};

const SERIAL_FREE = ~0xffff;

/** True when a NIK and the birth date of its own record say different days: then the NIK, or the date, is somebody else's or wrong. */
const contradictsItself = (rec: Int32Array, at: number): boolean => {
  const lo = rec[at + R.NIK + 1]!;
  const birth = rec[at + R.BIRTH]!;
  if (lo === 0 || birth === 0) return false;
  const hi = rec[at + R.NIK]!;
  const digit = (word: number, shift: number) => ((word >>> shift) & 15) - 1;
  const day = (digit(hi, 4) * 10 + digit(hi, 0)) % 40; // women's days are written 41 to 71
  const month = digit(lo, 28) * 10 + digit(lo, 24);
  const year = digit(lo, 20) * 10 + digit(lo, 16);
  return day !== dayOf(birth) || month !== monthOf(birth) || year !== yearOf(birth) % 100;
};

/** Levels of NIK_LEVELS. `differDoubtful`: they differ, but one of them contradicts the birth date beside it. */
const nikLevelOf = (rec: Int32Array, a: number, b: number): number => {
  const aHi = rec[a + R.NIK]!;
  const bHi = rec[b + R.NIK]!;
  if (aHi === 0 || bHi === 0) return 0;
  const aLo = rec[a + R.NIK + 1]!;
  const bLo = rec[b + R.NIK + 1]!;
  if (aHi === bHi && aLo === bLo) return 1;
  if (aHi === bHi && aLo !== 0 && (aLo & SERIAL_FREE) === (bLo & SERIAL_FREE)) return 3;
  const slips = slipsBetween(aHi, aLo, bHi, bLo);
  if (slips < 3) return slips === 1 ? 2 : 4;
  return contradictsItself(rec, a) || contradictsItself(rec, b) ? 6 : 5;
};

const kkLevelOf = (rec: Int32Array, a: number, b: number): number => {
  const aHi = rec[a + R.KK]!;
  const bHi = rec[b + R.KK]!;
  if (aHi === 0 || bHi === 0) return 0;
  const slips = slipsBetween(aHi, rec[a + R.KK + 1]!, bHi, rec[b + R.KK + 1]!);
  return slips === 0 ? 1 : slips === 1 ? 2 : 3;
};

const placeLevelOf = (table: PersonTable, a: number, b: number): number => {
  const rec = table.records;
  const areaA = rec[a + R.AREA_SEX]! >> 2;
  const areaB = rec[b + R.AREA_SEX]! >> 2;
  if (areaA === 0 || areaB === 0) return 0;
  if (areaA !== areaB) return table.district[areaA] === table.district[areaB] ? 4 : 5;
  const finerA = rec[a + R.FINER_AREA]!;
  const finerB = rec[b + R.FINER_AREA]!;
  return finerA === 0 || finerB === 0 ? 2 : finerA === finerB ? 1 : 3;
};

const addressLevelOf = (c: Comparer, rec: Int32Array, a: number, b: number): number => {
  if (rec[a + R.ADDRESS_SET] === 0 || rec[b + R.ADDRESS_SET] === 0) return 0;
  if (rec[a + R.ADDRESS_SET] === rec[b + R.ADDRESS_SET]) return 1;
  compareWords(
    c.table.streets,
    c.cache,
    rec,
    a,
    b,
    R.ADDRESS_WORD,
    R.ADDRESS_WORDS,
    R.ADDRESS_SET,
    -1,
    c.streets,
    match,
  );
  if (match.kind < 0) return 4;
  return match.bits >= 0.55 * match.total ? 2 : 3;
};

const valueLevelOf = (d: Dictionary, cache: SimilarityCache, a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : a === b ? 1 : likenessOf(d, cache, a, b) !== UNLIKE ? 2 : 3;

const sexLevelOf = (rec: Int32Array, a: number, b: number): number => {
  const sexA = rec[a + R.AREA_SEX]! & 3;
  const sexB = rec[b + R.AREA_SEX]! & 3;
  return sexA === 0 || sexB === 0 ? 0 : sexA === sexB ? 1 : 2;
};

const phoneLevelOf = (a: number, b: number): number => {
  if (a === 0 || b === 0) return 0;
  const slips = slipsBetween(a, 0, b, 0);
  return slips === 0 ? 1 : slips === 1 ? 2 : 3;
};

/** Compares the persons of two rows field by field and packs the levels. Symmetric: (a, b) and (b, a) give the same pattern. */
export const compareRows = (c: Comparer, rowA: number, rowB: number, out: Pattern): void => {
  const table = c.table;
  const rec = table.records;
  const a = rowA * R.STRIDE;
  const b = rowB * R.STRIDE;
  const { values } = table;
  const { cache } = c;
  out.word0 =
    nameLevelOf(c, rec, a, b) |
    (motherLevelOf(c, rec, a, b) << 6) |
    (birthLevel(rec[a + R.BIRTH]!, rec[b + R.BIRTH]!) << 10) |
    (nikLevelOf(rec, a, b) << 14) |
    (kkLevelOf(rec, a, b) << 17) |
    (placeLevelOf(table, a, b) << 19) |
    (sexLevelOf(rec, a, b) << 22) |
    (valueLevelOf(values, cache, rec[a + R.BIRTH_PLACE]!, rec[b + R.BIRTH_PLACE]!) << 24) |
    (addressLevelOf(c, rec, a, b) << 26) |
    (phoneLevelOf(rec[a + R.PHONE]!, rec[b + R.PHONE]!) << 29);
  let word1 = valueLevelOf(values, cache, rec[a + R.POSTCODE]!, rec[b + R.POSTCODE]!);
  for (let i = 0; i < R.STRINGS; i += 1) {
    word1 |= valueLevelOf(values, cache, rec[a + R.STRING + i]!, rec[b + R.STRING + i]!) << (2 + i * 2);
  }
  out.word1 = word1;
};
