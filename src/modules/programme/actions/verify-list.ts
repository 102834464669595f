import type { Context } from '#platform/db/context.ts';
import { compareLists } from '../domain/compare.ts';
import { computeList, recompute } from '../domain/compute.ts';
import { hashOf, thaw } from '../domain/freeze.ts';
import { CAUSES, type Recheck, recheckCauses } from '../domain/recheck-causes.ts';
import { listFaces } from '../sql/names.ts';
import { getFrozen } from '../sql/runs.ts';
import { getVersion } from '../sql/versions.ts';
import { decisionsInForce } from './decide-family.ts';
import { describeFamilies } from './describe-families.ts';
import { getRun } from './get-programme.ts';
import { registerForSimulation } from './load-register.ts';
import { otherAwards } from './other-awards.ts';

/** Computes a list once more from what was frozen. `same` is false when inputs or result are not what was recorded. */
export const verifyList = async (ctx: Context, runId: string) => {
  const run = await getRun(ctx, runId);
  const frozen = await getFrozen(ctx, runId);
  const snapshotHash = hashOf(frozen);
  const { resultHash } = recompute(frozen.file, thaw(frozen));
  return {
    same: snapshotHash === run.snapshotHash && resultHash === run.resultHash,
    recorded: { snapshotHash: run.snapshotHash, resultHash: run.resultHash },
    computed: { snapshotHash, resultHash },
  };
};

const MOST_NAMED = 60;

/** The families by cause: how many, how many lose their place, and the first of them by name. */
const byCause = async (ctx: Context, found: readonly Recheck[]) => {
  const groups = CAUSES.map((cause) => ({ cause, of: found.filter((one) => one.cause === cause) }));
  const faces = await listFaces(
    ctx,
    groups.flatMap(({ of }) => of.slice(0, MOST_NAMED).map((one) => one.familyId)),
  );
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ cause, of }) => ({
      cause,
      families: of.length,
      losePlace: of.filter((one) => !one.keepsPlace).length,
      first: of.slice(0, MOST_NAMED).map(({ familyId, keepsPlace }) => ({
        familyId,
        keepsPlace,
        name: faces.get(familyId)?.name ?? 'Tidak ada lagi di register',
        areaLabel: faces.get(familyId)?.areaLabel ?? '',
      })),
    }));
};

/**
 * What the same terms would give on the register of today: a list may be prepared long before its decree, and people die, move, and
 * change meanwhile. Changes nothing.
 */
export const recheckList = async (ctx: Context, runId: string) => {
  const run = await getRun(ctx, runId);
  const { terms } = await getVersion(ctx, run.versionId);
  const register = await registerForSimulation(ctx, run.programmeId, true);
  const frozen = await getFrozen(ctx, runId);
  const then = recompute(frozen.file, thaw(frozen));
  const now = computeList(register, {
    name: run.programme,
    terms,
    ceiling: run.ceiling,
    asOf: ctx.today,
    decisions: await decisionsInForce(ctx, run.programmeId),
    otherAwards: await otherAwards(ctx, run.programmeId, terms),
    codeOf: (areaId) => register.areas.get(areaId)?.kode,
  });
  const { cameIn, wentOut } = compareLists(then, now);
  const places = (ids: readonly string[]) => ids.slice(0, 60).flatMap((id) => now.snapshot.indexOf(id) ?? []);
  const lines = await describeFamilies(ctx, { terms, register, computed: now }, [
    ...new Set([...places(cameIn), ...places(wentOut)]),
  ]);
  const named = (ids: readonly string[]) => places(ids).flatMap((f) => lines.get(f) ?? []);
  return {
    snapshot: { id: register.id, at: register.at },
    cameInCount: cameIn.length,
    wentOutCount: wentOut.length,
    /** Families that are no longer in the register (merged, or nobody living). */
    goneCount: wentOut.filter((id) => now.snapshot.indexOf(id) === undefined).length,
    causes: await byCause(ctx, recheckCauses(then, now, Object.hasOwn(frozen.family, 'desil'))),
    cameIn: named(cameIn),
    wentOut: named(wentOut),
  };
};
