import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { TerritoryChange } from '../domain/territory-change.ts';

export type EventRow = {
  id: string;
  kind: TerritoryChange['kind'];
  decree: string;
  decreeOn: string | null;
  onDate: string;
  by: string | null;
  recordedAt: Date;
  parts: { from: number | null; fromName: string | null; to: number | null; toName: string | null; note: string }[];
  /** Ended by this event, with what still waits for a place. */
  ended: number[];
};

/** Names as they were on the day before (from) and on the day itself (to), out of the versions. */
const nameOn = (id: string, day: ReturnType<typeof sql>) => sql`
  coalesce((select v.name from ref.area_version v where v.area_id = ${sql.ref(id)} and v.during @> ${day}),
           (select case l.kind when 'dusun' then 'Dusun ' else upper(l.kind) || ' ' end || v.number from area_local_version v join area_local l on l.id = v.area_id
            where v.area_id = ${sql.ref(id)} and v.during @> ${day}))`;

/** Changes of the territory, the newest first. */
export const listEventRows = async (ctx: Context): Promise<EventRow[]> =>
  (
    await sql<EventRow>`
      select e.id, e.kind, e.decree, e.decree_on as "decreeOn", e.on_date as "onDate", k.display_name as "by", e.recorded_at as "recordedAt",
             coalesce((select jsonb_agg(jsonb_build_object('from', p.from_area, 'to', p.to_area, 'note', p.note,
                         'fromName', ${nameOn('p.from_area', sql`e.on_date - 1`)}, 'toName', ${nameOn('p.to_area', sql`e.on_date`)}) order by p.recorded_at, p.from_area, p.to_area)
                       from area_event_part p where p.event_id = e.id), '[]') as parts,
             array(select distinct p.from_area from area_event_part p join area a on a.id = p.from_area
                   where p.event_id = e.id and a.ended_on = e.on_date and e.kind in ('mekar', 'gabung', 'bubar')) as ended
      from area_event e left join account k on k.id = e.recorded_by order by e.on_date desc, e.id desc limit 200`.execute(
      ctx.tx,
    )
  ).rows;

export const findEventRow = async (ctx: Context, id: string) =>
  (
    await sql<{ id: string; kind: TerritoryChange['kind']; onDate: string; from: number[]; to: number[] }>`
      select e.id, e.kind, e.on_date as "onDate",
             array(select distinct p.from_area from area_event_part p where p.event_id = e.id and p.from_area is not null and p.note <> 'penempatan') as "from",
             array(select distinct p.to_area from area_event_part p where p.event_id = e.id and p.to_area is not null and p.note <> 'penempatan') as "to"
      from area_event e where e.id = ${id}`.execute(ctx.tx)
  ).rows[0];
