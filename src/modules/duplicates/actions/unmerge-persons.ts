import { refuse } from '#kernel/refusal.ts';
import { refreshIssues, separateFacts } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { refuseUnseen } from '../domain/refusals.ts';
import { listStandings } from '../sql/bars.ts';
import {
  applyPlan,
  emptyFilled,
  isStillAsSet,
  listMembers,
  lockPersons,
  redirect,
  removeClaims,
  type StandingPerson,
} from '../sql/merge-rows.ts';
import { detachCases, lockMerge, type MergeRow, markUndone, returnFacts } from '../sql/merges.ts';
import { updatePair } from '../sql/pairs.ts';
import { refuseBarred } from './merge-persons.ts';

const refuseTouched = (): never =>
  refuse(
    'ganda.berubah_sejak',
    409,
    'Nomor atau keluarga orang ini sudah diubah sesudah digabung, jadi tidak dapat dipisah begitu saja. Kembalikan dulu perubahan itu di lembar orang.',
  );

const lockStanding = async (ctx: Context, merge: MergeRow): Promise<StandingPerson> => {
  const found = await lockPersons(ctx, [merge.kept, merge.absorbed]);
  const kept = found.get(merge.kept) ?? refuseUnseen();
  const absorbed = found.get(merge.absorbed) ?? refuseUnseen();
  if (merge.undoneAt !== null)
    refuse('ganda.sudah_dipisah', 409, 'Penggabungan ini sudah dipisah. Muat ulang halaman.');
  if (kept.mergedInto !== null || absorbed.mergedInto !== kept.id)
    refuse(
      'ganda.digabung_lagi',
      409,
      'Catatan ini sudah digabung lagi ke catatan lain. Pisahkan dulu penggabungan yang terakhir.',
    );
  return kept;
};

/**
 * Takes a merge back: both records stand for themselves as before, and the pair is open again. What was observed since stays with whom
 * it was observed on. Refuses while either stands in a decree in force, and when numbers or family were changed since.
 */
export const unmergePersons = async (ctx: Context, { id, reason }: { id: string; reason: string }): Promise<void> => {
  const merge = (await lockMerge(ctx, id)) ?? refuseUnseen();
  const kept = await lockStanding(ctx, merge);
  refuseBarred(await listStandings(ctx, [merge.kept, merge.absorbed]));
  const { plan, filled } = merge.before;
  if (!(await isStillAsSet(ctx, plan))) refuseTouched();
  await removeClaims(
    ctx,
    merge.kept,
    plan.claims.map(({ copyOf }) => copyOf),
  );
  await applyPlan(ctx, plan, 'from').catch((error: unknown) => {
    // Meanwhile the family has another head, or she another family: the database holds that line.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '23505' || code === '23P01') refuseTouched();
    throw error;
  });
  await emptyFilled(ctx, merge.kept, merge.absorbed, filled);
  await returnFacts(ctx, merge.kept, merge.before);
  await redirect(ctx, merge.kept, merge.absorbed, null);
  await markUndone(ctx, id);
  await detachCases(ctx, id);
  await separateFacts(ctx, merge.kept, merge.absorbed, merge.at);
  if (merge.pairId) await updatePair(ctx, merge.pairId, { state: 'terbuka', reason: '' });
  const members = await listMembers(ctx, [merge.kept, merge.absorbed]);
  await refreshIssues(ctx, [merge.kept, merge.absorbed], [...new Set(members.map(({ familyId }) => familyId))]);
  await ctx.record({
    event: 'person.unmerged',
    subjectKind: 'person',
    subjectId: merge.kept,
    areaId: kept.areaId,
    level: kept.protection,
    before: { mergeId: id, absorbed: merge.absorbed },
    after: { reason },
  });
};
