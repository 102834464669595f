import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrateAgency } from '../db/migrate.ts';
import { readManifest } from './backup.ts';
import { type BackupKey, keyFrom, readSealed } from './seal-stream.ts';
import { advanceSequences, closeAfterRestore, countRows, openForRestore, quoted, renumberAudit } from './sql/tables.ts';

const refuseUsed = async (client: pg.ClientBase) => {
  const used = await client.query('select 1 from auth.agency limit 1');
  if (used.rowCount)
    throw new Error(
      'Basis data tujuan sudah berisi dinas. Pulihkan hanya ke pemasangan kosong (RUKUN_DATA_DIR baru); tidak ada yang diubah.',
    );
};

/**
 * Fills an empty, migrated installation from a backup folder: all in one transaction, each part held against its checksum and count.
 * @throws one sentence, with nothing restored, when the target is not empty, the passphrase is wrong, or a part was changed
 */
export const restore = async (
  ownerPool: pg.Pool,
  dataDir: string,
  from: string,
  passphrase: string | undefined,
  progress: (done: number, all: number, what: string) => void,
): Promise<{ tables: number; rows: number }> => {
  const manifest = readManifest(from);
  if (manifest.salt && !passphrase)
    throw new Error('Cadangan ini bersandi. Beri --sandi-berkas FILE atau RUKUN_BACKUP_PASSPHRASE.');
  const key: BackupKey =
    manifest.salt && passphrase ? keyFrom(passphrase, Buffer.from(manifest.salt, 'hex')) : undefined;
  const client = await ownerPool.connect();
  let rows = 0;
  try {
    await refuseUsed(client);
    for (const agency of manifest.agencies) await migrateAgency(client, agency.schema);
    await client.query('begin');
    const known = manifest.tables.filter((table) => table.name !== 'migration');
    for (const table of known) await openForRestore(client, table);
    for (const table of known.toReversed()) await client.query(`delete from ${quoted(table)}`);
    for (const [index, table] of known.entries()) {
      progress(index, known.length, `${table.schema}.${table.name}`);
      const sha256 = await readSealed(
        join(from, table.file),
        key,
        client.query(copyFrom(`copy ${quoted(table)} (${table.columns}) from stdin`)),
      ).catch((error) => {
        throw new Error(
          `Bagian ${table.file} tidak dapat dibaca: sandi tidak cocok atau berkas rusak (${error instanceof Error ? error.message : error}). Tidak ada yang dipulihkan.`,
          { cause: error },
        );
      });
      const count = await countRows(client, table);
      if (sha256 !== table.sha256 || count !== table.rows)
        throw new Error(`Bagian ${table.file} tidak cocok dengan manifestnya. Tidak ada yang dipulihkan.`);
      rows += count;
    }
    for (const table of known) await advanceSequences(client, table);
    for (const agency of manifest.agencies) await renumberAudit(client, agency.schema);
    for (const table of known) await closeAfterRestore(client, table);
    for (const part of manifest.files) {
      const path = normalize(part.path);
      if (path.startsWith('..') || path.startsWith('/'))
        throw new Error(
          `Nama berkas ${part.path} di cadangan menunjuk ke luar folder data. Tidak ada yang dipulihkan.`,
        );
      mkdirSync(dirname(join(dataDir, path)), { recursive: true });
      const sha256 = await readSealed(
        join(from, part.file),
        key,
        createWriteStream(join(dataDir, path), { mode: 0o600 }),
      );
      if (sha256 !== part.sha256)
        throw new Error(`Berkas ${part.path} tidak cocok dengan manifestnya. Tidak ada yang dipulihkan.`);
    }
    await client.query('commit');
    return { tables: known.length, rows };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
};
