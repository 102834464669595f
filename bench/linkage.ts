import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writePeople } from '../src/engines/population/index.ts';

/**
 * The curve of linkage over sizes and seeds, as Markdown tables:
 * node bench/linkage.ts [--sizes 5000,20000,…] [--seeds 101,102] [--online 1000000] [--dir DIR]
 * Every measurement runs in a process of its own, on generated populations that are kept in DIR for the next run. Seeds below 100 were
 * used in development; the default seeds never were.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5000,20000,50000,80000,200000,400000,1000000' },
    seeds: { type: 'string', default: '201,202' },
    online: { type: 'string', default: '1000000' },
    dir: { type: 'string', default: join(tmpdir(), 'rukun-bench-linkage') },
  },
});

type Line = {
  rows: number;
  cpu: number;
  wall: number;
  ratio: number;
  memory: number;
  pairsPerRow: number;
  candidates: number;
  precision: number;
  recall: number;
  f1: number;
  clusterF1: number;
  largest: number;
  pasti: number;
  pastiRight: number;
  yield: number;
  recallOf: Record<string, number>;
  hard: { pairs: number; pasti: number; joined: number };
};

const population = async (persons: number, seed: number): Promise<string> => {
  const directory = join(values.dir, `${persons}-${seed}`);
  if (!existsSync(join(directory, 'schema.json'))) {
    process.stderr.write(`generating ${persons} persons, seed ${seed}\n`);
    await writePeople({ persons, seed, duplicates: 0.05 }, directory, () => undefined);
  }
  return directory;
};

const measure = <T>(script: string, directory: string): T => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), directory], {
    encoding: 'utf8',
  });
  return JSON.parse(output.trim().split('\n').at(-1)!) as T;
};

const share = (x: number): string => x.toFixed(3).replace(/^0/, '');
const classes = ['nama_tunggal', 'tanpa_nik', 'menikah', 'pindah'];

const row = (size: number, seed: number, l: Line): string =>
  `| ${size.toLocaleString('en')} | ${seed} | ${l.cpu.toFixed(2)} | ${l.ratio.toFixed(1)} | ${l.wall.toFixed(2)} | ${Math.round(l.memory)} | ${l.pairsPerRow.toFixed(2)} | ${share(l.candidates)} | ${share(l.precision)} | ${share(l.recall)} | **${share(l.f1)}** | ${share(l.clusterF1)} | ${l.largest} | ${l.pastiRight}/${l.pasti} | ${l.yield.toFixed(0)} | ${classes.map((c) => share((l.recallOf[c] ?? 0) / l.recall)).join(' ')} | ${l.hard.pasti}/${l.hard.pairs} |`;

const main = async (): Promise<void> => {
  console.log(
    '| persons | seed | CPU s | x calibration | wall s | peak MB | pairs/row | true pairs among candidates | P | R | F1 at p >= 0.5 | F1 clusters | largest | pasti right | true per 100 mungkin | recall of single name, no NIK, married, moved / overall | pasti among hard negatives |',
  );
  console.log(`|${'---|'.repeat(17)}`);
  let worst: { f1: number; where: string } = { f1: 1, where: '' };
  for (const size of values.sizes.split(',').map(Number)) {
    for (const seed of values.seeds.split(',').map(Number)) {
      const line = measure<Line>('linkage-measure.ts', await population(size, seed));
      if (line.f1 < worst.f1) worst = { f1: line.f1, where: `${size} persons, seed ${seed}` };
      console.log(row(size, seed, line));
    }
  }
  console.log(`\nWorst: F1 ${worst.f1.toFixed(4)} at ${worst.where}.`);
  const persons = Number(values.online);
  if (persons === 0) return;
  type Online = {
    persons: number;
    build: number;
    asked: number;
    p50: number;
    p99: number;
    p999: number;
    inFive: number;
    memory: number;
  };
  const online = measure<Online>('linkage-online.ts', await population(persons, Number(values.seeds.split(',')[0])));
  console.log(
    `\nOnline, ${online.persons.toLocaleString('en')} persons entered one by one in ${online.build.toFixed(1)} s (reading included), ${Math.round(online.memory)} MB: ${online.asked} questions, p50 ${online.p50.toFixed(0)} us, p99 ${online.p99.toFixed(0)} us, p99.9 ${online.p999.toFixed(0)} us, the duplicate in the top five ${(100 * online.inFive).toFixed(1)} %.`,
  );
};

await main();
