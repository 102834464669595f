import { writeFileSync } from 'node:fs';
import { estimate, type Labels } from '../src/engines/linkage/estimate.ts';
import { EXPERT_MODEL } from '../src/engines/linkage/expert-model.ts';
import { DIMENSIONS } from '../src/engines/linkage/levels.ts';
import type { Component, Model } from '../src/engines/linkage/model.ts';
import { findPairs } from '../src/engines/linkage/pairs.ts';
import { countPattern, createPatterns } from '../src/engines/linkage/patterns.ts';
import { readSample } from './linkage-tables.ts';

/**
 * Trains the model that is shipped for tables too small to train their own: node bench/linkage-train.ts DIR...
 * Each DIR holds people.csv, truth.csv and schema.json of one generated population (development seeds only). All populations weigh the
 * same, so that the model belongs to no one size. Writes src/engines/linkage/default-model.ts.
 */
const train = (directories: string[]): Model => {
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
  return estimate(patterns, EXPERT_MODEL, { household: true, sameStrength: 20, otherStrength: 20, rounds: 80, labels });
};

const rounded = (x: number): number => Number(x.toPrecision(3));

const write = (component: Component): string => {
  const tables = DIMENSIONS.map(({ field }) => `      ${field}: [${component.tables[field].map(rounded).join(', ')}],`).join('\n');
  return `    {\n      name: '${component.name}', kind: '${component.kind}', share: ${rounded(component.share)},\n      tables: {\n${tables}\n      },\n    },`;
};

const model = train(process.argv.slice(2));
writeFileSync(
  new URL('../src/engines/linkage/default-model.ts', import.meta.url),
  `import type { Model } from './model.ts';

/** The shipped model, written by bench/linkage-train.ts from generated populations. Its fields and levels are those of levels.ts. */
export const DEFAULT_MODEL: Model = {
  components: [
${model.components.map(write).join('\n')}
  ],
  trained: { pairs: ${Math.round(model.trained.pairs)}, same: ${model.trained.same}, source: 'shipped' },
};
`,
);
