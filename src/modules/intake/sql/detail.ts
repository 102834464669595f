import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Stage } from '../domain/stages.ts';
import type { Usulan } from './usulan-rows.ts';

export type EventLine = {
  id: string;
  event: string;
  stage: Stage | null;
  toState: string;
  reasonCode: string | null;
  text: string;
  citizenText: string;
  by: string | null;
  role: string | null;
  at: Date;
};

/** The steps of a usulan with who took them, oldest first. */
export const listEvents = async (ctx: Context, usulanId: string): Promise<EventLine[]> => {
  const { rows } = await sql<EventLine>`
    select e.id, e.event, e.stage, e.to_state as "toState", e.reason_code as "reasonCode", e.text, e.citizen_text as "citizenText",
           a.display_name as by, e.by_role as role, e.at
    from usulan_event e left join account a on a.id = e.by_account where e.usulan_id = ${usulanId} order by e.at, e.id`.execute(
    ctx.tx,
  );
  return rows;
};

export type LookAlike = {
  id: string;
  receiptNumber: string;
  name: string;
  kind: string;
  submittedOn: string;
  state: string;
};

/**
 * Other open usulan of the same desa about somebody of the same folded name, whose birth date is the same or unknown on one side. For the
 * officer only: the citizen never learns of another proposal.
 */
export const listLookAlikes = async (ctx: Context, usulan: Usulan): Promise<LookAlike[]> => {
  const { rows } = await sql<LookAlike>`
    select o.id, o.no_publik as "receiptNumber", coalesce(p.name, o.draft->>'name', '') as name, o.kind, o.created_at::date::text as "submittedOn", o.state
    from usulan u join usulan o on o.area_id = u.area_id and o.draft_fold = u.draft_fold and o.id <> u.id
      and o.state in ('berjalan', 'menunggu_pelengkapan')
      and (o.draft_birth_on is null or u.draft_birth_on is null or o.draft_birth_on = u.draft_birth_on)
    left join person p on p.id = o.subject_person_id
    where u.id = ${usulan.id} and u.draft_fold <> '' order by o.created_at limit 10`.execute(ctx.tx);
  return rows;
};

export type RegisterLine = {
  name: string;
  nik: string | null;
  nomorKk: string | null;
  birthOn: string | null;
  sex: string | null;
  address: string | null;
  phone: string | null;
  observedOn: string | null;
  source: string;
};

/** What the register holds of the linked person today, to stand beside what was typed. */
export const findRegisterLine = async (ctx: Context, personId: string): Promise<RegisterLine | undefined> => {
  const { rows } = await sql<RegisterLine>`
    select p.name, i.value as nik, c.nomor_kk as "nomorKk", p.birth_on as "birthOn", p.sex, f.address, p.phone, p.source,
           p.updated_at::date::text as "observedOn"
    from person p
    left join lateral (select value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim')
                       order by (i.state = 'aktif') desc limit 1) i on true
    left join family_member m on m.person_id = p.id and m.state = 'sah' and m.during @> ${ctx.today}::date
    left join family f on f.id = m.family_id
    left join lateral (select nomor_kk from family_card c where c.family_id = m.family_id and c.state in ('aktif', 'klaim')
                       order by (c.state = 'aktif') desc limit 1) c on true
    where p.id = ${personId}`.execute(ctx.tx);
  return rows[0];
};

export type Verdict = { verdict: string; reason: string; onDate: string; kind: string };

/** What the deliberation said of it, once one has been held. */
export const findVerdict = async (ctx: Context, usulanId: string): Promise<Verdict | undefined> => {
  const { rows } = await sql<Verdict>`
    select i.verdict, i.reason, m.on_date as "onDate", m.kind from musyawarah_item i join musyawarah m on m.id = i.musyawarah_id
    where i.usulan_id = ${usulanId} and i.verdict is not null and m.state = 'selesai' order by m.on_date desc limit 1`.execute(
    ctx.tx,
  );
  return rows[0];
};

export type FileLine = {
  id: string;
  kind: string;
  name: string;
  mediaType: string;
  uploadedAt: Date;
  doubts: string[];
  place: { lat: number; lng: number; accuracy: number | null } | null;
};

/** The photos and papers that came with it. */
export const listUsulanFiles = async (ctx: Context, usulanId: string): Promise<FileLine[]> => {
  const { rows } = await sql<FileLine>`
    select f.id, uf.kind, f.name, f.media_type as "mediaType", f.uploaded_at as "uploadedAt", uf.doubts,
           case when uf.lat is not null then jsonb_build_object('lat', uf.lat, 'lng', uf.lng, 'accuracy', uf.accuracy_m) end as place
    from usulan_file uf join file f on f.id = uf.file_id where uf.usulan_id = ${usulanId} order by f.uploaded_at`.execute(
    ctx.tx,
  );
  return rows;
};

export const addUsulanFile = async (
  ctx: Context,
  usulanId: string,
  fileId: string,
  file: {
    kind: string;
    place: { lat: number; lng: number; accuracy: number | null } | null;
    doubts: readonly string[];
  },
): Promise<void> => {
  await ctx.tx
    .insertInto('usulan_file')
    .values({
      usulan_id: usulanId,
      file_id: fileId,
      kind: file.kind,
      lat: file.place ? file.place.lat : null,
      lng: file.place ? file.place.lng : null,
      accuracy_m: file.place?.accuracy ?? null,
      doubts: [...file.doubts],
    })
    .execute();
};

/** How many files a usulan has; the portal may count them although it reads none. */
export const countUsulanFiles = async (ctx: Context, usulanId: string): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from usulan_file where usulan_id = ${usulanId}`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
};

export const hasUsulanFile = async (ctx: Context, usulanId: string, fileId: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('usulan_file')
    .select('kind')
    .where('usulan_id', '=', usulanId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row !== undefined;
};

export type RtAnswer = { state: string; answer: string | null; askedOn: string; answeredOn: string | null };

/** What the RT head answered to "benar tinggal di RT ini?", if he was asked. */
export const findRtAnswer = async (ctx: Context, usulanId: string): Promise<RtAnswer | undefined> => {
  const { rows } = await sql<RtAnswer>`
    select state, close_note as answer, opened_at::date::text as "askedOn", closed_at::date::text as "answeredOn" from task
    where usulan_id = ${usulanId} and kind = 'konfirmasi_tinggal' order by opened_at desc limit 1`.execute(ctx.tx);
  return rows[0];
};
