/** Precision, recall and F1 with the counts they come from. */
export type Quality = { found: number; right: number; expected: number; precision: number; recall: number; f1: number };

export const quality = (found: number, right: number, expected: number): Quality => {
  const precision = found === 0 ? 1 : right / found;
  const recall = expected === 0 ? 1 : right / expected;
  return {
    found,
    right,
    expected,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
};

const pairsOf = (sizes: Iterable<number>): number => {
  let sum = 0;
  for (const n of sizes) sum += (n * (n - 1)) / 2;
  return sum;
};

/** Number of true pairs among rows with these entities (-1 = unknown); with `source`, only pairs across different sources. */
export const truePairs = (entity: Int32Array, source?: Uint8Array): number => {
  const all = new Map<number, number>();
  const within = new Map<string, number>();
  for (let row = 0; row < entity.length; row += 1) {
    const e = entity[row]!;
    if (e < 0) continue;
    all.set(e, (all.get(e) ?? 0) + 1);
    if (source) within.set(`${e}/${source[row]}`, (within.get(`${e}/${source[row]}`) ?? 0) + 1);
  }
  return pairsOf(all.values()) - (source ? pairsOf(within.values()) : 0);
};

/** Pairwise quality of a clustering against the truth. */
export const clusterQuality = (cluster: Int32Array, entity: Int32Array, source?: Uint8Array): Quality => {
  const both = new Int32Array(cluster.length);
  const number = new Map<string, number>();
  for (let row = 0; row < cluster.length; row += 1) {
    const key = `${cluster[row]}/${entity[row]}`;
    let id = number.get(key);
    if (id === undefined) {
      id = number.size;
      number.set(key, id);
    }
    both[row] = entity[row]! < 0 ? -1 : id;
  }
  return quality(truePairs(cluster, source), truePairs(both, source), truePairs(entity, source));
};
