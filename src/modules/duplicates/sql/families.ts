import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { OpenRow } from '../domain/rearrangement.ts';

export const FAMILY_CASES = ['anggota_bersama', 'keluarga_sama'] as const;
export type FamilyCase = {
  kind: (typeof FAMILY_CASES)[number];
  aId: string;
  bId: string;
  aHead: string | null;
  bHead: string | null;
  areaLabel: string | null;
  people: string[];
};

/**
 * Families that may not be as they are recorded: two that claim the same member, and two of which at least two members are pairs that may
 * be one person. The first kind first.
 */
export const listFamilyCases = async (ctx: Context, limit: number): Promise<FamilyCase[]> => {
  const { rows } = await sql<FamilyCase>`
    with seat as (
      select m.family_id, m.person_id, m.state from family_member m join family f on f.id = m.family_id and f.merged_into is null where upper_inf(m.during)
    ), found as (
      select 'anggota_bersama' as kind, least(s.family_id, c.family_id) as a, greatest(s.family_id, c.family_id) as b, p.name
      from seat c join seat s on s.person_id = c.person_id and s.family_id <> c.family_id and s.state = 'sah' join person p on p.id = c.person_id
      where c.state = 'klaim'
      union all
      select 'keluarga_sama', least(x.family_id, y.family_id), greatest(x.family_id, y.family_id), p.name
      from duplicate_pair d join seat x on x.person_id = d.person_a and x.state = 'sah' join seat y on y.person_id = d.person_b and y.state = 'sah'
      join person p on p.id = d.person_a
      where d.state in ('terbuka', 'tanya', 'menunggu', 'dipesan') and x.family_id <> y.family_id
    ), grouped as (
      select kind, a, b, array_agg(distinct name order by name) as people, count(*) as n from found group by kind, a, b
    )
    select g.kind, g.a as "aId", g.b as "bId", ha.name as "aHead", hb.name as "bHead", (select r.label from area r where r.id = f.scope_area_id) as "areaLabel", g.people
    from grouped g join family f on f.id = g.a
    left join lateral (select p.name from seat s join family_member m on m.family_id = s.family_id and m.person_id = s.person_id and m.shdk = 1 and upper_inf(m.during)
                       join person p on p.id = s.person_id where s.family_id = g.a and s.state = 'sah' limit 1) ha on true
    left join lateral (select p.name from seat s join family_member m on m.family_id = s.family_id and m.person_id = s.person_id and m.shdk = 1 and upper_inf(m.during)
                       join person p on p.id = s.person_id where s.family_id = g.b and s.state = 'sah' limit 1) hb on true
    where g.kind = 'anggota_bersama' or g.n >= 2
    order by g.kind, g.a, g.b limit ${limit}`.execute(ctx.tx);
  return rows;
};

export type FamilyRow = {
  id: string;
  version: number;
  areaId: number;
  areaLabel: string | null;
  address: string | null;
  protection: number;
  nomorKk: string | null;
};
/** Families as they stand, held until the transaction ends when `lock`. */
export const listFamilies = async (ctx: Context, ids: readonly string[], lock: boolean): Promise<FamilyRow[]> => {
  const { rows } = await sql<FamilyRow>`
    select f.id, f.version, f.scope_area_id as "areaId", (select a.label from area a where a.id = f.scope_area_id) as "areaLabel", f.address, f.protection,
           (select c.nomor_kk from family_card c where c.family_id = f.id and c.state in ('aktif', 'klaim') order by c.state, c.id limit 1) as "nomorKk"
    from family f where f.id = any (${[...ids]}::uuid[]) and f.merged_into is null order by f.id ${lock ? sql`for update of f` : sql``}`.execute(
    ctx.tx,
  );
  return rows;
};

/** Everybody who is in one of these families now, claims too. */
export const listOpenRows = async (ctx: Context, familyIds: readonly string[]): Promise<OpenRow[]> => {
  const { rows } = await sql<OpenRow>`
    select m.id, m.family_id as "familyId", m.person_id as "personId", p.name, m.shdk, m.state
    from family_member m join person p on p.id = m.person_id
    where m.family_id = any (${[...familyIds]}::uuid[]) and upper_inf(m.during) order by coalesce(m.shdk, 99), p.name, m.id`.execute(
    ctx.tx,
  );
  return rows;
};

/** Rows of two families before or after they were put in order. */
export type Snapshot = {
  members: Record<string, unknown>[];
  cards: Record<string, unknown>[];
  places: { id: string; areaId: number }[];
};
/** Memberships, cards and places of these families and people, as rows: what an undoing writes back. Holds no name. */
export const takeSnapshot = async (
  ctx: Context,
  familyIds: readonly string[],
  personIds: readonly string[],
): Promise<Snapshot> => {
  const { rows } = await sql<Snapshot>`
    select coalesce((select jsonb_agg(to_jsonb(m) order by m.id) from family_member m where m.family_id = any (${[...familyIds]}::uuid[])), '[]') as members,
           coalesce((select jsonb_agg(to_jsonb(c) - 'nomor_kk' order by c.id) from family_card c where c.family_id = any (${[...familyIds]}::uuid[])), '[]') as cards,
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'areaId', p.scope_area_id) order by p.id) from person p where p.id = any (${[...personIds]}::uuid[])), '[]') as places`.execute(
    ctx.tx,
  );
  return rows[0] ?? { members: [], cards: [], places: [] };
};

