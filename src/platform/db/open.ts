import { join } from 'node:path';
import type pg from 'pg';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';
import { type Connection, openDatabase, openPool } from './connection.ts';
import { migrate } from './migrate.ts';
import { prepareRoles } from './roles.ts';

const fromUrl = (text: string): Connection => {
  const url = new URL(text);
  const ssl = ['require', 'verify-ca', 'verify-full'].includes(url.searchParams.get('sslmode') ?? '');
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database: url.pathname.slice(1) || 'rukun',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ssl,
  };
};

/** A database that is migrated and ready. `appPool` serves and bypasses nothing; `ownerPool` migrates, seals and runs jobs. */
export type OpenDatabase = {
  app: Connection;
  owner: Connection;
  appPool: pg.Pool;
  ownerPool: pg.Pool;
  db: ReturnType<typeof openDatabase>;
  cluster: Cluster | undefined;
  applied: string[];
  close: () => Promise<void>;
};

/** Opens the server that `databaseUrl` names, or starts the embedded PostgreSQL in `dataDir`; prepares roles and migrates. */
export const openRukunDatabase = async (
  settings: { dataDir: string; databaseUrl: string | undefined },
  options: ClusterOptions = {},
): Promise<OpenDatabase> => {
  const cluster = settings.databaseUrl ? undefined : await startCluster(join(settings.dataDir, 'pg'), options);
  try {
    const admin: Connection = cluster
      ? {
          host: cluster.host,
          port: cluster.port,
          user: cluster.superuser,
          password: cluster.password,
          database: 'postgres',
        }
      : fromUrl(settings.databaseUrl!);
    const database = cluster ? 'rukun' : admin.database;
    const passwords = await prepareRoles(admin, database, join(settings.dataDir, 'roles.json'));
    const owner = { ...admin, database, user: 'rukun_owner', password: passwords.owner };
    const app = { ...admin, database, user: 'rukun_app', password: passwords.app };
    const applied = await migrate(owner);
    const [appPool, ownerPool] = [openPool(app, 16), openPool(owner, 6)];
    const close = async () => {
      await Promise.allSettled([appPool.end(), ownerPool.end()]);
      await cluster?.stop();
    };
    return { app, owner, appPool, ownerPool, db: openDatabase(appPool), cluster, applied, close };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
};
