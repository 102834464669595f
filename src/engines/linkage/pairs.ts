import { buildBlocks } from './blocks.ts';
import { type Comparer, compareRows, type Pattern } from './compare.ts';
import { rarityOfWords } from './name-match.ts';
import { countPattern, createPatterns, type PatternTable } from './patterns.ts';
import { STRIDE } from './record.ts';
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

/** Rows whose candidates are fetched together: about two hundred records, which the nearest cache holds. */
const BATCH = 64;

/**
 * Finds and compares all candidate pairs, each once. `across` leaves out pairs within one input file.
 * `progress` is called every 65,536 rows with the number of rows done.
 */
export const findPairs = (
  table: PersonTable,
  options: { across: boolean; progress?: (rows: number) => void },
): CandidatePairs => {
  const { start, others } = buildBlocks(table);
  const comparer = createComparer(table);
  const seen = new Int32Array(table.size).fill(-1); // the last row each row was a candidate of
  const patterns = createPatterns();
  const pattern: Pattern = { word0: 0, word1: 0 };
  const a = new Int32Array(others.length);
  const b = new Int32Array(others.length);
  const numbers = new Int32Array(others.length);
  let size = 0;
  for (let row = 0; row < table.size; row += BATCH) {
    const from = size;
    const last = Math.min(row + BATCH, table.size);
    let touched = 0;
    for (let x = row; x < last; x += 1) {
      const end = start[x + 1]!;
      for (let i = start[x]!; i < end; i += 1) {
        const other = others[i]!;
        if (seen[other] === x || (options.across && table.source[x] === table.source[other])) continue;
        seen[other] = x;
        a[size] = x;
        b[size] = other;
        size += 1;
        // Reading a word of each cache line here lets the machine fetch many records at once, before they are compared one by one.
        touched ^= table.records[other * STRIDE]! ^ table.records[other * STRIDE + STRIDE / 2]!;
      }
    }
    pattern.word0 = touched; // overwritten below; a use, so that the early reads are made
    for (let p = from; p < size; p += 1) {
      compareRows(comparer, a[p]!, b[p]!, pattern);
      numbers[p] = countPattern(patterns, pattern.word0, pattern.word1);
    }
    if ((row & 65535) === 0 && row > 0) options.progress?.(row);
  }
  return { size, a, b, pattern: numbers, patterns };
};
