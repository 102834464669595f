/** Keys with their rows, ordered so that equal keys stand together. */
export type SortedKeys = { keys: Int32Array; rows: Int32Array };

const scatter = (from: SortedKeys, to: SortedKeys, size: number, shift: number, bits: number): void => {
  const buckets = 1 << bits;
  const mask = buckets - 1;
  const start = new Int32Array(buckets + 1);
  const { keys, rows } = from;
  for (let i = 0; i < size; i += 1) {
    const bucket = (keys[i]! >>> shift) & mask;
    start[bucket + 1] = start[bucket + 1]! + 1;
  }
  for (let b = 1; b <= buckets; b += 1) start[b] = start[b]! + start[b - 1]!;
  for (let i = 0; i < size; i += 1) {
    const key = keys[i]!;
    const bucket = (key >>> shift) & mask;
    const at = start[bucket]!;
    to.keys[at] = key;
    to.rows[at] = rows[i]!;
    start[bucket] = at + 1;
  }
};

/** What the radix passes left apart: a few keys with equal low bits, in any order. Insertion sort by the whole key. */
const settle = (sorted: SortedKeys, size: number, mask: number): void => {
  const { keys, rows } = sorted;
  for (let i = 1; i < size; i += 1) {
    const key = keys[i]!;
    let j = i - 1;
    if (keys[j]! <= key || ((keys[j]! ^ key) & mask) !== 0) continue;
    const row = rows[i]!;
    while (j >= 0 && keys[j]! > key && ((keys[j]! ^ key) & mask) === 0) {
      keys[j + 1] = keys[j]!;
      rows[j + 1] = rows[j]!;
      j -= 1;
    }
    keys[j + 1] = key;
    rows[j + 1] = row;
  }
};

/** Orders `size` pairs of key and row; equal keys stand together, with their rows in the order given. The inputs are used up. */
export const sortByKey = (keys: Int32Array, rows: Int32Array, size: number): SortedKeys => {
  const bits = size < 1 << 14 ? 8 : size < 1 << 22 ? 11 : 12;
  const first: SortedKeys = { keys, rows };
  const second: SortedKeys = { keys: new Int32Array(size), rows: new Int32Array(size) };
  scatter(first, second, size, 0, bits);
  scatter(second, first, size, bits, bits);
  settle(first, size, (1 << (2 * bits)) - 1);
  return first;
};
