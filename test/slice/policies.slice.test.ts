import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/db/cluster.ts';
import { printSchema } from '../../src/platform/db/print-schema.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let database: FreshDatabase;
const rows = async (text: string) => (await database.ownerPool.query(text)).rows;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('every table of an agency enforces row policies, and each signed-in role has one', async () => {
  const tables = await rows(`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded,
      (select count(*)::int from pg_policies p where p.schemaname = 'agency_tirta_rukun' and p.tablename = c.relname and p.cmd = 'SELECT' and p.roles && array['rukun_area', 'rukun_wide', 'rukun_import']::name[]) as readers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'agency_tirta_rukun' and c.relkind = 'r' and c.relname <> 'migration'`);
  expect(tables.length).toBeGreaterThan(70);
  expect(tables.filter((table) => !table.guarded || table.readers < 3).map((table) => table.name)).toEqual([]);
});

test('no role of the app owns anything or bypasses policies', async () => {
  expect(
    await rows(
      `select rolname from pg_roles where rolname like 'rukun\\_%' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)`,
    ),
  ).toEqual([]);
  expect(
    await rows(
      `select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'rukun\\_%' and r.rolname <> 'rukun_owner'`,
    ),
  ).toEqual([]);
});

test('without an actor the app reads nothing', async () => {
  for (const table of ['person', 'usulan', 'audit', 'account', 'case_note']) {
    await expect(database.pool.query(`select * from agency_tirta_rukun.${table}`)).rejects.toThrow(/permission denied/);
  }
  const client = await database.pool.connect();
  try {
    await client.query(`begin; set local role rukun_area; set local search_path = agency_tirta_rukun, ref, public`);
    for (const table of ['person', 'usulan', 'family', 'task', 'musyawarah', 'case_file'])
      expect((await client.query(`select count(*)::int as n from ${table}`)).rows[0].n).toBe(0);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a log of facts can only grow', async () => {
  const grants = await rows(`select table_name, privilege_type, grantee from information_schema.role_table_grants
    where table_schema = 'agency_tirta_rukun' and grantee in ('rukun_area', 'rukun_wide', 'rukun_public', 'rukun_app')
      and table_name in ('audit', 'audit_block', 'access_log', 'handover', 'handover_ruling', 'budget_entry', 'usulan_event', 'centre_rank') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`);
  expect(grants).toEqual([]);
  const desil = await rows(
    `select grantee from information_schema.role_table_grants where table_schema = 'agency_tirta_rukun' and table_name = 'centre_rank' and privilege_type = 'INSERT' and grantee <> 'rukun_owner'`,
  );
  expect(desil).toEqual([{ grantee: 'rukun_import' }]);
});

test('every foreign key has an index', async () => {
  const bare =
    await rows(`select k.conrelid::regclass::text as table, k.conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname = 'agency_tirta_rukun'
      and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and (i.indkey::int2[])[0:array_length(k.conkey, 1) - 1] @> k.conkey
        and (i.indkey::int2[])[0] = any (k.conkey))
      and k.confrelid::regclass::text not like '%ref.%' and k.confrelid::regclass::text not like 'area%'`);
  expect(bare).toEqual([]);
});

test('the TypeScript types are those of the migrations', async () => {
  const client = await database.ownerPool.connect();
  const printed = await printSchema(client, 'agency_tirta_rukun');
  client.release();
  const lines = (text: string) =>
    text
      .replaceAll('"', "'")
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith('//'));
  const committed = lines(readFileSync(`${projectRoot}/src/platform/db/schema.ts`, 'utf8'));
  const [now, then] = [new Set(lines(printed)), new Set(committed)];
  expect({
    missing: [...now].filter((line) => !then.has(line)),
    left: committed.filter((line) => !now.has(line)),
    count: committed.length,
  }).toEqual({ missing: [], left: [], count: lines(printed).length });
});
