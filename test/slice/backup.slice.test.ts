import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { verifyAudit } from '../../src/platform/audit/verify.ts';
import { backup } from '../../src/platform/backup/backup.ts';
import { restore } from '../../src/platform/backup/restore.ts';
import { openPool } from '../../src/platform/db/connection.ts';
import { withActor } from '../../src/platform/db/context.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { actorOf } from '../support/actor.ts';
import { startTestApp } from '../support/app.ts';

const quiet = () => {};

/** An empty database beside the template, as a new machine would have. */
const emptyInstallation = async () => {
  const { host, port, superuser, password, roles } = inject('cluster');
  const database = `restore_${Date.now()}`;
  const admin = new pg.Client({ host, port, user: superuser, password, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${database} owner rukun_owner`);
  const owner = { host, port, user: 'rukun_owner', password: roles.owner, database };
  await migrate(owner);
  const pool = openPool(owner, 2);
  return {
    pool,
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    },
  };
};

const fingerprint = async (pool: pg.Pool) => {
  const tables = await pool.query<{ t: string }>(
    `select format('%I.%I', schemaname, tablename) as t from pg_tables where (schemaname like 'agency\\_%' or schemaname in ('ref', 'auth')) and tablename <> 'migration' order by 1`,
  );
  const out: Record<string, string> = {};
  for (const { t } of tables.rows)
    out[t] = (
      await pool.query(
        `select count(*) || ':' || coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as f from (select to_jsonb(r) - 'tx' as x from ${t} r) q`,
      )
    ).rows[0].f;
  return out;
};

test('backup, destroy, restore: same counts and checksums, and it goes on from there', async () => {
  await using app = await startTestApp();
  const actor = await actorOf(app.database.db, 'verifikator');
  for (let n = 0; n < 5; n++)
    await withActor(app.platform, actor, { requestId: 't' }, (ctx) =>
      ctx.record({
        event: 'test.happened',
        subjectKind: 'test',
        subjectId: String(n),
        after: { text: 'garis\nbaru\t"kutip"' },
      }),
    );
  mkdirSync(join(app.dataDir, 'files'), { recursive: true });
  writeFileSync(join(app.dataDir, 'files', 'lampiran'), Buffer.from([0, 1, 2, 255]));
  const folder = join(mkdtempSync(join(tmpdir(), 'rukun-backup-')), 'cadangan');
  const manifest = await backup(app.database.ownerPool, app.dataDir, folder, 'kata sandi panjang', quiet);
  expect(manifest.tables.length).toBeGreaterThan(100);
  const sealedText = readdirSync(folder)
    .filter((name) => name !== 'manifest.json')
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  expect(sealedText).not.toContain('verifikator');
  const before = await fingerprint(app.database.ownerPool);

  await using target = await emptyInstallation();
  const newDir = mkdtempSync(join(tmpdir(), 'rukun-new-'));
  await expect(restore(target.pool, newDir, folder, 'sandi lain', quiet)).rejects.toThrow(/Tidak ada yang dipulihkan/);
  await restore(target.pool, newDir, folder, 'kata sandi panjang', quiet);
  expect(await fingerprint(target.pool)).toEqual(before);
  expect(readFileSync(join(newDir, 'files', 'lampiran'))).toEqual(Buffer.from([0, 1, 2, 255]));
  expect((await verifyAudit(target.pool, [])).flatMap((verdict) => verdict.findings)).toEqual([]);
  await expect(restore(target.pool, newDir, folder, 'kata sandi panjang', quiet)).rejects.toThrow(/sudah berisi dinas/);
  const next = await target.pool.query(
    `insert into agency_tirta_rukun.audit (username, event, subject_kind, subject_id) values ('x', 'x', 'x', 'x') returning seq`,
  );
  expect(next.rows[0].seq).toBeGreaterThan(5n);
});
