import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export type DecisionKind = 'jangan_tahan' | 'keluarkan' | 'tambahkan';
export type DecisionRow = {
  id: string;
  programmeId: string;
  familyId: string;
  kind: DecisionKind;
  code: string;
  reason: string;
  byId: string;
  by: string;
  at: Date;
  secondId: string | null;
  second: string | null;
};

const decisions = (ctx: Context) =>
  ctx.tx
    .selectFrom('programme_decision as d')
    .innerJoin('account as a', 'a.id', 'd.by_account')
    .leftJoin('account as s', 's.id', 'd.second_by')
    .where('d.withdrawn_at', 'is', null)
    .select([
      'd.id',
      'd.programme_id as programmeId',
      'd.family_id as familyId',
      sql<DecisionKind>`d.kind`.as('kind'),
      'd.code',
      'd.reason',
      'd.by_account as byId',
      'a.display_name as by',
      'd.at',
      'd.second_by as secondId',
      's.display_name as second',
    ]);

/** Decisions in force, the newest first. */
export const listDecisionRows = async (ctx: Context, programmeId: string): Promise<DecisionRow[]> =>
  decisions(ctx).where('d.programme_id', '=', programmeId).orderBy('d.at', 'desc').execute();

export const lockDecision = async (ctx: Context, id: string): Promise<DecisionRow | undefined> => {
  const row = await ctx.tx
    .selectFrom('programme_decision')
    .where('id', '=', id)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && decisions(ctx).where('d.id', '=', id).executeTakeFirst();
};

export const addDecisionRow = async (
  ctx: Context,
  row: { programmeId: string; familyId: string; kind: DecisionKind; code: string; reason: string },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('programme_decision')
    .values({
      id,
      programme_id: row.programmeId,
      family_id: row.familyId,
      kind: row.kind,
      code: row.code,
      reason: row.reason,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
  return id;
};

export const confirmDecisionRow = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('programme_decision')
    .set({ second_by: ctx.actor.accountId, second_at: ctx.now })
    .where('id', '=', id)
    .execute();
};

export const withdrawDecisionRow = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('programme_decision')
    .set({ withdrawn_by: ctx.actor.accountId, withdrawn_at: ctx.now })
    .where('id', '=', id)
    .execute();
};

/** True when the actor sees this family. */
export const isFamilyInSight = async (ctx: Context, familyId: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('family')
    .where('id', '=', familyId)
    .where('merged_into', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
};
