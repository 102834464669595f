import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { IdentifierRow, PersonRow } from '../domain/new-person.ts';

/** What numbers are judged by: whether this is a demo agency, and which kecamatan codes of any generation are known among those asked. */
export const readNumberRules = async (
  ctx: Context,
  prefixes: readonly string[],
): Promise<{ isDemo: boolean; knownKecamatan: Set<string> }> => {
  const agency = await ctx.tx.selectFrom('agency').select('is_demo').executeTakeFirstOrThrow();
  const { rows } = await sql<{ code: string }>`
    select distinct code from ref.area_code where system = 'kemendagri' and code = any (${[...new Set(prefixes)]}::text[])`.execute(
    ctx.tx,
  );
  return { isDemo: agency.is_demo, knownKecamatan: new Set(rows.map((row) => row.code)) };
};

export const insertPeople = async (ctx: Context, rows: readonly PersonRow[]): Promise<void> => {
  await sql`
    insert into person (id, name, name_fold, sex, birth_on, birth_precision, birth_place, mother_name, occupation_code, occupation,
                        phone, scope_area_id, source, observed_on, created_at, updated_at)
    select id, name, name_fold, sex, birth_on, birth_precision, birth_place, mother_name, occupation_code, occupation,
           phone, scope_area_id, source, observed_on, ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as r(id uuid, name text, name_fold text, sex text, birth_on date, birth_precision text,
      birth_place text, mother_name text, occupation_code integer, occupation text, phone text, scope_area_id integer, source text,
      observed_on date)`.execute(ctx.tx);
};

/** Adds numbers as they were judged. Of two holders at once the database keeps the first as active. @returns the ids that went in */
export const insertIdentifiers = async (
  ctx: Context,
  rows: readonly Omit<IdentifierRow, 'doubts'>[],
): Promise<Set<string>> => {
  if (rows.length === 0) return new Set();
  const kept = await sql<{ id: string }>`
    insert into person_identifier (id, person_id, kind, value, state, problem, source, during)
    select id, person_id, kind, value, state, problem, source, daterange(${ctx.today}::date, null)
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as r(id uuid, person_id uuid, kind text, value text, state text, problem text, source text)
    on conflict do nothing returning id`.execute(ctx.tx);
  return new Set(kept.rows.map((row) => row.id));
};

/** Which of these numbers the actor sees in use by another person. A claim without a fault counts as use: see `stateShown`. */
export const listVisibleHolders = async (
  ctx: Context,
  numbers: readonly { id: string; person_id: string; kind: string; value: string }[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from jsonb_to_recordset(${toJson(numbers)}::jsonb) as r(id uuid, person_id uuid, kind text, value text)
    join person_identifier i on i.kind = r.kind and i.value = r.value and i.person_id <> r.person_id
    where i.state in ('aktif', 'klaim') and (i.problem is null or i.problem like 'peringatan:%')`.execute(ctx.tx);
  return new Set(rows.map((row) => row.id));
};

/** Tells the agency of a holder out of sight. @returns whether the officer may be told that the number is known elsewhere */
export const reportHiddenHolder = async (
  ctx: Context,
  number: { kind: string; value: string; personId: string; taskId: string; dueOn: LocalDate },
): Promise<boolean> => {
  const { rows } = await sql<{ may_say: boolean }>`
    select report_hidden_holder(${number.kind}, ${number.value}, ${number.personId}, ${number.taskId}, ${number.dueOn}) as may_say`.execute(
    ctx.tx,
  );
  return rows[0]?.may_say ?? false;
};

export const insertNoNikReasons = async (
  ctx: Context,
  rows: readonly { person_id: string; code: string }[],
): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into no_nik_reason (person_id, code, since)
    select person_id, code, ${ctx.today}::date from jsonb_to_recordset(${toJson(rows)}::jsonb) as r(person_id uuid, code text)
    on conflict do nothing`.execute(ctx.tx);
};

/** Ids of these people that the actor does not see, or that were merged away. */
export const listUnseenPeople = async (ctx: Context, personIds: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select w.id from unnest(${[...new Set(personIds)]}::uuid[]) as w(id)
    where not exists (select 1 from person p where p.id = w.id and p.merged_into is null)`.execute(ctx.tx);
  return rows.map((row) => row.id);
};
