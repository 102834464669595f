import type pg from 'pg';

const TYPES: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  daterange: 'string',
  float8: 'number',
  int4: 'number',
  int8: 'bigint',
  jsonb: 'Json',
  json: 'Json',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  xid8: 'string',
  _int4: 'number[]',
  _int8: 'bigint[]',
  _text: 'string[]',
};

type Column = { schema: string; table: string; name: string; type: string; nullable: boolean; optional: boolean };

const HEAD = `// Printed from the migrations by \`npm run schema\`. Do not edit.
import type { ColumnType } from 'kysely';

/** jsonb: read as it was stored; written as JSON text, so that a bare string or array is never mistaken for a PostgreSQL array. */
// prettier-ignore
export type Json = ColumnType<unknown, string, string>;
type Made<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

`;

const columnsOf = async (client: pg.ClientBase, agencySchema: string): Promise<Column[]> => {
  const { rows } = await client.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
            (a.atthasdef or a.attidentity <> '') as optional
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped and c.relname <> 'migration' and n.nspname in ($1, 'ref', 'auth')
     order by n.nspname <> $1, n.nspname, c.relname, a.attnum`,
    [agencySchema],
  );
  return rows;
};

const typeOf = (column: Column): string => {
  const known = TYPES[column.type];
  if (!known) throw new Error(`no TypeScript type for ${column.type} (${column.table}.${column.name})`);
  const value = column.nullable ? `${known} | null` : known;
  return column.optional ? `Made<${value}>` : value;
};

/** The Kysely types of all tables: an agency's without a prefix (search_path finds them), shared ones as `ref.x` and `auth.x`. */
export const printSchema = async (client: pg.ClientBase, agencySchema: string): Promise<string> => {
  const tables = new Map<string, string[]>();
  for (const column of await columnsOf(client, agencySchema)) {
    const table = column.schema === agencySchema ? column.table : `'${column.schema}.${column.table}'`;
    const lines = tables.get(table) ?? [];
    lines.push(`    ${column.name}: ${typeOf(column)};`);
    tables.set(table, lines);
  }
  const body = [...tables].map(([table, lines]) => `  ${table}: {\n${lines.join('\n')}\n  };`).join('\n');
  return `${HEAD}export type Database = {\n${body}\n};\n`;
};
