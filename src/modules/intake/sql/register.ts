import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

/** What an effect needs of a person of the register: her version, life, and family of today. */
export type RegisterPerson = {
  id: string;
  version: number;
  life: string;
  areaId: number;
  familyId: string | null;
  familyAreaId: number | null;
};

export const findRegisterPerson = async (ctx: Context, personId: string): Promise<RegisterPerson | undefined> => {
  const { rows } = await sql<RegisterPerson>`
    select p.id, p.version, p.life, p.scope_area_id as "areaId", m.family_id as "familyId", f.scope_area_id as "familyAreaId"
    from person p
    left join family_member m on m.person_id = p.id and m.state = 'sah' and upper_inf(m.during)
    left join family f on f.id = m.family_id
    where p.id = ${personId} and p.merged_into is null`.execute(ctx.tx);
  return rows[0];
};

export type Member = { personId: string; name: string; nameFold: string; shdk: number | null };

/** Who belongs to a family now. */
export const listMembers = async (ctx: Context, familyId: string): Promise<Member[]> => {
  const { rows } = await sql<Member>`
    select p.id as "personId", p.name, p.name_fold as "nameFold", m.shdk from family_member m join person p on p.id = m.person_id
    where m.family_id = ${familyId} and m.state = 'sah' and upper_inf(m.during) order by m.shdk nulls last, p.name`.execute(
    ctx.tx,
  );
  return rows;
};

/**
 * Where else an open usulan is about the same family or carries the same number: other desa in sight. An officer of one desa sees none of
 * it; the agency sees both.
 */
export const listOtherDesa = async (ctx: Context, usulanId: string): Promise<string[]> => {
  const { rows } = await sql<{ label: string }>`
    select distinct a.label from usulan u
    join usulan o on o.id <> u.id and o.area_id <> u.area_id and o.stage is not null
      and (o.subject_family_id = u.subject_family_id
        or (coalesce(u.draft->>'nomorKk', '') <> '' and regexp_replace(o.draft->>'nomorKk', '\\D', '', 'g') = regexp_replace(u.draft->>'nomorKk', '\\D', '', 'g'))
        or (coalesce(u.draft->>'nik', '') <> '' and regexp_replace(o.draft->>'nik', '\\D', '', 'g') = regexp_replace(u.draft->>'nik', '\\D', '', 'g')))
    join area a on a.id = o.area_id
    where u.id = ${usulanId} order by a.label`.execute(ctx.tx);
  return rows.map(({ label }) => label);
};

/** The desa in which the linked person's family stands in the register, when it is another than the usulan's. */
export const findRegisteredElsewhere = async (ctx: Context, usulanId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ label: string }>`
    select d.label from usulan u join family f on f.id = u.subject_family_id join area a on a.id = f.scope_area_id
    join area d on d.id = a.desa_id where u.id = ${usulanId} and a.desa_id <> u.area_id`.execute(ctx.tx);
  return rows[0]?.label;
};

/** Keeps what an approval did in the register. */
export const keepEffect = async (
  ctx: Context,
  usulanId: string,
  effect: { did: string; on: LocalDate; doubts: readonly string[] },
): Promise<void> => {
  await ctx.tx
    .updateTable('usulan')
    .set({ effect: JSON.stringify(effect) })
    .where('id', '=', usulanId)
    .execute();
};
