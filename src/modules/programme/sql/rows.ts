import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Place } from '../domain/compute.ts';
import type { ListRow, RowReason } from '../domain/list-rows.ts';

const CHUNK = 5000;

/** Writes a list's rows, some thousands a statement. */
export const addListRows = async (ctx: Context, runId: string, rows: readonly ListRow[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await sql`
      insert into selection_row (run_id, family_id, person_id, area_id, verdict, tier, score, rank, place, reserve_no, binding, reasons, held_until)
      select ${runId}::uuid, x."familyId", x."personId", x."areaId", x.verdict, x.tier, x.score, x.rank, x.place, x."reserveNo", x.binding, x.reasons, x."heldUntil"
      from jsonb_to_recordset(${toJson(rows.slice(from, from + CHUNK))}::jsonb)
        as x("familyId" uuid, "personId" uuid, "areaId" integer, verdict text, tier integer, score integer, rank integer, place text,
             "reserveNo" integer, binding text, reasons jsonb, "heldUntil" date)`.execute(ctx.tx);
  }
};

export type StoredRow = {
  familyId: string;
  personId: string | null;
  areaId: number;
  areaLabel: string;
  verdict: 'ya' | 'tidak' | 'belum';
  tier: number;
  score: number | null;
  rank: number | null;
  place: Place;
  reserveNo: number | null;
  binding: string | null;
  reasons: RowReason[];
  heldUntil: LocalDate | null;
};

const rowQuery = (ctx: Context) =>
  ctx.tx
    .selectFrom('selection_row as r')
    .leftJoin('area as a', 'a.id', 'r.area_id')
    .select([
      'r.family_id as familyId',
      'r.person_id as personId',
      'r.area_id as areaId',
      sql<string>`coalesce(a.label, '')`.as('areaLabel'),
      sql<StoredRow['verdict']>`r.verdict`.as('verdict'),
      'r.tier',
      'r.score',
      'r.rank',
      sql<Place>`r.place`.as('place'),
      'r.reserve_no as reserveNo',
      'r.binding',
      sql<RowReason[]>`r.reasons`.as('reasons'),
      'r.held_until as heldUntil',
    ]);

export type RowFilter = { place?: Place | 'verifikasi' | undefined; areaId?: number | undefined };

/** A page of a list: by rank; `verifikasi` = families whose eligibility is unknown. `after` is a rank, or the family for those without. */
export const listStoredRows = async (
  ctx: Context,
  runId: string,
  filter: RowFilter,
  page: { after?: { rank: number; familyId: string } | undefined; limit: number },
): Promise<StoredRow[]> => {
  const ranked = sql<number>`coalesce(r.rank, 2147483647)`;
  let query = rowQuery(ctx).where('r.run_id', '=', runId);
  if (filter.place === 'verifikasi') query = query.where('r.verdict', '=', 'belum');
  else if (filter.place) query = query.where('r.place', '=', filter.place);
  if (filter.areaId !== undefined)
    query = query.where(
      sql<boolean>`r.area_id in (select t.descendant_id from area_tree t where t.ancestor_id = ${filter.areaId})`,
    );
  const { after } = page;
  if (after) query = query.where(sql<boolean>`(${ranked}, r.family_id) > (${after.rank}, ${after.familyId}::uuid)`);
  return query.orderBy(ranked).orderBy('r.family_id').limit(page.limit).execute();
};

/** What lists say about one family, the newest list of each programme first. */
export const listRowsOfFamily = async (ctx: Context, familyId: string) =>
  rowQuery(ctx)
    .innerJoin('selection_run as s', 's.id', 'r.run_id')
    .innerJoin('programme_version as v', 'v.id', 's.version_id')
    .where('r.family_id', '=', familyId)
    .orderBy('s.created_at', 'desc')
    .select(['s.id as runId', 's.state', 'v.programme_id as programmeId', 's.decree_id as decreeId'])
    .execute();

export type DesaCount = {
  areaId: number;
  label: string;
  kode: string;
  ya: number;
  belum: number;
  masuk: number;
  ditahan: number;
  cadangan: number;
};

/** Per desa; `rupiah` follows from masuk + ditahan. */
export const countByDesa = async (ctx: Context, runId: string): Promise<DesaCount[]> => {
  const { rows } = await sql<DesaCount>`
    select r.area_id as "areaId", coalesce(a.label, '') as label, coalesce(a.kode, '') as kode,
           count(*) filter (where r.verdict = 'ya')::int as ya, count(*) filter (where r.verdict = 'belum')::int as belum,
           count(*) filter (where r.place = 'masuk')::int as masuk, count(*) filter (where r.place = 'ditahan')::int as ditahan,
           count(*) filter (where r.place = 'cadangan')::int as cadangan
    from selection_row r left join area a on a.id = r.area_id
    where r.run_id = ${runId} group by 1, 2, 3
    having count(*) filter (where r.verdict <> 'tidak') > 0 order by 3, 1`.execute(ctx.tx);
  return rows;
};

/** One award for every admitted family of a list whose decree is in force; how many, and their sum. */
export const makeAwards = async (ctx: Context, runId: string): Promise<{ made: number; amount: Rupiah }> => {
  const { rows } = await sql<{
    made: number;
    amount: bigint;
  }>`select made, amount from award_list(${runId}::uuid)`.execute(ctx.tx);
  return rows[0]!;
};

/** Stops every award of a list whose decree was revoked; how many. */
export const stopAwards = async (ctx: Context, runId: string): Promise<number> => {
  const { rows } = await sql<{ stopped: number }>`select stop_awards(${runId}::uuid) as stopped`.execute(ctx.tx);
  return rows[0]!.stopped;
};
