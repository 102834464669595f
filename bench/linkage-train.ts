import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { estimate, type Labels } from '../src/engines/linkage/estimate.ts';
import { EXPERT_MODEL } from '../src/engines/linkage/expert-model.ts';
import { DIMENSIONS, type Field } from '../src/engines/linkage/levels.ts';
import type { Component, Model } from '../src/engines/linkage/model.ts';
import { findPairs } from '../src/engines/linkage/pairs.ts';
import { countPattern, createPatterns } from '../src/engines/linkage/patterns.ts';
import { readSample } from './linkage-tables.ts';

/**
 * Trains the models that are shipped: node bench/linkage-train.ts DIRECTORY
 * DIRECTORY holds one directory per generated population, named SIZE-SEED, as `rukun demo people` writes them; only development seeds
 * (below 100) are read. One model per order of size, since what is rare and how crowded blocks are depends on it; within an order all
 * populations weigh the same. Writes src/engines/linkage/shipped-*.ts.
 */
/**
 * Few rounds on purpose. More raise the likelihood of the generated populations but blur the classes: after convergence F1 on other seeds
 * was lower by .002 at 20 thousand persons and by .025 at a million.
 */
const ROUNDS = 6;

const train = (directories: string[], start: Model): Model => {
  const patterns = createPatterns();
  const counts: { same: number; different: number }[] = [];
  for (const directory of directories) {
    const { table, entity } = readSample(directory);
    const pairs = findPairs(table, { across: false });
    const weight = 100_000 / table.size;
    const at = counts.length;
    for (let i = 0; i < pairs.size; i += 1) {
      const p = pairs.pattern[i]!;
      const id = countPattern(patterns, pairs.patterns.word0[p]!, pairs.patterns.word1[p]!, weight);
      counts[id] ??= { same: 0, different: 0 };
      counts[id][entity[pairs.a[i]!] === entity[pairs.b[i]!] ? 'same' : 'different'] += weight;
    }
    console.error(`${directory}: ${table.size} rows, ${pairs.size} pairs, ${counts.length - at} new patterns`);
  }
  const labels: Labels = {
    same: Float64Array.from(counts, (c) => c.same),
    different: Float64Array.from(counts, (c) => c.different),
  };
  return estimate(patterns, start, {
    household: true,
    sameStrength: 20,
    otherStrength: 20,
    rounds: ROUNDS,
    tolerance: 0,
    labels,
  });
};

/**
 * Whole millionths, with a least probability for every level: what the generated populations never show must not be held impossible.
 * Levels of names are many and truly rare, so their least is lower.
 */
const millionths = (field: Field, table: number[]): number[] =>
  table.map((p, i) =>
    i % (field === 'nik' ? NIK_SIZE : table.length) === 0
      ? 0
      : Math.max(Math.round(p * 1e6), field === 'name' ? 5 : 100),
  );
const NIK_SIZE = DIMENSIONS.find((d) => d.field === 'nik')!.levels;

const write = (component: Component): string => {
  const tables = DIMENSIONS.map(
    ({ field }) => `      ${field}: [${millionths(field, component.tables[field]).join(', ')}],`,
  ).join('\n');
  return `    {\n      name: '${component.name}', kind: '${component.kind}', share: ${Math.max(Math.round(component.share * 1e6), 1)},\n      tables: {\n${tables}\n      },\n    },`;
};

const ORDERS = [
  { name: '100k', from: 50_000, to: 250_000 },
  { name: '10k', from: 0, to: 25_000 },
  { name: '1m', from: 600_000, to: 2_000_000 },
] as const;

const main = (root: string): void => {
  const found = readdirSync(root).flatMap((name) => {
    const parts = /^(\d+)-(\d+)$/.exec(name);
    return parts && Number(parts[2]) < 100 ? [{ size: Number(parts[1]), directory: join(root, name) }] : [];
  });
  let start = EXPERT_MODEL;
  for (const order of ORDERS) {
    const directories = found.filter(({ size }) => size >= order.from && size < order.to).map((x) => x.directory);
    const model = train(directories, start);
    if (order.name === '100k') start = model; // the others begin here, so that their classes correspond
    writeFileSync(
      new URL(`../src/engines/linkage/shipped-${order.name}.ts`, import.meta.url),
      `import type { ModelInMillionths } from './default-model.ts';

/** The shipped model for tables of about ${order.name} persons in millionths, written by bench/linkage-train.ts. Fields and levels: levels.ts. */
export const SHIPPED_${order.name.toUpperCase()}: ModelInMillionths = {
  components: [
${model.components.map(write).join('\n')}
  ],
};
`,
    );
  }
};

main(process.argv[2]!);
