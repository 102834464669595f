import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Answer, DeltaKind } from '../domain/delta.ts';
import type { ImportFile } from './files.ts';

const desaOf = (person: string) => sql`(select a.desa_id from area a where a.id = ${sql.ref(person)})`;
const lastBefore = (period: string) => sql`
  (select c.status from centre_status c where c.person_id = s.person_id and c.programme = s.programme and c.period < ${period}
   order by c.period desc limit 1)`;

/** Opens the comparison of a file; false when it is made already. */
const openRun = async (ctx: Context, file: ImportFile, previousPeriod: string | null): Promise<boolean> => {
  const { rows } = await sql`
    insert into centre_delta_run (import_id, file_kind, file_name, period, previous_period, made_at)
    values (${file.id}, ${file.kind}, ${file.name}, ${file.period}, ${previousPeriod}, ${ctx.now})
    on conflict do nothing returning import_id`.execute(ctx.tx);
  return rows.length > 0;
};

/** People who are new on the list, who are no longer on it, and whose aid began or stopped. */
const addPeopleLines = async (ctx: Context, file: ImportFile): Promise<void> => {
  await sql`
    insert into centre_delta (import_id, kind, area_id, person_id)
    select ${file.id}, 'baru', ${desaOf('p.scope_area_id')}, p.id
    from import_row r join person p on p.id = r.person_id where r.import_id = ${file.id} and r.change = 'baru' and r.outcome is not null`.execute(
    ctx.tx,
  );
  await sql`
    insert into centre_delta (import_id, kind, area_id, person_id, was)
    select ${file.id}, 'hilang', ${desaOf('p.scope_area_id')}, p.id,
      (select string_agg(x.programme, ', ' order by x.programme) from (
         select distinct on (c.programme) c.programme, c.status from centre_status c
         where c.person_id = p.id and c.programme <> 'DTSEN' order by c.programme, c.period desc) x where x.status = 'ya')
    from centre_status s join import_row r on r.id = s.import_row_id join person p on p.id = s.person_id
    where r.import_id = ${file.previousId} and s.programme = 'DTSEN' and s.status = 'tidak tercantum' and s.period = ${file.period}`.execute(
    ctx.tx,
  );
  await sql`
    insert into centre_delta (import_id, kind, area_id, person_id, programme, was, becomes, reason)
    select ${file.id}, case s.status when 'tidak' then 'bantuan_hilang' else 'bantuan_baru' end, ${desaOf('p.scope_area_id')}, p.id,
      s.programme, l.status, s.status,
      case when s.status = 'tidak' and (select d.status from centre_status d where d.person_id = p.id and d.programme = 'DTSEN'
        and d.period <= ${file.period} order by d.period desc limit 1) = 'tidak padan' then 'Tidak padan dengan Dukcapil' end
    from import_row r join centre_status s on s.import_row_id = r.id join person p on p.id = s.person_id
    cross join lateral (select ${lastBefore(file.period)} as status) l
    where r.import_id = ${file.id} and s.programme <> 'DTSEN' and s.period = ${file.period}
      and ((s.status = 'tidak' and l.status = 'ya') or (s.status = 'ya' and l.status = 'tidak'))`.execute(ctx.tx);
};

const addRankLines = async (ctx: Context, file: ImportFile): Promise<void> => {
  await sql`
    insert into centre_delta (import_id, kind, area_id, family_id, was, becomes)
    select ${file.id}, case when k.desil > b.desil then 'desil_naik' else 'desil_turun' end, ${desaOf('f.scope_area_id')}, f.id,
      b.desil::text, k.desil::text
    from import_row r join centre_rank k on k.import_row_id = r.id join family f on f.id = k.family_id
    cross join lateral (select o.desil from centre_rank o where o.family_id = k.family_id and o.period < ${file.period}
      order by o.period desc limit 1) b
    where r.import_id = ${file.id} and b.desil <> k.desil`.execute(ctx.tx);
};

const addFlagLines = async (ctx: Context, file: ImportFile): Promise<void> => {
  await sql`
    insert into centre_delta (import_id, kind, area_id, person_id, programme, reason)
    select ${file.id}, 'exclude', ${desaOf('p.scope_area_id')}, p.id, e.programme, e.reason
    from import_row r join exclude_flag e on e.import_row_id = r.id join person p on p.id = e.person_id
    where r.import_id = ${file.id}`.execute(ctx.tx);
};

/** Keeps what a file that just went in changed against the one before; once a file. */
export const makeDelta = async (ctx: Context, file: ImportFile, previousPeriod: string | null): Promise<void> => {
  if (!(await openRun(ctx, file, previousPeriod))) return;
  if (file.kind === 'siks23' && previousPeriod !== null) await addPeopleLines(ctx, file);
  if (file.kind === 'desil') await addRankLines(ctx, file);
  if (file.kind === 'exclude') await addFlagLines(ctx, file);
};

export const forgetDelta = async (ctx: Context, importId: string): Promise<void> => {
  await sql`select forget_centre_delta(${importId})`.execute(ctx.tx);
};

