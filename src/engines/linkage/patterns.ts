/** The distinct patterns of a run with how many candidate pairs show them. Open addressing over two words. */
export type PatternTable = {
  slots: Int32Array;
  word0: Int32Array;
  word1: Int32Array;
  count: Float64Array;
  size: number;
};

export const createPatterns = (): PatternTable => ({
  slots: new Int32Array(1 << 14),
  word0: new Int32Array(1 << 12),
  word1: new Int32Array(1 << 12),
  count: new Float64Array(1 << 12),
  size: 0,
});

const slotOf = (word0: number, word1: number, mask: number): number => {
  let h = Math.imul(word0 ^ Math.imul(word1, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return h & mask;
};

const grow = (p: PatternTable): void => {
  const rows = p.word0.length * 2;
  const wide = (old: Int32Array): Int32Array => {
    const next = new Int32Array(rows);
    next.set(old);
    return next;
  };
  p.word0 = wide(p.word0);
  p.word1 = wide(p.word1);
  const count = new Float64Array(rows);
  count.set(p.count);
  p.count = count;
  p.slots = new Int32Array(rows * 4);
  const mask = p.slots.length - 1;
  for (let i = 0; i < p.size; i += 1) {
    let at = slotOf(p.word0[i]!, p.word1[i]!, mask);
    while (p.slots[at] !== 0) at = (at + 1) & mask;
    p.slots[at] = i + 1;
  }
};

/** Number of the pattern, made when new. Its count goes up by `weight`. */
export const countPattern = (p: PatternTable, word0: number, word1: number, weight = 1): number => {
  if (p.size + 1 >= p.word0.length) grow(p);
  const mask = p.slots.length - 1;
  let at = slotOf(word0, word1, mask);
  for (;;) {
    const found = p.slots[at]!;
    if (found === 0) break;
    if (p.word0[found - 1] === word0 && p.word1[found - 1] === word1) {
      p.count[found - 1] = p.count[found - 1]! + weight;
      return found - 1;
    }
    at = (at + 1) & mask;
  }
  const id = p.size;
  p.slots[at] = id + 1;
  p.word0[id] = word0;
  p.word1[id] = word1;
  p.count[id] = weight;
  p.size = id + 1;
  return id;
};
