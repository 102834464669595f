import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { PadanCode, PadanRow } from '../domain/read-padan.ts';

export type PadanChunkRow = {
  id: bigint;
  no: number;
  content: string | null;
  parsed: PadanRow;
  personId: string | null;
  numberId: string | null;
  version: number | null;
  life: string | null;
  areaId: number | null;
};
/** The next answers to go in, each with the person who holds the NIK now. */
export const listPadanRows = async (
  ctx: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<PadanChunkRow[]> => {
  const { rows } = await sql<PadanChunkRow>`
    with page as (
      select * from import_row r where r.import_id = ${importId} and r.verdict <> 'kembali' and r.no > ${after} order by r.no limit ${limit}
    )
    select r.id, r.no, r.content, c.parsed, p.id as "personId", i.id as "numberId", p.version, p.life, p.scope_area_id as "areaId"
    from page r join import_cells c on c.row_id = r.id
    left join person_identifier i on i.kind = 'nik' and i.value = r.keys[1] and i.state = 'aktif'
    left join person p on p.id = i.person_id and p.merged_into is null order by r.no`.execute(ctx.tx);
  return rows;
};

export type PadanResult = { rowId: bigint; personId: string; code: PadanCode };
export const addPadanResults = async (
  ctx: Context,
  checkedOn: LocalDate,
  results: readonly PadanResult[],
): Promise<void> => {
  await sql`
    insert into padan_result (import_row_id, person_id, checked_on, code)
    select g."rowId", g."personId", ${checkedOn}::date, g.code
    from jsonb_to_recordset(${toJson(results)}::jsonb) as g("rowId" bigint, "personId" uuid, code text)`.execute(
    ctx.tx,
  );
};

/** One open task a person that Dukcapil says otherwise of. */
export const openPadanTask = async (
  ctx: Context,
  task: { personId: string; areaId: number; detail: string; dueOn: LocalDate },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on, opened_at)
    select ${uuid7()}, 'padan_berbeda', 'Data berbeda dari Dukcapil', ${task.detail}, p.protection, ${task.areaId}, p.id, 'operator_desa', ${task.dueOn}, ${ctx.now}
    from person p where p.id = ${task.personId}
      and not exists (select 1 from task t where t.kind = 'padan_berbeda' and t.subject_person_id = p.id and t.state = 'terbuka')
    returning id`.execute(ctx.tx);
  return rows.length > 0;
};

export type PadanAsked = { nik: string; name: string; birthOn: LocalDate | null; nomorKk: string | null };
/** Living people with a NIK in use whom Dukcapil was not asked about since; those in sight, open ones alone. */
export const listUnchecked = async (ctx: Context, since: LocalDate): Promise<PadanAsked[]> => {
  const { rows } = await sql<PadanAsked>`
    select i.value as nik, p.name, p.birth_on::text as "birthOn", (
      select k.nomor_kk from family_member m join family_card k on k.family_id = m.family_id and k.state = 'aktif'
      where m.person_id = p.id and m.state = 'sah' and upper_inf(m.during) limit 1) as "nomorKk"
    from person p join person_identifier i on i.person_id = p.id and i.kind = 'nik' and i.state = 'aktif'
    where p.life = 'hidup' and p.merged_into is null and p.protection = 0
      and not exists (select 1 from padan_result r where r.person_id = p.id and r.checked_on >= ${since}::date)
    order by i.value`.execute(ctx.tx);
  return rows;
};

export const addPadanDisclosure = async (ctx: Context, rows: number, fileHash: string): Promise<void> => {
  await sql`
    insert into disclosure (id, recipient, legal_basis, fields, rows, file_hash, by_account, at)
    values (${uuid7()}, 'Disdukcapil', 'Perjanjian kerja sama pemanfaatan data kependudukan', array['nik', 'nama', 'tanggal_lahir', 'nomor_kk'],
      ${rows}, ${fileHash}, ${ctx.actor.accountId}, ${ctx.now})`.execute(ctx.tx);
};
