import { swapInvariant, yearOf } from './dates.ts';
import { mix } from './dictionary.ts';
import * as R from './record.ts';
import type { PersonTable } from './table.ts';

/** What can narrow a key that is too common: a property of the row that two records of one person mostly share. */
type Narrowing = 'district' | 'area' | 'year' | 'name' | 'firstWord' | 'yearOrDistrictYear' | 'districtOrArea';

/**
 * The ways in which two records of one person are brought together. Each gives every record keys; records that share a key are compared,
 * as long as no more than `cap` share it. A key that is more common is refined by what `narrow` lists, one after the other, so that the
 * number of candidates grows with the table and not with its square.
 */
export const PASSES: readonly { name: string; cap: number; narrow: readonly Narrowing[] }[] = [
  { name: 'nik', cap: 12, narrow: ['name'] },
  { name: 'kk + a word of the name', cap: 12, narrow: [] },
  { name: 'birth date + a word of the name', cap: 6, narrow: ['district', 'area'] },
  { name: "birth date + mother's first word", cap: 5, narrow: ['district', 'area'] },
  { name: 'birth date + area', cap: 6, narrow: [] },
  { name: 'name written together', cap: 6, narrow: ['yearOrDistrictYear', 'districtOrArea'] },
  { name: "words of the name + mother's name", cap: 12, narrow: ['year', 'area'] },
  { name: "a word of the name + mother's name", cap: 5, narrow: ['area', 'year'] },
  { name: 'two words of the name + year', cap: 5, narrow: ['district', 'area'] },
  { name: 'phone', cap: 12, narrow: ['firstWord'] },
  { name: 'address + area + first word of the name', cap: 5, narrow: [] },
  { name: 'postcode + a word of the name', cap: 12, narrow: ['year'] },
];

/** Keys of one record in their first form: `pass[i]` indexes PASSES, `first[i]` is never 0. */
export type Keys = { size: number; pass: Uint8Array; first: Int32Array };

/** Most keys a record can have. */
export const MAX_KEYS = 40;
export const createKeys = (): Keys => ({ size: 0, pass: new Uint8Array(MAX_KEYS), first: new Int32Array(MAX_KEYS) });

const NIK = 0;
const KK_WORD = 1;
const DATE_WORD = 2;
const DATE_MOTHER = 3;
const DATE_AREA = 4;
const JOINED = 5;
const SET_MOTHER = 6;
const WORD_MOTHER = 7;
const WORDS_YEAR = 8;
const PHONE = 9;
const ADDRESS_WORD = 10;
const POSTCODE_WORD = 11;

/** Two words into one. Every step stays a 32-bit integer. */
const join = (a: number, b: number): number => {
  const h = Math.imul(a ^ Math.imul(b, 0x2c1b3c6d), 0x297a2d39);
  return h ^ (h >>> 15);
};

const add = (keys: Keys, pass: number, key: number): void => {
  const at = keys.size;
  if (at >= MAX_KEYS) return;
  keys.pass[at] = pass;
  keys.first[at] = mix(join(pass, key)) || 1;
  keys.size = at + 1;
};

const districtOf = (table: PersonTable, at: number): number => {
  const area = table.records[at + R.AREA_SEX]! >> 2;
  return area === 0 ? 0 : table.district[area]!;
};

const areaOf = (table: PersonTable, at: number): number => {
  const area = table.records[at + R.AREA_SEX]! >> 2;
  return area === 0 ? 0 : table.values.hash[area]!;
};

const firstWordOf = (table: PersonTable, at: number): number => {
  const id = table.records[at + R.NAME_WORD]!;
  return id === 0 ? 0 : table.names.skeleton[id]!;
};

/** A single name is too common for its year alone. */
const isSingleName = (table: PersonTable, at: number): boolean => table.records[at + R.NAME_WORD + 1] === 0;

const narrowing = (table: PersonTable, at: number, by: Narrowing): number => {
  const year = yearOf(table.records[at + R.BIRTH]!);
  switch (by) {
    case 'district':
      return districtOf(table, at);
    case 'area':
      return areaOf(table, at);
    case 'year':
      return year;
    case 'name':
      return table.records[at + R.NAME_SET]!;
    case 'firstWord':
      return firstWordOf(table, at);
    case 'yearOrDistrictYear':
      return isSingleName(table, at) ? join(districtOf(table, at), year) : year;
    case 'districtOrArea':
      return isSingleName(table, at) ? areaOf(table, at) : districtOf(table, at);
  }
};

