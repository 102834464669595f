import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { ExcludeRow } from '../domain/read-exclude.ts';

/** Whom a row means: the holder of its NIK in sight, when the names speak for each other. */
const personOf = sql`
  (select i.person_id from person_identifier i join person p on p.id = i.person_id
   where i.kind = 'nik' and i.value = r.keys[1] and i.state = 'aktif' and p.merged_into is null limit 1)`;

/** Rows whose NIK nobody in the register holds, whose holder is called otherwise, or that name person and programme again. */
export const listPersonProblems = async (
  ctx: Context,
  importId: string,
): Promise<{ no: number; why: 'tidak_ditemukan' | 'nama_beda' | 'ganda' }[]> => {
  const { rows } = await sql<{ no: number; why: 'tidak_ditemukan' | 'nama_beda' | 'ganda' }>`
    with meant as materialized (
      select r.no, r.keys, ${personOf} as person_id, c.parsed->>'fold' as fold
      from import_row r join import_cells c on c.row_id = r.id where r.import_id = ${importId} and r.verdict <> 'kembali'
    )
    select no, 'tidak_ditemukan' as why from meant where person_id is null
    union all
    select m.no, 'nama_beda' from meant m join person p on p.id = m.person_id where m.fold <> '' and similarity(p.name_fold, m.fold) < 0.4
    union all
    select no, 'ganda' from (select no, row_number() over (partition by keys order by no) as turn from meant) x where turn > 1`.execute(
    ctx.tx,
  );
  return rows;
};

export type ExcludeChunkRow = {
  id: bigint;
  no: number;
  content: string | null;
  parsed: ExcludeRow;
  personId: string | null;
};
/** The next rows to go in, each with the person it means now. */
export const listExcludeRows = async (
  ctx: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<ExcludeChunkRow[]> => {
  const { rows } = await sql<ExcludeChunkRow>`
    with page as (
      select * from import_row r where r.import_id = ${importId} and r.verdict <> 'kembali' and r.no > ${after} order by r.no limit ${limit}
    )
    select r.id, r.no, r.content, c.parsed, ${personOf} as "personId" from page r join import_cells c on c.row_id = r.id order by r.no`.execute(
    ctx.tx,
  );
  return rows;
};

export type NewFlag = { id: string; personId: string; programme: string; reason: string; rowId: bigint };
/** Keeps flags; one that stands open is only seen again. @returns what was seen last, by the flag that stood there */
export const putFlags = async (
  ctx: Context,
  period: string,
  flags: readonly NewFlag[],
): Promise<Map<string, { flagId: string; seen: string }>> => {
  const given = sql`jsonb_to_recordset(${toJson(flags)}::jsonb) as g(id uuid, "personId" uuid, programme text, reason text, "rowId" bigint)`;
  const { rows } = await sql<{ rowId: string; flagId: string; seen: string }>`
    select g."rowId"::text as "rowId", e.id as "flagId", e.seen_period as seen from ${given}
    join exclude_flag e on e.person_id = g."personId" and e.programme = g.programme and e.state in ('terbuka', 'diminta') for update of e`.execute(
    ctx.tx,
  );
  await sql`
    insert into exclude_flag (id, person_id, programme, period, seen_period, reason, import_row_id)
    select g.id, g."personId", g.programme, ${period}, ${period}, g.reason, g."rowId" from ${given}
    on conflict (person_id, programme) where state in ('terbuka', 'diminta')
    do update set seen_period = greatest(exclude_flag.seen_period, excluded.seen_period)`.execute(ctx.tx);
  return new Map(rows.map(({ rowId, flagId, seen }) => [rowId, { flagId, seen }]));
};

/** Takes flags of these rows back; those somebody already asked about stay. @returns rows whose flag stays */
export const deleteFlags = async (
  ctx: Context,
  rows: readonly { id: bigint; before: Record<string, unknown> | null }[],
): Promise<Set<bigint>> => {
  const ids = rows.map(({ id }) => String(id));
  const seen = rows.flatMap(({ before }) => (before ? [before] : []));
  await sql`
    update exclude_flag e set seen_period = b.seen from jsonb_to_recordset(${toJson(seen)}::jsonb) as b("flagId" uuid, seen text)
    where e.id = b."flagId"`.execute(ctx.tx);
  await sql`delete from exclude_flag where import_row_id = any (${ids}::bigint[]) and state = 'terbuka'`.execute(
    ctx.tx,
  );
  const { rows: left } = await sql<{ id: bigint }>`
    select import_row_id as id from exclude_flag where import_row_id = any (${ids}::bigint[])`.execute(ctx.tx);
  return new Set(left.map(({ id }) => id));
};

export type FlagState = 'terbuka' | 'diminta' | 'dicabut' | 'tetap';
export type Flag = {
  id: string;
  personId: string;
  name: string;
  area: string;
  programme: string;
  period: string;
  seenPeriod: string;
  reason: string;
  state: FlagState;
  asked: string | null;
  ticket: string | null;
  askedBy: string | null;
  askedAt: Date | null;
  answer: string | null;
  answeredOn: LocalDate | null;
  version: number;
};

/** Flags of people in sight, the longest waiting first. */
export const listFlags = async (
  ctx: Context,
  state: FlagState | undefined,
  after: string | undefined,
  limit: number,
): Promise<Flag[]> => {
  const { rows } = await sql<Flag>`
    select e.id, e.person_id as "personId", p.name, a.label as area, e.programme, e.period, e.seen_period as "seenPeriod", e.reason, e.state,
      e.asked, e.ticket, (select c.display_name from account c where c.id = e.asked_by) as "askedBy", e.asked_at as "askedAt", e.answer,
      e.answered_on as "answeredOn", e.version
    from exclude_flag e join person p on p.id = e.person_id join area a on a.id = p.scope_area_id
    where ${state ? sql`e.state = ${state}` : sql`true`} and ${after ? sql`e.id > ${after}` : sql`true`} order by e.id limit ${limit}`.execute(
    ctx.tx,
  );
  return rows;
};

/** How many flags of each state there are. */
export const countFlags = async (ctx: Context): Promise<Map<FlagState, number>> => {
  const { rows } = await sql<{
    state: FlagState;
    n: number;
  }>`select state, count(*)::int as n from exclude_flag group by state`.execute(ctx.tx);
  return new Map(rows.map(({ state, n }) => [state, n]));
};

export type HeldFlag = { state: FlagState; version: number; areaId: number; asked: string | null };
export const lockFlag = async (ctx: Context, id: string): Promise<HeldFlag | undefined> => {
  const { rows } = await sql<HeldFlag>`
    select e.state, e.version, p.scope_area_id as "areaId", e.asked from exclude_flag e join person p on p.id = e.person_id
    where e.id = ${id} for update of e`.execute(ctx.tx);
  return rows[0];
};

export const saveAsked = async (ctx: Context, id: string, asked: string, ticket: string | null): Promise<void> => {
  await sql`
    update exclude_flag set state = 'diminta', asked = ${asked}, ticket = ${ticket}, asked_by = ${ctx.actor.accountId}, asked_at = ${ctx.now},
      version = version + 1 where id = ${id}`.execute(ctx.tx);
};

export const saveFlagAnswer = async (
  ctx: Context,
  id: string,
  { state, answer, on }: { state: 'dicabut' | 'tetap'; answer: string; on: LocalDate },
): Promise<void> => {
  await sql`
    update exclude_flag set state = ${state}, answer = ${answer}, answered_on = ${on}, answered_by = ${ctx.actor.accountId},
      version = version + 1 where id = ${id}`.execute(ctx.tx);
};
