import { createKeys, finerKey, type Keys, keysOf } from './keys.ts';
import { STRIDE } from './record.ts';
import type { PersonTable } from './table.ts';

/** Largest block an online question looks through; a larger one is refined, as in the batch. */
export const ONLINE_CAP = 24;

/**
 * Blocks that grow by single rows. A key is entered in its first form until its bucket is full; from then on rows stand under the next
 * form, also those that were entered before. Rows that are gone stay in the chains and are skipped.
 */
export type OnlineBlocks = { counts: Uint8Array; heads: Int32Array; entries: Int32Array; size: number; rows: number };

export const createOnlineBlocks = (rows: number): OnlineBlocks => {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(rows * 16, 4096)));
  return {
    counts: new Uint8Array(buckets),
    heads: new Int32Array(buckets),
    entries: new Int32Array(Math.max(rows, 64) * 16 * 3),
    size: 0,
    rows: Math.max(rows, 64),
  };
};

const own: Keys = createKeys();
const others: Keys = createKeys();

const enter = (blocks: OnlineBlocks, key: number, row: number): void => {
  if (blocks.size * 3 + 3 > blocks.entries.length) {
    const wider = new Int32Array(Math.ceil(blocks.entries.length / 2) * 3);
    wider.set(blocks.entries);
    blocks.entries = wider;
  }
  const bucket = key & (blocks.counts.length - 1);
  const at = blocks.size * 3;
  blocks.entries[at] = key;
  blocks.entries[at + 1] = blocks.heads[bucket]!;
  blocks.entries[at + 2] = row;
  blocks.size += 1;
  blocks.heads[bucket] = blocks.size;
};

/** Enters everybody of a bucket that has just become full under the next form of the same key. */
const spill = (table: PersonTable, blocks: OnlineBlocks, bucket: number): void => {
  const moved: [number, number][] = [];
  for (let next = blocks.heads[bucket]!; next !== 0; next = blocks.entries[(next - 1) * 3 + 1]!) {
    const key = blocks.entries[(next - 1) * 3]!;
    const row = blocks.entries[(next - 1) * 3 + 2]!;
    const at = row * STRIDE;
    keysOf(table, at, others);
    for (let k = 0; k < others.size; k += 1) {
      // Which form the key has is found by making it anew; a bucket may hold keys of different passes.
      const pass = others.pass[k]!;
      const first = others.first[k]!;
      const second = first === key ? 0 : finerKey(table, at, pass, 1, first);
      const finer =
        first === key ? finerKey(table, at, pass, 1, first) : second === key ? finerKey(table, at, pass, 2, second) : 0;
      if (finer !== 0) moved.push([finer, row]);
    }
  }
  for (const [key, row] of moved) insertKey(table, blocks, key, row);
};

const insertKey = (table: PersonTable, blocks: OnlineBlocks, key: number, row: number): boolean => {
  const bucket = key & (blocks.counts.length - 1);
  const count = blocks.counts[bucket]!;
  if (count > ONLINE_CAP) return false;
  enter(blocks, key, row);
  blocks.counts[bucket] = count + 1;
  if (count + 1 > ONLINE_CAP) spill(table, blocks, bucket);
  return true;
};

/** Enters a row of the table. */
export const insertRow = (table: PersonTable, blocks: OnlineBlocks, row: number): void => {
  const at = row * STRIDE;
  keysOf(table, at, own);
  for (let k = 0; k < own.size; k += 1) {
    let key = own.first[k]!;
    for (let form = 1; key !== 0 && !insertKey(table, blocks, key, row); form += 1)
      key = finerKey(table, at, own.pass[k]!, form, key);
  }
};

/** Rows that share a key with the record at row `row`, each once, in `found`; `seen` must be empty and is emptied again. */
export const rowsLike = (
  table: PersonTable,
  blocks: OnlineBlocks,
  row: number,
  seen: Set<number>,
  found: number[],
): void => {
  const at = row * STRIDE;
  keysOf(table, at, own);
  const mask = blocks.counts.length - 1;
  for (let k = 0; k < own.size; k += 1) {
    let key = own.first[k]!;
    for (let form = 1; key !== 0 && blocks.counts[key & mask]! > ONLINE_CAP; form += 1)
      key = finerKey(table, at, own.pass[k]!, form, key);
    if (key === 0) continue;
    for (let next = blocks.heads[key & mask]!; next !== 0; next = blocks.entries[(next - 1) * 3 + 1]!) {
      const entry = (next - 1) * 3;
      const other = blocks.entries[entry + 2]!;
      if (blocks.entries[entry] !== key || seen.has(other)) continue;
      seen.add(other);
      found.push(other);
    }
  }
  seen.clear();
};
