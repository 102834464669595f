import { sql } from 'kysely';
import type { Context } from './context.ts';

/** Where a reader of a change log stands: the database's snapshot of its last look. What was not visible in it has been committed since. */
export type Horizon = string;

/** Where a reader stands that is about to read everything. Ask before reading: what is committed meanwhile is read once more, never missed. */
export const readHorizon = async (ctx: Context): Promise<Horizon> => {
  const { rows } = await sql<{ horizon: Horizon }>`select pg_current_snapshot()::text as horizon`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw new Error('the database gives no snapshot');
  return row.horizon;
};

/**
 * The condition on a change log's column `tx` (xid8, with an index) for what was committed since the horizon, also by transactions that were
 * open then. A transaction of somebody else that stays open makes nothing be read twice.
 */
export const committedSince = (horizon: Horizon) =>
  sql<boolean>`(tx >= pg_snapshot_xmin(${horizon}::pg_snapshot) and not pg_visible_in_snapshot(tx, ${horizon}::pg_snapshot))`;
