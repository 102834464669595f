import { createKeys, type Keys, keysOf, MAX_KEYS } from './keys.ts';
import { STRIDE } from './record.ts';
import type { PersonTable } from './table.ts';

/** Largest block in which everybody is compared with everybody; larger ones are refined. */
export const BLOCK_CAP = 12;

/**
 * Blocks as chains: every entry (row, key) points to the entry before it in the same bucket. `counts` holds how many records carry a key
 * of a bucket (saturated at 255), so keys that occur once take no entry, and keys that occur too often are refined.
 */
export type Blocks = {
  counts: Uint8Array;
  heads: Int32Array;
  entries: Int32Array; // key, entry before (number + 1), row
  size: number;
  rowEnd: Uint32Array; // entries of row r are rowEnd[r - 1] .. rowEnd[r]
};

const power = (atLeast: number): number => 2 ** Math.ceil(Math.log2(Math.max(atLeast, 1024)));
const keys: Keys = createKeys();

const countForm = (table: PersonTable, counts: Uint8Array, form: 0 | 1 | 2, cap: number): boolean => {
  const mask = counts.length - 1;
  let any = false;
  for (let row = 0; row < table.size; row += 1) {
    keysOf(table, row * STRIDE, keys);
    for (let k = 0; k < keys.size; k += 1) {
      if (form > 0) {
        if (counts[keys.forms[0][k]! & mask]! <= cap) continue;
        if (form > 1 && counts[keys.forms[1][k]! & mask]! <= cap) continue;
      }
      const key = keys.forms[form][k]!;
      if (key === 0) continue;
      const count = counts[key & mask]!;
      if (count < 255) counts[key & mask] = count + 1;
      any ||= count >= cap;
    }
  }
  return any;
};

/** The form of slot `k` that is in use: the first whose block is not above the cap; 0 when there is none. */
const usedKey = (counts: Uint8Array, k: number, cap: number): number => {
  const mask = counts.length - 1;
  for (let form = 0; form < 3; form += 1) {
    const key = keys.forms[form as 0 | 1 | 2][k]!;
    if (key === 0) return 0;
    if (counts[key & mask]! <= cap) return key;
  }
  return 0;
};

/** Builds the blocks of a whole table. The result does not depend on the order of rows, except for the direction of chains. */
export const buildBlocks = (table: PersonTable, cap = BLOCK_CAP): Blocks => {
  const counts = new Uint8Array(power(table.size * 20));
  if (countForm(table, counts, 0, cap) && countForm(table, counts, 1, cap)) countForm(table, counts, 2, cap);
  const heads = new Int32Array(power(table.size * 6));
  let entries = new Int32Array((table.size * 6 + MAX_KEYS) * 3);
  const rowEnd = new Uint32Array(table.size);
  const countMask = counts.length - 1;
  const headMask = heads.length - 1;
  let size = 0;
  for (let row = 0; row < table.size; row += 1) {
    keysOf(table, row * STRIDE, keys);
    if ((size + MAX_KEYS) * 3 > entries.length) {
      const wider = new Int32Array(Math.ceil((entries.length * 1.4) / 3) * 3 + MAX_KEYS * 3);
      wider.set(entries);
      entries = wider;
    }
    for (let k = 0; k < keys.size; k += 1) {
      const key = usedKey(counts, k, cap);
      if (key === 0 || counts[key & countMask] === 1) continue;
      const bucket = (key >>> 3) & headMask;
      entries[size * 3] = key;
      entries[size * 3 + 1] = heads[bucket]!;
      entries[size * 3 + 2] = row;
      size += 1;
      heads[bucket] = size;
    }
    rowEnd[row] = size;
  }
  return { counts, heads, entries, size, rowEnd };
};

/** Which rows were already found for the present row; stamps instead of clearing. */
export type Stamps = { seen: Int32Array; found: Int32Array; size: number };
export const createStamps = (rows: number): Stamps => ({
  seen: new Int32Array(rows).fill(-1),
  found: new Int32Array(4096),
  size: 0,
});

/** All rows before `row` that share a key with it, each once, into `stamps.found`. */
export const candidatesBefore = (blocks: Blocks, row: number, stamps: Stamps): void => {
  const { entries, rowEnd } = blocks;
  const { seen, found } = stamps;
  let size = 0;
  const end = rowEnd[row]!;
  for (let entry = row === 0 ? 0 : rowEnd[row - 1]!; entry < end; entry += 1) {
    const key = entries[entry * 3]!;
    let next = entries[entry * 3 + 1]!;
    while (next !== 0) {
      const at = (next - 1) * 3;
      if (entries[at] === key) {
        const other = entries[at + 2]!;
        if (other !== row && seen[other] !== row && size < found.length) {
          seen[other] = row;
          found[size] = other;
          size += 1;
        }
      }
      next = entries[at + 1]!;
    }
  }
  stamps.size = size;
};
