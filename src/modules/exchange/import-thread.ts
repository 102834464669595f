import { parentPort, workerData } from 'node:worker_threads';
import { type Connection, openDatabase, openPool } from '#platform/db/connection.ts';
import { platformOn } from '#platform/db/context.ts';
import { checkFile } from './actions/check-file.ts';
import { commitFile } from './actions/commit-file.ts';
import type { StageName } from './actions/order-stage.ts';
import { undoImport } from './actions/undo-import.ts';
import type { JobOrder } from './domain/order.ts';

/** What the thread is started with: whose work it does, and how it reaches the database as the application's own role. */
export type ThreadWork = {
  readonly stage: StageName;
  readonly order: JobOrder;
  readonly connection: Connection;
  readonly dataDir: string;
};

const STAGES = { check: checkFile, commit: commitFile, undo: undoImport } as const;
const { stage, order, connection, dataDir } = workerData as ThreadWork;
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
const pool = openPool(connection, 1);
try {
  const platform = platformOn(openDatabase(pool));
  await STAGES[stage]({ platform, dataDir }, order, stopping.signal);
} finally {
  await pool.end();
  parentPort?.unref();
}
