import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { RunState } from '../domain/words.ts';

export type Run = {
  id: string;
  state: RunState;
  orderedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  personsTotal: number;
  personsRead: number;
  pairsFound: number;
  pairsNew: number;
  failure: string | null;
};

const COLUMNS = sql`id, state, ordered_at as "orderedAt", started_at as "startedAt", finished_at as "finishedAt",
  persons_total as "personsTotal", persons_read as "personsRead", pairs_found as "pairsFound", pairs_new as "pairsNew", failure`;

/** Orders a run; undefined when one is already ordered or at work. */
export const insertRun = async (ctx: Context, id: string): Promise<Run | undefined> => {
  const { rows } = await sql<Run>`
    insert into duplicate_run (id, state, ordered_by, ordered_at) values (${id}, 'dipesan', ${ctx.actor.accountId}, ${ctx.now})
    on conflict do nothing returning ${COLUMNS}`.execute(ctx.tx);
  return rows[0];
};

export const findLatestRun = async (ctx: Context): Promise<Run | undefined> => {
  const { rows } = await sql<Run>`
    select ${COLUMNS} from duplicate_run order by ordered_at desc, id desc limit 1`.execute(ctx.tx);
  return rows[0];
};

export const lockRun = async (ctx: Context, id: string): Promise<Run | undefined> => {
  const { rows } = await sql<Run>`select ${COLUMNS} from duplicate_run where id = ${id} for update`.execute(ctx.tx);
  return rows[0];
};

export type RunChange = {
  state?: RunState;
  started_at?: Date;
  finished_at?: Date;
  persons_total?: number;
  persons_read?: number;
  pairs_found?: number;
  pairs_new?: number;
  failure?: string | null;
};
export const updateRun = async (ctx: Context, id: string, change: RunChange): Promise<void> => {
  await ctx.tx.updateTable('duplicate_run').set(change).where('id', '=', id).execute();
};
