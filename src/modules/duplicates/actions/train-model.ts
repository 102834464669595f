import {
  calibrate,
  type DecidedLevels,
  ImplausibleModelError,
  learnFromDecisions,
  shippedModel,
} from '#engines/linkage/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { listLastDecisions } from '../sql/decisions.ts';
import { countPersons } from '../sql/link-persons.ts';
import { activate, countLearnt, insertModel } from '../sql/models.ts';

/** New decisions after which the night learns anew. */
const NEWS_FOR_NIGHT = 100;

const learn = async (ctx: Context): Promise<{ id: string; decisions: number }> => {
  const decisions = await listLastDecisions(ctx);
  const asked: DecidedLevels[] = decisions
    .filter(({ levels }) => Object.keys(levels).length > 0)
    .map(({ levels, answer }) => ({ levels, same: answer === 'sama' }));
  const params = learnFromDecisions(shippedModel(await countPersons(ctx)), asked);
  const same = asked.filter((one) => one.same).length;
  const id = uuid7();
  await insertModel(ctx, {
    id,
    params,
    trainedOn: { decisions: asked.length, same, different: asked.length - same },
    calibration: calibrate(decisions.map(({ score, answer }) => ({ weight: score, same: answer === 'sama' }))),
  });
  await ctx.record({
    event: 'link_model.trained',
    subjectKind: 'link_model',
    subjectId: id,
    after: { decisions: asked.length, same },
  });
  return { id, decisions: asked.length };
};

/** Learns a model from what officers decided. It is kept beside the one in force and changes nothing by itself. */
export const trainModel = (ctx: Context): Promise<{ id: string; decisions: number }> =>
  learn(ctx).catch((error: unknown) => {
    if (error instanceof ImplausibleModelError) return refuse('model.belum_cukup', 409, error.message);
    throw error;
  });

/** The night's learning: only when enough was decided since the last one. @returns whether a model was learnt */
export const trainTonight = async (ctx: Context): Promise<boolean> => {
  const learnt = await countLearnt(ctx);
  if ((await listLastDecisions(ctx)).length - learnt < NEWS_FOR_NIGHT) return false;
  return learn(ctx).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ImplausibleModelError) return false;
      throw error;
    },
  );
};

/** Puts a learnt model in force, or (null) goes back to the shipped one. What is open on the desk keeps its reading until the next scan. */
export const activateModel = async (ctx: Context, input: { modelId: string | null; reason: string }): Promise<void> => {
  if (!(await activate(ctx, uuid7(), input.modelId, input.reason)))
    refuse('model.tidak_ditemukan', 404, 'Model ini tidak ada. Muat ulang halaman.');
  await ctx.record({
    event: 'link_model.activated',
    subjectKind: 'link_model',
    subjectId: input.modelId ?? 'bawaan',
    after: { reason: input.reason },
  });
};
