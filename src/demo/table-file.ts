import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TableJob } from './table-worker.ts';

/** Writes an xlsx in a thread of its own: a large file takes seconds, and the first page must not wait for it. */
export const makeTableFile = async (job: TableJob): Promise<Uint8Array> => {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { workerData: job });
  const failed = once(worker, 'error').then(([error]) => Promise.reject(error as Error));
  const [bytes] = (await Promise.race([once(worker, 'message'), failed])) as [Uint8Array];
  await worker.terminate();
  return bytes;
};
