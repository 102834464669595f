import { randomBytes } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { sealAll } from '../audit/seal.ts';
import { type BackupKey, keyFrom, writeSealed } from './seal-stream.ts';
import { countRows, listColumns, listTables, quoted } from './sql/tables.ts';

/** What a backup holds, with a checksum for each part. Written last: a backup without a manifest is not whole. */
export type Manifest = {
  format: 1;
  madeAt: string;
  salt: string | null;
  agencies: { slug: string; schema: string; name: string; isDemo: boolean }[];
  tables: { schema: string; name: string; columns: string; file: string; rows: number; sha256: string }[];
  files: { path: string; file: string; sha256: string }[];
};

/** Files of the data directory that belong to a backup; the embedded cluster and its passwords do not. */
export const filesOf = (dataDir: string): string[] => {
  const attachments = join(dataDir, 'files');
  const inside = existsSync(attachments)
    ? readdirSync(attachments, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1))
    : [];
  return [
    ...['session.secret', 'case.secret', 'audit-roots.log'].filter((name) => existsSync(join(dataDir, name))),
    ...inside,
  ];
};

/**
 * Writes everything into a new folder `out`: each table as one consistent snapshot, each attached file, and a manifest with checksums.
 * @param passphrase encrypts every part with AES-256-GCM; undefined writes it in the clear
 * @throws when `out` exists already
 */
export const backup = async (
  ownerPool: pg.Pool,
  dataDir: string,
  out: string,
  passphrase: string | undefined,
  progress: (done: number, all: number, what: string) => void,
): Promise<Manifest> => {
  if (existsSync(out)) throw new Error(`Folder ${out} sudah ada. Pilih nama lain; cadangan lama tidak ditimpa.`);
  await sealAll(ownerPool, dataDir);
  const half = `${out}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const salt = passphrase ? randomBytes(16) : undefined;
  const key: BackupKey = passphrase && salt ? keyFrom(passphrase, salt) : undefined;
  const client = await ownerPool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const agencies = await client.query(
      'select slug, schema_name as schema, name, is_demo as "isDemo" from auth.agency order by slug',
    );
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date().toISOString(),
      salt: salt?.toString('hex') ?? null,
      agencies: agencies.rows,
      tables: [],
      files: [],
    };
    const tables = await listTables(client);
    for (const [index, table] of tables.entries()) {
      progress(index, tables.length, `${table.schema}.${table.name}`);
      const file = `${String(index).padStart(3, '0')}-${table.schema}.${table.name}`;
      const columns = await listColumns(client, table);
      const { sha256 } = await writeSealed(
        client.query(copyTo(`copy ${quoted(table)} (${columns}) to stdout`)),
        join(half, file),
        key,
      );
      manifest.tables.push({ ...table, columns, file, rows: await countRows(client, table), sha256 });
    }
    await client.query('commit');
    for (const [index, path] of filesOf(dataDir).entries()) {
      const file = `file-${String(index).padStart(6, '0')}`;
      const { sha256 } = await writeSealed(createReadStream(join(dataDir, path)), join(half, file), key);
      manifest.files.push({ path, file, sha256 });
    }
    writeFileSync(join(half, 'manifest.json'), JSON.stringify(manifest, null, 1), { mode: 0o600 });
    renameSync(half, out);
    return manifest;
  } finally {
    client.release();
  }
};

/** @throws one sentence when the folder is no whole backup */
export const readManifest = (from: string): Manifest => {
  const file = join(from, 'manifest.json');
  if (!existsSync(file))
    throw new Error(`Di ${from} tidak ada manifest.json: folder ini bukan cadangan Rukun yang utuh.`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.format !== 1)
    throw new Error(`Cadangan ini dibuat dengan bentuk ${manifest.format}; versi ini hanya membaca bentuk 1.`);
  return manifest;
};
