import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

/** Where a database is and who connects. `host` may be a socket directory. */
export type Connection = {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  ssl?: boolean;
};

// pg makes a DATE the day before once it is JSON east of UTC, and int8 a string: a date stays text, a big number is a bigint.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));
// The library's list of type numbers lacks int8[]; 1016 is its oid in every PostgreSQL.
const INT8_ARRAY = 1016 as Parameters<typeof pg.types.setTypeParser>[0];
const readTexts = pg.types.getTypeParser(INT8_ARRAY) as (text: string) => string[];
pg.types.setTypeParser(INT8_ARRAY, (text: string) => readTexts(text).map(BigInt));

export const openPool = (connection: Connection, max = 8): pg.Pool => {
  const { ssl, ...rest } = connection;
  const pool = new pg.Pool({ ...rest, max, ...(ssl ? { ssl: { rejectUnauthorized: true } } : {}) });
  pool.on('error', () => {}); // without a listener a PostgreSQL restart ends the process; the next query reports the loss
  pool.on('connect', (client) => client.on('error', () => {})); // graphile-worker asks for it
  return pool;
};

export const openDatabase = (pool: pg.Pool): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
