import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { projectRoot } from './cluster.ts';
import { type Connection, openPool } from './connection.ts';

const folder = (...parts: string[]) => join(projectRoot, 'db', ...parts);
const sqlFiles = (...parts: string[]) =>
  readdirSync(folder(...parts))
    .filter((file) => file.endsWith('.sql'))
    .sort();

const inTransaction = async (client: pg.PoolClient, what: string, work: () => Promise<void>) => {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
};

const applyFiles = async (client: pg.PoolClient, set: 'shared' | 'agency', schema: string): Promise<string[]> => {
  await client.query(`set search_path = ${schema}, ref, public`);
  await client.query(
    'create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
  );
  const done = new Map(
    (await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')).rows.map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const applied: string[] = [];
  for (const name of sqlFiles('migrations', set)) {
    const text = readFileSync(folder('migrations', set, name), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const before = done.get(name);
    if (before && before !== sha256)
      throw new Error(
        `Migration ${set}/${name} was changed after it had run. Migrations are forward only: add a new file.`,
      );
    if (before) continue;
    await inTransaction(client, `migration ${set}/${name}`, async () => {
      await client.query(text);
      await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
    });
    applied.push(`${set}/${name}`);
  }
  return applied;
};

/** Policies and grants are re-applied as a whole, in one transaction: at no moment is a table open or shut by half. */
const applyPolicies = (client: pg.PoolClient, set: 'shared' | 'agency', schema: string) =>
  inTransaction(client, `policies ${set} for ${schema}`, async () => {
    await client.query(`set local search_path = ${schema}, ref, public`);
    for (const name of sqlFiles('policies', set))
      await client.query(readFileSync(folder('policies', set, name), 'utf8'));
  });

/**
 * Brings the whole database up to date: shared schemas, jobs, then each agency's schema; re-applies grants and policies.
 * Runs under an advisory lock, so two processes that start at once do not collide.
 * @returns the names of the files that were applied
 */
export const migrate = async (owner: Connection): Promise<string[]> => {
  const pool = openPool(owner, 2);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(990171)');
    await client.query('create extension if not exists btree_gist; create extension if not exists pg_trgm');
    const applied = await applyFiles(client, 'shared', 'public');
    await runMigrations({ pgPool: pool });
    await applyPolicies(client, 'shared', 'public');
    const agencies = await client.query<{ schema_name: string }>('select schema_name from auth.agency order by slug');
    for (const { schema_name } of agencies.rows) applied.push(...(await migrateAgency(client, schema_name)));
    return applied;
  } finally {
    await client.query('select pg_advisory_unlock(990171)').catch(() => {});
    client.release();
    await pool.end();
  }
};

/** One agency's schema: made when missing, its migrations, its policies. `schema` must be a checked identifier. */
export const migrateAgency = async (client: pg.PoolClient, schema: string): Promise<string[]> => {
  if (!/^[a-z][a-z0-9_]{1,50}$/.test(schema)) throw new Error(`not a schema name: ${schema}`);
  await client.query(`create schema if not exists ${schema}`);
  const applied = await applyFiles(client, 'agency', schema);
  await applyPolicies(client, 'agency', schema);
  await client.query('set search_path = public');
  return applied.map((name) => `${schema}: ${name}`);
};
