import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type NumberRow = {
  id: string;
  person_id: string;
  kind: string;
  value: string;
  state: string;
  problem: string | null;
};

export const lockNumber = async (ctx: Context, personId: string, id: string): Promise<NumberRow | undefined> => {
  const { rows } = await sql<NumberRow>`
    select id, person_id, kind, value, state, problem from person_identifier where id = ${id} and person_id = ${personId} for update`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** Who holds this number now, among those in sight. */
export const findHolderInSight = async (ctx: Context, number: NumberRow): Promise<NumberRow | undefined> => {
  const { rows } = await sql<NumberRow>`
    select id, person_id, kind, value, state, problem from person_identifier
    where kind = ${number.kind} and value = ${number.value} and state = 'aktif' and id <> ${number.id} for update`.execute(
    ctx.tx,
  );
  return rows[0];
};

export const updateNumberState = async (
  ctx: Context,
  id: string,
  state: 'klaim' | 'nonaktif' | 'salah',
  problem: string | null,
): Promise<void> => {
  await sql`
    update person_identifier set state = ${state}, problem = ${problem},
      during = case when ${state} in ('nonaktif', 'salah') then daterange(lower(during), greatest(lower(during), ${ctx.today}::date)) else daterange(lower(during), null) end
    where id = ${id}`.execute(ctx.tx);
};

export const removeNoNikReason = async (ctx: Context, personId: string): Promise<void> => {
  await ctx.tx.deleteFrom('no_nik_reason').where('person_id', '=', personId).execute();
};
