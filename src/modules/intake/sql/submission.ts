import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

/** The desa of a place and whether the actor's areas reach it; undefined when the agency does not serve it. */
export const findDesa = async (
  ctx: Context,
  areaId: number,
): Promise<{ desaId: number | null; kind: string; label: string } | undefined> => {
  const row = await ctx.tx
    .selectFrom('area')
    .select(['desa_id', 'kind', 'label'])
    .where('id', '=', areaId)
    .executeTakeFirst();
  return row ? { desaId: row.desa_id, kind: row.kind, label: row.label } : undefined;
};

/** True when the place lies in the areas of the actor's assignment. */
export const reaches = async (ctx: Context, areaId: number): Promise<boolean> => {
  const { rows } = await sql<{ reached: boolean }>`select ${areaId} = any (guard_areas()) as reached`.execute(ctx.tx);
  return rows[0]?.reached ?? false;
};

/** The id that the receipt of this occasion opens (the portal gives it before it submits). */
export const findReceiptId = async (ctx: Context): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string | null }>`select guard_receipt() as id`.execute(ctx.tx);
  return rows[0]?.id ?? undefined;
};

/** A person of the register in the actor's sight, as a usulan needs her. */
export const findSubject = async (ctx: Context, personId: string) => {
  const { rows } = await sql<{
    id: string;
    name: string;
    birth_on: string | null;
    protection: number;
    life: string;
    died_on: string | null;
    desa_id: number | null;
    rt_area_id: number | null;
    family_id: string | null;
    address: string | null;
  }>`
    select p.id, p.name, p.birth_on, p.protection, p.life, p.died_on, a.desa_id,
           case a.kind when 'rt' then a.id end as rt_area_id, m.family_id, f.address
    from person p
    left join area a on a.id = p.scope_area_id
    left join family_member m on m.person_id = p.id and m.state = 'sah' and m.during @> ${ctx.today}::date
    left join family f on f.id = m.family_id
    where p.id = ${personId} and p.merged_into is null`.execute(ctx.tx);
  return rows[0];
};

/** Whether the person has an open usulan of the kind in the actor's sight. */
export const hasOpen = async (ctx: Context, personId: string, kind: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('usulan')
    .select('id')
    .where('subject_person_id', '=', personId)
    .where('kind', '=', kind)
    .where('state', 'in', ['berjalan', 'menunggu_pelengkapan'])
    .executeTakeFirst();
  return row !== undefined;
};

/** Keeps the objector apart from the usulan: nobody below clearance 2 can read her name. */
export const keepObjector = async (
  ctx: Context,
  usulanId: string,
  name: string,
  phone: string | null,
): Promise<void> => {
  await sql`select keep_objector(${usulanId}, ${name}, ${phone})`.execute(ctx.tx);
};

/** The folded name and birth date by which look-alikes are found; of the register's person once there is one. */
export const keepFold = async (ctx: Context, usulanId: string, fold: string, birthOn: string | null): Promise<void> => {
  await ctx.tx
    .updateTable('usulan')
    .set({ draft_fold: fold, draft_birth_on: birthOn })
    .where('id', '=', usulanId)
    .execute();
};
