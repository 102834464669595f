import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { kindOfFile } from '#platform/files/file-kind.ts';
import { keepFile, openFile } from '#platform/files/kept-files.ts';
import { findJuknis, isJuknisOf, type KeptPaper, listVersionLines } from '../sql/juknis.ts';
import { getProgramme, lockProgramme } from './get-programme.ts';

const MOST_BYTES = 20_000_000;

const requirePdf = (bytes: Buffer): void => {
  if (bytes.byteLength === 0)
    refuse('berkas.kosong', 422, 'Berkas juknis ini kosong. Pilih PDF juknis yang berisi, lalu kirim lagi.');
  if (bytes.byteLength > MOST_BYTES)
    refuse('berkas.terlalu_besar', 413, 'Berkas juknis paling besar 20 MB. Kecilkan PDF-nya, lalu kirim lagi.');
  if (kindOfFile(bytes) !== 'pdf')
    refuse('berkas.jenis_salah', 415, 'Juknis disimpan sebagai PDF. Simpan naskahnya sebagai PDF, lalu kirim lagi.');
};

const getJuknis = async (ctx: Context, fileId: string): Promise<KeptPaper> =>
  (await findJuknis(ctx, fileId)) ??
  refuse('juknis.tidak_ada', 404, 'Berkas juknis ini tidak ditemukan. Kirim lagi berkasnya.');

/** Keeps the PDF; the terms name it once they are saved with it. What the file is, its bytes say. */
export const keepJuknis = async (
  ctx: Context,
  dataDir: string,
  programmeId: string,
  name: string,
  bytes: Buffer,
): Promise<KeptPaper> => {
  await lockProgramme(ctx, programmeId);
  requirePdf(bytes);
  const { fileId, sha256 } = await keepFile(ctx, dataDir, {
    bytes,
    kind: 'juknis',
    mediaType: 'application/pdf',
    name,
  });
  await ctx.record({
    event: 'programme.juknis_kept',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { file: fileId, name, bytes: bytes.byteLength, sha256 },
  });
  return getJuknis(ctx, fileId);
};

/** The PDF of a version, its bytes held against the hash. */
export const openJuknis = async (ctx: Context, dataDir: string, programmeId: string, fileId: string) => {
  await getProgramme(ctx, programmeId);
  await getJuknis(ctx, fileId);
  if (!(await isJuknisOf(ctx, programmeId, fileId)))
    refuse('juknis.tidak_ada', 404, 'Berkas ini bukan juknis program ini, atau ketentuannya belum disimpan.');
  return openFile(ctx, dataDir, fileId);
};

/** Refuses a reference to a file that is no kept juknis. */
export const requireJuknis = async (ctx: Context, fileId: string | null): Promise<void> => {
  if (fileId !== null) await getJuknis(ctx, fileId);
};

export const readVersions = async (ctx: Context, programmeId: string) => {
  await getProgramme(ctx, programmeId);
  const items = [];
  for (const { fileId, ...line } of await listVersionLines(ctx, programmeId))
    items.push({ ...line, juknis: fileId === null ? null : ((await findJuknis(ctx, fileId)) ?? null) });
  return items;
};
