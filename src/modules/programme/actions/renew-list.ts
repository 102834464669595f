import type { Context } from '#platform/db/context.ts';
import { cancelList } from './cancel-list.ts';
import { getRun } from './get-programme.ts';
import { prepareList } from './prepare-list.ts';

const REASON = 'Disiapkan ulang: register berubah sejak daftar ini disusun.';

/**
 * Prepares a draft list anew on the register of today, in one act: the old draft is called off with its decree and stays as history, its
 * money is free again and reserved for the new one. Where the new one cannot be prepared the old stands as it was.
 */
export const renewList = async (ctx: Context, runId: string, version: number): Promise<{ runId: string }> => {
  const { programmeId } = await getRun(ctx, runId);
  await cancelList(ctx, runId, version, REASON);
  return prepareList(ctx, programmeId);
};
