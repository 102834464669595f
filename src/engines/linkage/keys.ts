import { swapInvariant, yearOf } from './dates.ts';
import { mix } from './dictionary.ts';
import * as R from './record.ts';
import type { PersonTable } from './table.ts';

/**
 * The ways in which two records of one person are brought together. Each gives every record keys; records that share a key are compared,
 * as long as no more than `cap` share it. A key that is more common is refined: its second and third form add what narrows it (district,
 * year, area), so that the number of candidates grows with the table and not with its square.
 */
export const PASSES = [
  { name: 'nik', cap: 12 },
  { name: 'kk + a word of the name', cap: 12 },
  { name: 'birth date + a word of the name', cap: 6 },
  { name: "birth date + mother's first word", cap: 5 },
  { name: 'birth date + area', cap: 6 },
  { name: 'name written together', cap: 6 },
  { name: "words of the name + mother's name", cap: 12 },
  { name: "a word of the name + mother's name", cap: 5 },
  { name: 'two words of the name + year', cap: 5 },
  { name: 'phone', cap: 12 },
  { name: 'address + area + first word of the name', cap: 5 },
  { name: 'postcode + a word of the name', cap: 12 },
] as const;

/**
 * Keys of one record: `pass[i]` indexes PASSES, `first[i]` is the key in its first form and never 0. What narrows it is kept beside it, so
 * that the finer forms are computed only where they are needed (`formOf`).
 */
export type Keys = { size: number; pass: Uint8Array; first: Int32Array; narrow1: Int32Array; narrow2: Int32Array };

/** Most keys a record can have. */
export const MAX_KEYS = 40;
export const createKeys = (): Keys => ({
  size: 0,
  pass: new Uint8Array(MAX_KEYS),
  first: new Int32Array(MAX_KEYS),
  narrow1: new Int32Array(MAX_KEYS),
  narrow2: new Int32Array(MAX_KEYS),
});

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

const join = (a: number, b: number): number =>
  Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b) ^ (b >>> 15);

/** Adds a key; `narrow1` and `narrow2` refine it (0 = cannot be refined: a too common key is then not used). */
const add = (keys: Keys, pass: number, key: number, narrow1: number, narrow2: number): void => {
  const at = keys.size;
  if (at >= MAX_KEYS) return;
  keys.pass[at] = pass;
  keys.first[at] = mix(join(pass, key)) || 1;
  keys.narrow1[at] = narrow1;
  keys.narrow2[at] = narrow2;
  keys.size = at + 1;
};

/** Key number `k` in its first (0), second or third form; 0 when it has no such form. */
export const formOf = (keys: Keys, k: number, form: number): number => {
  const first = keys.first[k]!;
  if (form === 0) return first;
  if (keys.narrow1[k] === 0) return 0;
  const second = mix(join(first, keys.narrow1[k]!)) || 1;
  if (form === 1) return second;
  return keys.narrow2[k] === 0 ? 0 : mix(join(second, keys.narrow2[k]!)) || 1;
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
  const district = area === 0 ? 0 : table.district[area]!;
  const set = rec[at + R.NAME_SET]!;
  const motherSet = rec[at + R.MOTHER_SET]!;
  const motherId = rec[at + R.MOTHER_WORD]!;
  const mother = motherId === 0 ? 0 : names.skeleton[motherId]!;
  const house = rec[at + R.KK]! === 0 ? 0 : join(rec[at + R.KK]!, rec[at + R.KK + 1]!);

  addNumberKeys(rec, at, keys);
  if (house !== 0) {
    for (let i = 0; i < n; i += 1) add(keys, KK_WORD, join(house, skeletons[i]!), 0, 0);
  }
  if (dateKey !== 0) {
    for (let i = 0; i < n; i += 1) add(keys, DATE_WORD, join(dateKey, skeletons[i]!), district, areaHash);
    if (mother !== 0) add(keys, DATE_MOTHER, join(dateKey, mother), district, areaHash);
    if (areaHash !== 0) add(keys, DATE_AREA, join(dateKey, areaHash), 0, 0);
  }
  if (set !== 0) {
    if (motherSet !== 0) add(keys, SET_MOTHER, join(set, motherSet), year, areaHash);
    const joined = rec[at + R.NAME_JOINED]!;
    if (joined !== 0) add(keys, JOINED, joined, n > 1 ? year : join(district, year), n > 1 ? district : areaHash);
  }
  for (let i = 0; i < n; i += 1) {
    if (mother !== 0) add(keys, WORD_MOTHER, join(skeletons[i]!, motherSet), areaHash, year);
    for (let j = i + 1; j < n; j += 1) {
      const pair =
        skeletons[i]! < skeletons[j]! ? join(skeletons[i]!, skeletons[j]!) : join(skeletons[j]!, skeletons[i]!);
      if (year !== 0) add(keys, WORDS_YEAR, join(pair, year), district, areaHash);
    }
  }
  addContactKeys(table, at, keys, n, areaHash);
};

const addNumberKeys = (rec: Int32Array, at: number, keys: Keys): void => {
  const hi = rec[at + R.NIK]!;
  if (hi === 0) return;
  const lo = rec[at + R.NIK + 1]!;
  add(keys, NIK, join(hi, lo), rec[at + R.NAME_SET]!, 0);
};

const addContactKeys = (table: PersonTable, at: number, keys: Keys, n: number, areaHash: number): void => {
  const rec = table.records;
  const phone = rec[at + R.PHONE]!;
  if (phone !== 0) add(keys, PHONE, phone, n > 0 ? skeletons[0]! : 0, 0);
  const street = rec[at + R.ADDRESS_SET]!;
  if (street !== 0 && n > 0) add(keys, ADDRESS_WORD, join(join(street, areaHash), skeletons[0]!), 0, 0);
  const post = rec[at + R.POSTCODE]!;
  if (post !== 0) {
    const hash = table.values.hash[post]!;
    for (let i = 0; i < n; i += 1) add(keys, POSTCODE_WORD, join(hash, skeletons[i]!), yearOf(rec[at + R.BIRTH]!), 0);
  }
};
