import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type TraceFilter = {
  event: string;
  username: string;
  subject: string;
  from?: string | undefined;
  until?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/**
 * Audit rows newest first, by keyset on the row number. Days are those of the agency's zone. A row stays as it was written, but who is
 * protected today was not always: what a row says about somebody the reader may not see now is left out (area, before, after).
 */
export const listTraces = async (ctx: Context, filter: TraceFilter) => {
  const hours = { WIB: 7, WITA: 8, WIT: 9 }[ctx.actor.zone];
  const local = sql`(a.at at time zone 'UTC' + make_interval(hours => ${hours}))::date`;
  const { rows } = await sql<{
    seq: bigint;
    at: Date;
    username: string;
    position: string | null;
    role: string | null;
    event: string;
    subjectKind: string;
    subjectId: string;
    areaName: string | null;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
    purpose: string | null;
    block: bigint | null;
  }>`
    select a.seq, a.at, a.username, a.position, a.role, a.event, a.subject_kind as "subjectKind", a.subject_id as "subjectId", case when v.shown then r.label end as "areaName",
           case when v.shown then a.before end as before, case when v.shown then a.after end as after, a.purpose, s.block_no as block
    from audit a left join area r on r.id = a.area_id left join audit_sealed s on s.seq = a.seq
    cross join lateral (select case when a.subject_id ~ '^[0-9a-f-]{36}$' then a.subject_id::uuid end as id) i
    cross join lateral (select case a.subject_kind
      when 'person' then exists (select 1 from person p where p.id = i.id)
      when 'family' then exists (select 1 from family f where f.id = i.id)
      when 'usulan' then exists (select 1 from usulan u where u.id = i.id)
      else true end as shown) v
    where (${filter.event} = '' or a.event like ${`${filter.event}%`}) and (${filter.username} = '' or a.username = ${filter.username})
      and (${filter.subject} = '' or a.subject_id = ${filter.subject}) and (${filter.after ?? null}::bigint is null or a.seq < ${filter.after ?? null}::bigint)
      and (${filter.from ?? null}::date is null or ${local} >= ${filter.from ?? null}::date) and (${filter.until ?? null}::date is null or ${local} <= ${filter.until ?? null}::date)
    order by a.seq desc limit ${filter.limit}`.execute(ctx.tx);
  return rows;
};

export const listReadingRows = async (
  ctx: Context,
  filter: { username: string; subject: string; after?: string | undefined; limit: number },
) =>
  (
    await sql<{
      id: bigint;
      at: Date;
      username: string;
      name: string;
      subjectKind: string;
      subjectId: string;
      purpose: string;
      text: string;
    }>`
      select l.id, l.at, k.username, k.display_name as name, l.subject_kind as "subjectKind", l.subject_id as "subjectId", l.purpose, l.text
      from access_log l join account k on k.id = l.account_id
      where (${filter.username} = '' or k.username = ${filter.username}) and (${filter.subject} = '' or l.subject_id::text = ${filter.subject})
        and (${filter.after ?? null}::bigint is null or l.id < ${filter.after ?? null}::bigint)
      order by l.id desc limit ${filter.limit}`.execute(ctx.tx)
  ).rows;

export const findSeal = async (ctx: Context) => {
  const last = await ctx.tx
    .selectFrom('audit_block')
    .select(['no', 'root', 'sealed_at'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  const waiting = await sql<{
    n: number;
  }>`select count(*)::int as n from audit a where not exists (select 1 from audit_sealed s where s.seq = a.seq)`.execute(
    ctx.tx,
  );
  return {
    block: last?.no ?? 0n,
    root: last?.root ?? '',
    sealedAt: last?.sealed_at ?? null,
    waiting: waiting.rows[0]!.n,
  };
};
