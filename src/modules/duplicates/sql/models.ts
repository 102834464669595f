import { sql } from 'kysely';
import type { Calibration, Model } from '#engines/linkage/index.ts';
import { type Context, toJson } from '#platform/db/context.ts';

export type TrainedOn = { decisions: number; same: number; different: number };
export type ModelLine = {
  id: string;
  trainedAt: Date;
  trainedBy: string;
  trainedOn: TrainedOn;
  isCalibrated: boolean;
  isActive: boolean;
};

/** Every model ever learnt here, the newest first. */
export const listModels = async (ctx: Context): Promise<ModelLine[]> => {
  const { rows } = await sql<ModelLine>`
    select m.id, m.trained_at as "trainedAt", a.display_name as "trainedBy", m.trained_on as "trainedOn", m.calibration is not null as "isCalibrated",
           m.active as "isActive"
    from link_model m join account a on a.id = m.trained_by order by m.trained_at desc, m.id desc`.execute(ctx.tx);
  return rows;
};

export type ActivationLine = { modelId: string | null; at: Date; by: string; reason: string };
export const listActivations = async (ctx: Context, limit: number): Promise<ActivationLine[]> => {
  const { rows } = await sql<ActivationLine>`
    select c.model_id as "modelId", c.at, a.display_name as by, c.reason from link_model_activation c join account a on a.id = c.by_account
    order by c.at desc, c.id desc limit ${limit}`.execute(ctx.tx);
  return rows;
};

export const insertModel = async (
  ctx: Context,
  model: { id: string; params: Model; trainedOn: TrainedOn; calibration: Calibration | undefined },
): Promise<void> => {
  await ctx.tx
    .insertInto('link_model')
    .values({
      id: model.id,
      params: toJson(model.params),
      trained_at: ctx.now,
      trained_on: toJson(model.trainedOn),
      trained_by: ctx.actor.accountId,
      calibration: model.calibration ? toJson(model.calibration) : null,
    })
    .execute();
};

/** Puts a model in force, or (null) the shipped one. @returns false when there is no such model */
export const activate = async (ctx: Context, id: string, modelId: string | null, reason: string): Promise<boolean> => {
  // One officer at a time: two who press at once would both find no model in force.
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || 'link_model', 0))`.execute(ctx.tx);
  await sql`update link_model set active = false where active`.execute(ctx.tx);
  if (modelId !== null) {
    const { rows } = await sql`update link_model set active = true where id = ${modelId} returning 1`.execute(ctx.tx);
    if (rows.length === 0) return false;
  }
  await ctx.tx
    .insertInto('link_model_activation')
    .values({ id, model_id: modelId, at: ctx.now, by_account: ctx.actor.accountId, reason })
    .execute();
  return true;
};

/** Decisions that the newest model was learnt from; 0 when there is none. */
export const countLearnt = async (ctx: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select (trained_on ->> 'decisions')::int as n from link_model order by trained_at desc, id desc limit 1`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};
