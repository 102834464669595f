// Prints src/platform/db/schema.ts from the migrations: starts a throw-away PostgreSQL, migrates, reads the catalogue.
// Usage: npm run schema (after every migration). A slice test holds the committed file equal to what this prints.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, startCluster } from '../src/platform/db/cluster.ts';
import { openPool } from '../src/platform/db/connection.ts';
import { migrate, migrateAgency } from '../src/platform/db/migrate.ts';
import { printSchema } from '../src/platform/db/print-schema.ts';
import { prepareRoles } from '../src/platform/db/roles.ts';

const dir = mkdtempSync(join(tmpdir(), 'rukun-schema-'));
const cluster = await startCluster(join(dir, 'pg'), { flags: ['-c', 'fsync=off'] });
const admin = {
  host: cluster.host,
  port: cluster.port,
  user: cluster.superuser,
  password: cluster.password,
  database: 'postgres',
};
const passwords = await prepareRoles(admin, 'rukun', join(dir, 'roles.json'));
const owner = { ...admin, database: 'rukun', user: 'rukun_owner', password: passwords.owner };
await migrate(owner);
const pool = openPool(owner, 1);
const client = await pool.connect();
await migrateAgency(client, 'agency_types');
writeFileSync(join(projectRoot, 'src/platform/db/schema.ts'), await printSchema(client, 'agency_types'));
client.release();
await pool.end();
await cluster.stop();
rmSync(dir, { recursive: true, force: true });
