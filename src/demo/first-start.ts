import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { dateInZone } from '#kernel/local-date.ts';
import type { Platform } from '#platform/db/context.ts';
import type { OpenDatabase } from '#platform/db/open.ts';
import { makeDemoAgency } from './agencies.ts';
import { FILL_JOB } from './fill.ts';

/** The reference areas of Indonesia, once. The owner's connection is opened a second time, by the thread that loads them. */
export const installReference = async ({
  owner,
  ownerPool,
}: Pick<OpenDatabase, 'owner' | 'ownerPool'>): Promise<void> => {
  const known = await ownerPool.query(`select from ref.area_now where kode = '11'`);
  if (known.rowCount) return;
  const thread = new Worker(new URL('./reference-thread.ts', import.meta.url), { workerData: owner });
  await once(thread, 'exit');
};

/** Orders the jobs that fill demo agencies which are not filled yet; they run in the background once the server listens. */
const orderFilling = async (client: pg.PoolClient): Promise<void> => {
  const agencies = await client.query<{ slug: string; schema_name: string }>(
    'select slug, schema_name from auth.agency where is_demo order by slug desc',
  );
  for (const { slug, schema_name } of agencies.rows) {
    const filled = await client.query<{ filled: boolean }>(
      `select coalesce((settings->>'demoFilled')::boolean, false) as filled from ${client.escapeIdentifier(schema_name)}.agency`,
    );
    if (filled.rows[0]?.filled) continue;
    await client.query('select graphile_worker.add_job($1, $2, max_attempts := 5, job_key := $3)', [
      FILL_JOB,
      JSON.stringify({ agency: slug }),
      `${FILL_JOB}.${slug}`,
    ]);
  }
};

/**
 * The demo agencies, when no agency exists yet, and the order to fill them through the import. Returns at once: tens of thousands of rows
 * come in the background.
 */
export const makeDemoOnFirstStart = async (ownerPool: pg.Pool, platform: Platform): Promise<void> => {
  const client = await ownerPool.connect();
  try {
    const any = await client.query('select 1 from auth.agency limit 1');
    if (!any.rowCount) {
      const today = dateInZone(platform.clock(), 'WITA');
      await makeDemoAgency(client, '99.01', today);
      await makeDemoAgency(client, '99.71', today);
    }
    await orderFilling(client);
  } finally {
    client.release();
  }
};