/** Ends memberships today; one that began today leaves no day. */
export const endRows = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  await sql`
    update family_member set during = daterange(lower(during), greatest(lower(during), ${ctx.today}::date)) where id = any (${[...ids]}::uuid[])`.execute(
    ctx.tx,
  );
};

export const setSeat = async (ctx: Context, id: string, shdk: number | null): Promise<void> => {
  await sql`update family_member set shdk = ${shdk}, state = 'sah' where id = ${id}`.execute(ctx.tx);
};

export const touchFamilies = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  await sql`
    update family set updated_at = ${ctx.now}, updated_by = ${ctx.actor.accountId}, version = version + 1 where id = any (${[...ids]}::uuid[])`.execute(
    ctx.tx,
  );
};

export type Rearrangement = {
  id: string;
  familyA: string;
  familyB: string;
  before: Snapshot;
  after: Snapshot;
  undoneAt: Date | null;
};
export const insertRearrangement = async (
  ctx: Context,
  made: Omit<Rearrangement, 'undoneAt'> & { proof: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('family_rearrangement')
    .values({
      id: made.id,
      family_a: made.familyA,
      family_b: made.familyB,
      before: toJson(made.before),
      after: toJson(made.after),
      proof: made.proof,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
};

export const lockRearrangement = async (ctx: Context, id: string): Promise<Rearrangement | undefined> => {
  const { rows } = await sql<Rearrangement>`
    select id, family_a as "familyA", family_b as "familyB", before, after, undone_at as "undoneAt" from family_rearrangement where id = ${id} for update`.execute(
    ctx.tx,
  );
  return rows[0];
};

export const markBack = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('family_rearrangement')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.accountId })
    .where('id', '=', id)
    .execute();
};

export type RearrangementLine = {
  id: string;
  familyA: string;
  familyB: string;
  by: string;
  at: Date;
  proof: string;
  undoneAt: Date | null;
};
export const listRearrangements = async (ctx: Context, limit: number): Promise<RearrangementLine[]> => {
  const { rows } = await sql<RearrangementLine>`
    select r.id, r.family_a as "familyA", r.family_b as "familyB", a.display_name as by, r.at, r.proof, r.undone_at as "undoneAt"
    from family_rearrangement r join account a on a.id = r.by_account order by r.at desc, r.id desc limit ${limit}`.execute(
    ctx.tx,
  );
  return rows;
};

/**
 * Writes a snapshot back: rows that came since leave no day, the others are as they were. In two steps, so that nobody is in two families and
 * no number has two holders in between.
 */
export const writeBack = async (ctx: Context, { before, after }: Rearrangement): Promise<void> => {
  const had = new Set(before.members.map((row) => row['id']));
  const since = after.members.flatMap((row) => (had.has(row['id']) ? [] : [String(row['id'])]));
  await sql`update family_member set during = 'empty' where id = any (${since}::uuid[])`.execute(ctx.tx);
  await sql`
    update family_member m set during = 'empty' from jsonb_to_recordset(${toJson(before.members)}::jsonb) as w(id uuid) where m.id = w.id`.execute(
    ctx.tx,
  );
  await sql`
    update family_member m set shdk = w.shdk, state = w.state, during = w.during
    from jsonb_to_recordset(${toJson(before.members)}::jsonb) as w(id uuid, shdk integer, state text, during daterange) where m.id = w.id`.execute(
    ctx.tx,
  );
  await sql`
    update family_card c set state = 'lama', during = daterange(lower(c.during), greatest(lower(c.during), ${ctx.today}::date))
    from jsonb_to_recordset(${toJson(after.cards)}::jsonb) as w(id uuid) where c.id = w.id and c.state <> 'lama'`.execute(
    ctx.tx,
  );
  await sql`
    update family_card c set state = w.state, problem = w.problem, during = w.during
    from jsonb_to_recordset(${toJson(before.cards)}::jsonb) as w(id uuid, state text, problem text, during daterange) where c.id = w.id`.execute(
    ctx.tx,
  );
  await sql`
    update person p set scope_area_id = w."areaId", updated_at = ${ctx.now}, updated_by = ${ctx.actor.accountId}
    from jsonb_to_recordset(${toJson(before.places)}::jsonb) as w(id uuid, "areaId" integer) where p.id = w.id and p.scope_area_id <> w."areaId" and p.protection < 2`.execute(
    ctx.tx,
  );
};
