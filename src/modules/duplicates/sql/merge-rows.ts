import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { FactRow, MemberRow, MergePlan, NumberRow } from '../domain/merge-plan.ts';

export type StandingPerson = {
  id: string;
  name: string;
  version: number;
  life: string;
  protection: number;
  areaId: number;
  mergedInto: string | null;
  updatedAt: Date;
  updatedByName: string | null;
};

const selectPersons = async (
  ctx: Context,
  ids: readonly string[],
  lock: boolean,
): Promise<Map<string, StandingPerson>> => {
  const { rows } = await sql<StandingPerson>`
    select p.id, p.name, p.version, p.life, p.protection, p.scope_area_id as "areaId", p.merged_into as "mergedInto", p.updated_at as "updatedAt",
           (select a.display_name from account a where a.id = p.updated_by) as "updatedByName"
    from person p where p.id = any (${[...ids]}::uuid[]) order by p.id ${lock ? sql`for update of p` : sql``}`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
};
export const findPersons = (ctx: Context, ids: readonly string[]) => selectPersons(ctx, ids, false);
/** These people in the order of their ids, held until the transaction ends: two officers who merge at once queue here. */
export const lockPersons = (ctx: Context, ids: readonly string[]) => selectPersons(ctx, ids, true);

export const listNumbers = async (ctx: Context, ids: readonly string[]): Promise<NumberRow[]> => {
  const { rows } = await sql<NumberRow>`
    select id, person_id as "personId", kind, value, state, problem, during::text as during from person_identifier
    where person_id = any (${[...ids]}::uuid[]) order by id for update`.execute(ctx.tx);
  return rows;
};

export const listMembers = async (ctx: Context, ids: readonly string[]): Promise<MemberRow[]> => {
  const { rows } = await sql<MemberRow>`
    select id, family_id as "familyId", person_id as "personId", state, upper_inf(during) as "isOpen", during::text as during,
           case when upper_inf(during) then daterange(lower(during), greatest(lower(during), ${ctx.today}::date)) else during end::text as ended
    from family_member where person_id = any (${[...ids]}::uuid[]) order by id for update`.execute(ctx.tx);
  return rows;
};

export const listFacts = async (ctx: Context, ids: readonly string[]): Promise<FactRow[]> => {
  const { rows } = await sql<FactRow>`
    select c.subject_id as "personId", c.field, c.set_id as "setId", c.observed_on as "observedOn",
           coalesce(own.rank, general.rank, 100) as rank,
           c.value is not null and (c.stale_on is null or c.stale_on > ${ctx.today}::date) as "isUsable"
    from current_fact c
    left join source_precedence own on own.field = c.field and own.source = c.source
    left join source_precedence general on general.field = '*' and general.source = c.source
    where c.subject_kind = 'person' and c.subject_id = any (${[...ids]}::uuid[])`.execute(ctx.tx);
  return rows;
};

/** What a person is known by. These facts also stand on her row, so they follow the row and not the strength of their source. */
const IDENTITY = ['nama', 'jenis_kelamin', 'lahir', 'tempat_lahir', 'nama_ibu', 'pekerjaan', 'telepon'];
export const isIdentity = (field: string): boolean => IDENTITY.includes(field);

/**
 * Fills what the kept row does not know from the absorbed one.
 * @returns the names of the fields that were filled
 */
export const fillUnknown = async (ctx: Context, keep: string, absorb: string): Promise<string[]> => {
  const { rows } = await sql<{ filled: string[] }>`
    with old as (select * from person where id = ${keep}), other as (select * from person where id = ${absorb})
    update person p set
      sex = coalesce(p.sex, other.sex),
      birth_on = case when p.birth_on is null then other.birth_on else p.birth_on end,
      birth_precision = case when p.birth_on is null then other.birth_precision else p.birth_precision end,
      birth_place = coalesce(p.birth_place, other.birth_place),
      mother_name = coalesce(p.mother_name, other.mother_name),
      occupation_code = case when p.occupation_code is null and p.occupation is null then other.occupation_code else p.occupation_code end,
      occupation = case when p.occupation_code is null and p.occupation is null then other.occupation else p.occupation end,
      phone = coalesce(p.phone, other.phone)
    from old, other where p.id = old.id
    returning array_remove(array[
      case when old.sex is null and p.sex is not null then 'jenis_kelamin' end,
      case when old.birth_on is null and p.birth_on is not null then 'lahir' end,
      case when old.birth_place is null and p.birth_place is not null then 'tempat_lahir' end,
      case when old.mother_name is null and p.mother_name is not null then 'nama_ibu' end,
      case when num_nonnulls(old.occupation_code, old.occupation) = 0 and num_nonnulls(p.occupation_code, p.occupation) > 0 then 'pekerjaan' end,
      case when old.phone is null and p.phone is not null then 'telepon' end], null) as filled`.execute(ctx.tx);
  return rows[0]?.filled ?? [];
};

