import { createKeys, formOf, type Keys, keysOf } from './keys.ts';
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
    const [key, row] = [blocks.entries[(next - 1) * 3]!, blocks.entries[(next - 1) * 3 + 2]!];
    keysOf(table, row * STRIDE, others);
    for (let k = 0; k < others.size; k += 1) {
      for (let form = 0; form < 2; form += 1) {
        if (formOf(others, k, form) !== key) continue;
        const finer = formOf(others, k, form + 1);
        if (finer !== 0) moved.push([finer, row]);
      }
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
  keysOf(table, row * STRIDE, own);
  for (let k = 0; k < own.size; k += 1) {
    for (let form = 0; form < 3; form += 1) {
      const key = formOf(own, k, form);
      if (key === 0 || insertKey(table, blocks, key, row)) break;
    }
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
  keysOf(table, row * STRIDE, own);
  const mask = blocks.counts.length - 1;
  for (let k = 0; k < own.size; k += 1) {
    for (let form = 0; form < 3; form += 1) {
      const key = formOf(own, k, form);
      if (key === 0) break;
      if (blocks.counts[key & mask]! > ONLINE_CAP) continue;
      for (let next = blocks.heads[key & mask]!; next !== 0; next = blocks.entries[(next - 1) * 3 + 1]!) {
        const at = (next - 1) * 3;
        const other = blocks.entries[at + 2]!;
        if (blocks.entries[at] !== key || seen.has(other)) continue;
        seen.add(other);
        found.push(other);
      }
      break;
    }
  }
  seen.clear();
};
