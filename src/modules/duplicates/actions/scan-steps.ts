import type { Context } from '#platform/db/context.ts';
import type { Online } from '../domain/online-state.ts';
import { type FoundPair, savePairs } from '../sql/pairs.ts';
import { type RunChange, updateRun } from '../sql/runs.ts';

/** What both ways of looking through the register need: chunks that commit one by one, and the run they belong to. */
export type Scan = {
  runId: string;
  work: <T>(act: (ctx: Context) => Promise<T>) => Promise<T>;
  online: Online;
  signal: AbortSignal;
};
export type Found = { found: number; fresh: number };

/** Writes how far the run is, with its line in the audit. */
export const note = async (ctx: Context, runId: string, event: string, change: RunChange): Promise<void> => {
  await updateRun(ctx, runId, change);
  await ctx.record({ event, subjectKind: 'duplicate_run', subjectId: runId, after: { ...change } });
};

/** Writes pairs of a run, behind those it has found so far. */
export const writePairs = async (
  { runId, work }: Scan,
  pairs: readonly FoundPair[],
  { found, fresh }: Found,
): Promise<Found> =>
  work(async (ctx) => {
    const made = await savePairs(ctx, runId, pairs);
    const now = { found: found + pairs.length, fresh: fresh + made };
    await note(ctx, runId, 'duplicates.pairs_written', { pairs_found: now.found, pairs_new: now.fresh });
    return now;
  });
