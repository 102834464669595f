import { createKeys, finerKey, type Keys, keysOf, MAX_KEYS, PASSES } from './keys.ts';
import { sortByKey } from './radix.ts';
import { STRIDE } from './record.ts';
import type { PersonTable } from './table.ts';

/** For every row `a` the earlier rows it is to be compared with: `others[start[a]] .. others[start[a + 1]]`, some more than once. */
export type Blocks = { start: Uint32Array; others: Int32Array };

/** A list of keys with the rows that carry them, before it is sorted. */
type KeyList = { keys: Int32Array; rows: Int32Array; size: number };
/** Pairs of rows that share a block, a > b. */
type RawPairs = { a: Int32Array; b: Int32Array; size: number };

const longer = (old: Int32Array, length: number): Int32Array => {
  const next = new Int32Array(length);
  next.set(old);
  return next;
};

const createKeyList = (length: number): KeyList => ({
  keys: new Int32Array(length),
  rows: new Int32Array(length),
  size: 0,
});

const addKey = (list: KeyList, key: number, row: number): void => {
  if (list.size === list.keys.length) {
    const length = Math.ceil(list.size * 1.5) + 1024;
    list.keys = longer(list.keys, length);
    list.rows = longer(list.rows, length);
  }
  list.keys[list.size] = key;
  list.rows[list.size] = row;
  list.size += 1;
};

const keys: Keys = createKeys();

/** The first forms of all keys of all rows, one list per pass. */
const listKeys = (table: PersonTable): KeyList[] => {
  const lists = PASSES.map(() => createKeyList(1024));
  for (let row = 0; row < table.size; row += 1) {
    keysOf(table, row * STRIDE, keys);
    const { first } = keys;
    for (let k = 0; k < keys.size; k += 1) addKey(lists[keys.pass[k]!]!, first[k]!, row);
    // After a sample of rows the lists are given the length they will need.
    if (row === 4095)
      for (const list of lists) reserveList(list, Math.ceil((list.size / 4096) * table.size * 1.05) + 1024);
  }
  return lists;
};

const reserveList = (list: KeyList, length: number): void => {
  if (length <= list.keys.length) return;
  list.keys = longer(list.keys, length);
  list.rows = longer(list.rows, length);
};

const addPairs = (pairs: RawPairs, rows: Int32Array, from: number, to: number): void => {
  const count = ((to - from) * (to - from - 1)) / 2;
  if (pairs.size + count > pairs.a.length) {
    const length = Math.ceil(pairs.a.length * 1.5) + count;
    pairs.a = longer(pairs.a, length);
    pairs.b = longer(pairs.b, length);
  }
  const { a, b } = pairs;
  let at = pairs.size;
  for (let i = from + 1; i < to; i += 1) {
    const x = rows[i]!;
    for (let j = from; j < i; j += 1) {
      const y = rows[j]!;
      if (x === y) continue; // a record may carry one key twice (two words with one skeleton)
      a[at] = Math.max(x, y);
      b[at] = Math.min(x, y);
      at += 1;
    }
  }
  pairs.size = at;
};

/** A pass over one form of its keys. */
type Step = { pass: number; form: number };

/** Enters the rows of a block that is too large under the next form of its key. */
const refine = (
  table: PersonTable,
  step: Step,
  key: number,
  rows: Int32Array,
  from: number,
  to: number,
  into: KeyList,
): void => {
  let before = -1;
  for (let i = from; i < to; i += 1) {
    const row = rows[i]!;
    if (row === before) continue; // a record may carry one key twice
    before = row;
    const finer = finerKey(table, row * STRIDE, step.pass, step.form + 1, key);
    if (finer !== 0) addKey(into, finer, row);
  }
};

/** Sorts a list, emits the pairs of blocks within the cap and gives the larger blocks in their next form. */
const pairList = (table: PersonTable, list: KeyList, step: Step, pairs: RawPairs): KeyList => {
  const { cap, narrow } = PASSES[step.pass]!;
  const finer = createKeyList(64);
  const sorted = sortByKey(list.keys, list.rows, list.size);
  const { size } = list;
  let from = 0;
  while (from < size) {
    const key = sorted.keys[from]!;
    let to = from + 1;
    while (to < size && sorted.keys[to] === key) to += 1;
    if (to - from > cap) {
      if (step.form < narrow.length) refine(table, step, key, sorted.rows, from, to, finer);
    } else if (to - from > 1) addPairs(pairs, sorted.rows, from, to);
    from = to;
  }
  return finer;
};

/** Puts the pairs in the order of their later row (counting sort). */
const byRow = (pairs: RawPairs, rows: number): Blocks => {
  const start = new Uint32Array(rows + 2);
  for (let i = 0; i < pairs.size; i += 1) start[pairs.a[i]! + 2] = start[pairs.a[i]! + 2]! + 1;
  for (let row = 2; row < rows + 2; row += 1) start[row] = start[row]! + start[row - 1]!;
  const others = new Int32Array(pairs.size);
  for (let i = 0; i < pairs.size; i += 1) {
    const a = pairs.a[i]! + 1;
    others[start[a]!] = pairs.b[i]!;
    start[a] = start[a]! + 1;
  }
  return { start: start.subarray(0, rows + 1), others };
};

/** Brings together the rows of a table that share a key. What is brought together does not depend on the order of rows. */
export const buildBlocks = (table: PersonTable): Blocks => {
  const lists = listKeys(table);
  const pairs: RawPairs = {
    a: new Int32Array(table.size * 4 + MAX_KEYS),
    b: new Int32Array(table.size * 4 + MAX_KEYS),
    size: 0,
  };
  PASSES.forEach((_, pass) => {
    let list = lists[pass]!;
    for (let form = 0; list.size > 0; form += 1) list = pairList(table, list, { pass, form }, pairs);
    lists[pass] = createKeyList(0); // no longer needed; the next pass may have the memory
  });
  return byRow(pairs, table.size);
};
