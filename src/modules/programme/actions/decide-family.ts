import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import type { Decision } from '../domain/selection-file.ts';
import {
  addDecisionRow,
  confirmDecisionRow,
  type DecisionKind,
  type DecisionRow,
  isFamilyInSight,
  listDecisionRows,
  lockDecision,
  withdrawDecisionRow,
} from '../sql/decisions.ts';
import { lockProgramme } from './get-programme.ts';

/** Decisions as a computation uses them: a manual addition counts only once a second person confirmed it. */
export const decisionsInForce = async (ctx: Context, programmeId: string): Promise<Decision[]> =>
  (await listDecisionRows(ctx, programmeId))
    .filter((d) => d.kind !== 'tambahkan' || d.secondId !== null)
    .map(({ familyId, kind, code, reason }) => ({ familyId, kind, reason: `${code}: ${reason}` }));

/** Records what an officer decides about one family in a programme; it survives every re-run until it is withdrawn. */
export const decideFamily = async (
  ctx: Context,
  programmeId: string,
  wanted: { familyId: string; kind: DecisionKind; code: string; reason: string },
): Promise<string> => {
  await lockProgramme(ctx, programmeId);
  if (!(await isFamilyInSight(ctx, wanted.familyId)))
    refuse('keluarga.tidak_ada', 404, 'Keluarga ini tidak ditemukan di wilayah Anda.');
  if ((await listDecisionRows(ctx, programmeId)).some((d) => d.familyId === wanted.familyId))
    refuse(
      'program.sudah_diputus',
      409,
      'Keluarga ini sudah punya keputusan petugas pada program ini. Cabut dulu yang lama.',
    );
  const id = await addDecisionRow(ctx, { programmeId, ...wanted });
  await ctx.record({
    event: 'programme.family_decided',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { ...wanted },
  });
  return id;
};

const getDecision = async (ctx: Context, programmeId: string, id: string): Promise<DecisionRow> => {
  const row = await lockDecision(ctx, id);
  if (row?.programmeId === programmeId) return row;
  return refuse(
    'program.keputusan_tidak_ada',
    404,
    'Keputusan ini sudah dicabut atau tidak ada. Muat ulang halaman ini.',
  );
};

/** A second person confirms a manual addition. */
export const confirmDecision = async (ctx: Context, programmeId: string, id: string): Promise<void> => {
  const decision = await getDecision(ctx, programmeId, id);
  if (decision.byId === ctx.actor.accountId)
    refuse('program.orang_kedua', 403, 'Tambahan manual disetujui orang kedua, bukan yang mengusulkannya.');
  if (decision.secondId !== null) return;
  await confirmDecisionRow(ctx, id);
  await ctx.record({
    event: 'programme.decision_confirmed',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { family: decision.familyId, kind: decision.kind, reason: decision.reason },
  });
};

export const withdrawDecision = async (ctx: Context, programmeId: string, id: string): Promise<void> => {
  await lockProgramme(ctx, programmeId);
  const decision = await getDecision(ctx, programmeId, id);
  await withdrawDecisionRow(ctx, id);
  await ctx.record({
    event: 'programme.decision_withdrawn',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: { family: decision.familyId, kind: decision.kind, reason: decision.reason },
  });
};
