import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export type FamilyRecord = {
  id: string;
  area_id: number;
  area_label: string | null;
  protection: number;
  address: string | null;
  source: string;
  observed_on: LocalDate;
  created_at: Date;
  updated_at: Date;
  updated_by_name: string | null;
  version: number;
};

/** The family as the actor may see it; with `lock` the row is held until the transaction ends. */
export const findFamily = async (ctx: Context, id: string, lock = false): Promise<FamilyRecord | undefined> => {
  const { rows } = await sql<FamilyRecord>`
    select f.id, f.scope_area_id as area_id, (select a.label from area a where a.id = f.scope_area_id) as area_label, f.protection, f.address,
           f.source, f.observed_on, f.created_at, f.updated_at,
           (select a.display_name from account a where a.id = f.updated_by) as updated_by_name, f.version
    from family f where f.id = ${id} and f.merged_into is null ${lock ? sql`for update of f` : sql``}`.execute(ctx.tx);
  return rows[0];
};

export type MembershipRow = {
  id: string;
  family_id: string;
  person_id: string;
  shdk: number | null;
  state: 'sah' | 'klaim';
  source: string;
  from: LocalDate | null;
  until: LocalDate | null;
};

/** Everybody in the family now, claims too, the head first. */
export const listFamilyMembers = async (ctx: Context, familyId: string): Promise<MembershipRow[]> => {
  const { rows } = await sql<MembershipRow>`
    select m.id, m.family_id, m.person_id, m.shdk, m.state, m.source, lower(m.during) as from, null::date as until
    from family_member m where m.family_id = ${familyId} and upper_inf(m.during)
    order by coalesce(m.shdk, 99), m.state desc, m.id`.execute(ctx.tx);
  return rows;
};

/** Every family a person was or is in, the newest first. */
export const listMemberships = async (ctx: Context, personId: string): Promise<MembershipRow[]> => {
  const { rows } = await sql<MembershipRow>`
    select m.id, m.family_id, m.person_id, m.shdk, m.state, m.source, lower(m.during) as from, upper(m.during) as until
    from family_member m where m.person_id = ${personId} order by upper_inf(m.during) desc, lower(m.during) desc nulls last, m.id desc`.execute(
    ctx.tx,
  );
  return rows;
};

/** Gives a membership its relation and accepts it; false when the person is in good standing in another family. */
export const setRelation = async (ctx: Context, memberId: string, shdk: number): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    update family_member m set shdk = ${shdk}, state = 'sah'
    where m.id = ${memberId} and not exists (
      select 1 from family_member o where o.person_id = m.person_id and o.id <> m.id and o.state = 'sah' and o.during && m.during)
    returning m.id`.execute(ctx.tx);
  return rows.length > 0;
};

export const touchFamily = async (ctx: Context, id: string): Promise<void> => {
  await sql`
    update family set updated_at = ${ctx.now}, updated_by = ${ctx.actor.accountId}, version = version + 1 where id = ${id}`.execute(
    ctx.tx,
  );
};

export const updateAddress = async (ctx: Context, id: string, address: string | null, fold: string): Promise<void> => {
  await sql`
    update family set address = ${address}, address_fold = ${fold}, updated_at = ${ctx.now}, updated_by = ${ctx.actor.accountId}, version = version + 1
    where id = ${id}`.execute(ctx.tx);
};

export type CardRecord = {
  id: string;
  family_id: string;
  nomor_kk: string;
  state: 'aktif' | 'klaim' | 'lama';
  problem: string | null;
  source: string;
  from: LocalDate | null;
  until: LocalDate | null;
};

/** The KK cards of these families, those in use first. */
export const listCards = async (ctx: Context, familyIds: readonly string[]): Promise<CardRecord[]> => {
  const { rows } = await sql<CardRecord>`
    select id, family_id, nomor_kk, state, problem, source, lower(during) as from, upper(during) as until
    from family_card where family_id = any (${[...familyIds]}::uuid[]) order by state = 'lama', lower(during) desc nulls last, id`.execute(
    ctx.tx,
  );
  return rows;
};
