import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { changeRun } from '../sql/runs.ts';
import { draftListDecree } from './draft-list-decree.ts';
import { getRun, lockRun } from './get-programme.ts';

/** A second person confirms a prepared list above the agency's limit; only then its decree is drafted. */
export const confirmList = async (ctx: Context, runId: string, version: number): Promise<void> => {
  const run = await lockRun(ctx, runId);
  if (run.version !== version || run.state !== 'rancangan')
    refuse('versi.berubah', 409, 'Daftar ini sudah berubah setelah Anda membukanya. Muat ulang, lalu periksa lagi.', {
      state: run.state,
      version: run.version,
    });
  if (!run.needsSecond || run.secondAt !== null)
    refuse('daftar.sudah_disetujui', 409, 'Daftar ini tidak menunggu persetujuan orang kedua.');
  if (run.createdById === ctx.actor.accountId)
    refuse(
      'daftar.orang_kedua',
      403,
      'Daftar ini disetujui orang kedua, bukan yang menyiapkannya. Minta Sekretaris atau Kepala Dinas.',
    );
  await changeRun(ctx, runId, { second: true });
  await ctx.record({
    event: 'programme.list_confirmed',
    subjectKind: 'selection_run',
    subjectId: runId,
    after: { amount: run.amount, resultHash: run.resultHash },
  });
  await draftListDecree(ctx, await getRun(ctx, runId));
};
