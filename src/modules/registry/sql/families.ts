import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';

export type FamilyRow = {
  id: string;
  scope_area_id: number;
  address: string | null;
  address_fold: string;
  source: string;
  observed_on: LocalDate;
};
export type CardRow = {
  id: string;
  family_id: string;
  nomor_kk: string;
  state: 'aktif' | 'klaim';
  problem: string | null;
  source: string;
};
export type MemberRow = { id: string; family_id: string; person_id: string; shdk: number | null; source: string };

/** Families the actor sees by a KK number in use. A claim without a fault counts: its holder elsewhere is protected. */
export const findFamiliesByKk = async (ctx: Context, numbers: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ nomor_kk: string; family_id: string }>`
    select distinct on (c.nomor_kk) c.nomor_kk, c.family_id from family_card c join family f on f.id = c.family_id
    where c.nomor_kk = any (${[...numbers]}::text[]) and c.state in ('aktif', 'klaim')
      and (c.problem is null or c.problem like 'peringatan:%') and f.merged_into is null
    order by c.nomor_kk, c.state, c.id`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.nomor_kk, row.family_id]));
};

/** Two officers who type one number at once: the second waits and then finds the family of the first. */
export const lockNumbers = async (ctx: Context, numbers: readonly string[]): Promise<void> => {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(current_schema() || w.number, 0))
    from unnest(${[...new Set(numbers)].sort()}::text[]) as w(number)`.execute(ctx.tx);
};

export const insertFamilies = async (ctx: Context, rows: readonly FamilyRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into family (id, scope_area_id, address, address_fold, source, observed_on, created_at)
    select id, scope_area_id, address, address_fold, source, observed_on, ${ctx.now}
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as r(id uuid, scope_area_id integer, address text, address_fold text, source text, observed_on date)`.execute(
    ctx.tx,
  );
};

/** @returns the ids of the cards that went in: an active number that another family holds does not */
export const insertCards = async (ctx: Context, rows: readonly CardRow[]): Promise<Set<string>> => {
  if (rows.length === 0) return new Set();
  const kept = await sql<{ id: string }>`
    insert into family_card (id, family_id, nomor_kk, state, problem, source, during)
    select id, family_id, nomor_kk, state, problem, source, daterange(${ctx.today}::date, null)
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as r(id uuid, family_id uuid, nomor_kk text, state text, problem text, source text)
    on conflict do nothing returning id`.execute(ctx.tx);
  return new Set(kept.rows.map((row) => row.id));
};

/** Tells the agency of a KK number held by a family out of sight. @returns whether the officer may be told */
export const reportHiddenFamily = async (
  ctx: Context,
  card: { nomorKk: string; personId: string; familyId: string; taskId: string; dueOn: LocalDate },
): Promise<boolean> => {
  const { rows } = await sql<{ may_say: boolean }>`
    select report_hidden_family(${card.nomorKk}, ${card.personId}, ${card.familyId}, ${card.taskId}, ${card.dueOn}) as may_say`.execute(
    ctx.tx,
  );
  return rows[0]?.may_say ?? false;
};

/** @returns the ids of the memberships that went in: a second head, or somebody still in another family, does not as `sah` */
export const insertMembers = async (
  ctx: Context,
  rows: readonly MemberRow[],
  state: 'sah' | 'klaim',
): Promise<Set<string>> => {
  if (rows.length === 0) return new Set();
  const kept = await sql<{ id: string }>`
    insert into family_member (id, family_id, person_id, shdk, during, source, state)
    select id, family_id, person_id, shdk, daterange(${ctx.today}::date, null), source, ${state}
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as r(id uuid, family_id uuid, person_id uuid, shdk integer, source text)
    on conflict do nothing returning id`.execute(ctx.tx);
  return new Set(kept.rows.map((row) => row.id));
};

/** Families of these that have a head in good standing. */
export const listHeaded = async (ctx: Context, familyIds: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ family_id: string }>`
    select family_id from family_member where family_id = any (${[...familyIds]}::uuid[]) and shdk = 1 and state = 'sah' and upper_inf(during)`.execute(
    ctx.tx,
  );
  return new Set(rows.map((row) => row.family_id));
};

/** Who lives in a family lives where it lives. */
export const moveToFamilyAreas = async (ctx: Context, memberIds: readonly string[]): Promise<void> => {
  await sql`
    update person p set scope_area_id = f.scope_area_id, updated_at = ${ctx.now}
    from family_member m join family f on f.id = m.family_id
    where m.id = any (${[...memberIds]}::uuid[]) and p.id = m.person_id and p.scope_area_id <> f.scope_area_id and p.protection < 2`.execute(
    ctx.tx,
  );
};

export type OpenMembership = { id: string; family_id: string; shdk: number | null; area_id: number; since: LocalDate };

/** The membership in good standing, its row locked. */
export const lockMembership = async (ctx: Context, personId: string): Promise<OpenMembership | undefined> => {
  const { rows } = await sql<OpenMembership>`
    select m.id, m.family_id, m.shdk, f.scope_area_id as area_id, lower(m.during) as since
    from family_member m join family f on f.id = m.family_id
    where m.person_id = ${personId} and m.state = 'sah' and upper_inf(m.during) for update of m`.execute(ctx.tx);
  return rows[0];
};

/** Ends a membership on a day; one that began that day or later leaves no day in it (an empty range). */
export const endMembership = async (ctx: Context, memberId: string, on: LocalDate): Promise<void> => {
  await sql`
    update family_member set during = daterange(lower(during), greatest(lower(during), ${on}::date)) where id = ${memberId}`.execute(
    ctx.tx,
  );
};

export const countMembers = async (ctx: Context, familyId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from family_member where family_id = ${familyId} and state = 'sah' and upper_inf(during)`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};

/** Ids of these areas that lie outside what the actor serves. */
export const listAreasOutside = async (ctx: Context, areaIds: readonly number[]): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct w.id from unnest(${[...new Set(areaIds)]}::integer[]) as w(id) where w.id <> all ((select guard_areas())::integer[])`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
};

/** Ids of these families that the actor does not see. */
export const listUnseenFamilies = async (ctx: Context, familyIds: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select w.id from unnest(${[...new Set(familyIds)]}::uuid[]) as w(id)
    where not exists (select 1 from family f where f.id = w.id and f.merged_into is null)`.execute(ctx.tx);
  return rows.map((row) => row.id);
};