/**
 * The next finer form of a key that the record at word `at` carries: `form` 1 of the first form, 2 of form 1. 0 when the pass has no
 * finer form or the record lacks what narrows it; a too common key is then not used.
 */
export const finerKey = (table: PersonTable, at: number, pass: number, form: number, key: number): number => {
  const by = PASSES[pass]!.narrow[form - 1];
  const narrow = by === undefined ? 0 : narrowing(table, at, by);
  return narrow === 0 ? 0 : mix(join(key, narrow)) || 1;
};

const skeletons = new Int32Array(R.NAME_WORDS);
const ids = new Int32Array(R.NAME_WORDS);

/** Fills `keys` with all keys of the record that starts at word `at`. */
export const keysOf = (table: PersonTable, at: number, keys: Keys): void => {
  const rec = table.records;
  const names = table.names;
  keys.size = 0;
  let n = 0;
  for (let i = 0; i < R.NAME_WORDS; i += 1) {
    const id = rec[at + R.NAME_WORD + i]!;
    if (id === 0) break;
    if (names.length[id]! < 2) continue; // an initial finds too many
    ids[n] = id;
    skeletons[n] = names.skeleton[id]!;
    n += 1;
  }
  const date = rec[at + R.BIRTH]!;
  const dateKey = swapInvariant(date);
  const year = yearOf(date);
  const area = rec[at + R.AREA_SEX]! >> 2;
  const areaHash = area === 0 ? 0 : table.values.hash[area]!;
  const set = rec[at + R.NAME_SET]!;
  const motherSet = rec[at + R.MOTHER_SET]!;
  const motherId = rec[at + R.MOTHER_WORD]!;
  const mother = motherId === 0 ? 0 : names.skeleton[motherId]!;
  const house = rec[at + R.KK]! === 0 ? 0 : join(rec[at + R.KK]!, rec[at + R.KK + 1]!);

  if (rec[at + R.NIK] !== 0) add(keys, NIK, join(rec[at + R.NIK]!, rec[at + R.NIK + 1]!));
  if (house !== 0) for (let i = 0; i < n; i += 1) add(keys, KK_WORD, join(house, skeletons[i]!));
  if (dateKey !== 0) {
    for (let i = 0; i < n; i += 1) add(keys, DATE_WORD, join(dateKey, skeletons[i]!));
    if (mother !== 0) add(keys, DATE_MOTHER, join(dateKey, mother));
    if (areaHash !== 0) add(keys, DATE_AREA, join(dateKey, areaHash));
  }
  if (set !== 0) {
    if (motherSet !== 0) add(keys, SET_MOTHER, join(set, motherSet));
    const joined = rec[at + R.NAME_JOINED]!;
    if (joined !== 0) add(keys, JOINED, joined);
  }
  for (let i = 0; i < n; i += 1) {
    if (mother !== 0) add(keys, WORD_MOTHER, join(skeletons[i]!, motherSet));
    for (let j = i + 1; j < n; j += 1) {
      const pair =
        skeletons[i]! < skeletons[j]! ? join(skeletons[i]!, skeletons[j]!) : join(skeletons[j]!, skeletons[i]!);
      if (year !== 0) add(keys, WORDS_YEAR, join(pair, year));
    }
  }
  addContactKeys(table, at, keys, n, areaHash);
};

const addContactKeys = (table: PersonTable, at: number, keys: Keys, n: number, areaHash: number): void => {
  const rec = table.records;
  const phone = rec[at + R.PHONE]!;
  if (phone !== 0) add(keys, PHONE, phone);
  const street = rec[at + R.ADDRESS_SET]!;
  if (street !== 0 && n > 0) add(keys, ADDRESS_WORD, join(join(street, areaHash), skeletons[0]!));
  const post = rec[at + R.POSTCODE]!;
  if (post !== 0) {
    const hash = table.values.hash[post]!;
    for (let i = 0; i < n; i += 1) add(keys, POSTCODE_WORD, join(hash, skeletons[i]!));
  }
};
