/**
 * "Who might this be?" over HTTP: `npm run bench:duplicates -- [80000] [1000000]`. Per size a register is filled by SQL with the
 * generator's persons (no duplicates of them), a server process of its own is started on it, and records that the generator made as second
 * registrations are asked about as an officer's form would, one after the other. Counted: the time of the whole exchange on loopback, and
 * how often the true person is among the first five. Known to the server is nothing but the form.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { generatePeople, type PersonRecord } from '#engines/population/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { projectRoot } from '#platform/db/cluster.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { makeDemoAgency } from '../src/demo/agencies.ts';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';

const sizes = process.argv.slice(2).map(Number);
const QUESTIONS = 2_000;
const CHUNK = 5_000;
const PORT = 33_904;
const SEED = 4_242;

type Row = PersonRecord & { personId: string };
type Register = { rows: Row[]; asked: PersonRecord[]; idOf: Map<number, string> };

/** The first record of everybody goes into the register; every later one of a person in it may be asked about. */
const makeRegister = (persons: number): Register => {
  const [rows, asked, idOf]: [Row[], PersonRecord[], Map<number, string>] = [[], [], new Map()];
  const later: PersonRecord[] = [];
  for (const record of generatePeople({ persons, seed: SEED, duplicates: 0.05 })) {
    if (record.classes.includes('duplikat') || idOf.has(record.entity)) {
      later.push(record);
      continue;
    }
    const personId = uuid7();
    idOf.set(record.entity, personId);
    rows.push({ ...record, personId });
  }
  const step = Math.max(1, Math.floor(later.length / QUESTIONS));
  for (let at = 0; at < later.length && asked.length < QUESTIONS; at += step)
    if (idOf.has(later[at]!.entity)) asked.push(later[at]!);
  return { rows, asked, idOf };
};

const FILL = `
  with r as (
    select * from jsonb_to_recordset($1::jsonb) as r("personId" uuid, name text, mother text, dob text, "birthPlace" text, sex text, nik text,
      phone text, area integer)),
  p as (
    insert into person (id, name, name_fold, sex, birth_on, birth_precision, birth_place, mother_name, phone, scope_area_id, source, observed_on)
    select "personId", name, lower(name), nullif(sex, ''), nullif(dob, '')::date, case when dob = '' then 'tidak_tahu' else 'hari' end,
           nullif("birthPlace", ''), nullif(mother, ''), nullif(phone, ''), area, 'siks', '2026-07-15' from r)
  insert into person_identifier (id, person_id, kind, value, state, during, source)
  select gen_random_uuid(), "personId", 'nik', nik, 'klaim', daterange('2026-07-15', null), 'siks' from r where nik <> ''`;
const FAMILIES = `
  with r as (select * from jsonb_to_recordset($1::jsonb) as r("familyId" uuid, kk text, address text, area integer)),
  f as (insert into family (id, scope_area_id, address, source) select "familyId", area, nullif(address, ''), 'siks' from r)
  insert into family_card (id, family_id, nomor_kk, state, during, source)
  select gen_random_uuid(), "familyId", kk, 'klaim', daterange('2026-07-15', null), 'siks' from r where kk <> ''`;
const MEMBERS = `
  insert into family_member (id, family_id, person_id, state, during, source)
  select gen_random_uuid(), "familyId", "personId", 'sah', daterange('2026-07-15', null), 'siks'
  from jsonb_to_recordset($1::jsonb) as r("familyId" uuid, "personId" uuid)`;

const inChunks = async <T>(list: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < list.length; at += CHUNK) await work(list.slice(at, at + CHUNK));
};

/** Fills the register past the actions: they are measured elsewhere. Everybody lives in a desa of Tirta Rukun, by the generator's villages. */
const fill = async (client: pg.PoolClient, rows: readonly Row[]): Promise<void> => {
  await client.query('set search_path = agency_tirta_rukun, ref, public');
  // The index behind the search by name takes most of the time of a bulk insert, and the question does not use it.
  await client.query('drop index person_name_trgm; drop index family_address_trgm');
  const { rows: desa } = await client.query<{ id: number }>("select id from area where kind = 'desa' order by id");
  const villages = new Map<string, number>();
  const areaOf = (village: string): number => {
    const known = villages.get(village) ?? desa[villages.size % desa.length]!.id;
    villages.set(village, known);
    return known;
  };
  await inChunks(rows, (chunk) =>
    client.query(FILL, [JSON.stringify(chunk.map((row) => ({ ...row, area: areaOf(row.village) })))]),
  );
  const families = new Map<string, { familyId: string; kk: string; address: string; area: number }>();
  const members = rows.map((row) => {
    const key = row.kk || row.personId;
    const family = families.get(key) ?? {
      familyId: uuid7(),
      kk: row.kk,
      address: row.address,
      area: areaOf(row.village),
    };
    families.set(key, family);
    return { familyId: family.familyId, personId: row.personId };
  });
  await inChunks([...families.values()], (chunk) => client.query(FAMILIES, [JSON.stringify(chunk)]));
  await inChunks(members, (chunk) => client.query(MEMBERS, [JSON.stringify(chunk)]));
  await client.query('analyze');
};

