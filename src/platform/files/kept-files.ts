import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '../db/context.ts';
import { addFileRow, findFileRow } from './sql/kept-files.ts';

/** A file to keep. `kind` is what it is for (`berita_acara`, `scan`, `juknis`); `areaId` and `level` say who may see it. */
export type NewFile = {
  readonly bytes: Uint8Array;
  readonly kind: string;
  readonly mediaType: string;
  readonly name: string;
  readonly level?: number;
  readonly areaId?: number | null;
  readonly keepUntil?: LocalDate | null;
};

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Files lie below `files/` of the data directory by their hash: the same bytes once, whoever brought them. */
const placeOf = (dataDir: string, sha256: string): string => join(dataDir, 'files', sha256.slice(0, 2), sha256);

const writeOnce = async (place: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(place), { recursive: true });
  // Written beside and then renamed: a crash leaves no half file under a good name.
  const beside = `${place}.${uuid7()}`;
  await writeFile(beside, bytes, { mode: 0o600 });
  await rename(beside, place);
};

/** Keeps a file with the row that tells of it. A transaction that is rolled back leaves bytes without a row, which nobody can reach. */
export const keepFile = async (
  ctx: Context,
  dataDir: string,
  file: NewFile,
): Promise<{ fileId: string; sha256: string }> => {
  const sha256 = sha256Of(file.bytes);
  await writeOnce(placeOf(dataDir, sha256), file.bytes);
  const fileId = uuid7();
  await addFileRow(ctx, {
    id: fileId,
    sha256,
    bytes: BigInt(file.bytes.byteLength),
    kind: file.kind,
    mediaType: file.mediaType,
    name: file.name,
    level: file.level ?? 0,
    areaId: file.areaId ?? null,
    keepUntil: file.keepUntil ?? null,
  });
  return { fileId, sha256 };
};

/**
 * A kept file that the actor may see, its bytes held against the hash.
 * Refuses (`berkas.tidak_ada`, 404) what is unknown or out of sight; bytes that changed on disk are a fault, not a file.
 */
export const openFile = async (
  ctx: Context,
  dataDir: string,
  fileId: string,
): Promise<{ name: string; mediaType: string; body: Buffer; sha256: string }> => {
  const row = (await findFileRow(ctx, fileId)) ?? refuse('berkas.tidak_ada', 404, 'Berkas ini tidak ditemukan.');
  const body = await readFile(placeOf(dataDir, row.sha256));
  if (sha256Of(body) !== row.sha256) throw new Error(`kept file ${row.id} no longer matches its hash`);
  return { name: row.name, mediaType: row.mediaType, body, sha256: row.sha256 };
};

const PAPER = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' } as const;

/**
 * What a scan of signed paper is, by its first bytes: PDF, PNG or JPEG, at most 20 MB.
 * Refuses (`berkas.*`, 413, 415) everything else with what to do.
 */
export const requirePaper = (bytes: Uint8Array): (typeof PAPER)[keyof typeof PAPER] => {
  if (bytes.byteLength === 0)
    refuse('berkas.kosong', 422, 'Berkas ini kosong. Pilih hasil pindai (PDF, JPG, atau PNG) yang berisi.');
  if (bytes.byteLength > 20_000_000)
    refuse(
      'berkas.terlalu_besar',
      413,
      'Hasil pindai paling besar 20 MB. Pindai dengan 200 dpi hitam-putih, lalu kirim lagi.',
    );
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return PAPER.pdf;
  if (starts(0x89, 0x50, 0x4e, 0x47)) return PAPER.png;
  if (starts(0xff, 0xd8, 0xff)) return PAPER.jpeg;
  return refuse(
    'berkas.jenis_salah',
    415,
    'Berkas ini bukan hasil pindai: kirim PDF, JPG, atau PNG (foto kertas yang rata dan terbaca).',
  );
};
