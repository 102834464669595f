import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeApp } from '../src/app.ts';
import { makeDemoAgency } from '../src/demo/agencies.ts';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';
import { projectRoot } from '../src/platform/db/cluster.ts';
import { openRukunDatabase } from '../src/platform/db/open.ts';
import { startWorker } from '../src/platform/jobs/worker.ts';

/**
 * Imports a generated 23-column xlsx of Tirta Rukun through the real server (own embedded PostgreSQL, durable settings), then the file of
 * the month after, then takes that one back: node bench/import.ts [ROWS]. Prints a table in Markdown; docs/benchmarks/import.md holds one.
 * Officers meanwhile: a search and a list of proposals, one after the other, without a pause longer than 200 ms.
 */
const rows = Number(process.argv[2] ?? 80_000);
const folder = mkdtempSync(join(tmpdir(), 'rukun-import-'));
chmodSync(folder, 0o755);

const makeFile = (month: number): Buffer => {
  const out = join(folder, `bulan-${month}.xlsx`);
  const args = [
    'demo',
    'file',
    '--agency',
    'tirta-rukun',
    '--rows',
    String(rows),
    '--seed',
    '1',
    '--format',
    'xlsx',
    '--month',
    String(month),
    '--out',
    out,
  ];
  const { status, stderr } = spawnSync(join(projectRoot, 'bin/rukun'), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(out);
};

const files = [makeFile(1), makeFile(2)] as const;
const database = await openRukunDatabase({ dataDir: folder, databaseUrl: undefined });
const client = await database.ownerPool.connect();
await makeDemoAgency(client, '99.01', '2026-07-15');
client.release();
const platform = { db: database.db, clock: () => new Date() };
const app = await makeApp({
  platform,
  ownerPool: database.ownerPool,
  connection: database.app,
  dataDir: folder,
  url: 'http://localhost',
  secret: 'bench-secret-bench-secret-bench-secret-01',
  logLevel: 'silent',
  checkReplies: false,
});
await app.http.ready();
const worker = await startWorker(database.ownerPool, app.jobs, (name, error) => console.error(name, error));

const signIn = async (): Promise<string> => {
  const reply = await app.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { host: 'localhost' },
    payload: { username: 'verifikator', password: DEMO_PASSWORD },
  });
  return [reply.headers['set-cookie'] ?? []]
    .flat()
    .map((text) => text.split(';')[0])
    .join('; ');
};
const cookie = await signIn();
const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: Buffer | Record<string, unknown>) => {
  const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
  const reply = await app.http.inject({
    method,
    url,
    headers: { cookie, host: 'localhost', ...type },
    ...(payload ? { payload } : {}),
  });
  if (reply.statusCode !== 200) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`);
  return JSON.parse(reply.body) as ReturnType<typeof JSON.parse>;
};

let mostMemory = 0;
const watch = setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
}, 100);
const since = (began: number): number => (performance.now() - began) / 1000;
const settled = async (id: string, goal: string): Promise<ReturnType<typeof JSON.parse>> => {
  for (;;) {
    const shown = await call('GET', `/api/import/${id}`);
    if (shown.state === goal) return shown;
    if (shown.state === 'gagal') throw new Error(shown.failure);
    await sleep(100);
  }
};

/** 95th percentile in ms of the calls officers make while `until` is not settled. */
const officers = async (until: Promise<unknown>): Promise<number> => {
  let isOver = false;
  void until.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  do {
    for (const url of ['/api/person?q=sarinem', '/api/usulan?limit=20']) {
      const began = performance.now();
      await call('GET', url);
      times.push(performance.now() - began);
      await sleep(100);
    }
  } while (!isOver);
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
};

const results: [string, string][] = [];
const note = (what: string, value: string): void => {
  results.push([what, value]);
  console.error(`${what}: ${value}`);
};

const runFile = async (bytes: Buffer, name: string, period: string): Promise<string> => {
  const began = performance.now();
  const { id } = await call('PUT', `/api/import?kind=siks23&name=${name}&period=${period}`, bytes);
  const uploaded = since(began);
  const seen = await call('GET', `/api/import/${id}`);
  const columns = Object.fromEntries(
    seen.mapping.columns
      .filter((c: { at: number | null }) => c.at !== null)
      .map((c: { column: string; at: number }) => [c.column, c.at]),
  );
  await call('POST', `/api/import/${id}/mapping`, { version: seen.version, columns });
  const checking = settled(id, 'siap');
  const duringCheck = await officers(checking);
  const checked = await checking;
  note(`${name}: upload to reviewed preview`, `${since(began).toFixed(1)} s (upload ${uploaded.toFixed(1)} s)`);
  const { siap, ragu, kembali, baru, berubah, tetap, tidakTercantum } = checked.check;
  note(`${name}: rows`, JSON.stringify({ siap, ragu, kembali, baru, berubah, tetap, tidakTercantum }));
  const committing = performance.now();
  await call('POST', `/api/import/${id}/commit`, { version: checked.version });
  const going = settled(id, 'selesai');
  const duringCommit = await officers(going);
  const done = await going;
  note(`${name}: commit`, `${since(committing).toFixed(1)} s, ${JSON.stringify(done.commit)}`);
  note(`${name}: officers' p95 during check / commit`, `${duringCheck.toFixed(0)} / ${duringCommit.toFixed(0)} ms`);
  return id;
};

note('officers’ p95, empty register, nothing else', `${(await officers(sleep(3000))).toFixed(0)} ms`);
const first = await runFile(files[0], 'juli.xlsx', '2026-07');
note('officers’ p95 afterwards, nothing else', `${(await officers(sleep(5000))).toFixed(0)} ms`);
const second = await runFile(files[1], 'agustus.xlsx', '2026-08');
for (const [name, id] of [
  ['agustus', second],
  ['juli', first],
] as const) {
  const began = performance.now();
  const { version } = await call('GET', `/api/import/${id}`);
  await call('POST', `/api/import/${id}/undo`, { version, reason: 'pengukuran' });
  const { undo } = await settled(id, 'dibatalkan');
  note(`${name}: undo`, `${since(began).toFixed(1)} s, ${JSON.stringify(undo)}`);
}
note('most memory of the server process', `${Math.round(mostMemory / 1e6)} MB`);

clearInterval(watch);
await worker.stop();
await app.http.close();
await database.close();
rmSync(folder, { recursive: true, force: true });
const machine = `${cpus().length} x ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
console.log(
  [
    `Machine: ${machine}. ${rows.toLocaleString('en')} rows.`,
    '',
    '| what | value |',
    '| --- | --- |',
    ...results.map(([what, value]) => `| ${what} | ${value} |`),
  ].join('\n'),
);
