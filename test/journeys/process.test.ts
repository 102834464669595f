import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/db/cluster.ts';

/** The real process with a real data directory: started, stopped, killed, started again. */
const node = join(projectRoot, 'node_modules/.bin/node');
const running: ChildProcess[] = [];
const folders: string[] = [];
let nextPort = 33_410;

afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await sleep(300);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const dataDir = () => {
  const folder = mkdtempSync(join(tmpdir(), 'rukun-process-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
};

const start = async (folder: string, env: Record<string, string> = {}) => {
  const port = nextPort++;
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port), RUKUN_DATA_DIR: folder, RUKUN_DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  for (let n = 0; n < 600 && child.exitCode === null; n++) {
    const ready = await fetch(`${url}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return { child, url, output: () => output };
    await sleep(100);
  }
  return { child, url, output: () => output };
};

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) =>
    child.exitCode === null ? child.once('exit', (code) => done(code)) : done(child.exitCode),
  );
const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
const alive = (pid: number) => spawnSync('kill', ['-0', String(pid)]).status === 0;

test('SIGTERM stops everything cleanly, and nothing is left behind', async () => {
  const folder = dataDir();
  const { child, output } = await start(folder);
  const pid = postmaster(folder);
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
  expect(output()).toContain('Rukun berhenti');
  expect(alive(pid)).toBe(false);
  expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);
});

test('kill -9 of the server, of PostgreSQL, and of both: the next start works', async () => {
  const folder = dataDir();
  const first = await start(folder);
  first.child.kill('SIGKILL');
  await ended(first.child);

  const second = await start(folder);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  process.kill(postmaster(folder), 'SIGKILL');
  let back = false;
  for (let n = 0; n < 600 && !back; n++) {
    await sleep(100);
    back = await fetch(`${second.url}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );
  }
  expect(back).toBe(true);

  process.kill(postmaster(folder), 'SIGKILL');
  second.child.kill('SIGKILL');
  await ended(second.child);
  const third = await start(folder);
  expect((await fetch(`${third.url}/healthz`)).status).toBe(200);
});

test('a second Rukun on the same data directory is told so', async () => {
  const folder = dataDir();
  const first = await start(folder);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  const second = await start(folder);
  expect(await ended(second.child)).toBe(1);
  expect(second.output()).toContain('in use by another Rukun');
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

test('a setting that cannot be used is named in one sentence', async () => {
  const folder = dataDir();
  const { child, output } = await start(folder, { PORT: 'delapan' });
  expect(await ended(child)).toBe(1);
  expect(output()).toContain('PORT');
});

const rukun = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(join(projectRoot, 'bin/rukun'), args, { encoding: 'utf8', env: { ...process.env, ...env } });

test('every command explains itself, and a wrong word ends with code 2', () => {
  const listed = rukun(['--help']);
  expect(listed.status).toBe(0);
  const names = [...listed.stdout.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map((match) => match[1] ?? '');
  expect(names.length).toBeGreaterThanOrEqual(14);
  for (const name of names) {
    const help = rukun([...name.split(' '), '--help']);
    expect({ name, status: help.status, says: help.stdout.includes('rukun ') }).toEqual({
      name,
      status: 0,
      says: true,
    });
  }
  expect(rukun(['berangkat']).status).toBe(2);
  expect(rukun(['backup']).status).toBe(2);
});
