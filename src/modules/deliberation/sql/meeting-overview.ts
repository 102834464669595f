import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { MeetingRow } from './meetings.ts';

export type MeetingLine = Pick<
  MeetingRow,
  'id' | 'kind' | 'onDate' | 'areaId' | 'areaLabel' | 'state' | 'number' | 'scanState' | 'version'
> & {
  rows: number;
  decided: number;
};

/** The meetings of a month (`YYYY-MM`) in the actor's sight, newest first. */
export const listMeetingLines = async (ctx: Context, month: string): Promise<MeetingLine[]> => {
  const { rows } = await sql<MeetingLine>`
    select m.id, m.kind, m.on_date as "onDate", m.area_id as "areaId", a.label as "areaLabel", m.state, m.number, m.scan_state as "scanState",
           m.version, count(i.usulan_id)::int as rows, count(i.verdict)::int as decided
    from musyawarah m join area a on a.id = m.area_id left join musyawarah_item i on i.musyawarah_id = m.id
    where m.on_date >= ${`${month}-01`}::date and m.on_date < ${`${month}-01`}::date + interval '1 month'
    group by m.id, a.label order by m.on_date desc, m.created_at desc`.execute(ctx.tx);
  return rows;
};

export type DesaStanding = {
  areaId: number;
  label: string;
  waiting: number;
  overdue: number;
  heldOn: LocalDate | null;
  meetingId: string | null;
  openId: string | null;
  scanState: 'belum' | 'diterima' | 'diminta_lagi' | null;
};

/** Each desa and kelurahan in sight: what waits for deliberation, and whether the month's was held. */
export const listDesaStandings = async (ctx: Context, month: string): Promise<DesaStanding[]> => {
  const { rows } = await sql<DesaStanding>`
    with held as (
      select distinct on (area_id) area_id, id, on_date, scan_state from musyawarah
      where state = 'selesai' and on_date >= ${`${month}-01`}::date and on_date < ${`${month}-01`}::date + interval '1 month'
      order by area_id, on_date desc, id desc
    ), waits as (
      select area_id, count(*)::int as waiting, (count(*) filter (where due_on < ${ctx.today}::date))::int as overdue
      from usulan where stage = 'musyawarah' and state = 'berjalan' group by area_id
    )
    select a.id as "areaId", a.label, coalesce(w.waiting, 0) as waiting, coalesce(w.overdue, 0) as overdue, h.on_date as "heldOn",
           h.id as "meetingId", h.scan_state as "scanState",
           (select o.id from musyawarah o where o.area_id = a.id and o.state = 'disiapkan' order by o.on_date desc limit 1) as "openId"
    from area a left join held h on h.area_id = a.id left join waits w on w.area_id = a.id
    where a.kind = 'desa' and (a.ended_on is null or w.waiting > 0) and a.id = any ((select guard_areas())::integer[])
    order by coalesce(w.overdue, 0) desc, a.label`.execute(ctx.tx);
  return rows;
};

/** The last day of a month for deliberation by the agency's calendar, as a day number; undefined when the calendar has none. */
export const findMeetingDay = async (ctx: Context): Promise<number | undefined> => {
  const { rows } = await sql<{ day: number }>`
    select day from month_mark where label_id ilike '%musdes%' or label_id ilike '%musyawarah%' order by day limit 1`.execute(
    ctx.tx,
  );
  return rows[0]?.day;
};

/** Counts for the first page: rows waiting for deliberation, those overdue, and meetings not finished. */
export const countMeetings = async (
  ctx: Context,
): Promise<{ waiting: number; overdue: number; open: number; scans: number }> => {
  const { rows } = await sql<{ waiting: number; overdue: number; open: number; scans: number }>`
    select (select count(*)::int from usulan where stage = 'musyawarah' and state = 'berjalan') as waiting,
           (select count(*)::int from usulan where stage = 'musyawarah' and state = 'berjalan' and due_on < ${ctx.today}::date) as overdue,
           (select count(*)::int from musyawarah where state = 'disiapkan') as open,
           (select count(*)::int from musyawarah where state = 'selesai' and scan_state <> 'diterima') as scans`.execute(
    ctx.tx,
  );
  return rows[0]!;
};
