import { sql } from 'kysely';
import type pg from 'pg';
import type { Context } from '#platform/db/context.ts';
import { committedSince, type Horizon } from '#platform/db/horizon.ts';

/** The channel on which a committed change of a person is called out; the payload is the agency's schema. */
const CHANNEL = 'rukun_person_change';

export type Changes = { horizon: Horizon; personIds: (string | null)[] };

/** Who changed since the horizon (null: something that concerns everybody). One statement, hence one snapshot, which is the next horizon. */
export const listChanges = async (ctx: Context, since: Horizon): Promise<Changes> => {
  const { rows } = await sql<Changes>`
    select pg_current_snapshot()::text as horizon,
           coalesce((select jsonb_agg(distinct person_id) from person_change where ${committedSince(since)}), '[]') as "personIds"`.execute(
    ctx.tx,
  );
  return rows[0] ?? { horizon: since, personIds: [] };
};

/** How many people changed since the horizon; undefined when something changed that concerns everybody. */
export const countChanged = async (ctx: Context, since: Horizon): Promise<number | undefined> => {
  const { rows } = await sql<{ n: number; all: boolean }>`
    select count(distinct person_id)::int as n, coalesce(bool_or(person_id is null), false) as all
    from person_change where ${committedSince(since)}`.execute(ctx.tx);
  return rows[0]?.all ? undefined : (rows[0]?.n ?? 0);
};

/** The people who changed since the horizon, by id, behind one of them. */
export const listChanged = async (ctx: Context, since: Horizon, after: string | null, limit: number) => {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from person_change
    where ${committedSince(since)} and person_id is not null and (${after}::uuid is null or person_id > ${after}::uuid)
    order by person_id limit ${limit}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
};

/** Forgets changes that every reader is past: older than the horizon of the last look, and than a day. */
export const forgetChanges = async (ctx: Context, before: Horizon): Promise<void> => {
  await sql`delete from person_change where tx < pg_snapshot_xmin(${before}::pg_snapshot) and at < ${ctx.now}::timestamptz - interval '1 day'`.execute(
    ctx.tx,
  );
};

/**
 * Hears of committed changes on a connection of its own. When it is lost it is opened again after a pause; what was called out meanwhile
 * is not heard, and the reader catches up from its horizon, to which `heard` without a schema asks it.
 */
export const hearChanges = (pool: pg.Pool, heard: (schema?: string) => void): { stop: () => void } => {
  let client: pg.PoolClient | undefined;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  const later = () => {
    client?.release(true);
    client = undefined;
    if (!stopped) again = setTimeout(() => void open(), 2_000);
  };
  const open = async (): Promise<void> => {
    try {
      client = await pool.connect();
      client.on('notification', ({ payload }) => heard(payload));
      client.once('error', later);
      await client.query(`listen ${CHANNEL}`);
      if (stopped) client.release(true);
      else heard();
    } catch {
      later();
    }
  };
  void open();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(again);
      client?.removeListener('error', later);
      client?.release(true);
      client = undefined;
    },
  };
};
