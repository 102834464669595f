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

/** Number of pairs of rows with equal labels (-1 = none); with `source`, only pairs across different sources. */
export const truePairs = (label: Int32Array, source?: Uint8Array): number => {
  const order = Float64Array.from(
    { length: label.length },
    (_, row) => label[row]! * 256 + (source?.[row] ?? 0),
  ).sort();
  let sum = 0;
  let from = 0;
  while (from < order.length) {
    const group = Math.floor(order[from]! / 256);
    let to = from;
    let within = 0; // pairs inside one source
    let run = from;
    while (to < order.length && Math.floor(order[to]! / 256) === group) {
      if (order[to] !== order[run]) run = to;
      within += to - run;
      to += 1;
    }
    const n = to - from;
    if (group >= 0) sum += (n * (n - 1)) / 2 - (source ? within : 0);
    from = to;
  }
  return sum;
};

/** Pairwise quality of a clustering against the truth; rows of unknown entity (-1) are left out. */
export const clusterQuality = (cluster: Int32Array, entity: Int32Array, source?: Uint8Array): Quality => {
  const known = Int32Array.from(cluster, (c, row) => (entity[row]! < 0 ? -1 : c));
  // Rows that share cluster and entity get one number: the first such row's, found through a sorted list.
  const order = Array.from({ length: cluster.length }, (_, row) => row).sort(
    (x, y) => known[x]! - known[y]! || entity[x]! - entity[y]! || x - y,
  );
  const both = new Int32Array(cluster.length).fill(-1);
  let number = 0;
  order.forEach((row, i) => {
    const before = order[i - 1];
    if (before === undefined || known[before] !== known[row] || entity[before] !== entity[row]) number += 1;
    both[row] = known[row]! < 0 ? -1 : number;
  });
  return quality(truePairs(known, source), truePairs(both, source), truePairs(entity, source));
};
