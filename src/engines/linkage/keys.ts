import { swapInvariant, yearOf } from './dates.ts';
import { mix } from './dictionary.ts';
import * as R from './record.ts';
import type { PersonTable } from './table.ts';

/**
 * The keys under which a person is looked for. Two persons are compared when they share a key whose block is small enough.
 * A key that is too common is refined: its second and third form add what narrows it (district, year, area), so that the number of
 * candidates grows with the table and not with its square. Form 0 of a slot is 0 when the record lacks what the key needs.
 */
export type Keys = { size: number; pass: Uint8Array; forms: [Int32Array, Int32Array, Int32Array] };

export const MAX_KEYS = 40;
export const createKeys = (): Keys => ({
  size: 0,
  pass: new Uint8Array(MAX_KEYS),
  forms: [new Int32Array(MAX_KEYS), new Int32Array(MAX_KEYS), new Int32Array(MAX_KEYS)],
});

const join = (a: number, b: number): number =>
  Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b) ^ (b >>> 15);

/** Adds a key; `narrow1` and `narrow2` refine it (0 = cannot be refined: a too common key is then not used). */
const add = (keys: Keys, pass: number, key: number, narrow1: number, narrow2: number): void => {
  const at = keys.size;
  if (at >= MAX_KEYS) return;
  const first = mix(join(pass, key)) || 1;
  keys.pass[at] = pass;
  const second = narrow1 === 0 ? 0 : mix(join(first, narrow1)) || 1;
  keys.forms[0][at] = first;
  keys.forms[1][at] = second;
  keys.forms[2][at] = second === 0 || narrow2 === 0 ? 0 : mix(join(second, narrow2)) || 1;
  keys.size = at + 1;
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
    if (dateKey !== 0) add(keys, 11, join(house, dateKey), 0, 0);
    for (let i = 0; i < n; i += 1) add(keys, 12, join(house, skeletons[i]!), 0, 0);
  }
  if (dateKey !== 0) {
    for (let i = 0; i < n; i += 1) add(keys, 21, join(dateKey, skeletons[i]!), district, areaHash);
    if (mother !== 0) add(keys, 22, join(dateKey, mother), district, areaHash);
    if (areaHash !== 0) add(keys, 23, join(dateKey, areaHash), 0, 0);
  }
  if (set !== 0) {
    if (n > 1) add(keys, 31, set, year, district);
    else add(keys, 31, set, join(district, year), areaHash);
    if (motherSet !== 0) add(keys, 33, join(set, motherSet), year, areaHash);
    if (rec[at + R.NAME_JOINED] !== 0 && n > 1) add(keys, 34, rec[at + R.NAME_JOINED]!, year, district);
  }
  for (let i = 0; i < n; i += 1) {
    if (mother !== 0) add(keys, 41, join(skeletons[i]!, motherSet), areaHash, year);
    for (let j = i + 1; j < n; j += 1) {
      const pair =
        skeletons[i]! < skeletons[j]! ? join(skeletons[i]!, skeletons[j]!) : join(skeletons[j]!, skeletons[i]!);
      if (year !== 0) add(keys, 42, join(pair, year), district, areaHash);
    }
  }
  addContactKeys(table, at, keys, n, areaHash);
};

const addNumberKeys = (rec: Int32Array, at: number, keys: Keys): void => {
  const hi = rec[at + R.NIK]!;
  if (hi === 0) return;
  const lo = rec[at + R.NIK + 1]!;
  add(keys, 1, join(hi, lo), rec[at + R.NAME_SET]!, 0);
};

const addContactKeys = (table: PersonTable, at: number, keys: Keys, n: number, areaHash: number): void => {
  const rec = table.records;
  const phone = rec[at + R.PHONE]!;
  if (phone !== 0) add(keys, 51, phone, n > 0 ? skeletons[0]! : 0, 0);
  const street = rec[at + R.ADDRESS_SET]!;
  if (street !== 0) for (let i = 0; i < n; i += 1) add(keys, 52, join(join(street, areaHash), skeletons[i]!), 0, 0);
  const post = rec[at + R.POSTCODE]!;
  if (post !== 0) {
    const hash = table.values.hash[post]!;
    for (let i = 0; i < n; i += 1) add(keys, 53, join(hash, skeletons[i]!), yearOf(rec[at + R.BIRTH]!), 0);
  }
};
