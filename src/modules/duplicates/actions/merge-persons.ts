import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { refreshIssues } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Bar, barSentence } from '../domain/bars.ts';
import { planMerge } from '../domain/merge-plan.ts';
import { refuseChanged, refuseUnseen } from '../domain/refusals.ts';
import { hadAward, listOpenProposals, listStandings } from '../sql/bars.ts';
import {
  addClaims,
  applyPlan,
  fillUnknown,
  isIdentity,
  listFacts,
  listMembers,
  listNumbers,
  lockPersons,
  redirect,
  type StandingPerson,
} from '../sql/merge-rows.ts';
import { attachCases, type Before, insertMerge, readHeldFacts, takeFacts } from '../sql/merges.ts';

export type Merge = {
  keep: string;
  absorb: string;
  /** The versions of both records as the actor saw them. */
  versions: { keep: number; absorb: number };
  reason: string;
  /** Who said so first, when the actor is the second person. */
  proposedBy?: string | undefined;
  /** Who said so when it was booked: the actor only carries it out. */
  signed?: { first: string; second: string | null } | undefined;
  pairId?: string | undefined;
};

/** What stands in the way of merging `absorb` into `keep` now; empty when nothing does. */
export const listBars = async (ctx: Context, keep: StandingPerson, absorb: StandingPerson): Promise<Bar[]> => [
  ...(await listStandings(ctx, [keep.id, absorb.id])),
  ...(await listOpenProposals(ctx, absorb.id)),
  ...(keep.life === absorb.life ? [] : [{ kind: 'hidup' } as const]),
  ...(absorb.protection > keep.protection ? [{ kind: 'perlindungan' } as const] : []),
];

/** Refuses with the first sentence; all of them travel in the details. */
export const refuseBarred = (bars: readonly Bar[]): void => {
  const [first] = bars;
  if (first) refuse(`ganda.tertahan_${first.kind}`, 409, barSentence(first), { bars: bars.map(barSentence) });
};

/** Both records, held; refuses when one is out of sight or was changed since the actor opened the pair. */
export const lockBoth = async (
  ctx: Context,
  { keep, absorb, versions }: Pick<Merge, 'keep' | 'absorb' | 'versions'>,
): Promise<{ keep: StandingPerson; absorb: StandingPerson }> => {
  const found = await lockPersons(ctx, [keep, absorb]);
  const both = { keep: found.get(keep) ?? refuseUnseen(), absorb: found.get(absorb) ?? refuseUnseen() };
  for (const side of ['keep', 'absorb'] as const) {
    const person = both[side];
    if (person.mergedInto !== null) refuseUnseen();
    if (person.version !== versions[side])
      refuseChanged(
        { by: person.updatedByName, at: person.updatedAt, zone: ctx.actor.zone },
        { id: person.id, version: person.version },
      );
  }
  return both;
};

const writeMerge = async (ctx: Context, { keep, absorb }: Merge): Promise<Before> => {
  const ids = [keep, absorb];
  const filled = await fillUnknown(ctx, keep, absorb);
  const [numbers, members] = [await listNumbers(ctx, ids), await listMembers(ctx, ids)];
  const facts = (await listFacts(ctx, ids)).filter(({ field }) => !isIdentity(field) || filled.includes(field));
  const plan = planMerge({ keep, absorb, numbers, members, facts });
  const fields = plan.facts.map(({ field }) => field);
  const held = await readHeldFacts(ctx, keep, fields);
  await applyPlan(ctx, plan, 'to');
  await addClaims(
    ctx,
    keep,
    plan.claims.map(({ copyOf }) => copyOf),
  );
  await takeFacts(ctx, keep, absorb, fields);
  await redirect(ctx, keep, absorb, keep);
  await refreshIssues(ctx, ids, [...new Set(members.map(({ familyId }) => familyId))]);
  return { plan, filled, facts: held };
};

/**
 * Makes two records one: `absorb` redirects to `keep`, both ids stay. Barred (409) while either stands in a decree in force, in a list
 * being prepared or in a ratification under way, and while a proposal about the absorbed one is open. When either ever stood in a decree,
 * two people must say so: `proposedBy` and the actor.
 * @returns the id of the merge, by which it can be undone
 */
export const mergePersons = async (ctx: Context, merge: Merge): Promise<{ mergeId: string }> => {
  if (merge.keep === merge.absorb)
    refuse(
      'ganda.orang_sama',
      422,
      'Pilih dua catatan yang berbeda; satu catatan tidak dapat digabung dengan dirinya.',
    );
  const both = await lockBoth(ctx, merge);
  refuseBarred(await listBars(ctx, both.keep, both.absorb));
  const { first, second } = merge.signed ?? {
    first: merge.proposedBy ?? ctx.actor.accountId,
    second: merge.proposedBy === undefined ? null : ctx.actor.accountId,
  };
  if (second === null && (await hadAward(ctx, [merge.keep, merge.absorb])))
    refuse(
      'ganda.perlu_orang_kedua',
      409,
      'Salah satu catatan pernah menerima bantuan menurut SK, jadi penggabungan perlu dua orang. Usulkan lewat meja kemungkinan ganda.',
    );
  const before = await writeMerge(ctx, merge);
  const mergeId = uuid7();
  await insertMerge(ctx, {
    id: mergeId,
    kept: merge.keep,
    absorbed: merge.absorb,
    mergedBy: first,
    secondBy: second,
    reason: merge.reason,
    pairId: merge.pairId ?? null,
    before,
  });
  await attachCases(ctx, mergeId);
  await ctx.record({
    event: 'person.merged',
    subjectKind: 'person',
    subjectId: merge.keep,
    areaId: both.keep.areaId,
    level: both.keep.protection,
    before: { absorbed: merge.absorb },
    after: { mergeId, reason: merge.reason, filled: before.filled, secondPerson: second !== null },
  });
  return { mergeId };
};
