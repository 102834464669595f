import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Conflict } from '../domain/meeting.ts';
import type { Verdict, VervalResult } from '../domain/words.ts';

/** A row of the agenda as the meeting sees it. Numbers are whole here; callers mask them. */
export type AgendaRow = {
  usulanId: string;
  no: number;
  name: string;
  nik: string | null;
  nomorKk: string | null;
  address: string;
  rtLabel: string;
  kind: string;
  receiptNumber: string;
  reason: string;
  verdict: Verdict | null;
  verdictReason: string;
  reasonCode: string | null;
  againstVerval: boolean;
  frozenVerval: VervalResult | null;
  vervalResult: VervalResult | null;
  vervalOn: LocalDate | null;
  vervalNotes: string;
  usulanVersion: number;
  usulanStage: string | null;
  usulanState: string;
  version: number;
  conflicts: Conflict[];
};

export const listAgenda = async (ctx: Context, meetingId: string): Promise<AgendaRow[]> => {
  const { rows } = await sql<AgendaRow>`
    select i.usulan_id as "usulanId", i.no,
      case when u.protection >= 2 then coalesce(p.alias, 'Nama dilindungi') else coalesce(p.name, u.draft->>'name', 'Tanpa nama') end as name,
      coalesce(n.value, u.draft->>'nik') as nik, coalesce(k.nomor_kk, u.draft->>'nomorKk') as "nomorKk",
      coalesce(f.address, u.draft->>'address', '') as address, coalesce(r.label, a.label) as "rtLabel", u.kind, u.no_publik as "receiptNumber",
      u.reason, i.verdict, i.reason as "verdictReason", i.reason_code as "reasonCode", i.against_verval as "againstVerval",
      i.verval_result as "frozenVerval", v.result as "vervalResult", v.visited_on as "vervalOn", coalesce(v.notes, '') as "vervalNotes",
      u.version as "usulanVersion", u.stage as "usulanStage", u.state as "usulanState", i.version,
      coalesce((select jsonb_agg(jsonb_build_object('attendeeNo', c.attendee_no, 'relation', c.relation, 'leftRoom', c.left_room) order by c.attendee_no)
                from musyawarah_conflict c where c.musyawarah_id = i.musyawarah_id and c.usulan_id = i.usulan_id), '[]') as conflicts
    from musyawarah_item i
    join usulan u on u.id = i.usulan_id
    join area a on a.id = u.area_id
    left join area r on r.id = u.rt_area_id
    left join person p on p.id = u.subject_person_id
    left join lateral (select value from person_identifier x where x.person_id = p.id and x.kind = 'nik' and x.state in ('aktif', 'klaim')
                       order by x.state limit 1) n on true
    left join lateral (select m.family_id from family_member m where m.person_id = p.id and upper_inf(m.during) order by m.state desc limit 1) fm on true
    left join family f on f.id = coalesce(u.subject_family_id, fm.family_id)
    left join lateral (select nomor_kk from family_card x where x.family_id = f.id and x.state in ('aktif', 'klaim') order by x.state limit 1) k on true
    left join lateral (select result, visited_on, notes from verval x where x.usulan_id = u.id order by x.at desc limit 1) v on true
    where i.musyawarah_id = ${meetingId} order by i.no`.execute(ctx.tx);
  return rows;
};

export type Candidate = {
  usulanId: string;
  name: string;
  kind: string;
  rtLabel: string;
  dueOn: LocalDate;
  onAgenda: boolean;
};

/** What waits for deliberation in this desa, and whether another open meeting has it on its agenda. */
export const listCandidates = async (ctx: Context, areaId: number, meetingId: string | null): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select u.id as "usulanId", case when u.protection >= 2 then coalesce(p.alias, 'Nama dilindungi') else coalesce(p.name, u.draft->>'name', 'Tanpa nama') end as name,
           u.kind, coalesce(r.label, a.label) as "rtLabel", u.due_on as "dueOn",
           exists (select 1 from musyawarah_item i join musyawarah m on m.id = i.musyawarah_id
                   where i.usulan_id = u.id and m.state = 'disiapkan' and m.id is distinct from ${meetingId}::uuid) as "onAgenda"
    from usulan u join area a on a.id = u.area_id left join area r on r.id = u.rt_area_id left join person p on p.id = u.subject_person_id
    where u.stage = 'musyawarah' and u.state = 'berjalan' and u.area_id = ${areaId}
    order by u.citizen_clock_from, u.id`.execute(ctx.tx);
  return rows;
};

/** Puts usulan on the agenda after what is there, and takes others off; numbers of rows that stay do not move. */
export const setAgenda = async (ctx: Context, meetingId: string, usulanIds: readonly string[]): Promise<void> => {
  await sql`delete from musyawarah_item where musyawarah_id = ${meetingId} and not (usulan_id = any (${[...usulanIds]}::uuid[]))`.execute(
    ctx.tx,
  );
  await sql`
    insert into musyawarah_item (musyawarah_id, usulan_id, no)
    select ${meetingId}, w.id, (select coalesce(max(no), 0) from musyawarah_item where musyawarah_id = ${meetingId}) + row_number() over (order by w.at)
    from unnest(${[...usulanIds]}::uuid[]) with ordinality as w(id, at)
    where not exists (select 1 from musyawarah_item i where i.musyawarah_id = ${meetingId} and i.usulan_id = w.id)`.execute(
    ctx.tx,
  );
};

export const lockItem = (ctx: Context, meetingId: string, usulanId: string) =>
  ctx.tx
    .selectFrom('musyawarah_item')
    .select(['no', 'verdict', 'reason', 'version'])
    .where('musyawarah_id', '=', meetingId)
    .where('usulan_id', '=', usulanId)
    .forUpdate()
    .executeTakeFirst();

export type ItemDecision = {
  verdict: Verdict;
  reason: string;
  reasonCode: string | null;
  againstVerval: boolean;
  vervalResult: VervalResult | null;
  conflicts: readonly Conflict[];
};

export const saveItem = async (
  ctx: Context,
  meetingId: string,
  usulanId: string,
  decision: ItemDecision,
): Promise<void> => {
  await ctx.tx
    .updateTable('musyawarah_item')
    .set({
      verdict: decision.verdict,
      reason: decision.reason,
      reason_code: decision.reasonCode,
      against_verval: decision.againstVerval,
      verval_result: decision.vervalResult,
      version: sql<number>`version + 1`,
    })
    .where('musyawarah_id', '=', meetingId)
    .where('usulan_id', '=', usulanId)
    .execute();
  await ctx.tx
    .deleteFrom('musyawarah_conflict')
    .where('musyawarah_id', '=', meetingId)
    .where('usulan_id', '=', usulanId)
    .execute();
  if (decision.conflicts.length > 0)
    await sql`
      insert into musyawarah_conflict (musyawarah_id, usulan_id, attendee_no, relation, left_room)
      select ${meetingId}, ${usulanId}, c."attendeeNo", c.relation, c."leftRoom"
      from jsonb_to_recordset(${toJson(decision.conflicts)}::jsonb) as c("attendeeNo" integer, relation text, "leftRoom" boolean)`.execute(
      ctx.tx,
    );
};
