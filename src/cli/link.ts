import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bandOf } from '#engines/linkage/bands.ts';
import { type LinkResult, linkTable } from '#engines/linkage/link.ts';
import type { Model } from '#engines/linkage/model.ts';
import { ImplausibleModelError } from '#engines/linkage/plausible.ts';
import { type ReadReport, readPeople } from '#engines/linkage/read-people.ts';
import { type LinkSchema, parseSchema, SchemaError } from '#engines/linkage/schema.ts';
import { createTable, type PersonTable } from '#engines/linkage/table.ts';
import { judge, readTruth } from '#engines/linkage/truth.ts';
import { writeResults } from '#engines/linkage/write-results.ts';

const HELP = `rukun link --schema schema.json --in people.csv [--in other.csv] [--truth truth.csv] --out DIR

Mencari baris yang kemungkinan besar orang yang sama. Dengan dua masukan, mencari di antara keduanya.
Menulis pairs.csv, clusters.csv dan report.json ke DIR.
  --schema FILE     kolom mana berarti apa (lihat docs/engines/linkage.md)
  --in FILE         CSV dengan baris judul; paling banyak dua kali
  --truth FILE      baris id,entity: laporan memuat precision, recall dan F1; dua kali bila kedua masukan memakai id yang sama
  --out DIR         direktori hasil, dibuat bila belum ada
  --model FILE      model lain ("model" dalam report.json terdahulu), bukan model bawaan
  --training CARA   auto (bawaan): sejauh tabelnya memungkinkan; off: tidak; demand: berhenti bila tidak mungkin
  --from P          peluang terkecil yang ditulis ke pairs.csv (bawaan 0.05)
  --quiet           tanpa kemajuan
`;

type Options = {
  schema: string;
  inputs: string[];
  truth: string[];
  out: string;
  model?: string;
  training: 'auto' | 'off' | 'demand';
  from: number;
  quiet: boolean;
};

class UsageError extends Error {}

