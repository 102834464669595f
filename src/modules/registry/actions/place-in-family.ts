import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { MEMBER_DOUBTS, type Placed, type Placement } from '../domain/placement.ts';
import { insertMembers, listHeaded, listUnseenFamilies, moveToFamilyAreas } from '../sql/families.ts';
import { refreshIssues } from '../sql/issues.ts';
import { listUnseenPeople } from '../sql/people.ts';
import { findOrMakeFamilies } from './family-of-placement.ts';
import { refuseOutside, refuseUnseen } from './refuse-unseen.ts';

const checkSeen = async (ctx: Context, placements: readonly Placement[]): Promise<void> => {
  await refuseOutside(
    ctx,
    placements.map(({ areaId }) => areaId),
  );
  const families = placements.flatMap(({ familyId }) => (familyId ? [familyId] : []));
  if ((await listUnseenFamilies(ctx, families)).length > 0) refuseUnseen('keluarga');
  if (
    (
      await listUnseenPeople(
        ctx,
        placements.map(({ personId }) => personId),
      )
    ).length > 0
  )
    refuseUnseen('orang');
};

/**
 * Puts many people into families with a handful of statements (an import's chunk). The caller records the act for all of them.
 * A second head, or somebody still in another family, goes in as a claim.
 */
export const addToFamilies = async (ctx: Context, placements: readonly Placement[]): Promise<Placed[]> => {
  if (placements.length === 0) return [];
  await checkSeen(ctx, placements);
  const families = await findOrMakeFamilies(ctx, placements);
  const rows = placements.map(({ personId, shdk, source }, index) => ({
    id: uuid7(),
    family_id: families[index]!.familyId,
    person_id: personId,
    shdk,
    source,
  }));
  const kept = await insertMembers(ctx, rows, 'sah');
  const left = rows.filter(({ id }) => !kept.has(id));
  const headed = await listHeaded(
    ctx,
    left.map(({ family_id }) => family_id),
  );
  await insertMembers(ctx, left, 'klaim');
  await moveToFamilyAreas(ctx, [...kept]);
  await refreshIssues(
    ctx,
    rows.map(({ person_id }) => person_id),
    rows.map(({ family_id }) => family_id),
  );
  return rows.map(({ id, family_id, shdk }, index) => {
    const secondHead = shdk === 1 && headed.has(family_id);
    const doubt = kept.has(id) ? [] : [secondHead ? MEMBER_DOUBTS.secondHead : MEMBER_DOUBTS.otherFamily];
    return {
      familyId: family_id,
      memberId: id,
      state: kept.has(id) ? 'sah' : 'klaim',
      doubts: [...families[index]!.doubts, ...doubt],
    };
  });
};

/** Puts a person into a family: see `Placement` and `addToFamilies`. @returns the family, and the doubts as sentences for the officer */
export const placeInFamily = async (ctx: Context, placement: Placement): Promise<Placed> => {
  const [placed] = await addToFamilies(ctx, [placement]);
  const { familyId, state, doubts } = placed as Placed;
  await ctx.record({
    event: 'person.placed',
    subjectKind: 'person',
    subjectId: placement.personId,
    areaId: placement.areaId,
    after: { familyId, shdk: placement.shdk, state, doubts: doubts.length },
  });
  return placed as Placed;
};
