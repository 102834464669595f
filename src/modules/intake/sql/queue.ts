import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Channel, Kind, UsulanState } from '../domain/kinds.ts';
import type { Stage } from '../domain/stages.ts';

/** A row of a queue. Days are whole calendar days; `name` is the alias of a protected person. */
export type QueueRow = {
  id: string;
  receiptNumber: string;
  name: string;
  kind: Kind;
  channel: Channel;
  state: UsulanState;
  stage: Stage | null;
  areaId: number;
  areaLabel: string;
  rtLabel: string | null;
  subjectPersonId: string | null;
  subjectFamilyId: string | null;
  submittedOn: string;
  citizenDays: number;
  dueOn: string;
  isLate: boolean;
  promisedOn: string;
  isPromiseLate: boolean;
  isLinked: boolean;
  asked: string | null;
  returns: number;
  version: number;
};
export type QueueFilter = {
  areaId?: number | undefined;
  kind?: string | undefined;
  /** Default `berjalan`. */
  state?: string | undefined;
  lateOnly?: boolean | undefined;
  /** Also those approved, with this track (for batches). */
  track?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
};

const nameOf = sql`case when u.protection >= 2 then coalesce(p.alias, 'Nama dilindungi') else coalesce(p.name, u.draft->>'name', 'Tanpa nama') end`;

const columns = (ctx: Context) => sql`
  u.id, u.no_publik as "receiptNumber", ${nameOf} as name, u.kind, u.channel, u.state, u.stage, u.area_id as "areaId",
  coalesce(a.label, '') as "areaLabel", r.name || coalesce('/' || w.name, '') as "rtLabel", u.subject_person_id as "subjectPersonId",
  u.subject_family_id as "subjectFamilyId", (u.citizen_clock_from at time zone ${zoneName(ctx)})::date::text as "submittedOn",
  (${ctx.today}::date - (u.citizen_clock_from at time zone ${zoneName(ctx)})::date)::int as "citizenDays", u.due_on as "dueOn",
  (u.stage is not null and u.due_on < ${ctx.today}::date) as "isLate", u.promised_on as "promisedOn",
  (u.stage is not null and u.promised_on < ${ctx.today}::date) as "isPromiseLate",
  (u.subject_person_id is not null) as "isLinked", u.asked, u.returns, u.version`;

const zoneName = (ctx: Context): string =>
  ({ WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' })[ctx.actor.zone];

const tables = sql`usulan u left join person p on p.id = u.subject_person_id left join area a on a.id = u.area_id
  left join area r on r.id = u.rt_area_id left join area w on w.id = r.parent_id and w.kind = 'rw'`;

const conditions = (ctx: Context, stage: Stage | null, filter: QueueFilter) =>
  sql.join(
    [
      sql`u.state = ${filter.state ?? 'berjalan'}`,
      ...(stage ? [sql`u.stage = ${stage}`] : []),
      ...(filter.areaId
        ? [
            sql`(u.area_id in (select t.descendant_id from area_tree t where t.ancestor_id = ${filter.areaId}) or u.rt_area_id = ${filter.areaId})`,
          ]
        : []),
      ...(filter.kind ? [sql`u.kind = ${filter.kind}`] : []),
      ...(filter.track ? [sql`${filter.track} = any (u.track)`] : []),
      ...(filter.lateOnly ? [sql`u.due_on < ${ctx.today}::date`] : []),
    ],
    sql` and `,
  );

/**
 * The usulan at a stage (null: whatever the stage) within the actor's sight, the longest waiting citizen first. `next` is the cursor of the
 * following page, or null at the end.
 */
export const listUsulanByStage = async (
  ctx: Context,
  stage: Stage | null,
  filter: QueueFilter = {},
): Promise<{ items: QueueRow[]; next: string | null }> => {
  const limit = filter.limit ?? 50;
  const [at, id] = filter.after?.split('~') ?? [];
  const past = at && id ? sql`and (u.citizen_clock_from, u.id) > (${at}::timestamptz, ${id}::uuid)` : sql``;
  const { rows } = await sql<QueueRow & { cursor: string }>`
    select ${columns(ctx)}, u.citizen_clock_from::text || '~' || u.id as cursor from ${tables}
    where ${conditions(ctx, stage, filter)} ${past}
    order by u.citizen_clock_from, u.id limit ${limit + 1}`.execute(ctx.tx);
  const items = rows.slice(0, limit).map(({ cursor: _cursor, ...row }) => row);
  return { items, next: rows.length > limit ? (rows[limit - 1]?.cursor ?? null) : null };
};

/** One row as a queue shows it, or undefined when it is out of sight. */
export const findQueueRow = async (ctx: Context, usulanId: string): Promise<QueueRow | undefined> => {
  const { rows } = await sql<QueueRow>`select ${columns(ctx)} from ${tables} where u.id = ${usulanId}`.execute(ctx.tx);
  return rows[0];
};

export type Pile = { stage: Stage; state: 'berjalan' | 'menunggu_pelengkapan'; count: number; late: number };

/** How many open usulan lie at each stage within the actor's sight, and how many of them are past their day. */
export const listPiles = async (ctx: Context): Promise<Pile[]> => {
  const { rows } = await sql<Pile>`
    select stage, state, count(*)::int as count, (count(*) filter (where due_on < ${ctx.today}::date))::int as late
    from usulan where stage is not null group by stage, state`.execute(ctx.tx);
  return rows;
};

/** How many of a filter there are in all. */
export const countUsulan = async (ctx: Context, stage: Stage | null, filter: QueueFilter): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from usulan u where ${conditions(ctx, stage, filter)}`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
};

/** Usulan in the actor's sight that came to an end since a day, by how. */
export const countDecidedSince = async (
  ctx: Context,
  from: string,
): Promise<Record<'disetujui' | 'ditolak' | 'ditarik', number>> => {
  const { rows } = await sql<{ disetujui: number; ditolak: number; ditarik: number }>`
    select (count(*) filter (where e.to_state = 'disetujui'))::int as disetujui, (count(*) filter (where e.to_state = 'ditolak'))::int as ditolak,
           (count(*) filter (where e.to_state = 'ditarik'))::int as ditarik
    from usulan_event e
    where e.event in ('usulan.approved', 'usulan.refused', 'usulan.withdrawn') and e.at >= (${from}::date::timestamp at time zone ${zoneName(ctx)})`.execute(
    ctx.tx,
  );
  return rows[0] ?? { disetujui: 0, ditolak: 0, ditarik: 0 };
};
