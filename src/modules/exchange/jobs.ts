import { Worker } from 'node:worker_threads';
import type { Connection } from '#platform/db/connection.ts';
import type { Job, Jobs } from '#platform/jobs/worker.ts';
import { checkFile } from './actions/check-file.ts';
import { commitFile } from './actions/commit-file.ts';
import { JOB_OF, type StageName } from './actions/order-stage.ts';
import { giveUp, type JobTools, workFor } from './actions/run-chunk.ts';
import { undoImport } from './actions/undo-import.ts';
import { orderOf } from './domain/order.ts';
import type { ThreadWork } from './import-thread.ts';

/** Of the thread's heap: the texts of the file and one chunk. */
const MOST_MEGABYTES = 320;
const TOO_LARGE =
  'Berkas terlalu besar untuk dibaca sekaligus; pecah menjadi beberapa berkas, lalu unggah satu per satu.';

const startThread = (work: ThreadWork, signal: AbortSignal): Promise<void> =>
  new Promise((done, failed) => {
    const thread = new Worker(new URL('./import-thread.ts', import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 16 },
    });
    const stop = () => thread.postMessage('stop');
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    thread.once('error', failed);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (code === 0) done();
      else failed(new Error(`the import's thread ended with code ${code}`));
    });
  });

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A job that does its work in a thread of its own: an officer's page never waits behind two thousand rows. */
const inThread =
  (stage: StageName, connection: Connection, tools: JobTools): Job =>
  async (payload, signal) => {
    const order = orderOf(payload);
    await startThread({ stage, order, connection, dataDir: tools.dataDir }, signal).catch(async (error: unknown) => {
      if (!isOutOfMemory(error)) throw error;
      await giveUp(workFor(tools, order), order.importId, stage, TOO_LARGE);
    });
  };

/**
 * The jobs of imports. With a `connection` (the application's own) each runs in a thread; without, in the process that calls: for
 * tests, whose clock stands still, and for the command line, which serves nobody meanwhile.
 */
export const importJobs = (tools: JobTools, connection?: Connection): Jobs => {
  if (connection) {
    const job = (stage: StageName) => inThread(stage, connection, tools);
    return { [JOB_OF.check]: job('check'), [JOB_OF.commit]: job('commit'), [JOB_OF.undo]: job('undo') };
  }
  return {
    [JOB_OF.check]: (payload, signal) => checkFile(tools, orderOf(payload), signal),
    [JOB_OF.commit]: (payload, signal) => commitFile(tools, orderOf(payload), signal),
    [JOB_OF.undo]: (payload, signal) => undoImport(tools, orderOf(payload), signal),
  };
};
