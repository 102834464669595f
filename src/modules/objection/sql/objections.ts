import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { About, Finding } from '../domain/grounds.ts';

export const addObjection = async (
  ctx: Context,
  objection: { usulanId: string; about: About; ground: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('objection')
    .values({ usulan_id: objection.usulanId, about: objection.about, ground: objection.ground })
    .execute();
};

/** A line of the list. `name` is who it is about (the alias of a protected person); nothing of the objector. */
export type ObjectionLine = {
  id: string;
  receiptNumber: string;
  name: string;
  areaLabel: string;
  about: About;
  ground: string;
  state: string;
  stage: string | null;
  submittedOn: LocalDate;
  days: number;
  promisedOn: LocalDate;
  askedOn: LocalDate | null;
  answeredOn: LocalDate | null;
  visits: number;
  finding: Finding | null;
  alarms: string[];
  ties: number;
  version: number;
};

const columns = (ctx: Context) => sql`
  u.id, u.no_publik as "receiptNumber",
  case when u.protection >= 2 then coalesce(p.alias, 'Nama dilindungi') else coalesce(p.name, u.draft->>'name', 'Tanpa nama') end as name,
  coalesce(a.label, '') as "areaLabel", o.about, o.ground, u.state, u.stage, d.on_date::text as "submittedOn",
  (${ctx.today}::date - d.on_date)::int as days, u.promised_on as "promisedOn",
  (q.asked_at at time zone d.zone)::date::text as "askedOn", (q.answered_at at time zone d.zone)::date::text as "answeredOn",
  (select count(*)::int from verval v where v.usulan_id = u.id) as visits, o.finding,
  array(select al.mark from usulan_alarm al where al.usulan_id = u.id order by al.raised_at, al.mark) as alarms,
  (select count(*)::int from usulan_tie t where t.usulan_id = u.id) as ties, u.version`;

const tables = (ctx: Context) => sql`objection o join usulan u on u.id = o.usulan_id
  left join person p on p.id = u.subject_person_id left join area a on a.id = u.area_id
  left join family_question q on q.usulan_id = u.id
  cross join lateral (select z.zone, (u.citizen_clock_from at time zone z.zone)::date as on_date
    from (values (${ZONES[ctx.actor.zone]}::text)) z(zone)) d`;

const ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;

/** Objections in the actor's sight: those under way, the oldest first, then those that are over, the latest first. */
export const listObjections = async (ctx: Context, open: boolean): Promise<ObjectionLine[]> => {
  const { rows } = await sql<ObjectionLine>`
    select ${columns(ctx)} from ${tables(ctx)}
    where (u.stage is not null) = ${open}
    order by case when u.stage is not null then u.citizen_clock_from end, u.citizen_clock_from desc, u.id limit 200`.execute(
    ctx.tx,
  );
  return rows;
};

export type ObjectionRow = ObjectionLine & {
  areaId: number;
  place: string;
  protection: number;
  findingReason: string | null;
  foundOn: LocalDate | null;
  visitedOn: LocalDate | null;
  objectorLetterId: string | null;
  familyLetterId: string | null;
};

/** One objection, or undefined when it is out of sight. */
export const findObjection = async (ctx: Context, usulanId: string): Promise<ObjectionRow | undefined> => {
  const { rows } = await sql<ObjectionRow>`
    select ${columns(ctx)}, u.area_id as "areaId", coalesce(initcap(a.jenis) || ' ', '') || coalesce(a.name, '') as place, u.protection,
           o.finding_reason as "findingReason", (o.found_at at time zone d.zone)::date::text as "foundOn",
           (select max(v.visited_on)::text from verval v where v.usulan_id = u.id) as "visitedOn",
           o.objector_letter_id as "objectorLetterId", o.family_letter_id as "familyLetterId"
    from ${tables(ctx)} where u.id = ${usulanId}`.execute(ctx.tx);
  return rows[0];
};

export const keepFinding = async (
  ctx: Context,
  usulanId: string,
  found: { finding: Finding; reasonCode: string; objectorLetterId: string; familyLetterId: string | null },
): Promise<void> => {
  await ctx.tx
    .updateTable('objection')
    .set({
      finding: found.finding,
      finding_reason: found.reasonCode,
      found_at: ctx.now,
      objector_letter_id: found.objectorLetterId,
      family_letter_id: found.familyLetterId,
    })
    .where('usulan_id', '=', usulanId)
    .execute();
};

/** The number of an issued letter. */
export const findLetterNumber = async (ctx: Context, letterId: string): Promise<string | undefined> =>
  (await ctx.tx.selectFrom('letter').select('number').where('id', '=', letterId).executeTakeFirst())?.number;

/** The objector's name; undefined below the clearance that may read it. */
export const findObjectorName = async (ctx: Context, usulanId: string): Promise<string | undefined> =>
  (
    await ctx.tx
      .selectFrom('objection_secret')
      .select('objector_name')
      .where('usulan_id', '=', usulanId)
      .executeTakeFirst()
  )?.objector_name;

/** How many objections in sight are under way, and how many of them have alarmed somebody. */
export const countOpenObjections = async (ctx: Context): Promise<{ open: number; alarmed: number }> => {
  const { rows } = await sql<{ open: number; alarmed: number }>`
    select count(*)::int as open, (count(*) filter (where exists (select 1 from usulan_alarm a where a.usulan_id = u.id)))::int as alarmed
    from usulan u where u.kind = 'sanggah' and u.stage is not null`.execute(ctx.tx);
  return rows[0] ?? { open: 0, alarmed: 0 };
};
