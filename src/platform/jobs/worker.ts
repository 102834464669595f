import { Logger, parseCronItems, run } from 'graphile-worker';
import pg from 'pg';

// Failures are reported through onError; the library's own lines would only repeat them.
const quiet = new Logger(() => () => {});

/** A job: what it gets, and a signal that says the process is going down. It must be safe to run twice. */
export type Job = (payload: Record<string, unknown>, signal: AbortSignal) => Promise<void>;
export type Jobs = Readonly<Record<string, Job>>;
/** A job ordered by the clock, `match` as in a crontab, in UTC. An agency's own hours are the job's to look at. */
export type Timed = { job: string; match: string };
export type Worker = { stop: () => Promise<void> };

/** The library writes the ids of failed jobs as JSON, which has no bigint: on its own connections they are text, as pg gives them. */
const poolForJobs = (ownerPool: pg.Pool): pg.Pool => {
  const { host, port, database, user, password, ssl } = ownerPool.options;
  const getTypeParser = ((oid: number, format: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? String : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;
  const pool = new pg.Pool({
    ...{ host, port, database, user, password: password as string, max: 4 },
    ...(ssl ? { ssl } : {}),
    types: { getTypeParser },
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/**
 * Runs the jobs that were ordered in committed transactions. Only names listed here can be ordered. A job is tried five times with
 * growing pauses; one cut off by a crash is taken up again (it commits in chunks, so it goes on where it was). `timed` jobs are ordered
 * by the clock.
 */
export const startWorker = async (
  ownerPool: pg.Pool,
  jobs: Jobs,
  onError: (name: string, error: unknown) => void,
  timed: readonly Timed[] = [],
): Promise<Worker> => {
  await ownerPool.query('insert into jobs.allowed (task) select unnest($1::text[]) on conflict do nothing', [
    Object.keys(jobs),
  ]);
  // A worker that was killed leaves its locks; nobody else runs jobs on this database while we start, so they are free now.
  await ownerPool.query(
    `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  );
  const stopping = new AbortController();
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        try {
          await job((payload ?? {}) as Record<string, unknown>, stopping.signal);
        } catch (error) {
          onError(name, error);
          throw error;
        }
      },
    ]),
  );
  const pool = poolForJobs(ownerPool);
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(
      timed.map(({ job, match }) => ({ task: job, match, identifier: job, options: { jobKey: job, maxAttempts: 5 } })),
    ),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: quiet,
  });
  return {
    stop: async () => {
      stopping.abort();
      await runner.stop();
      await pool.end();
    },
  };
};