/** The months there is a comparison of, newest first. */
export const listDeltaPeriods = async (ctx: Context): Promise<string[]> => {
  const { rows } = await sql<{
    period: string;
  }>`select distinct period from centre_delta_run order by period desc limit 60`.execute(ctx.tx);
  return rows.map(({ period }) => period);
};

export type DeltaRun = { importId: string; kind: string; name: string; previousPeriod: string | null };
/** The files of a month. */
export const listDeltaRuns = async (ctx: Context, period: string): Promise<DeltaRun[]> => {
  const { rows } = await sql<DeltaRun>`
    select import_id as "importId", file_kind as kind, file_name as name, previous_period as "previousPeriod"
    from centre_delta_run where period = ${period} order by made_at`.execute(ctx.tx);
  return rows;
};

export type DeltaPlace = { areaId: number; label: string; unanswered: number } & Record<DeltaKind, number>;
/** How many lines of each kind a desa has, of people in the reader's sight. */
export const listDeltaPlaces = async (ctx: Context, period: string): Promise<DeltaPlace[]> => {
  const { rows } = await sql<DeltaPlace>`
    select d.area_id as "areaId", a.label,
      count(*) filter (where d.kind = 'baru')::int as baru, count(*) filter (where d.kind = 'hilang')::int as hilang,
      count(*) filter (where d.kind = 'desil_naik')::int as desil_naik, count(*) filter (where d.kind = 'desil_turun')::int as desil_turun,
      count(*) filter (where d.kind = 'bantuan_baru')::int as bantuan_baru, count(*) filter (where d.kind = 'bantuan_hilang')::int as bantuan_hilang,
      count(*) filter (where d.kind = 'exclude')::int as exclude,
      count(*) filter (where d.kind = 'bantuan_hilang' and d.answer is null)::int as unanswered
    from centre_delta d join centre_delta_run r on r.import_id = d.import_id join area a on a.id = d.area_id
    where r.period = ${period} group by d.area_id, a.label order by a.label`.execute(ctx.tx);
  return rows;
};

export type DeltaFilter = {
  period: string;
  kind: DeltaKind;
  areaId?: number | undefined;
  open?: boolean | undefined;
};
export type DeltaLine = {
  id: string;
  personId: string | null;
  familyId: string | null;
  name: string;
  area: string;
  programme: string | null;
  was: string | null;
  becomes: string | null;
  reason: string | null;
  answer: Answer | null;
  note: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  version: number;
};

/** Lines of one kind behind line `after`. A family is called by its head. Where the centre flags the person, its reason says why. */
export const listDeltaLines = async (
  ctx: Context,
  { period, kind, areaId, open }: DeltaFilter,
  after: string,
  limit: number,
): Promise<DeltaLine[]> => {
  const { rows } = await sql<DeltaLine>`
    select d.id::text as id, d.person_id as "personId", d.family_id as "familyId", a.label as area, d.programme, d.was, d.becomes,
      coalesce(d.reason, (select 'Ditandai pusat: ' || e.reason from exclude_flag e where e.person_id = d.person_id
        and e.state in ('terbuka', 'diminta') and e.programme in ('SEMUA', d.programme) order by e.seen_period desc limit 1)) as reason,
      coalesce((select p.name from person p where p.id = d.person_id), (select p.name from family_member m join person p on p.id = m.person_id
        where m.family_id = d.family_id and m.state = 'sah' and upper_inf(m.during) order by m.shdk, m.id limit 1), '') as name,
      d.answer, d.answer_note as note, (select c.display_name from account c where c.id = d.answered_by) as "answeredBy",
      d.answered_at as "answeredAt", d.version
    from centre_delta d join centre_delta_run r on r.import_id = d.import_id join area a on a.id = d.area_id
    where r.period = ${period} and d.kind = ${kind} and d.id > ${after}::bigint
      and ${areaId === undefined ? sql`true` : sql`d.area_id = ${areaId}`} and ${open ? sql`d.answer is null` : sql`true`}
    order by d.id limit ${limit}`.execute(ctx.tx);
  return rows;
};

export type HeldLine = {
  kind: DeltaKind;
  areaId: number;
  answer: Answer | null;
  version: number;
  personId: string | null;
};
export const lockDeltaLine = async (ctx: Context, id: string): Promise<HeldLine | undefined> => {
  const { rows } = await sql<HeldLine>`
    select kind, area_id as "areaId", answer, version, person_id as "personId" from centre_delta where id = ${id}::bigint for update`.execute(
    ctx.tx,
  );
  return rows[0];
};

export const saveAnswer = async (ctx: Context, id: string, answer: Answer, note: string): Promise<void> => {
  await sql`
    update centre_delta set answer = ${answer}, answer_note = ${note}, answered_by = ${ctx.actor.accountId}, answered_at = ${ctx.now},
      version = version + 1 where id = ${id}::bigint`.execute(ctx.tx);
};

/** Aid that stopped in the newest month and nobody has looked into. */
export const countUnanswered = async (ctx: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from centre_delta d join centre_delta_run r on r.import_id = d.import_id
    where d.kind = 'bantuan_hilang' and d.answer is null and r.period = (select max(period) from centre_delta_run)`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};