const readOptions = (argv: string[]): Options | 'help' => {
  const { values } = parseArgs({
    args: argv,
    options: {
      schema: { type: 'string' },
      in: { type: 'string', multiple: true },
      truth: { type: 'string', multiple: true },
      out: { type: 'string' },
      model: { type: 'string' },
      training: { type: 'string', default: 'auto' },
      from: { type: 'string', default: '0.05' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const inputs = values.in ?? [];
  const truth = values.truth ?? [];
  const from = Number(values.from);
  if (!values.schema) throw new UsageError('--schema FILE belum disebut');
  if (inputs.length < 1 || inputs.length > 2) throw new UsageError('--in FILE harus disebut satu atau dua kali');
  if (truth.length > inputs.length) throw new UsageError('--truth paling banyak satu per masukan');
  if (!values.out) throw new UsageError('--out DIR belum disebut');
  if (!(from > 0 && from < 1)) throw new UsageError('--from harus angka di antara 0 dan 1');
  const training = values.training;
  if (training !== 'auto' && training !== 'off' && training !== 'demand')
    throw new UsageError('--training harus auto, off atau demand');
  const options: Options = {
    schema: values.schema,
    inputs,
    truth,
    out: values.out,
    training,
    from,
    quiet: values.quiet,
  };
  return values.model ? { ...options, model: values.model } : options;
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
};

const readModel = (file: string): Model => {
  const json = readJson(file) as { model?: Model } & Model;
  const model = json.model ?? json;
  if (!Array.isArray(model.components)) throw new UsageError(`${file}: tidak ada model di dalamnya`);
  return model;
};

/** One line on stderr that is written over: what is done, how fast, how long it will still take. */
const createProgress = (quiet: boolean) => {
  let started = performance.now();
  let step = '';
  let shown = 0;
  return (name: string, done: number, total: number, unit: string, scale = 1): void => {
    const now = performance.now();
    if (name !== step) {
      if (step !== '' && !quiet) process.stderr.write('\n');
      [step, started, shown] = [name, now, 0];
    }
    if (quiet || (now - shown < 200 && done < total)) return;
    shown = now;
    const seconds = (now - started) / 1000;
    const rate = seconds > 0 ? done / scale / seconds : 0;
    const left = rate > 0 ? Math.max((total - done) / scale / rate, 0) : 0;
    process.stderr.write(
      `\r${name}: ${Math.round((100 * done) / Math.max(total, 1))} %, ${rate.toFixed(unit === 'MB' ? 1 : 0)} ${unit}/detik, ${left.toFixed(0)} detik lagi   `,
    );
  };
};

const readTable = (
  options: Options,
  schema: LinkSchema,
  progress: ReturnType<typeof createProgress>,
): { table: PersonTable; reports: ReadReport[] } => {
  const table = createTable(schema.spelling);
  const reports = options.inputs.map((file, source) =>
    readPeople(table, schema, file, source, (done, total) => progress(`membaca ${file}`, done, total, 'MB', 1e6)),
  );
  return { table, reports };
};

const bandCounts = (result: LinkResult): Record<string, number> => {
  const counts: Record<string, number> = { pasti: 0, mungkin: 0, bukan: 0 };
  const { word0, word1 } = result.pairs.patterns;
  for (let p = 0; p < result.pairs.patterns.size; p += 1) {
    const band = bandOf(result.patternWeight[p]!, word0[p]!, word1[p]!);
    counts[band] = counts[band]! + result.pairs.patterns.count[p]!;
  }
  return counts;
};

const checkFiles = (options: Options): void => {
  for (const file of [...options.inputs, ...options.truth]) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`${file}: berkas tidak ada`);
  }
};

type Run = {
  options: Options;
  table: PersonTable;
  reports: ReadReport[];
  result: LinkResult;
  started: number;
  read: number;
};

const seconds = (from: number, to: number): number => Number(((to - from) / 1000).toFixed(3));

const reportOf = (
  { options, table, reports, result, started, read }: Run,
  judged: object | undefined,
  pairsWritten: number,
): object => ({
  inputs: options.inputs.map((file, i) => ({
    file,
    rows: reports[i]!.rows,
    badRows: reports[i]!.bad,
    examples: reports[i]!.examples,
  })),
  rows: table.size,
  pairs: {
    compared: result.pairs.size,
    perRow: Number((result.pairs.size / Math.max(table.size, 1)).toFixed(3)),
    patterns: result.pairs.patterns.size,
    written: pairsWritten,
    bands: bandCounts(result),
  },
  clusters: {
    ofTwoOrMore: result.clusters.sizes.size,
    largest: [...result.clusters.sizes.values()].reduce((a, b) => Math.max(a, b), 1),
    tooLarge: result.clusters.alarms.length,
    joinsRefused: result.clusters.refused,
  },
  ...(judged ? { quality: judged } : {}),
  warnings: result.warnings,
  seconds: {
    read: seconds(started, read),
    ...result.seconds,
    total: seconds(started, performance.now()),
    cpu: cpuSeconds(),
  },
  peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  model: result.model,
});

const cpuSeconds = (): number => Number(((process.cpuUsage().user + process.cpuUsage().system) / 1e6).toFixed(2));

const link = (options: Options): number => {
  const started = performance.now();
  const schema = parseSchema(readJson(options.schema));
  checkFiles(options);
  const progress = createProgress(options.quiet);
  const { table, reports } = readTable(options, schema, progress);
  const read = performance.now();
  const across = options.inputs.length === 2;
  const result = linkTable(table, {
    household: schema.household,
    across,
    training: options.training,
    ...(options.model ? { model: readModel(options.model) } : {}),
    progress: (step, done, total) => progress(STEPS[step], done, total, 'baris'),
  });
  const truth = options.truth.length > 0 ? readTruth(table, options.truth) : undefined;
  const judged = truth && { ...judge(table, result, truth.entity, across), unknownIds: truth.unknown };
  const run: Run = { options, table, reports, result, started, read };
  const written = writeResults(options.out, table, schema, result, {
    fromBits: Math.log2(options.from / (1 - options.from)),
    sources: options.inputs.length,
    report: (pairsWritten) => reportOf(run, judged, pairsWritten),
  });
  say(options, reports, result, written, judged?.clusters.f1, seconds(started, performance.now()));
  return 0;
};

const STEPS = { pairs: 'membandingkan', model: 'menyesuaikan model', clusters: 'mengelompokkan' } as const;

const say = (
  options: Options,
  reports: ReadReport[],
  result: LinkResult,
  written: number,
  f1: number | undefined,
  seconds: number,
): void => {
  const bad = reports.flatMap((report) => report.examples);
  const badCount = reports.reduce((sum, report) => sum + report.bad, 0);
  process.stderr.write('\n');
  for (const row of bad.slice(0, 10))
    process.stderr.write(`${row.file}, baris ${row.line}: ${row.reason}; baris dilewati\n`);
  if (badCount > 10) process.stderr.write(`… seluruhnya ${badCount} baris dilewati, lihat report.json\n`);
  for (const warning of result.warnings) process.stderr.write(`${warning}\n`);
  process.stderr.write(
    `${result.pairs.size} pasangan dibandingkan, ${written} ditulis, ${result.clusters.sizes.size} kelompok${f1 === undefined ? '' : `, F1 kelompok ${f1.toFixed(4)}`}, ${seconds} detik: ${options.out}\n`,
  );
};

/**
 * The command `rukun link`. Gives the exit code: 0 done, 1 the model is implausible, 2 wrong arguments, schema or files.
 */
export const run = async (argv: string[]): Promise<number> => {
  try {
    const options = readOptions(argv);
    if (options === 'help') {
      process.stdout.write(HELP);
      return 0;
    }
    return link(options);
  } catch (error) {
    if (error instanceof ImplausibleModelError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    const usage = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!usage && !(error instanceof SchemaError)) throw error;
    process.stderr.write(`${(error as Error).message}\n${usage ? `\n${HELP}` : ''}`);
    return 2;
  }
};
