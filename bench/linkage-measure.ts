import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bandOf } from '../src/engines/linkage/bands.ts';
import { compareRows } from '../src/engines/linkage/compare.ts';
import { type LinkResult, linkTable } from '../src/engines/linkage/link.ts';
import { totalWeight } from '../src/engines/linkage/model.ts';
import { createComparer } from '../src/engines/linkage/pairs.ts';
import { judge } from '../src/engines/linkage/truth.ts';
import { readTable, type Sample, withTruth } from './linkage-tables.ts';

/**
 * One measurement in its own process: node bench/linkage-measure.ts DIR prints one line of JSON.
 * CPU and memory are taken before the truth is looked at.
 */
const CLASSES = ['nama_tunggal', 'tanpa_nik', 'menikah', 'pindah'] as const;

/** CPU seconds of a fixed loop of integer and memory work: times of different machines are compared as multiples of it. */
const calibrate = (): number => {
  const before = process.cpuUsage();
  const table = new Int32Array(1 << 22);
  let x = 1;
  for (let i = 0; i < 60_000_000; i += 1) {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    const at = x >>> 10;
    table[at] = table[at]! + (x & 7);
  }
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6 + (table[0]! < 0 ? 1 : 0);
};

const recallByClass = (sample: Sample, result: LinkResult): Record<string, number> => {
  const rows = new Map<number, number[]>();
  sample.entity.forEach((entity, row) => {
    const known = rows.get(entity);
    if (known) known.push(row);
    else rows.set(entity, [row]);
  });
  const found = new Set<number>();
  for (let i = 0; i < result.pairs.size; i += 1) {
    if (result.weight[i]! >= 0) found.add(result.pairs.a[i]! * 2 ** 26 + result.pairs.b[i]!);
  }
  const counts = new Map<string, [number, number]>(CLASSES.map((name) => [name, [0, 0]]));
  for (const group of rows.values()) {
    for (const x of group) {
      for (const y of group) {
        if (x <= y) continue;
        const classes = `${sample.classes[x]}|${sample.classes[y]}`.split('|');
        for (const name of CLASSES) {
          if (!classes.includes(name)) continue;
          const count = counts.get(name)!;
          count[0] += found.has(x * 2 ** 26 + y) ? 1 : 0;
          count[1] += 1;
        }
      }
    }
  }
  return Object.fromEntries([...counts].map(([name, [right, all]]) => [name, all === 0 ? 1 : right / all]));
};

/** Every labelled hard negative is compared, found by blocking or not. */
const hardNegatives = (
  directory: string,
  sample: Sample,
  result: LinkResult,
): { pairs: number; pasti: number; joined: number } => {
  const comparer = createComparer(sample.table);
  const pattern = { word0: 0, word1: 0 };
  const counts = { pairs: 0, pasti: 0, joined: 0 };
  for (const line of readFileSync(join(directory, 'hard-negatives.csv'), 'utf8').split('\n').slice(1)) {
    const [a, b] = line.split(',').map((id) => sample.rowOf.get(id));
    if (a === undefined || b === undefined) continue;
    compareRows(comparer, a, b, pattern);
    counts.pairs += 1;
    if (bandOf(totalWeight(result.scorer, pattern.word0, pattern.word1), pattern.word0, pattern.word1) === 'pasti')
      counts.pasti += 1;
    if (result.clusters.cluster[a] === result.clusters.cluster[b]) counts.joined += 1;
  }
  return counts;
};

const bandsAgainstTruth = (
  sample: Sample,
  result: LinkResult,
): { pasti: number; pastiRight: number; yield: number } => {
  const { a, b, pattern, patterns } = result.pairs;
  let [pasti, pastiRight, review, reviewRight] = [0, 0, 0, 0];
  for (let i = 0; i < result.pairs.size; i += 1) {
    const p = pattern[i]!;
    const band = bandOf(result.weight[i]!, patterns.word0[p]!, patterns.word1[p]!);
    if (band === 'bukan') continue;
    const right = sample.entity[a[i]!] === sample.entity[b[i]!] ? 1 : 0;
    if (band === 'pasti') [pasti, pastiRight] = [pasti + 1, pastiRight + right];
    else [review, reviewRight] = [review + 1, reviewRight + right];
  }
  return { pasti, pastiRight, yield: review === 0 ? 100 : (100 * reviewRight) / review };
};

const main = (directory: string): void => {
  const calibration = calibrate();
  const before = process.cpuUsage();
  const started = performance.now();
  const read = readTable(directory);
  const result = linkTable(read.table, { household: true });
  const used = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  const cpu = (used.user + used.system) / 1e6;
  const memory = process.resourceUsage().maxRSS / 1024;
  const sample = withTruth(directory, read);
  const { pairs, clusters, candidates } = judge(sample.table, result, sample.entity, false);
  const bands = bandsAgainstTruth(sample, result);
  console.log(
    JSON.stringify({
      rows: sample.table.size,
      cpu,
      wall,
      ratio: cpu / calibration,
      memory,
      pairsPerRow: result.pairs.size / sample.table.size,
      candidates: candidates.share,
      precision: pairs.precision,
      recall: pairs.recall,
      f1: pairs.f1,
      clusterF1: clusters.f1,
      largest: [...result.clusters.sizes.values()].reduce((a, b) => Math.max(a, b), 1),
      ...bands,
      recallOf: recallByClass(sample, result),
      hard: hardNegatives(directory, sample, result),
    }),
  );
};

main(process.argv[2]!);
