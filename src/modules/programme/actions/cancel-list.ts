import { refuse } from '#kernel/refusal.ts';
import { endDecree, getDecree } from '#modules/deliberation/index.ts';
import { releasePagu } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import { changeRun, type RunRow } from '../sql/runs.ts';
import { lockRun, requireBidang } from './get-programme.ts';

/** The list is called off: its reserved pagu is free again. */
export const closeList = async (ctx: Context, run: RunRow, reason: string): Promise<void> => {
  if (run.budgetLineId !== null)
    await releasePagu(ctx, {
      lineId: run.budgetLineId,
      refId: run.id,
      key: `daftar:${run.id}:batal`,
      document: `Daftar ${run.programme} dibatalkan`,
    });
  await changeRun(ctx, run.id, { state: 'usang', closedReason: reason });
  await ctx.record({
    event: 'programme.list_cancelled',
    subjectKind: 'selection_run',
    subjectId: run.id,
    before: { state: run.state },
    after: { state: 'usang', reason },
  });
};

/**
 * Calls off a prepared list before its decree is signed, with a reason; its decree is called off with it. A list in force is changed by
 * a decree only.
 */
export const cancelList = async (ctx: Context, runId: string, version: number, reason: string): Promise<void> => {
  const run = await lockRun(ctx, runId);
  requireBidang(ctx, run.bidang);
  if (run.state !== 'rancangan')
    refuse(
      'daftar.bukan_rancangan',
      409,
      'Daftar ini bukan rancangan lagi. Daftar yang berlaku hanya diubah dengan SK perubahan.',
      {
        state: run.state,
      },
    );
  if (run.version !== version)
    refuse('versi.berubah', 409, 'Daftar ini sudah berubah setelah Anda membukanya. Muat ulang, lalu periksa lagi.', {
      version: run.version,
    });
  if (reason.trim().length < 10)
    refuse('daftar.tanpa_alasan', 422, 'Tulis alasan pembatalan, paling sedikit sepuluh huruf.', { field: 'reason' });
  if (run.decreeId === null) return closeList(ctx, run, reason.trim());
  const decree = await getDecree(ctx, run.decreeId);
  if (decree.state === 'ditandatangani')
    refuse(
      'daftar.sudah_ditandatangani',
      409,
      'SK daftar ini sudah ditandatangani. Batalkan lewat halaman SK oleh pencatat SK.',
    );
  // Whoever follows the end of a decree closes the list: see follow-decree.ts.
  await endDecree(ctx, run.decreeId, decree.version, reason.trim());
};
