import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { makeDemoAgency } from '../../src/demo/agencies.ts';
import { DEMO_PASSWORD } from '../../src/modules/identity/index.ts';
import { projectRoot } from '../../src/platform/db/cluster.ts';
import { openRukunDatabase } from '../../src/platform/db/open.ts';
import { siksFile } from '../factories/siks-file.ts';

/** The real process, killed with SIGKILL while a file is read and while it goes in: afterwards everything is as in an undisturbed run. */
const ROWS = 5000;
const node = join(projectRoot, 'node_modules/.bin/node');
const folders: string[] = [];
const running: ChildProcess[] = [];
let nextPort = 33_610;

afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  await sleep(500);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A data directory with Tirta Rukun and its people in it, and no persons. */
const prepare = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'rukun-kill-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'files'));
  folders.push(folder);
  const database = await openRukunDatabase({ dataDir: folder, databaseUrl: undefined });
  const client = await database.ownerPool.connect();
  await makeDemoAgency(client, '99.01', '2026-07-15');
  client.release();
  await database.close();
  return folder;
};

type Served = { child: ChildProcess; url: string; cookie: string };

const serve = async (folder: string): Promise<Served> => {
  const port = nextPort++;
  const env = { ...process.env, PORT: String(port), RUKUN_DATA_DIR: folder, RUKUN_DEMO: 'off' };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: projectRoot,
    env,
    stdio: 'ignore',
  });
  running.push(child);
  const url = `http://127.0.0.1:${port}`;
  for (let n = 0; n < 900; n += 1) {
    if (
      await fetch(`${url}/readyz`).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      break;
    await sleep(100);
  }
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'verifikator', password: DEMO_PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  return { child, url, cookie };
};

type Reply = ReturnType<typeof JSON.parse>;
const call = async ({ url, cookie }: Served, method: string, path: string, body?: unknown): Promise<Reply> => {
  const isFile = Buffer.isBuffer(body);
  const reply = await fetch(url + path, {
    method,
    headers: {
      cookie,
      ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
};

/** Waits until the import is as wanted. */
const until = async (served: Served, id: string, wanted: (file: Reply) => boolean): Promise<Reply> => {
  for (let n = 0; n < 3000; n += 1) {
    const file = await call(served, 'GET', `/api/import/${id}`);
    if (wanted(file)) return file;
    if (file.state === 'gagal') throw new Error(file.failure);
    await sleep(20);
  }
  throw new Error('the import does not get there');
};

const killed = async ({ child }: Served): Promise<void> => {
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
};

const upload = async (served: Served, bytes: Buffer): Promise<string> => {
  const { id } = await call(served, 'PUT', '/api/import?kind=siks23&name=juli.csv', bytes);
  const { mapping, version } = await call(served, 'GET', `/api/import/${id}`);
  const columns = Object.fromEntries(
    mapping.columns.map(({ column, at }: { column: string; at: number }) => [column, at]),
  );
  await call(served, 'POST', `/api/import/${id}/mapping`, { version, columns });
  return id;
};

/** What stands in the register afterwards, without ids and times. */
const register = async (folder: string): Promise<Record<string, unknown>> => {
  const database = await openRukunDatabase({ dataDir: folder, databaseUrl: undefined });
  const client = await database.ownerPool.connect();
  await client.query('set search_path = agency_tirta_rukun, ref, public');
  const of = async (text: string) => (await client.query(text)).rows[0];
  const found = {
    people: await of(
      `select count(*) as n, md5(string_agg(concat(name, birth_on, sex, mother_name, scope_area_id), ',' order by name, birth_on, mother_name, scope_area_id)) as sum from person`,
    ),
    numbers: await of(
      `select count(*) as n, count(*) filter (where state = 'aktif') as active, md5(string_agg(concat(kind, value, state), ',' order by kind, value, state)) as sum from person_identifier`,
    ),
    families: await of('select count(*) as n, count(distinct scope_area_id) as places from family'),
    cards: await of(
      `select count(*) as n, md5(string_agg(concat(nomor_kk, state), ',' order by nomor_kk, state)) as sum from family_card`,
    ),
    members: await of(
      `select count(*) as n, count(*) filter (where state = 'sah') as held, count(distinct person_id) as people from family_member`,
    ),
    statuses: await of('select count(*) as n, count(distinct person_id) as people from centre_status'),
    issues: await of(
      `select count(*) as n, md5(string_agg(kind, ',' order by kind)) as sum from data_issue where closed_at is null`,
    ),
    rows: await of('select count(*) as n, count(distinct no) as numbers, count(person_id) as people from import_row'),
    audited: await of(`select sum((after->>'rows')::int) as rows from audit where event = 'import.rows_committed'`),
  };
  client.release();
  await database.close();
  return found;
};

test('kill -9 in the middle of reading and of going in loses and doubles nothing', async () => {
  const { bytes } = await siksFile(ROWS);
  const [calm, stormy] = [await prepare(), await prepare()];

  const undisturbed = await serve(calm);
  const first = await upload(undisturbed, bytes);
  const { version } = await until(undisturbed, first, ({ state }) => state === 'siap');
  await call(undisturbed, 'POST', `/api/import/${first}/commit`, { version });
  const wanted = await until(undisturbed, first, ({ state }) => state === 'selesai');
  undisturbed.child.kill('SIGTERM');
  await new Promise((done) => undisturbed.child.once('exit', done));

  let served = await serve(stormy);
  const id = await upload(served, bytes);
  await until(served, id, ({ rowsDone }) => rowsDone >= 2000);
  await killed(served);
  served = await serve(stormy);
  const reviewed = await until(served, id, ({ state }) => state === 'siap');
  expect(reviewed.check).toEqual(wanted.check);

  await call(served, 'POST', `/api/import/${id}/commit`, { version: reviewed.version });
  const half = await until(served, id, ({ state, rowsDone }) => state === 'selesai' || rowsDone >= 2000);
  expect(half.state).toBe('memasukkan');
  await killed(served);
  served = await serve(stormy);
  const done = await until(served, id, ({ state }) => state === 'selesai');
  expect(done.commit).toEqual(wanted.commit);
  served.child.kill('SIGTERM');
  await new Promise((ended) => served.child.once('exit', ended));

  const [expected, found] = [await register(calm), await register(stormy)];
  expect(found).toEqual(expected);
  expect(expected['people']).toMatchObject({ n: BigInt(wanted.commit.dibuat) });
  expect(readFileSync(join(stormy, 'audit-roots.log'), 'utf8').length).toBeGreaterThan(0);
});
