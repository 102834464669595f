import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePeople } from '#engines/population/index.ts';

const HELP = `rukun demo people --persons N --seed S [--duplicates 0.05] --out DIR

Writes a synthetic population for linkage: people.csv, truth.csv, hard-negatives.csv, schema.json, population.json.
  --persons N      number of true persons, 1 to 20000000
  --seed S         whole number; the same seed gives the same files
  --duplicates P   share of persons registered again, 0 to 1 (default 0.05)
  --out DIR        directory, made when missing
`;

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: {
      persons: { type: 'string' },
      seed: { type: 'string' },
      duplicates: { type: 'string', default: '0.05' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;

const complaintAbout = (
  persons: number,
  seed: number,
  duplicates: number,
  out: string | undefined,
): string | undefined => {
  if (!Number.isInteger(persons) || persons < 1 || persons > 20_000_000)
    return '--persons must be a whole number from 1 to 20000000';
  if (!Number.isSafeInteger(seed)) return '--seed must be a whole number';
  if (!(duplicates >= 0 && duplicates <= 1)) return '--duplicates must be a number from 0 to 1';
  return out === undefined ? '--out DIR is missing' : undefined;
};

/** The command `rukun demo people`. Gives the exit code: 0 done, 2 wrong arguments. */
export const run = async (argv: string[]): Promise<number> => {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [persons, seed, duplicates] = [
    Number(values.persons),
    Number(values.seed ?? Number.NaN),
    Number(values.duplicates),
  ];
  const complaint = complaintAbout(persons, seed, duplicates, values.out);
  if (complaint !== undefined) {
    process.stderr.write(`${complaint}\n\n${HELP}`);
    return 2;
  }
  const directory = resolve(values.out as string);
  const started = performance.now();
  const counts = await writePeople({ persons, seed, duplicates }, directory, (records) => {
    const rate = Math.round(records / ((performance.now() - started) / 1000));
    process.stderr.write(`\r${records} records, ${rate}/s`);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`\r${counts.records} records of ${counts.persons} persons in ${seconds} s: ${directory}\n`);
  return 0;
};
