import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { openCaseRow } from '../sql/cases.ts';

/** Opens a case at a level the opener is cleared for; she is the first of its team. */
export const openCase = async (
  ctx: Context,
  input: { alias: string; level: number; bidang: string; reason: string },
): Promise<{ caseId: string }> => {
  if (ctx.actor.clearance < input.level)
    refuse(
      'kasus.tingkat',
      403,
      `Tugas Anda sampai tingkat ${Math.max(ctx.actor.clearance, 0)}; kasus ini tingkat ${input.level}. Minta pekerja sosial yang berwenang membukanya.`,
    );
  const caseId = uuid7();
  await openCaseRow(ctx, { id: caseId, ...input }).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      refuse('kasus.samaran_dipakai', 409, 'Nama samaran itu sudah dipakai kasus lain. Pilih nama samaran lain.');
    throw error;
  });
  await ctx.record({
    event: 'case.opened',
    subjectKind: 'case',
    subjectId: caseId,
    level: input.level,
    after: { level: input.level, bidang: input.bidang },
  });
  return { caseId };
};
