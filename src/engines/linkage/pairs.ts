import { BLOCK_CAP, buildBlocks, candidatesBefore, createStamps } from './blocks.ts';
import { type Comparer, compareRows, type Pattern } from './compare.ts';
import { rarityOfWords } from './name-match.ts';
import { countPattern, createPatterns, type PatternTable } from './patterns.ts';
import { createSimilarityCache } from './similarity.ts';
import type { PersonTable } from './table.ts';

/** Candidate pairs of a table: rows `a` > `b` and the number of the pair's pattern. */
export type CandidatePairs = {
  size: number;
  a: Int32Array;
  b: Int32Array;
  pattern: Int32Array;
  patterns: PatternTable;
};

/** What comparing rows of this table needs, with the rarity of words as the table stands now, among `rows` persons. */
export const createComparer = (table: PersonTable, rows = table.size): Comparer => ({
  table,
  cache: createSimilarityCache(),
  names: rarityOfWords(table.names, 0, rows),
  mothers: rarityOfWords(table.names, 1, rows),
  streets: rarityOfWords(table.streets, 0, rows),
});

const grown = (old: Int32Array, size: number): Int32Array => {
  const next = new Int32Array(size);
  next.set(old);
  return next;
};

/**
 * Finds and compares all candidate pairs. `across` leaves out pairs within one input file.
 * `progress` is called every 65,536 rows with the number of rows done.
 */
export const findPairs = (
  table: PersonTable,
  options: { across: boolean; cap?: number; progress?: (rows: number) => void },
): CandidatePairs => {
  const blocks = buildBlocks(table, options.cap ?? BLOCK_CAP);
  const comparer = createComparer(table);
  const stamps = createStamps(table.size);
  const patterns = createPatterns();
  const pattern: Pattern = { word0: 0, word1: 0 };
  const pairs: CandidatePairs = {
    size: 0,
    a: new Int32Array(table.size * 4 + 64),
    b: new Int32Array(table.size * 4 + 64),
    pattern: new Int32Array(table.size * 4 + 64),
    patterns,
  };
  for (let row = 0; row < table.size; row += 1) {
    candidatesBefore(blocks, row, stamps);
    if (pairs.size + stamps.size > pairs.a.length) {
      const size = Math.ceil(pairs.a.length * 1.4) + stamps.size;
      pairs.a = grown(pairs.a, size);
      pairs.b = grown(pairs.b, size);
      pairs.pattern = grown(pairs.pattern, size);
    }
    for (let i = 0; i < stamps.size; i += 1) {
      const other = stamps.found[i]!;
      if (options.across && table.source[row] === table.source[other]) continue;
      compareRows(comparer, row, other, pattern);
      pairs.a[pairs.size] = row;
      pairs.b[pairs.size] = other;
      pairs.pattern[pairs.size] = countPattern(patterns, pattern.word0, pattern.word1);
      pairs.size += 1;
    }
    if ((row & 65535) === 65535) options.progress?.(row + 1);
  }
  return pairs;
};
