import { readFileSync } from 'node:fs';
import { createCsvCutter } from './csv.ts';
import { clusterQuality, type Quality, quality, truePairs } from './evaluate.ts';
import type { LinkResult } from './link.ts';
import { idOf, type PersonTable } from './table.ts';

/** Which entity each row is, -1 where the truth does not say; `unknown` counts ids of the truth that no row has. */
export type Truth = { entity: Int32Array; unknown: number };

const text = new TextDecoder();

/**
 * Reads truth files of `id,entity` rows (further columns are ignored, a header `id,…` is skipped). One file speaks for all inputs;
 * as many files as inputs speak each for its own, which is needed when the inputs use the same ids.
 */
export const readTruth = (table: PersonTable, files: readonly string[], delimiter = ','): Truth => {
  const entity = new Int32Array(table.size).fill(-1);
  const numbers = new Map<string, number>();
  let unknown = 0;
  files.forEach((file, index) => {
    const rows = new Map<string, number[]>();
    for (let row = 0; row < table.size; row += 1) {
      if (files.length > 1 && table.source[row] !== index) continue;
      const id = idOf(table, row);
      const known = rows.get(id);
      if (known) known.push(row);
      else rows.set(id, [row]);
    }
    const cutter = createCsvCutter(delimiter, (bytes, starts, ends, fields, line) => {
      if (fields < 2) return;
      const id = text.decode(bytes.subarray(starts[0], ends[0]));
      const found = rows.get(id);
      if (!found) {
        if (line > 1) unknown += 1;
        return;
      }
      const name = text.decode(bytes.subarray(starts[1], ends[1]));
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      for (const row of found) entity[row] = number;
    });
    cutter.push(readFileSync(file));
    cutter.end();
  });
  return { entity, unknown };
};

/** Quality at p >= 0.5 and after clustering; pairs with a row of unknown entity are left out. */
export const judge = (
  table: PersonTable,
  result: LinkResult,
  entity: Int32Array,
  across: boolean,
): { pairs: Quality; clusters: Quality; candidates: { true: number; share: number } } => {
  const source = across ? table.source : undefined;
  const expected = truePairs(entity, source);
  let [found, right, candidates] = [0, 0, 0];
  for (let i = 0; i < result.pairs.size; i += 1) {
    const [x, y] = [entity[result.pairs.a[i]!]!, entity[result.pairs.b[i]!]!];
    if (x < 0 || y < 0) continue;
    if (x === y) candidates += 1;
    if (result.weight[i]! < 0) continue;
    found += 1;
    if (x === y) right += 1;
  }
  return {
    pairs: quality(found, right, expected),
    clusters: clusterQuality(result.clusters.cluster, entity, source),
    candidates: { true: candidates, share: expected === 0 ? 1 : candidates / expected },
  };
};
