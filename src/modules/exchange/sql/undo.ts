import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';

export type UndoRow = {
  id: bigint;
  no: number;
  content: string | null;
  personId: string | null;
  familyId: string | null;
  madePerson: boolean;
  madeFamily: boolean;
  outcome: string;
  before: Record<string, unknown> | null;
};

/** The next rows to take back, from the end of the file. */
export const listUndoRows = async (
  ctx: Context,
  importId: string,
  before: number,
  limit: number,
): Promise<UndoRow[]> => {
  const { rows } = await sql<UndoRow>`
    select id, no, content, person_id as "personId", family_id as "familyId", made_person as "madePerson", made_family as "madeFamily",
           outcome, before
    from import_row where import_id = ${importId} and outcome is not null and undone_at is null and kept_why is null and no < ${before}
    order by no desc limit ${limit}`.execute(ctx.tx);
  return rows;
};

/** People of these that somebody has changed since they came in, or that anything leans on by now. */
export const listTouchedPeople = async (ctx: Context, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.id = any (${[...ids]}::uuid[]) and (p.version <> 1 or p.life <> 'hidup' or p.merged_into is not null)
    union
    select w.id from unnest(${[...ids]}::uuid[]) as w(id) where not exists (select 1 from person p where p.id = w.id)
    union
    select unnest(import_leaned_on('person'::regclass, ${[...ids]}::uuid[]))`.execute(ctx.tx);
  return new Set(rows.map(({ id }) => id));
};

/** Takes people away with all that an import wrote of them. */
export const deletePeople = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const people = [...ids];
  await sql`delete from data_issue where person_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from current_fact where subject_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from observation where set_id in (select id from observation_set where person_id = any (${people}::uuid[]))`.execute(
    ctx.tx,
  );
  await sql`delete from observation_set where person_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from no_nik_reason where person_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from person_name where person_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from person_identifier where person_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from family_member where person_id = any (${people}::uuid[])`.execute(ctx.tx);
  await sql`delete from task where subject_person_id = any (${people}::uuid[]) and kind in ('nomor_tercatat_lain', 'kk_tercatat_lain')`.execute(
    ctx.tx,
  );
  await sql`delete from person where id = any (${people}::uuid[])`.execute(ctx.tx);
};

/** Families these people are or were in. */
export const listFamiliesOf = async (ctx: Context, people: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct family_id as id from family_member where person_id = any (${[...people]}::uuid[])`.execute(ctx.tx);
  return rows.map(({ id }) => id);
};

/** Of these, the families that came with a file, that nobody is in any more and nothing leans on. */
export const listEmptyFamilies = async (ctx: Context, ids: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select f.id from family f
    where f.id = any (${[...ids]}::uuid[]) and f.source = 'siks' and f.merged_into is null
      and f.id <> all (import_leaned_on('family'::regclass, ${[...ids]}::uuid[]))`.execute(ctx.tx);
  return rows.map(({ id }) => id);
};

export const deleteFamilies = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const families = [...ids];
  await sql`delete from data_issue where family_id = any (${families}::uuid[])`.execute(ctx.tx);
  await sql`delete from current_fact where subject_id = any (${families}::uuid[])`.execute(ctx.tx);
  await sql`delete from observation where set_id in (select id from observation_set where family_id = any (${families}::uuid[]))`.execute(
    ctx.tx,
  );
  await sql`delete from observation_set where family_id = any (${families}::uuid[])`.execute(ctx.tx);
  await sql`delete from centre_rank where family_id = any (${families}::uuid[])`.execute(ctx.tx);
  await sql`delete from family_card where family_id = any (${families}::uuid[])`.execute(ctx.tx);
  await sql`delete from family where id = any (${families}::uuid[])`.execute(ctx.tx);
};

/** What the rows said of the centre's programmes. */
export const deleteStatuses = async (ctx: Context, rowIds: readonly bigint[]): Promise<void> => {
  await sql`delete from centre_status where import_row_id = any (${rowIds.map(String)}::bigint[])`.execute(ctx.tx);
};

/** That people were no longer listed, as this file had it: told by rows of the file before. */
export const deleteNoLongerListed = async (ctx: Context, importId: string): Promise<void> => {
  await sql`
    delete from centre_status c using import_file f, import_row p
    where f.id = ${importId} and p.import_id = f.previous_id and c.import_row_id = p.id and c.period = f.period and c.status = 'tidak tercantum'`.execute(
    ctx.tx,
  );
};

/** Ranks go; where one stood before, it stands again. */
export const restoreRanks = async (ctx: Context, rows: readonly UndoRow[]): Promise<void> => {
  const replaced = rows.filter(({ before }) => before !== null);
  await sql`
    update centre_rank c set desil = b.desil, import_row_id = b.old
    from jsonb_to_recordset(${toJson(replaced.map(({ id, before }) => ({ row: id, desil: before?.['desil'], old: before?.['rowId'] })))}::jsonb)
      as b("row" bigint, desil integer, old bigint)
    where c.import_row_id = b."row"`.execute(ctx.tx);
  await sql`delete from centre_rank where import_row_id = any (${rows.map(({ id }) => String(id))}::bigint[])`.execute(
    ctx.tx,
  );
};

/** Numbers that the import added to people who stay. */
export const deleteNumbers = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`delete from person_identifier where id = any (${[...ids]}::uuid[]) and source = 'siks'`.execute(ctx.tx);
};

/** Marks rows as taken back, and the others with why they stay. */
export const saveUndone = async (
  ctx: Context,
  rows: readonly { id: bigint; keptWhy: string | null }[],
): Promise<void> => {
  await sql`
    update import_row r set undone_at = case when u."keptWhy" is null then ${ctx.now}::timestamptz end, kept_why = u."keptWhy"
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as u(id bigint, "keptWhy" text) where r.id = u.id`.execute(ctx.tx);
};

export const countUndone = async (
  ctx: Context,
  importId: string,
): Promise<{ dibatalkan: number; tetap_ada: number }> => {
  const { rows } = await sql<{ dibatalkan: number; tetap_ada: number }>`
    select count(*) filter (where undone_at is not null)::int as dibatalkan, count(*) filter (where kept_why is not null)::int as tetap_ada
    from import_row where import_id = ${importId}`.execute(ctx.tx);
  return rows[0]!;
};
