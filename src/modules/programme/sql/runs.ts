import { sql } from 'kysely';
import type { Rupiah } from '#kernel/rupiah.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Frozen } from '../domain/freeze.ts';
import type { ListCounts } from '../domain/list-rows.ts';

export type RunState = 'simulasi' | 'rancangan' | 'berlaku' | 'usang';
export type RunRow = {
  id: string;
  versionId: string;
  versionNo: number;
  programmeId: string;
  programme: string;
  bidang: string;
  budgetLineId: string | null;
  state: RunState;
  snapshotHash: string;
  resultHash: string;
  counts: ListCounts;
  ceiling: Rupiah;
  amount: Rupiah;
  benefit: Rupiah;
  needsSecond: boolean;
  secondBy: string | null;
  secondAt: Date | null;
  decreeId: string | null;
  closedReason: string | null;
  createdById: string;
  createdBy: string;
  createdAt: Date;
  version: number;
};

const runs = (ctx: Context) =>
  ctx.tx
    .selectFrom('selection_run as r')
    .innerJoin('programme_version as v', 'v.id', 'r.version_id')
    .innerJoin('programme as p', 'p.id', 'v.programme_id')
    .innerJoin('account as a', 'a.id', 'r.created_by')
    .leftJoin('account as s', 's.id', 'r.second_by')
    .select([
      'r.id',
      'r.version_id as versionId',
      'v.no as versionNo',
      'p.id as programmeId',
      'p.name as programme',
      'p.bidang',
      'r.budget_line_id as budgetLineId',
      sql<RunState>`r.state`.as('state'),
      'r.snapshot_hash as snapshotHash',
      'r.result_hash as resultHash',
      sql<ListCounts>`r.counts`.as('counts'),
      'r.ceiling',
      'r.amount',
      'r.benefit',
      'r.needs_second as needsSecond',
      's.display_name as secondBy',
      'r.second_at as secondAt',
      'r.decree_id as decreeId',
      'r.closed_reason as closedReason',
      'r.created_by as createdById',
      'a.display_name as createdBy',
      'r.created_at as createdAt',
      'r.version',
    ]);

export const findRun = async (ctx: Context, id: string): Promise<RunRow | undefined> =>
  runs(ctx).where('r.id', '=', id).executeTakeFirst();

/** The newest first. */
export const listRuns = async (ctx: Context, programmeId?: string): Promise<RunRow[]> => {
  const query = runs(ctx).orderBy('r.created_at', 'desc').orderBy('r.id', 'desc').limit(200);
  return (programmeId === undefined ? query : query.where('p.id', '=', programmeId)).execute();
};

export const lockRunRow = async (ctx: Context, id: string): Promise<RunRow | undefined> => {
  const row = await ctx.tx
    .selectFrom('selection_run')
    .where('id', '=', id)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && findRun(ctx, id);
};

export const getFrozen = async (ctx: Context, runId: string): Promise<Frozen> => {
  const row = await ctx.tx
    .selectFrom('selection_run')
    .where('id', '=', runId)
    .select('snapshot')
    .executeTakeFirstOrThrow();
  return row.snapshot as Frozen;
};

export type NewRun = {
  id: string;
  versionId: string;
  budgetLineId: string;
  frozen: Frozen;
  snapshotHash: string;
  resultHash: string;
  counts: ListCounts;
  ceiling: Rupiah;
  amount: Rupiah;
  benefit: Rupiah;
  needsSecond: boolean;
};

export const addRun = async (ctx: Context, run: NewRun): Promise<void> => {
  await ctx.tx
    .insertInto('selection_run')
    .values({
      id: run.id,
      version_id: run.versionId,
      budget_line_id: run.budgetLineId,
      snapshot: toJson(run.frozen),
      snapshot_hash: run.snapshotHash,
      result_hash: run.resultHash,
      state: 'rancangan',
      counts: toJson(run.counts),
      ceiling: run.ceiling,
      amount: run.amount,
      benefit: run.benefit,
      needs_second: run.needsSecond,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute();
};

export type RunChange = { state?: RunState; decreeId?: string; second?: boolean; closedReason?: string };

export const changeRun = async (ctx: Context, id: string, change: RunChange): Promise<void> => {
  await ctx.tx
    .updateTable('selection_run')
    .set({
      version: sql`version + 1`,
      ...(change.state ? { state: change.state } : {}),
      ...(change.decreeId ? { decree_id: change.decreeId } : {}),
      ...(change.second ? { second_by: ctx.actor.accountId, second_at: ctx.now } : {}),
      ...(change.closedReason ? { closed_reason: change.closedReason } : {}),
    })
    .where('id', '=', id)
    .execute();
};
