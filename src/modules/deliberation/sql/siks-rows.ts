import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

/** One member of the family behind a usulan with what SIKS-NG asks for. Null: not known. Numbers are whole. */
export type SiksMember = {
  usulanId: string;
  personId: string | null;
  isSubject: boolean;
  idDtks: string | null;
  provinsi: string;
  kabupaten: string;
  kecamatan: string;
  desa: string;
  address: string | null;
  dusun: string | null;
  rt: string | null;
  rw: string | null;
  nomorKk: string | null;
  nik: string | null;
  name: string;
  birthOn: LocalDate | null;
  birthPlace: string | null;
  sex: 'L' | 'P' | null;
  occupation: string | null;
  motherName: string | null;
  shdk: number | null;
  padan: string | null;
  bpnt: string | null;
  pkh: string | null;
  ppkm: string | null;
  pbi: string | null;
};

const status = (programme: string) => sql`
  (select c.status from centre_status c where c.person_id = p.id and c.programme = ${programme} order by c.period desc limit 1)`;

/** The members of the families of these usulan, the head first; a usulan without a linked person gives the one row that was typed. */
export const listSiksMembers = async (ctx: Context, usulanIds: readonly string[]): Promise<SiksMember[]> => {
  const { rows } = await sql<SiksMember>`
    with asked as (
      select w.at, u.id, u.area_id, u.rt_area_id, u.subject_person_id, u.draft,
        coalesce(u.subject_family_id, (select m.family_id from family_member m where m.person_id = u.subject_person_id and upper_inf(m.during)
                                       order by m.state desc, m.id limit 1)) as family_id
      from unnest(${[...usulanIds]}::uuid[]) with ordinality as w(id, at) join usulan u on u.id = w.id
    ), people as (
      select k.at, k.id, m.person_id, m.shdk from asked k join family_member m on m.family_id = k.family_id and upper_inf(m.during) and m.state = 'sah'
      union
      select k.at, k.id, k.subject_person_id, (select m.shdk from family_member m where m.person_id = k.subject_person_id and upper_inf(m.during) order by m.state desc limit 1)
      from asked k where not exists (select 1 from family_member m where m.family_id = k.family_id and upper_inf(m.during) and m.state = 'sah' and m.person_id = k.subject_person_id)
    )
    select k.id as "usulanId", p.id as "personId", (p.id is not distinct from k.subject_person_id) as "isSubject",
      (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'id_dtks' and i.state = 'aktif' limit 1) as "idDtks",
      coalesce(prov.name, '') as provinsi, coalesce(kab.name, '') as kabupaten, coalesce(kec.name, '') as kecamatan, coalesce(desa.name, '') as desa,
      coalesce(f.address, k.draft->>'address') as address, dusun.name as dusun, substring(rt.name from 'RT (.*)') as rt, substring(rw.name from 'RW (.*)') as rw,
      coalesce(card.nomor_kk, k.draft->>'nomorKk') as "nomorKk", coalesce(nik.value, case when p.id is null then k.draft->>'nik' end) as nik,
      coalesce(p.name, k.draft->>'name', '') as name, coalesce(p.birth_on, case when p.id is null then (k.draft->>'birthOn')::date end) as "birthOn",
      p.birth_place as "birthPlace", coalesce(p.sex, case when p.id is null then k.draft->>'sex' end) as sex, p.occupation, p.mother_name as "motherName",
      g.shdk, ${status('DTSEN')} as padan, ${status('SEMBAKO')} as bpnt, ${status('PKH')} as pkh, ${status('SEMBAKO_PPKM')} as ppkm, ${status('PBI')} as pbi
    from people g join asked k on k.id = g.id and k.at = g.at
    left join person p on p.id = g.person_id
    left join family f on f.id = k.family_id
    left join lateral (select value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim') order by i.state limit 1) nik on true
    left join lateral (select nomor_kk from family_card c where c.family_id = k.family_id and c.state in ('aktif', 'klaim') order by c.state limit 1) card on true
    left join area place on place.id = coalesce(k.rt_area_id, p.scope_area_id, k.area_id)
    left join area rt on rt.id = place.id and rt.kind = 'rt'
    left join area rw on rw.id = case place.kind when 'rt' then place.parent_id when 'rw' then place.id end and rw.kind = 'rw'
    left join area dusun on dusun.id = rw.parent_id and dusun.kind = 'dusun'
    left join ref.area_now desa on desa.id = k.area_id
    left join ref.area_now kec on kec.id = desa.parent_id
    left join ref.area_now kab on kab.id = kec.parent_id
    left join ref.area_now prov on prov.id = kab.parent_id
    order by g.at, g.shdk nulls last, p.birth_on nulls last`.execute(ctx.tx);
  return rows;
};

/** The usulan of a ratified or sent batch in its order. */
export const listBatchUsulan = async (ctx: Context, batchId: string): Promise<string[]> => {
  const { rows } = await sql<{
    id: string;
  }>`select usulan_id as id from batch_item where batch_id = ${batchId} order by no`.execute(ctx.tx);
  return rows.map((row) => row.id);
};

/** Logs that full numbers were shown, for the work at hand. */
export const logSheetOpened = async (
  ctx: Context,
  usulanId: string,
  personIds: readonly string[],
  purpose: string,
): Promise<void> => {
  await sql`
    insert into access_log (account_id, subject_kind, subject_id, purpose)
    select ${ctx.actor.accountId}, w.kind, w.id, ${purpose}
    from (select 'usulan' as kind, ${usulanId}::uuid as id union all select 'person', unnest(${[...personIds]}::uuid[])) w`.execute(
    ctx.tx,
  );
};
