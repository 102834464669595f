/**
 * The same work in PostgreSQL SQL and in the engine, in one run: `node bench/targeting-postgres.ts [0.1] [1]` (millions).
 * Also measures loading a snapshot from PostgreSQL. SQL is given its best shape: members aggregated once with GROUP BY,
 * no disk sorts, no synchronous writes; the engine's rules must find the same families or the run stops.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Value, valueAt } from '#engines/aturan/index.ts';
import { newSnapshotBuilder, readProgrammes, runProgrammes, type Snapshot } from '#engines/targeting/index.ts';
import { startCluster } from '#platform/db/cluster.ts';
import { BENCH_SCHEMA, benchProgrammes, makeRegister, newRandom } from './targeting-population.ts';

const CHUNK = 20_000;
const typeOf = (type: string): string => (type === 'integer' ? 'int' : type === 'boolean' ? 'boolean' : 'text');

const timed = async <T>(label: string, work: () => Promise<T> | T): Promise<T> => {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const used = process.cpuUsage(cpu);
  console.log(
    `${label.padEnd(62)} ${(performance.now() - wall).toFixed(0).padStart(8)} wall ms ${((used.user + used.system) / 1000).toFixed(0).padStart(8)} CPU ms here`,
  );
  return result;
};

const insert = async (
  client: pg.Client,
  table: string,
  names: string[],
  types: string[],
  rows: number,
  cell: (row: number, column: number) => unknown,
): Promise<void> => {
  const unnested = types.map((type, i) => `$${i + 1}::${type}[]`).join(', ');
  for (let from = 0; from < rows; from += CHUNK) {
    const size = Math.min(CHUNK, rows - from);
    const arrays = names.map((_, c) => Array.from({ length: size }, (_x, i) => cell(from + i, c) ?? null));
    await client.query(`insert into ${table} (${names.join(', ')}) select * from unnest(${unnested})`, arrays);
  }
};

const fillTables = async (client: pg.Client, s: Snapshot): Promise<void> => {
  const [family, member] = [[...s.tables.family.columns], [...s.tables.member.columns]];
  const columns = (list: typeof family): string => list.map(([name, c]) => `${name} ${typeOf(c.spec.type)}`).join(', ');
  await client.query(`create unlogged table keluarga (id text, area text, score int, ${columns(family)})`);
  await client.query(`create unlogged table anggota (keluarga text, ${columns(member)})`);
  const familyTypes = ['text', 'text', 'int', ...family.map(([, c]) => typeOf(c.spec.type))];
  await insert(
    client,
    'keluarga',
    ['id', 'area', 'score', ...family.map(([n]) => n)],
    familyTypes,
    s.count,
    (row, c) =>
      c === 0
        ? s.idAt(row)
        : c === 1
          ? s.areas[s.area[row]!]
          : c === 2
            ? s.score[row]
            : valueAt(family[c - 3]![1], row),
  );
  const memberTypes = ['text', ...member.map(([, c]) => typeOf(c.spec.type))];
  await insert(
    client,
    'anggota',
    ['keluarga', ...member.map(([n]) => n)],
    memberTypes,
    s.tables.member.rows,
    (row, c) => (c === 0 ? s.idAt(s.tables.memberFamily[row]!) : valueAt(member[c - 1]![1], row)),
  );
  await client.query('alter table keluarga add primary key (id)');
  await client.query('create index on anggota (keluarga)');
  await client.query('analyze');
};

type Row = Record<string, Value> & { id: string; area: string; score: number; keluarga: string };

async function* rowsOf(client: pg.Client, query: string): AsyncGenerator<Row> {
  await client.query('begin');
  await client.query(`declare isi cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${CHUNK} from isi`);
    if (rows.length === 0) break;
    for (const row of rows) {
      for (const name in row) if (row[name] === null) row[name] = undefined;
      yield row;
    }
  }
  await client.query('commit');
}

const load = async (client: pg.Client): Promise<Snapshot> => {
  const builder = newSnapshotBuilder(BENCH_SCHEMA);
  for await (const row of rowsOf(client, 'select * from keluarga order by id collate "C"'))
    builder.addFamily({ id: row.id, area: row.area, score: row.score, values: row });
  for await (const row of rowsOf(client, 'select * from anggota'))
    builder.addMember({ family: row.keluarga, values: row });
  return builder.finish();
};

/** Three-valued "some member is" over grouped rows. */
const some = (condition: string): string =>
  `case when bool_or(${condition}) then true when bool_or((${condition}) is null) then null else false end`;

