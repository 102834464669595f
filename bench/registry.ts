/**
 * The register at size: `node bench/registry.ts [80000]` fills one desa-by-desa register through the registry's own actions, then
 * measures what officers do: NIK look-up, misspelt name, sheet, board, queue page, approval, and the families a programme reads. One in
 * forty people has an open proposal.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { generatePeople, type PersonRecord } from '#engines/population/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import {
  addPeople,
  addToFamilies,
  getPersonSheet,
  listFamiliesForTargeting,
  NINE_CRITERIA_FIELDS,
  searchPeople,
} from '#modules/registry/index.ts';
import { startCluster } from '#platform/db/cluster.ts';
import { openDatabase, openPool } from '#platform/db/connection.ts';
import { type Context, withActor } from '#platform/db/context.ts';
import { migrate } from '#platform/db/migrate.ts';
import { prepareRoles } from '#platform/db/roles.ts';
import { makeDemoAgency } from '../src/demo/agencies.ts';
import { getQualityBoard } from '../src/modules/registry/actions/list-quality.ts';
import { actorOf } from '../test/support/actor.ts';
import { fillQueues, queueWork } from './registry-proposals.ts';

const persons = Number(process.argv[2] ?? 80_000);
const CHUNK = 500;
const dir = mkdtempSync(join(tmpdir(), 'rukun-bench-'));
const cluster = await startCluster(join(dir, 'pg'), {
  flags: ['-c', 'synchronous_commit=off', '-c', 'max_wal_size=2GB'],
});
const admin = {
  host: cluster.host,
  port: cluster.port,
  user: cluster.superuser,
  password: cluster.password,
  database: 'postgres',
};
const roles = await prepareRoles(admin, 'rukun', join(dir, 'roles.json'));
const owner = { ...admin, database: 'rukun', user: 'rukun_owner', password: roles.owner };
await migrate(owner);
const ownerPool = openPool(owner, 1);
const client = await ownerPool.connect();
await makeDemoAgency(client, '99.01', '2026-07-15');
const pool = openPool({ ...admin, database: 'rukun', user: 'rukun_app', password: roles.app }, 4);
const db = openDatabase(pool);
const platform = { db, clock: () => new Date('2026-07-15T04:00:00Z') };

const as = async <T>(username: string, work: (ctx: Context) => Promise<T>): Promise<T> =>
  withActor(platform, await actorOf(db, username), { requestId: 'bench' }, work);

const report = (label: string, samples: number[]): void => {
  const sorted = samples.sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(9);
  console.log(`${label.padEnd(58)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   n ${sorted.length}`);
};
const measure = async (label: string, times: number, work: (round: number) => Promise<unknown>): Promise<void> => {
  const samples: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const from = performance.now();
    await work(round);
    samples.push(performance.now() - from);
  }
  report(label, samples);
};

const karangAsri = (await actorOf(db, 'operator.karangasri')).areaId;
const allDesa = await as('verifikator', (ctx) =>
  ctx.tx.selectFrom('area').select('id').where('kind', '=', 'desa').orderBy('id').execute(),
);
// Karang Asri first, so that somebody lives there at every size.
const desa = [...allDesa].sort((a, b) => Number(b.id === karangAsri) - Number(a.id === karangAsri));
const people = [...generatePeople({ persons, seed: 7, duplicates: 0.02 })];
const areaOf = new Map(
  [...new Set(people.map((person) => person.village))].map((kode, at) => [kode, desa[at % desa.length]!.id]),
);

const writeChunk = async (chunk: PersonRecord[], ctx: Context): Promise<void> => {
  const inputs = chunk.map((person) => ({
    name: person.name || 'TANPA NAMA',
    sex: person.sex,
    birth: person.dob ? { on: person.dob, precision: 'hari' as const } : null,
    motherName: person.mother,
    phone: person.phone,
    nik: person.nik,
    areaId: areaOf.get(person.village)!,
    source: 'siks' as const,
  }));
  const made = await addPeople(ctx, inputs);
  await addToFamilies(
    ctx,
    made.map(({ personId }, at) => ({
      personId,
      nomorKk: chunk[at]!.kk,
      shdk: null,
      areaId: inputs[at]!.areaId,
      address: chunk[at]!.address,
      source: 'siks' as const,
    })),
  );
  await ctx.record({ event: 'bench.filled', subjectKind: 'bench', subjectId: uuid7() });
};

console.log(
  `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${people.length} records of ${persons} persons`,
);
const began = performance.now();
for (let at = 0; at < people.length; at += CHUNK)
  await as('verifikator', (ctx) => writeChunk(people.slice(at, at + CHUNK), ctx));
const seconds = (performance.now() - began) / 1000;
console.log(`filled in ${seconds.toFixed(1)} s: ${Math.round(people.length / seconds)} people a second`);
// Facts of half the families, and ranks of most, written past the actions: they have other writers.
await client.query('set search_path = agency_tirta_rukun, ref, public');
await client.query(`
  insert into observation_set (id, family_id, observed_on, source) select gen_random_uuid(), id, '2026-05-01', 'verval' from family where hashtext(id::text) % 2 = 0`);
await client.query(
  `
  insert into observation (set_id, field, value) select s.id, f, 'true'::jsonb from observation_set s cross join unnest($1::text[]) f`,
  [NINE_CRITERIA_FIELDS],
);
await client.query(`
  insert into current_fact (subject_id, subject_kind, field, value, observed_on, source, stale_on, set_id)
  select s.family_id, 'family', o.field, o.value, s.observed_on, s.source, s.observed_on + 365, s.id from observation_set s join observation o on o.set_id = s.id`);
await client.query('analyze');

await measure('families for targeting, whole agency', 5, () => as('kabid', (ctx) => listFamiliesForTargeting(ctx)));
await measure('families for targeting, one desa', 10, (round) =>
  as('kabid', (ctx) => listFamiliesForTargeting(ctx, [desa[round]!.id])),
);
const some = (round: number) => people[(round * 7919) % people.length]!;
const misspelt = (name: string) =>
  name
    .replace(/[aiueo]/i, 'e')
    .replace(/(.)\1/, '$1')
    .slice(0, -1);
for (const who of ['verifikator', 'operator.karangasri']) {
  await measure(`${who}: NIK`, 200, (round) => as(who, (ctx) => searchPeople(ctx, { q: some(round).nik, limit: 20 })));
  await measure(`${who}: misspelt name`, 200, (round) =>
    as(who, (ctx) => searchPeople(ctx, { q: misspelt(some(round).name), limit: 20 })),
  );
  await measure(`${who}: address`, 100, (round) =>
    as(who, (ctx) => searchPeople(ctx, { q: some(round).address, limit: 20 })),
  );
  await measure(`${who}: data-quality board`, 10, () => as(who, (ctx) => getQualityBoard(ctx)));
}
const ids = await as('verifikator', (ctx) =>
  sql<{ id: string }>`select id from person order by id limit 200`.execute(ctx.tx),
);
await measure('verifikator: sheet', 200, (round) =>
  as('verifikator', (ctx) => getPersonSheet(ctx, ids.rows[round]!.id)),
);
const APPROVALS = 200;
const livingIn = async (condition: ReturnType<typeof sql>, most: number): Promise<string[]> =>
  (
    await as('verifikator', (ctx) =>
      sql<{ id: string }>`select id from person where ${condition} order by id limit ${most}`.execute(ctx.tx),
    )
  ).rows.map(({ id }) => id);
const open = await livingIn(sql`scope_area_id <> ${karangAsri}`, Math.round(persons / 40));
const waiting = await fillQueues(as, open, await livingIn(sql`scope_area_id = ${karangAsri}`, APPROVALS));
await client.query('analyze');
for (const [label, work] of queueWork(as, waiting)) await measure(label, waiting.length, work);
client.release();
await Promise.all([pool.end(), ownerPool.end()]);
await cluster.stop();
rmSync(dir, { recursive: true, force: true });
