import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCsvCutter } from '../src/engines/linkage/csv.ts';
import { createOnlineIndex, type LinkPerson } from '../src/engines/linkage/online.ts';

/**
 * Online questions in their own process: node bench/linkage-online.ts DIR prints one line of JSON. All first registrations are put into
 * the index one by one; then every second registration (at most 20,000) is asked for.
 */
const text = new TextDecoder();

const readPersons = (directory: string, each: (person: LinkPerson) => void): void => {
  let header: string[] | undefined;
  const cutter = createCsvCutter(',', (bytes, starts, ends, fields) => {
    const values = Array.from({ length: fields }, (_, i) => text.decode(bytes.subarray(starts[i], ends[i])));
    if (!header) {
      header = values;
      return;
    }
    const row = Object.fromEntries(header.map((name, i) => [name, values[i]]));
    each({
      id: row['id']!,
      name: row['name'],
      motherName: row['mother'],
      birthOn: row['dob'],
      birthPlace: row['birth_place'],
      sex: row['sex'] === 'L' ? 'male' : row['sex'] === 'P' ? 'female' : undefined,
      nik: row['nik'],
      nomorKk: row['kk'],
      areaCode: row['village'],
      address: row['address'],
      phone: row['phone'],
    });
  });
  cutter.push(readFileSync(join(directory, 'people.csv')));
  cutter.end();
};

const main = (directory: string): void => {
  const entityOf = new Map<string, string>();
  const first = new Set<string>();
  for (const line of readFileSync(join(directory, 'truth.csv'), 'utf8').split('\n').slice(1)) {
    const [id, entity, kinds] = line.split(',');
    if (!id || !entity) continue;
    entityOf.set(id, entity);
    if (kinds?.split('|').includes('asli')) first.add(id);
  }
  const asked: LinkPerson[] = [];
  const index = createOnlineIndex(undefined, { expected: first.size });
  const started = performance.now();
  readPersons(directory, (person) => {
    if (first.has(person.id)) index.upsert(person);
    else if (asked.length < 20_000) asked.push(person);
  });
  const build = (performance.now() - started) / 1000;
  for (const person of asked.slice(0, 2000)) index.candidates(person, 5, true); // warm
  const times = new Float64Array(asked.length);
  let inFive = 0;
  asked.forEach((person, i) => {
    const at = performance.now();
    const found = index.candidates(person, 5, true);
    times[i] = (performance.now() - at) * 1000;
    if (found.some((c) => entityOf.get(c.id) === entityOf.get(person.id))) inFive += 1;
  });
  times.sort();
  const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(q * times.length))]!;
  console.log(
    JSON.stringify({
      persons: index.size(),
      build,
      asked: asked.length,
      p50: quantile(0.5),
      p99: quantile(0.99),
      p999: quantile(0.999),
      inFive: inFive / asked.length,
      memory: process.resourceUsage().maxRSS / 1024,
    }),
  );
};

main(process.argv[2]!);
