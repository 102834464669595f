import type { Context } from '#platform/db/context.ts';
import type { State } from '../domain/kinds.ts';
import { orderedBy } from '../domain/order.ts';
import { updateImport } from '../sql/files.ts';

/** The jobs of an import, by what is ordered. */
export const JOB_OF = { check: 'exchange.check', commit: 'exchange.commit', undo: 'exchange.undo' } as const;
export type StageName = keyof typeof JOB_OF;

/** Which job a state waits for. */
export const stageOfState = (state: State): StageName | undefined => {
  if (state === 'dipetakan' || state === 'membaca' || state === 'diperiksa') return 'check';
  if (state === 'memasukkan') return 'commit';
  return state === 'membatalkan' ? 'undo' : undefined;
};

/**
 * Orders the job of a stage in this transaction and keeps who ordered it. One job an import, however often it is ordered.
 * `goOn`: behind the last row that is done, where the stage ended before.
 */
export const orderStage = async (
  ctx: Context,
  importId: string,
  stage: StageName,
  state: State,
  goOn = false,
): Promise<void> => {
  const by = orderedBy(ctx.actor);
  const begin = goOn ? {} : { rowsDone: 0, cursorNo: 0, startedAt: ctx.now };
  await updateImport(ctx, importId, { state, orderedBy: by, finishedAt: null, failure: null, ...begin }, true);
  await ctx.enqueue(JOB_OF[stage], { importId, by }, `exchange.${importId}`);
};
