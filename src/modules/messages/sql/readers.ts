import { type Kysely, sql } from 'kysely';
import type { Zone } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Database } from '#platform/db/schema.ts';

/** Accounts that hold a role today, over that place, and may see that level. */
export const listHolders = async (
  ctx: Context,
  asked: { role: string; areaId: number | null; level: number },
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct s.account_id as id
    from assignment s join account a on a.id = s.account_id
    where s.role = ${asked.role} and s.during @> ${ctx.today}::date and s.clearance >= ${asked.level} and a.closed_at is null
      and (${asked.areaId}::integer is null or exists (
        select 1 from area_tree t where t.ancestor_id = s.area_id and t.descendant_id = ${asked.areaId}::integer))`.execute(
    ctx.tx,
  );
  return rows.map(({ id }) => id);
};

export type Agency = { slug: string; schema: string; zone: Zone; name: string };

/** Every agency of the installation, or the one named. */
export const listAgencies = async (db: Kysely<Database>, slug?: string): Promise<Agency[]> => {
  const found = await db
    .selectFrom('auth.agency')
    .select(['slug', 'schema_name as schema', 'name'])
    .$if(slug !== undefined, (rows) => rows.where('slug', '=', slug ?? ''))
    .orderBy('slug')
    .execute();
  const agencies: Agency[] = [];
  for (const { slug: one, schema, name } of found) {
    const { rows } = await sql<{ zone: Zone }>`select zone from ${sql.id(schema, 'agency_card')}()`.execute(db);
    if (rows[0]) agencies.push({ slug: one, schema, name, zone: rows[0].zone });
  }
  return agencies;
};

export const findAgencyName = async (ctx: Context): Promise<string> =>
  (await ctx.tx.selectFrom('agency').select('name').executeTakeFirstOrThrow()).name;
