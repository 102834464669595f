import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import type { Connection } from './connection.ts';

/** Passwords of the two roles that sign in. `rukun_owner` migrates and seals; `rukun_app` serves, owns nothing and bypasses nothing. */
export type RolePasswords = { owner: string; app: string };

const GROUPS = ['rukun_area', 'rukun_wide', 'rukun_import', 'rukun_public'];

const readOrMake = (secretFile: string): RolePasswords => {
  if (existsSync(secretFile)) return JSON.parse(readFileSync(secretFile, 'utf8')) as RolePasswords;
  const made = { owner: randomBytes(18).toString('base64url'), app: randomBytes(18).toString('base64url') };
  mkdirSync(dirname(secretFile), { recursive: true });
  writeFileSync(secretFile, JSON.stringify(made), { mode: 0o600 });
  return made;
};

const NO_SUCH_DATABASE = '3D000';

/** Connects to the database that is named, or to `postgres` when it does not exist yet and is about to be made. */
const connect = async (admin: Connection): Promise<pg.Client> => {
  const open = async (database: string) => {
    const client = new pg.Client({ ...admin, database, ssl: admin.ssl ? { rejectUnauthorized: true } : false });
    await client.connect();
    return client;
  };
  return open(admin.database).catch((error) =>
    error instanceof Error && 'code' in error && error.code === NO_SUCH_DATABASE
      ? open('postgres')
      : Promise.reject(error),
  );
};

/**
 * Makes the roles and the database when they are missing, and gives the sign-in passwords. Safe to repeat.
 * @param admin a connection that may create roles and databases (the embedded superuser, or the user of DATABASE_URL)
 */
export const prepareRoles = async (admin: Connection, database: string, secretFile: string): Promise<RolePasswords> => {
  const passwords = readOrMake(secretFile);
  const client = await connect(admin);
  try {
    const rows = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'rukun\\_%'`);
    const known = new Set(rows.rows.map((row) => row.rolname));
    for (const name of GROUPS) if (!known.has(name)) await client.query(`create role ${name} nologin`);
    for (const [name, password] of [
      ['rukun_owner', passwords.owner],
      ['rukun_app', passwords.app],
    ] as const) {
      const verb = known.has(name) ? 'alter' : 'create';
      // The owner inherits: as the database's owner it may create in it. The app inherits nothing and takes one role a transaction.
      const inherit = name === 'rukun_owner' ? 'inherit' : 'noinherit';
      const words = `login ${inherit} nocreatedb nocreaterole password ${client.escapeLiteral(password)}`;
      await client.query(`${verb} role ${name} ${words}`);
    }
    for (const name of GROUPS) await client.query(`grant ${name} to rukun_app`);
    await client.query(`grant rukun_owner to current_user`);
    const exists = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!exists.rowCount) await client.query(`create database ${client.escapeIdentifier(database)} owner rukun_owner`);
  } finally {
    await client.end();
  }
  return passwords;
};