/** Takes back what was filled, where it still says what the other record says. */
export const emptyFilled = async (ctx: Context, keep: string, absorb: string, fields: readonly string[]) => {
  const was = (field: string) => sql`${fields.includes(field)}::boolean`;
  await sql`
    update person p set
      sex = case when ${was('jenis_kelamin')} and p.sex = o.sex then null else p.sex end,
      birth_on = case when ${was('lahir')} and p.birth_on = o.birth_on then null else p.birth_on end,
      birth_precision = case when ${was('lahir')} and p.birth_on = o.birth_on then 'tidak_tahu' else p.birth_precision end,
      birth_place = case when ${was('tempat_lahir')} and p.birth_place = o.birth_place then null else p.birth_place end,
      mother_name = case when ${was('nama_ibu')} and p.mother_name = o.mother_name then null else p.mother_name end,
      occupation_code = case when ${was('pekerjaan')} and (p.occupation_code, p.occupation) is not distinct from (o.occupation_code, o.occupation) then null else p.occupation_code end,
      occupation = case when ${was('pekerjaan')} and (p.occupation_code, p.occupation) is not distinct from (o.occupation_code, o.occupation) then null else p.occupation end,
      phone = case when ${was('telepon')} and p.phone = o.phone then null else p.phone end
    from person o where p.id = ${keep} and o.id = ${absorb}`.execute(ctx.tx);
};

/** Redirects the absorbed record to the kept one, or (null) lets it stand for itself again. Both move to a new version. */
export const redirect = async (ctx: Context, keep: string, absorb: string, to: string | null): Promise<void> => {
  await sql`
    update person set merged_into = case when id = ${absorb} then ${to}::uuid else merged_into end,
      updated_at = ${ctx.now}, updated_by = ${ctx.actor.accountId}, version = version + 1
    where id in (${keep}, ${absorb})`.execute(ctx.tx);
};

type Side = 'from' | 'to';
/** Sets the numbers and memberships of a plan to one side of it: `to` does the merge, `from` undoes it. */
export const applyPlan = async (ctx: Context, plan: MergePlan, side: Side): Promise<void> => {
  // A claim that ends comes before the number becomes its holder's, and the other way round when undone: one active holder at any moment.
  const numbers = side === 'to' ? plan.numbers : [...plan.numbers].reverse();
  for (const { id, [side]: hold } of numbers)
    await sql`
      update person_identifier set person_id = ${hold.personId}, state = ${hold.state}, problem = ${hold.problem}, during = ${hold.during}::daterange
      where id = ${id}`.execute(ctx.tx);
  for (const { id, [side]: hold } of plan.members)
    await sql`
      update family_member set person_id = ${hold.personId}, during = ${hold.during}::daterange where id = ${id}`.execute(
      ctx.tx,
    );
};

/** Whether everything a plan set is still as it set it: otherwise somebody has worked on it since. */
export const isStillAsSet = async (ctx: Context, plan: MergePlan): Promise<boolean> => {
  const wanted = toJson({
    numbers: plan.numbers.map(({ id, to }) => ({ id, ...to })),
    members: plan.members.map(({ id, to }) => ({ id, ...to })),
  });
  const { rows } = await sql<{ n: number }>`
    select ((select count(*) from jsonb_to_recordset(${wanted}::jsonb -> 'numbers') as w(id uuid, "personId" uuid, state text)
             join person_identifier i on i.id = w.id and i.person_id = w."personId" and i.state = w.state)
          + (select count(*) from jsonb_to_recordset(${wanted}::jsonb -> 'members') as w(id uuid, "personId" uuid, during text)
             join family_member m on m.id = w.id and m.person_id = w."personId" and m.during = w.during::daterange))::int as n`.execute(
    ctx.tx,
  );
  return rows[0]?.n === plan.numbers.length + plan.members.length;
};

/** Copies numbers of the absorbed record to the kept person as claims. */
export const addClaims = async (ctx: Context, keep: string, copiesOf: readonly string[]): Promise<void> => {
  await sql`
    insert into person_identifier (id, person_id, kind, value, state, source, during)
    select gen_random_uuid(), ${keep}, kind, value, 'klaim', 'penggabungan', daterange(${ctx.today}::date, null)
    from person_identifier where id = any (${[...copiesOf]}::uuid[])`.execute(ctx.tx);
};

export const removeClaims = async (ctx: Context, keep: string, copiesOf: readonly string[]): Promise<void> => {
  await sql`
    delete from person_identifier c using person_identifier o
    where o.id = any (${[...copiesOf]}::uuid[]) and c.person_id = ${keep} and c.kind = o.kind and c.value = o.value
      and c.source = 'penggabungan' and c.state = 'klaim'`.execute(ctx.tx);
};
