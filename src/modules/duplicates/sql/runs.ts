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
  /** A look at everybody, or at those who changed since the last one. */
  kind: 'penuh' | 'perubahan';
};

const COLUMNS = sql`id, state, ordered_at as "orderedAt", started_at as "startedAt", finished_at as "finishedAt",
  persons_total as "personsTotal", persons_read as "personsRead", pairs_found as "pairsFound", pairs_new as "pairsNew", failure, kind`;

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

/** Takes a run that is ordered or at work; undefined when it has ended. */
export const lockRun = async (ctx: Context, id: string): Promise<Run | undefined> => {
  const { rows } = await sql<Run>`
    select ${COLUMNS} from duplicate_run where id = ${id} and state in ('dipesan', 'membaca', 'membandingkan') for update`.execute(
    ctx.tx,
  );
  return rows[0];
};

export type RunChange = {
  state?: RunState;
  kind?: Run['kind'];
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

/** Asks that another run follow the one that is ordered or at work. @returns its id, or undefined when there is none */
export const askAgain = async (ctx: Context): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    update duplicate_run set again = true where state in ('dipesan', 'membaca', 'membandingkan') returning id`.execute(
    ctx.tx,
  );
  return rows[0]?.id;
};

export const isAskedAgain = async (ctx: Context, id: string): Promise<boolean> => {
  const { rows } = await sql<{ again: boolean }>`select again from duplicate_run where id = ${id}`.execute(ctx.tx);
  return rows[0]?.again ?? false;
};

/** Where the last finished run stood in the changes, and by which model (null: the shipped one) it compared. */
export const findGoneThrough = async (
  ctx: Context,
): Promise<{ changesFrom: string; modelId: string | null } | undefined> => {
  const { rows } = await sql<{ changesFrom: string; modelId: string | null }>`
    select changes_from as "changesFrom", model_id as "modelId" from duplicate_run
    where state = 'selesai' and changes_from is not null order by finished_at desc, id desc limit 1`.execute(ctx.tx);
  return rows[0];
};

/** Keeps what a run looks at: everybody or those who changed, from which change on the next one has to look, and its model. */
export const setRunScope = async (
  ctx: Context,
  id: string,
  scope: { kind: Run['kind']; changesFrom: string; modelId: string | null },
): Promise<void> => {
  await sql`
    update duplicate_run set kind = ${scope.kind}, changes_from = ${scope.changesFrom}, model_id = ${scope.modelId}
    where id = ${id}`.execute(ctx.tx);
};

/** Any run to which a pair that was found between two looks belongs. */
export const findLatestRunId = async (ctx: Context): Promise<string | undefined> => (await findLatestRun(ctx))?.id;
