import type { Context } from '#platform/db/context.ts';
import { totalDecisions } from '../domain/decision-totals.ts';
import { listFaces } from '../sql/names.ts';
import { listRunDecisions } from '../sql/run-decisions.ts';
import { getRun } from './get-programme.ts';

/** What officers decided by hand in this list, with reason, who, and who agreed; counts and rupiah by kind. */
export const readRunDecisions = async (ctx: Context, runId: string) => {
  const run = await getRun(ctx, runId);
  const decisions = await listRunDecisions(ctx, runId);
  const faces = await listFaces(ctx, [...new Set(decisions.map((one) => one.familyId))]);
  return {
    totals: totalDecisions(decisions, run.benefit),
    items: decisions.map((one) => ({
      ...one,
      name: faces.get(one.familyId)?.name ?? 'Di luar penglihatan Anda',
      areaLabel: faces.get(one.familyId)?.areaLabel ?? '',
    })),
  };
};
