import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import type { TieRelation } from '../domain/kinds.ts';
import { addTie, isTied } from '../sql/ties.ts';
import { getUsulan } from '../sql/usulan-rows.ts';

/**
 * Records that an official has a tie to the people of a usulan. `isOwn`: the actor's own tie, after which the actor handles it no more.
 * It stops nothing else: everybody who opens the row reads it.
 */
export const declareTie = async (
  ctx: Context,
  usulanId: string,
  tie: { official: string; relation: TieRelation; note: string; isOwn: boolean },
): Promise<{ declared: true }> => {
  const usulan = await getUsulan(ctx, usulanId);
  if (usulan.stage === null) refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai.');
  if (tie.isOwn && (await isTied(ctx, usulanId)))
    refuse('usulan.hubungan_tercatat', 409, 'Hubungan Anda dengan orang dalam usulan ini sudah tercatat.');
  const { isOwn, ...told } = tie;
  await addTie(ctx, usulanId, {
    ...told,
    official: isOwn ? ctx.actor.name : told.official,
    accountId: isOwn ? ctx.actor.accountId : null,
  });
  await ctx.record({
    event: 'usulan.tie_declared',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { relation: tie.relation, isOwn },
  });
  return { declared: true };
};
