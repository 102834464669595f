import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatePeople, type HardNegative, type PeopleOptions, type PersonRecord } from './people.ts';

const COLUMNS = [
  'id',
  'name',
  'mother',
  'dob',
  'birth_place',
  'sex',
  'nik',
  'kk',
  'village',
  'rt',
  'rw',
  'address',
  'phone',
  'occupation',
] as const;

/** The schema that `rukun link` reads people.csv with. */
export const PEOPLE_SCHEMA = {
  id: 'id',
  delimiter: ',',
  household: true,
  fields: [
    { column: 'name', role: 'name' },
    { column: 'mother', role: 'mother_name' },
    { column: 'dob', role: 'birth_date', format: 'YYYY-MM-DD' },
    { column: 'birth_place', role: 'birth_place' },
    { column: 'sex', role: 'sex', values: { L: 'male', P: 'female' } },
    { column: 'nik', role: 'nik' },
    { column: 'kk', role: 'household_id' },
    { column: 'village', role: 'area' },
    { column: 'address', role: 'address' },
    { column: 'phone', role: 'phone' },
    { column: 'occupation', role: 'occupation' },
  ],
} as const;

const quoted = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const rowOf = (r: PersonRecord): string =>
  [
    r.id,
    r.name,
    r.mother,
    r.dob,
    r.birthPlace,
    r.sex,
    r.nik,
    r.kk,
    r.village,
    r.rt,
    r.rw,
    r.address,
    r.phone,
    r.occupation,
  ]
    .map(quoted)
    .join(',');

/** A text file written in pieces of a megabyte, waiting when the disk is slower. */
const openText = (path: string, head: string) => {
  const stream = createWriteStream(path);
  let failed: Error | undefined;
  stream.on('error', (error) => {
    failed = error;
  });
  let buffer = `${head}\n`;
  const flush = async (): Promise<void> => {
    const chunk = buffer;
    buffer = '';
    if (failed !== undefined) throw failed;
    if (!stream.write(chunk)) await once(stream, 'drain');
  };
  return {
    line: (text: string): Promise<void> | undefined => {
      buffer += `${text}\n`;
      return buffer.length > 1_000_000 ? flush() : undefined;
    },
    close: async (): Promise<void> => {
      await flush();
      await new Promise<void>((done, fail) => stream.end((error?: Error | null) => (error ? fail(error) : done())));
    },
  };
};

export type PeopleCounts = {
  readonly persons: number;
  readonly records: number;
  /** Pairs of records of one person. */
  readonly truePairs: number;
  readonly hardNegatives: Readonly<Record<string, number>>;
};

/**
 * Writes a population for linkage into a directory: `people.csv`, `truth.csv` (id, entity, class: labels joined by `|`),
 * `hard-negatives.csv` (id_a, id_b, kind), `schema.json` and `population.json` (options and counts).
 * `onProgress` is called every 100,000 records. Rejects when the disk refuses.
 */
export const writePeople = async (
  options: PeopleOptions,
  directory: string,
  onProgress: (records: number) => void = () => {},
): Promise<PeopleCounts> => {
  await mkdir(directory, { recursive: true });
  const people = openText(join(directory, 'people.csv'), COLUMNS.join(','));
  const truth = openText(join(directory, 'truth.csv'), 'id,entity,class');
  const hard = openText(join(directory, 'hard-negatives.csv'), 'id_a,id_b,kind');
  const hardNegatives: Record<string, number> = {};
  const waiting: HardNegative[] = [];
  const seen = new Uint8Array(options.persons + 1);
  let [records, truePairs] = [0, 0];
  for (const record of generatePeople({ ...options, onHardNegative: (pair) => waiting.push(pair) })) {
    await people.line(rowOf(record));
    await truth.line(`${record.id},${record.entity},${record.classes.join('|')}`);
    truePairs += seen[record.entity] as number;
    seen[record.entity] = (seen[record.entity] as number) + 1;
    for (const { a, b, kind } of waiting.splice(0)) {
      hardNegatives[kind] = (hardNegatives[kind] ?? 0) + 1;
      await hard.line(`${a},${b},${kind}`);
    }
    records += 1;
    if (records % 100_000 === 0) onProgress(records);
  }
  await Promise.all([people.close(), truth.close(), hard.close()]);
  const counts = { persons: options.persons, records, truePairs, hardNegatives };
  await writeFile(join(directory, 'schema.json'), `${JSON.stringify(PEOPLE_SCHEMA, null, 2)}\n`);
  const { seed, duplicates = 0.05 } = options;
  await writeFile(join(directory, 'population.json'), `${JSON.stringify({ seed, duplicates, ...counts }, null, 2)}\n`);
  return counts;
};
