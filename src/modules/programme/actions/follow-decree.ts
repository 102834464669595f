import { refuse } from '#kernel/refusal.ts';
import { type DecreeNotice, getDecree, whenDecree } from '#modules/deliberation/index.ts';
import { admitAct, getLineBalance, releasePagu } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import { makeAwards, stopAwards } from '../sql/rows.ts';
import { changeRun, type RunRow } from '../sql/runs.ts';
import { closeList } from './cancel-list.ts';
import { lockRun } from './get-programme.ts';

/** A list that came into force, for whoever makes entitlements from its awards. */
export type ListInForce = { decreeId: string; runId: string; programmeId: string };
type Follow = (ctx: Context, list: ListInForce) => Promise<void>;
const followers: Follow[] = [];

/** Registers what follows, in the same transaction, when a list comes into force (entitlements are made). */
export const whenListInForce = (follow: Follow): void => {
  if (!followers.includes(follow)) followers.push(follow);
};

/** Tells whoever makes entitlements that awards of this decree are in force. */
export const tellListInForce = async (ctx: Context, list: ListInForce): Promise<void> => {
  for (const follow of followers) await follow(ctx, list);
};

const runOf = async (ctx: Context, notice: DecreeNotice): Promise<RunRow | undefined> =>
  notice.refKind === 'selection_run' && notice.refId !== null ? lockRun(ctx, notice.refId) : undefined;

const enter = async (ctx: Context, notice: DecreeNotice): Promise<void> => {
  const run = await runOf(ctx, notice);
  if (!run) return;
  if (run.state !== 'rancangan')
    refuse('daftar.bukan_rancangan', 409, 'Daftar pada SK ini bukan rancangan lagi. Muat ulang halaman SK.', {
      state: run.state,
    });
  const line = await getLineBalance(ctx, run.budgetLineId!);
  await admitAct(ctx, { lineId: line.id, act: 'tetapkan', year: line.year });
  const { made, amount } = await makeAwards(ctx, run.id);
  if (made !== run.counts.masuk)
    throw new Error(`list ${run.id}: ${made} awards for ${run.counts.masuk} admitted families`);
  await changeRun(ctx, run.id, { state: 'berlaku' });
  await ctx.record({
    event: 'programme.list_in_force',
    subjectKind: 'selection_run',
    subjectId: run.id,
    before: { state: run.state },
    after: { state: 'berlaku', decree: notice.id, number: notice.number, awards: made, amount },
  });
  await tellListInForce(ctx, { decreeId: notice.id, runId: run.id, programmeId: run.programmeId });
};

/** Revoked in force: the awards stop and what is not paid out yet is free again; the list itself stands as history. */
const revoke = async (ctx: Context, run: RunRow): Promise<void> => {
  const stopped = await stopAwards(ctx, run.id);
  const released = await releasePagu(ctx, {
    lineId: run.budgetLineId!,
    refId: run.id,
    key: `daftar:${run.id}:dicabut`,
    document: `SK daftar ${run.programme} dicabut`,
  });
  await ctx.record({
    event: 'programme.list_revoked',
    subjectKind: 'selection_run',
    subjectId: run.id,
    after: { stopped, released },
  });
};

const leave = async (ctx: Context, notice: DecreeNotice): Promise<void> => {
  const run = await runOf(ctx, notice);
  if (run?.state === 'berlaku') await revoke(ctx, run);
  if (run?.state !== 'rancangan') return;
  const decree = await getDecree(ctx, notice.id);
  await closeList(ctx, run, decree.endedReason ?? 'SK dibatalkan.');
};

/** Lists live and end with their decree. */
export const followDecrees = (): void => {
  whenDecree('inForce', 'penetapan', enter);
  whenDecree('inForce', 'perubahan', enter);
  whenDecree('ended', 'penetapan', leave);
  whenDecree('ended', 'perubahan', leave);
};
