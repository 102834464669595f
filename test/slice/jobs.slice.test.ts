import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startWorker } from '../../src/platform/jobs/worker.ts';
import { freshDatabase } from '../support/database.ts';

test('a job that fails is reported, kept with its error for another try, and the worker lives on', async () => {
  await using database = await freshDatabase();
  const faults: string[] = [];
  let ran = 0;
  const jobs = {
    'test.fails': async () => {
      throw new Error('broken on purpose');
    },
    'test.works': async () => {
      ran += 1;
    },
  };
  const worker = await startWorker(database.ownerPool, jobs, (name, error) =>
    faults.push(`${name}: ${(error as Error).message}`),
  );
  const order = (task: string) => database.pool.query(`select jobs.enqueue($1, '{}'::json)`, [task]);
  await order('test.fails');
  for (let n = 0; n < 100 && faults.length === 0; n += 1) await sleep(50);
  await order('test.works');
  for (let n = 0; n < 100 && ran === 0; n += 1) await sleep(50);
  await worker.stop();
  expect(faults).toEqual(['test.fails: broken on purpose']);
  expect(ran).toBe(1);
  const kept = await database.ownerPool.query(
    'select last_error, attempts, locked_by from graphile_worker._private_jobs',
  );
  expect(kept.rows).toEqual([{ last_error: 'broken on purpose', attempts: 1, locked_by: null }]);
});
