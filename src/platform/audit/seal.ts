import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { startHeartbeat } from '../jobs/heartbeat.ts';
import { GENESIS, leafOf, rootOf } from './canonical.ts';
import { addBlock, findLastBlock, listAgencySchemas, listUnsealed, useSchema } from './sql/blocks.ts';

const MOST_ROWS = 5000;

/** Where the roots are also written, outside the database: a tail cut in the database then shows (see verify). */
export const anchorFile = (dataDir: string): string => join(dataDir, 'audit-roots.log');

/**
 * Seals one block of an agency: takes the closed rows, chains their root to the block before.
 * One sealer at a time per agency (advisory lock), so writers never wait for each other as they would in one chain.
 * @returns the new root, or undefined when there was nothing to seal
 */
export const sealAgency = async (
  client: pg.PoolClient,
  schema: string,
): Promise<{ no: bigint; root: string; rows: number } | undefined> => {
  await client.query('begin');
  try {
    await useSchema(client, schema);
    await client.query('select pg_advisory_xact_lock(990172, hashtext($1))', [schema]);
    const rows = await listUnsealed(client, MOST_ROWS);
    if (rows.length === 0) {
      await client.query('rollback');
      return undefined;
    }
    const last = await findLastBlock(client);
    const no = (last?.no ?? 0n) + 1n;
    const previous = last?.root ?? GENESIS;
    const root = rootOf(no, previous, rows.map(leafOf));
    await addBlock(client, { no, prev_root: previous, root, seqs: rows.map((row) => row.seq) });
    await client.query('commit');
    return { no, root, rows: rows.length };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.query('set search_path = public').catch(() => {});
  }
};

/** Seals what is open in every agency, until nothing is left, and writes the new roots to the anchor file. */
export const sealAll = async (pool: pg.Pool, dataDir: string | undefined): Promise<number> => {
  const client = await pool.connect();
  let sealed = 0;
  try {
    for (const schema of await listAgencySchemas(client)) {
      for (;;) {
        const block = await sealAgency(client, schema);
        if (!block) break;
        sealed += block.rows;
        if (dataDir) appendFileSync(anchorFile(dataDir), `${schema} ${block.no} ${block.root}\n`);
        if (block.rows < MOST_ROWS) break;
      }
    }
  } finally {
    client.release();
  }
  return sealed;
};

/** Seals every ten seconds until stopped, and once more at the stop. A failure is reported and tried again at the next beat. */
export const startSealer = (pool: pg.Pool, dataDir: string, onError: (error: unknown) => void, everyMs = 10_000) =>
  startHeartbeat(() => sealAll(pool, dataDir), onError, { everyMs, atStop: true });
