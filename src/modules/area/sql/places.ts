import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Place } from '../domain/territory-change.ts';

const SHOWN = sql`
  a.id, a.kind, case when a.kind in ('dusun', 'rw', 'rt') then l.number else a.name end as name, a.jenis, a.parent_id as "parentId",
  a.desa_id as "desaId", a.kode, a.label, a.ended_on as "endedOn",
  coalesce(
    (select max(lower(v.during)) from ref.area_version v where v.area_id = a.id),
    (select max(lower(v.during)) from area_local_version v where v.area_id = a.id)
  )::text as since`;

const ask = async (ctx: Context, where: ReturnType<typeof sql>): Promise<Place[]> =>
  (
    await sql<Place>`
      select ${SHOWN} from area a left join area_local l on l.id = a.id
      where a.id = any ((select guard_areas())::integer[]) and ${where} order by a.label`.execute(ctx.tx)
  ).rows;

/** Places of the actor's scope by id, in the order asked; those outside it are left out. */
export const listPlaces = async (ctx: Context, ids: readonly number[]): Promise<Place[]> => {
  const found = await ask(ctx, sql`a.id = any (${[...ids]}::integer[])`);
  return ids.flatMap((id) => found.filter((place) => place.id === id));
};

/** The living places directly below another. */
export const listBelow = (ctx: Context, parentId: number): Promise<Place[]> =>
  ask(ctx, sql`a.parent_id = ${parentId} and a.ended_on is null`);

/** A place and all that lies above it. */
export const listAbove = async (ctx: Context, id: number): Promise<number[]> =>
  (
    await sql<{ id: number }>`select ancestor_id as id from area_tree where descendant_id = ${id}`.execute(ctx.tx)
  ).rows.map((row) => row.id);

/** Kemendagri codes that a place has or had, except of the places that give theirs up. */
export const listTakenCodes = async (ctx: Context, codes: readonly string[], except: readonly number[]) =>
  (
    await sql<{ code: string }>`
      select distinct code from ref.area_code
      where system = 'kemendagri' and code = any (${[...codes]}::text[]) and area_id <> all (${[...except]}::integer[])`.execute(
      ctx.tx,
    )
  ).rows.map((row) => row.code);

export const findAgencyAreaId = async (ctx: Context): Promise<number> =>
  (await ctx.tx.selectFrom('agency').select('area_id').executeTakeFirstOrThrow()).area_id;

/** One change at a time in one agency; the number of changes so far is the version of the territory. */
export const lockTerritory = async (ctx: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(990173, hashtext(current_schema()))`.execute(ctx.tx);
};
export const territoryVersion = async (ctx: Context): Promise<number> =>
  (
    await sql<{ n: number }>`
      select (select count(*) from area_event)::int + (select count(*) from area_event_part)::int as n`.execute(ctx.tx)
  ).rows[0]!.n;

/** What stands on some places and below them, as far as the actor sees it. */
export const countBelow = async (ctx: Context, ids: readonly number[]) =>
  (
    await sql<{ families: number; people: number; proposals: number; quotas: number }>`
      with below as (select distinct descendant_id as id from area_tree where ancestor_id = any (${[...ids]}::integer[]))
      select (select count(*)::int from family f where f.merged_into is null and f.scope_area_id in (select id from below)) as families,
             (select count(*)::int from person p where p.merged_into is null and p.life <> 'terbukti' and p.scope_area_id in (select id from below)) as people,
             (select count(*)::int from usulan u where u.state in ('berjalan', 'menunggu_pelengkapan') and u.area_id in (select id from below)) as proposals,
             (select count(*)::int from programme_quota q where q.area_id in (select id from below)) as quotas`.execute(
      ctx.tx,
    )
  ).rows[0]!;

/** Officers whose assignment in force names one of these places or a place below. */
export const listOfficers = async (ctx: Context, ids: readonly number[]) =>
  (
    await sql<{ name: string; role: string; areaName: string }>`
      select k.display_name as name, s.role, split_part(a.label, ',', 1) as "areaName" from assignment s
      join account k on k.id = s.account_id and k.closed_at is null join area a on a.id = s.area_id
      where s.during @> ${ctx.today}::date and s.area_id in (select descendant_id from area_tree where ancestor_id = any (${[...ids]}::integer[]))
      order by a.label, k.display_name limit 50`.execute(ctx.tx)
  ).rows;

/** What still hangs below a place that has ended: living places, and families that name the place itself. */
export const countUnplaced = async (ctx: Context, id: number): Promise<{ places: number; families: number }> =>
  (
    await sql<{ places: number; families: number }>`
      select (select count(*)::int from area a where a.parent_id = ${id} and a.ended_on is null) as places,
             (select count(*)::int from family f where f.scope_area_id = ${id} and f.merged_into is null) as families`.execute(
      ctx.tx,
    )
  ).rows[0]!;

/** Living places below an ended one, each with its families and people. */
export const listUnplacedPlaces = async (ctx: Context, id: number) =>
  (
    await sql<{ id: number; kind: Place['kind']; label: string; families: number; people: number }>`
      select a.id, a.kind, a.label,
             (select count(*)::int from family f join area_tree t on t.descendant_id = f.scope_area_id and t.ancestor_id = a.id where f.merged_into is null) as families,
             (select count(*)::int from person p join area_tree t on t.descendant_id = p.scope_area_id and t.ancestor_id = a.id where p.merged_into is null) as people
      from area a where a.parent_id = ${id} and a.ended_on is null order by a.label`.execute(ctx.tx)
  ).rows;

/** Families that name the ended place itself, by address and without names: the address is what places them. */
export const listUnplacedFamilies = async (ctx: Context, id: number) =>
  (
    await sql<{ id: string; address: string | null; members: number }>`
      select f.id, f.address, (select count(*)::int from family_member m where m.family_id = f.id and upper_inf(m.during)) as members
      from family f where f.scope_area_id = ${id} and f.merged_into is null order by f.address nulls last, f.id limit 500`.execute(
      ctx.tx,
    )
  ).rows;

/** Every place of the agency as it was on a day: its name, kind and parent then. */
export const listPlacesOn = async (ctx: Context, day: LocalDate) =>
  (
    await sql<{ id: number; kind: Place['kind']; name: string; jenis: string | null; parentId: number | null }>`
      select a.id, a.kind, v.name, v.jenis, v.parent_id as "parentId" from area a join ref.area_version v on v.area_id = a.id and v.during @> ${day}::date
      where a.id = any ((select guard_areas())::integer[])
      union all
      select a.id, a.kind, v.number, null, coalesce(v.parent_id, v.desa_id) from area a join area_local_version v on v.area_id = a.id and v.during @> ${day}::date
      where a.id = any ((select guard_areas())::integer[])
      order by 2, 3`.execute(ctx.tx)
  ).rows;