const AGGREGATES = `create temp table hitung as select keluarga,
  count(*) as anggota,
  ${some(`pekerjaan in ('asn', 'tni_polri') and not meninggal`)} as asn,
  ${some('hamil')} as hamil,
  ${some(`sekolah in ('sd', 'smp', 'sma')`)} as sekolah,
  ${some('umur >= 60 and not meninggal')} as lansia,
  ${some('disabilitas and not meninggal')} as disabilitas,
  ${some('umur <= 5')} as balita,
  ${some(`umur between 7 and 18 and sekolah = 'tidak'`)} as putus
  from anggota group by keluarga`;

const VERDICTS = `create temp table putusan as select k.id, k.area, k.score,
  desil <= 4 and (h.hamil or h.sekolah) and not asn as pkh, desil <= 5 and not asn as sembako, desil <= 6 as beras, lansia, h.disabilitas,
  balita and penghasilan <= 3000000 as balita, lantai in ('tanah', 'bambu') and not sewa and luas <= 8 * h.anggota as rtlh,
  air in ('sungai', 'hujan') as air, desil between 3 and 6 and usaha as uep, putus, sewa and penghasilan <= 700000 * h.anggota as sewa,
  desil <= 3 or penghasilan <= 1000000 as darurat
  from keluarga k join hitung h on h.keluarga = k.id`;

const NAMES = [
  'pkh',
  'sembako',
  'beras',
  'lansia',
  'disabilitas',
  'balita',
  'rtlh',
  'air',
  'uep',
  'putus',
  'sewa',
  'darurat',
];

/** Rank and cut of every programme; the quota of each desa for the one that has quotas. */
const admitted = (count: number): string => {
  const places = [0.15, 0.2, 0.1, 0.05, 0.02, 0.05, 0.01, 0.02, 0.01, 0.08, 0.02, 0.3].map((share) =>
    Math.floor(count * share),
  );
  const quota = Math.ceil((count / 1000) * 0.25);
  const one = (name: string, i: number): string =>
    name === 'sembako'
      ? `select '${name}', id from (select id, row_number() over (order by score, id) n from (select id, score, row_number() over (partition by area order by score, id) q from putusan where ${name}) d where q <= ${quota}) e where n <= ${places[i]}`
      : `select '${name}', id from (select id, row_number() over (order by score, id) n from putusan where ${name}) d where n <= ${places[i]}`;
  return `create temp table terpilih as ${NAMES.map((name, i) => `(${one(name, i)})`).join(' union all ')}`;
};

const compare = async (client: pg.Client, snapshot: Snapshot): Promise<void> => {
  const set = readProgrammes(benchProgrammes(snapshot.count));
  const run = await timed('engine: full run, 12 programmes, first time', () => runProgrammes(snapshot, set));
  await timed('engine: full run again, order and members remembered', () => runProgrammes({ ...snapshot }, set));
  const total = performance.now();
  await timed('SQL: member aggregates', () => client.query(AGGREGATES));
  await timed('SQL: 12 rules', () => client.query(VERDICTS));
  await timed('SQL: rank and select 12 programmes (without exclusion and holds)', () =>
    client.query(admitted(snapshot.count)),
  );
  console.log(`SQL: all of it ${(performance.now() - total).toFixed(0)} wall ms`);
  const { rows } = await client.query(
    `select ${NAMES.map((n) => `count(*) filter (where ${n}) as ${n}`).join(', ')} from putusan`,
  );
  for (const [i, result] of run.results.entries()) {
    const ours = result.judged.verdict.reduce((n, v) => n + (v === 3 ? 1 : 0), 0);
    if (ours !== Number(rows[0][NAMES[i]!]))
      throw new Error(`programme ${NAMES[i]}: engine ${ours}, SQL ${rows[0][NAMES[i]!]}`);
  }
  console.log('engine and SQL find the same number of eligible families in all 12 programmes');
};

const benchSize = async (millions: number): Promise<void> => {
  const made = makeRegister(Math.round(millions * 1_000_000));
  const random = newRandom(5);
  for (let f = 0; f < made.count; f++) made.score[f] = random(700) + random(700);
  const folder = mkdtempSync(join(tmpdir(), 'rukun-bench-'));
  const cluster = await startCluster(join(folder, 'cluster'), {
    flags: [
      '-c',
      'shared_buffers=512MB',
      '-c',
      'work_mem=512MB',
      '-c',
      'fsync=off',
      '-c',
      'max_parallel_workers_per_gather=1',
    ],
  });
  const client = new pg.Client({
    host: cluster.host,
    port: cluster.port,
    user: cluster.superuser,
    password: cluster.password,
    database: 'postgres',
  });
  try {
    await client.connect();
    console.log(`\n${millions} M families, ${made.tables.member.rows} members`);
    await timed('write the tables', () => fillTables(client, made));
    const snapshot = await timed('load a snapshot from PostgreSQL', () => load(client));
    await compare(client, snapshot);
  } finally {
    await client.end();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
for (const millions of sizes.length > 0 ? sizes : [0.1]) await benchSize(millions);
