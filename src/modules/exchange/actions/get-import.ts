import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import type { State } from '../domain/kinds.ts';
import { findImport, type ImportFile } from '../sql/files.ts';
import { countOutcomes } from '../sql/siks-rows.ts';

export const STATE_WORDS: Readonly<Record<State, string>> = {
  diunggah: 'menunggu kolom dipastikan',
  dipetakan: 'menunggu giliran dibaca',
  membaca: 'sedang dibaca',
  diperiksa: 'sedang diperiksa',
  siap: 'siap dimasukkan',
  memasukkan: 'sedang dimasukkan',
  selesai: 'sudah masuk',
  membatalkan: 'sedang dibatalkan',
  dibatalkan: 'sudah dibatalkan',
  gagal: 'tidak dapat dilanjutkan',
};

/** The import, or a refusal. */
export const getImport = async (ctx: Context, id: string, lock = false): Promise<ImportFile> =>
  (await findImport(ctx, id, lock)) ??
  refuse('impor.tidak_ada', 404, 'Impor ini tidak ditemukan. Buka lagi dari daftar impor.');

/** Takes the import for an act of a person: in one of these states, as she saw it. Refuses what has moved on meanwhile. */
export const lockImport = async (
  ctx: Context,
  id: string,
  version: number,
  states: readonly State[],
): Promise<ImportFile> => {
  const file = await getImport(ctx, id, true);
  if (!states.includes(file.state) || file.version !== version) {
    refuse(
      'versi.berubah',
      409,
      `Impor ini ${STATE_WORDS[file.state]} sejak Anda membukanya. Muat versi terbaru, lalu lanjutkan dari sana.`,
      { newer: { state: file.state, version: file.version } },
    );
  }
  return file;
};

/** Refuses to forget a file of which rows are in the register already (its commit ended in the middle). */
export const refusePartlyIn = async (ctx: Context, file: ImportFile): Promise<void> => {
  const went = Object.entries(await countOutcomes(ctx, file.id)).some(([, rows]) => rows > 0);
  if (went)
    refuse(
      'impor.sudah_masuk_sebagian',
      409,
      'Sebagian baris berkas ini sudah masuk register. Batalkan impornya dahulu supaya baris itu ikut dikembalikan.',
    );
};
