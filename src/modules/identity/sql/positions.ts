import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export type HolderRow = {
  id: string;
  positionId: string;
  staffName: string;
  kind: string;
  from: LocalDate;
  until: LocalDate | null;
  sk: string;
};

export const listPositionRows = (ctx: Context) =>
  ctx.tx.selectFrom('position').select(['id', 'name', 'bidang', 'level', 'signs']).orderBy('name').execute();

export const listHolderRows = async (ctx: Context): Promise<HolderRow[]> =>
  (
    await sql<HolderRow>`
      select h.id, h.position_id as "positionId", s.name as "staffName", h.kind, lower(h.during)::text as "from", (upper(h.during) - 1)::text as until, h.sk
      from position_holder h join staff s on s.id = h.staff_id where upper_inf(h.during) or upper(h.during) > ${ctx.today}::date order by lower(h.during)`.execute(
      ctx.tx,
    )
  ).rows;

export const addPositionRow = async (
  ctx: Context,
  position: { name: string; bidang: string | null; level: string; signs: boolean },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('position')
    .values({ id, ...position })
    .execute();
  return id;
};

export const findPositionRow = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('position').select(['id', 'name']).where('id', '=', id).executeTakeFirst();

/** Ends whoever holds the position on the day before `from`. */
export const endHoldersBefore = async (ctx: Context, positionId: string, from: LocalDate): Promise<void> => {
  await sql`update position_holder set during = daterange(lower(during), ${from}::date) where position_id = ${positionId} and during @> ${from}::date and lower(during) < ${from}::date`.execute(
    ctx.tx,
  );
};

export const addHolderRow = async (
  ctx: Context,
  positionId: string,
  holder: { staffName: string; kind: string; from: LocalDate; until: LocalDate | null; sk: string },
): Promise<string> => {
  const known = await ctx.tx.selectFrom('staff').select('id').where('name', '=', holder.staffName).executeTakeFirst();
  const staffId = known?.id ?? uuid7();
  if (!known) await ctx.tx.insertInto('staff').values({ id: staffId, name: holder.staffName }).execute();
  const id = uuid7();
  await sql`insert into position_holder (id, position_id, staff_id, kind, during, sk)
    values (${id}, ${positionId}, ${staffId}, ${holder.kind}, daterange(${holder.from}::date, ${holder.until}::date, '[]'), ${holder.sk})`.execute(
    ctx.tx,
  );
  return id;
};
