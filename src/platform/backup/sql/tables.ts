import type pg from 'pg';

export type Table = { schema: string; name: string };
const nameOf = (table: Table) => `"${table.schema}"."${table.name}"`;
export const quoted = nameOf;

/** Every table that holds data, parents before children, so that a restore meets no missing reference. */
export const listTables = async (client: pg.ClientBase): Promise<Table[]> => {
  const tables = await client.query<Table>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname in ('ref', 'auth', 'jobs') or n.nspname in (select schema_name from auth.agency)
       or (n.nspname = 'graphile_worker' and c.relname in ('_private_tasks', '_private_job_queues', '_private_jobs')))
     order by 1, 2`,
  );
  const links = await client.query<{ child: string; parent: string }>(
    `select distinct format('"%s"."%s"', cn.nspname, cc.relname) as child, format('"%s"."%s"', pn.nspname, pc.relname) as parent
     from pg_constraint k join pg_class cc on cc.oid = k.conrelid join pg_namespace cn on cn.oid = cc.relnamespace
     join pg_class pc on pc.oid = k.confrelid join pg_namespace pn on pn.oid = pc.relnamespace where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const parents = new Map<string, string[]>();
  for (const link of links.rows) parents.set(link.child, [...(parents.get(link.child) ?? []), link.parent]);
  const byName = new Map(tables.rows.map((table) => [nameOf(table), table]));
  const ordered: Table[] = [];
  const seen = new Set<string>();
  const visit = (name: string) => {
    const table = byName.get(name);
    if (!table || seen.has(name)) return;
    seen.add(name);
    for (const parent of parents.get(name) ?? []) visit(parent);
    ordered.push(table);
  };
  for (const name of byName.keys()) visit(name);
  return ordered;
};

/** Names of the stored columns, quoted and joined, so that a backup fits a table that has got more columns since. */
export const listColumns = async (client: pg.ClientBase, table: Table): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [nameOf(table)],
  );
  return rows.map((row) => `"${row.name}"`).join(', ');
};

export const countRows = async (client: pg.ClientBase, table: Table): Promise<number> =>
  (await client.query<{ n: number }>(`select count(*)::int as n from ${nameOf(table)}`)).rows[0]!.n;

/** COPY needs policies and triggers out of the way while a restore fills the tables; both come back in the same transaction. */
export const openForRestore = async (client: pg.ClientBase, table: Table) => {
  await client.query(`alter table ${nameOf(table)} no force row level security`);
  await client.query(`alter table ${nameOf(table)} disable trigger user`);
};

export const closeAfterRestore = async (client: pg.ClientBase, table: Table) => {
  await client.query(`alter table ${nameOf(table)} enable trigger user`);
  if (!['ref', 'auth', 'jobs', 'graphile_worker'].includes(table.schema))
    await client.query(`alter table ${nameOf(table)} force row level security`);
};

/** Identity columns and sequences go on after the highest value that came back. */
export const advanceSequences = async (client: pg.ClientBase, table: Table) => {
  const columns = await client.query<{ column: string; sequence: string }>(
    `select a.attname as column, pg_get_serial_sequence($1, a.attname) as sequence from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and pg_get_serial_sequence($1, a.attname) is not null`,
    [nameOf(table)],
  );
  for (const { column, sequence } of columns.rows)
    await client.query(
      `select setval($1::regclass, greatest((select coalesce(max("${column}"), 0) from ${nameOf(table)}) + 1, 1)::bigint, false)`,
      [sequence],
    );
  if (table.name === 'area_local')
    await client.query(
      `select setval('"${table.schema}".area_local_id'::regclass, (select greatest(coalesce(max(id), 0) + 1, 10000001) from ${nameOf(table)}), false)`,
    );
};

/** Transaction numbers of another cluster mean nothing here: rows that were not sealed yet count as closed from now on. */
export const renumberAudit = (client: pg.ClientBase, schema: string) =>
  client.query(
    `update "${schema}".audit set tx = pg_current_xact_id() where not exists (select 1 from "${schema}".audit_sealed s where s.seq = audit.seq)`,
  );
