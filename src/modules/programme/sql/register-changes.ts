import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import { committedSince, type Horizon } from '#platform/db/horizon.ts';

/** More families than this are read quicker all at once. */
const MOST_READ_AGAIN = 20_000;

/** Families that may have changed since the horizon; undefined when everything may have, or too many to read one by one. */
export const listChangedSince = async (ctx: Context, since: Horizon): Promise<ReadonlySet<string> | undefined> => {
  const { rows } = await sql<{ id: string | null }>`
    select distinct family_id as id from register_change where ${committedSince(since)} limit ${MOST_READ_AGAIN + 1}`.execute(
    ctx.tx,
  );
  if (rows.length > MOST_READ_AGAIN || rows.some((row) => row.id === null)) return undefined;
  return new Set(rows.map((row) => row.id!));
};

/** The database, and whose cases the actor works on: with them she sees more than her area and clearance alone say. */
export const sourceAndCases = async (ctx: Context): Promise<string> => {
  const { rows } = await sql<{ view: string }>`
    select current_database() || ' ' || array_to_string(array(select unnest(guard_case_persons()) order by 1), ' ') as view`.execute(
    ctx.tx,
  );
  return rows[0]!.view;
};
