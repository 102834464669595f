import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

/** What stands beside the summary when two records are compared. The mother's name is not here: it is only ever a verdict. */
export type SideRow = {
  id: string;
  birthPlace: string | null;
  address: string | null;
  phone: string | null;
  source: string;
  createdAt: Date;
  observedOn: LocalDate;
  version: number;
};
export const listSides = async (ctx: Context, ids: readonly string[]): Promise<SideRow[]> => {
  const { rows } = await sql<SideRow>`
    select p.id, p.birth_place as "birthPlace", p.phone, f.address, p.source, p.created_at as "createdAt", p.observed_on as "observedOn", p.version
    from person p
    left join family_member m on m.person_id = p.id and m.state = 'sah' and upper_inf(m.during)
    left join family f on f.id = m.family_id
    where p.id = any (${[...ids]}::uuid[])`.execute(ctx.tx);
  return rows;
};

export type NumberRow = { id: string; nik: string | null; nomorKk: string | null };
/** The whole numbers as `personSummaries` masks them, for telling where two of them differ. They never leave the action. */
export const listWholeNumbers = async (ctx: Context, ids: readonly string[]): Promise<NumberRow[]> => {
  const { rows } = await sql<NumberRow>`
    select p.id,
           (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim', 'sengketa')
            order by i.state, i.id limit 1) as nik,
           (select c.nomor_kk from family_member m join family_card c on c.family_id = m.family_id and c.state in ('aktif', 'klaim')
            where m.person_id = p.id and m.state = 'sah' and upper_inf(m.during) order by c.state, c.id limit 1) as "nomorKk"
    from person p where p.id = any (${[...ids]}::uuid[])`.execute(ctx.tx);
  return rows;
};

export type RelativeRow = { personId: string; familyId: string; ofPerson: string; shdk: number | null };
/** Who else lives in the families of these people now. */
export const listRelatives = async (ctx: Context, ids: readonly string[]): Promise<RelativeRow[]> => {
  const { rows } = await sql<RelativeRow>`
    select o.person_id as "personId", o.family_id as "familyId", m.person_id as "ofPerson", o.shdk
    from family_member m join family_member o on o.family_id = m.family_id and o.state = 'sah' and upper_inf(o.during)
    where m.person_id = any (${[...ids]}::uuid[]) and m.state = 'sah' and upper_inf(m.during) and o.person_id <> m.person_id
    order by o.shdk nulls last, o.id limit 60`.execute(ctx.tx);
  return rows;
};

export type AidRow = {
  personId: string;
  programmeId: string;
  programme: string;
  decree: string;
  amount: bigint;
  isInForce: boolean;
};
/** What these people receive, or received, under a decree in their own name. */
export const listAid = async (ctx: Context, ids: readonly string[]): Promise<AidRow[]> => {
  const { rows } = await sql<AidRow>`
    select a.payee_id as "personId", a.programme_id as "programmeId", g.name as programme, coalesce(case when d.number ilike 'SK%' then d.number else 'SK ' || d.number end, d.title) as decree,
           a.amount, d.state = 'berlaku' and a.state <> 'dihentikan' as "isInForce"
    from award a join decree d on d.id = a.decree_id join programme g on g.id = a.programme_id
    where a.payee_id = any (${[...ids]}::uuid[]) order by d.on_date desc nulls last, a.id limit 40`.execute(ctx.tx);
  return rows;
};

/** Who looked at two records side by side: one line a person. Going on with the same pair within a quarter of an hour is one look. */
export const logLook = async (ctx: Context, pairId: string, ids: readonly string[]): Promise<boolean> => {
  const { rows } = await sql`
    insert into access_log (account_id, subject_kind, subject_id, purpose)
    select ${ctx.actor.accountId}, 'person', w.id, ${`ganda:${pairId}`} from unnest(${[...ids]}::uuid[]) as w(id)
    where not exists (select 1 from access_log l where l.account_id = ${ctx.actor.accountId} and l.subject_id = w.id
                        and l.purpose = ${`ganda:${pairId}`} and l.at > clock_timestamp() - interval '15 minutes')
    returning subject_id`.execute(ctx.tx);
  return rows.length > 0;
};

export type AskedTask = {
  id: string;
  personId: string;
  areaId: number;
  title: string;
  detail: string;
  dueOn: LocalDate;
};
/** A question to the desa or kelurahan of a record; an open one about the same person is enough. */
export const insertQuestion = async (ctx: Context, task: AskedTask): Promise<void> => {
  await sql`
    insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on, opened_at)
    select ${task.id}, 'ganda_ditanya', ${task.title}, ${task.detail}, 0, ${task.areaId}, ${task.personId}, 'operator_desa', ${task.dueOn}, ${ctx.now}
    where not exists (select 1 from task t where t.kind = 'ganda_ditanya' and t.subject_person_id = ${task.personId} and t.state = 'terbuka')`.execute(
    ctx.tx,
  );
};

/** The pair is decided: nobody needs to answer any more. */
export const closeQuestions = async (ctx: Context, personIds: readonly string[]): Promise<void> => {
  await sql`
    update task set state = 'selesai', closed_at = ${ctx.now}, closed_by = ${ctx.actor.accountId}, close_note = 'Sudah diputus di meja kemungkinan ganda.'
    where kind = 'ganda_ditanya' and subject_person_id = any (${[...personIds]}::uuid[]) and state = 'terbuka'`.execute(
    ctx.tx,
  );
};