const signIn = async (url: string): Promise<string> => {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'verifikator', password: DEMO_PASSWORD }),
  });
  if (!reply.ok) throw new Error(`cannot sign in: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

const sketchOf = (record: PersonRecord) => ({
  name: record.name,
  sex: record.sex || null,
  birthOn: record.dob || null,
  nik: record.nik || null,
  nomorKk: record.kk || null,
  motherName: record.mother || null,
  birthPlace: record.birthPlace || null,
  address: record.address || null,
  phone: record.phone || null,
});

type Asked = { ms: number[]; first: number; five: number };
const askAll = async (url: string, cookie: string, { asked, idOf }: Register): Promise<Asked> => {
  const result: Asked = { ms: [], first: 0, five: 0 };
  for (const record of asked) {
    const body = JSON.stringify(sketchOf(record));
    const from = performance.now();
    const reply = await fetch(`${url}/api/person/likely`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
    });
    const answer = (await reply.json()) as { isReady: boolean; items: { person: { id: string } }[] };
    result.ms.push(performance.now() - from);
    if (!reply.ok || !answer.isReady) throw new Error(`not answered: ${reply.status}`);
    const at = answer.items.findIndex(({ person }) => person.id === idOf.get(record.entity));
    if (at === 0) result.first += 1;
    if (at >= 0 && at < 5) result.five += 1;
  }
  return result;
};

const share = (part: number, of: number): string => (part / of).toFixed(3);
const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
/** What the process takes, in MB (Linux). */
const memoryOf = async (pid: number | undefined): Promise<string> => {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024).toFixed(0);
};

type Index = { state: string; persons: number; seconds: number; bytes: number };
const untilReady = async (url: string, cookie: string): Promise<Index> => {
  for (;;) {
    const reply = await fetch(`${url}/api/duplicate-index`, { headers: { cookie } });
    const index = (await reply.json()) as Index;
    if (index.state === 'siap') return index;
    await sleep(500);
  }
};

const untilUp = async (url: string): Promise<void> => {
  for (let n = 0; n < 900; n += 1) {
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(200);
  }
  throw new Error('the server does not come up');
};

const measure = async (persons: number): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'rukun-bench-duplicates-'));
  const register = makeRegister(persons);
  const began = performance.now();
  const database = await openRukunDatabase(
    { dataDir: dir, databaseUrl: undefined },
    { flags: ['-c', 'synchronous_commit=off', '-c', 'max_wal_size=4GB'] },
  );
  const client = await database.ownerPool.connect();
  await makeDemoAgency(client, '99.01', '2026-07-15');
  await fill(client, register.rows);
  client.release();
  await database.close();
  console.log(`${register.rows.length} persons written in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const url = `http://127.0.0.1:${PORT}`;
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(PORT), RUKUN_DATA_DIR: dir, RUKUN_DEMO: 'off' },
    stdio: 'ignore',
  });
  try {
    await untilUp(url);
    const cookie = await signIn(url);
    const index = await untilReady(url, cookie);
    await askAll(url, cookie, { ...register, asked: register.asked.slice(0, 100) });
    const { ms, first, five } = await askAll(url, cookie, register);
    const sorted = ms.toSorted((a, b) => a - b);
    console.log(
      [
        `${index.persons} persons: index built in ${index.seconds.toFixed(1)} s, tables ${(index.bytes / 2 ** 20).toFixed(0)} MB`,
        `  server process ${await memoryOf(server.pid)} MB RSS`,
        `  ${ms.length} questions: p50 ${at(sorted, 0.5)} ms, p95 ${at(sorted, 0.95)} ms, p99 ${at(sorted, 0.99)} ms, most ${at(sorted, 1)} ms`,
        `  true person first ${share(first, ms.length)}, among the first five ${share(five, ms.length)}`,
      ].join('\n'),
    );
  } finally {
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
    rmSync(dir, { recursive: true, force: true });
  }
};

console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, seed ${SEED}`);
for (const persons of sizes.length > 0 ? sizes : [80_000, 1_000_000]) await measure(persons);
