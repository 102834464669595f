import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { findLastCommitted, findLaterOrRunning } from '../sql/files.ts';
import { lockImport } from './get-import.ts';
import { orderStage } from './order-stage.ts';

/** Orders that the checked rows go into the register; a commit that ended in the middle goes on behind its last row. */
export const orderCommit = async (ctx: Context, importId: string, version: number): Promise<void> => {
  const file = await lockImport(ctx, importId, version, ['siap', 'gagal']);
  const goesOn = file.state === 'gagal';
  if (goesOn && file.counts.failed !== 'commit')
    refuse('impor.belum_diperiksa', 409, 'Berkas ini belum selesai diperiksa. Tekan "Periksa lagi" dahulu.');
  const other = await findLaterOrRunning(ctx, file);
  if (other)
    refuse(
      'impor.lain_berjalan',
      409,
      `Impor ${other.name} sedang berjalan. Tunggu sampai selesai, lalu masukkan berkas ini.`,
      { importId: other.id },
    );
  const last = await findLastCommitted(ctx, file.kind);
  if (file.kind === 'siks23' && last && last.id !== file.previousId)
    refuse(
      'impor.perlu_diperiksa_lagi',
      409,
      `Sesudah berkas ini diperiksa, ${last.name} sudah masuk. Tekan "Periksa lagi" supaya perbandingannya benar.`,
      { importId: last.id },
    );
  await orderStage(ctx, importId, 'commit', 'memasukkan', goesOn);
  const check = file.counts.check;
  await ctx.record({
    event: 'import.commit_ordered',
    subjectKind: 'import',
    subjectId: importId,
    after: { rows: (check?.siap ?? 0) + (check?.ragu ?? 0), returned: check?.kembali ?? 0 },
  });
};
