import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, openPool } from '../../src/platform/db/connection.ts';

/** A database of one's own, cloned from the template in a few tenths of a second. `pool` and `db` connect as the app's role, `ownerPool` as the owner. */
export const freshDatabase = async () => {
  const { host, port, superuser, password, roles } = inject('cluster');
  const database = `t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ host, port, user: superuser, password, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${database} template template_rukun owner rukun_owner strategy file_copy`);
  const pool = openPool({ host, port, user: 'rukun_app', password: roles.app, database }, 8);
  const ownerPool = openPool({ host, port, user: 'rukun_owner', password: roles.owner, database }, 4);
  const close = async () => {
    await Promise.all([pool.end(), ownerPool.end()]);
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
  };
  return { database, host, port, pool, ownerPool, db: openDatabase(pool), close, [Symbol.asyncDispose]: close };
};

export type FreshDatabase = Awaited<ReturnType<typeof freshDatabase>>;
