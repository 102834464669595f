import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { makeDemoAgency } from '../../src/demo/agencies.ts';
import { startCluster } from '../../src/platform/db/cluster.ts';
import { openPool } from '../../src/platform/db/connection.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { prepareRoles, type RolePasswords } from '../../src/platform/db/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { host: string; port: number; superuser: string; password: string; roles: RolePasswords };
  }
}

/** The day on which time stands still in tests. */
export const TEST_TODAY = '2026-07-15';

/** One PostgreSQL per run, with a template: migrated, province 99, the demo agencies with their people, no persons. Each test file clones it. */
export default async function setup(project: TestProject) {
  if (project.vitest.projects.every((candidate) => candidate.name === 'unit')) return undefined;
  const dir = mkdtempSync(join(tmpdir(), 'rukun-test-'));
  chmodSync(dir, 0o755);
  const fast = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'].flatMap(
    (flag) => ['-c', flag],
  );
  const cluster = await startCluster(join(dir, 'pg'), { flags: fast });
  const admin = {
    host: cluster.host,
    port: cluster.port,
    user: cluster.superuser,
    password: cluster.password,
    database: 'postgres',
  };
  const roles = await prepareRoles(admin, 'template_rukun', join(dir, 'roles.json'));
  const owner = { ...admin, database: 'template_rukun', user: 'rukun_owner', password: roles.owner };
  await migrate(owner);
  const pool = openPool(owner, 1);
  const client = await pool.connect();
  await makeDemoAgency(client, '99.01', TEST_TODAY);
  await makeDemoAgency(client, '99.71', TEST_TODAY);
  client.release();
  await pool.end();
  const superuser = new pg.Client(admin);
  await superuser.connect();
  await superuser.query('alter database template_rukun with is_template true allow_connections false');
  await superuser.end();
  project.provide('cluster', {
    host: cluster.host,
    port: cluster.port,
    superuser: cluster.superuser,
    password: cluster.password,
    roles,
  });
  return async () => {
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
