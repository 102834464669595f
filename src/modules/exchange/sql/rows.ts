import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { CheckedRow, Reason, Verdict } from '../domain/checked-row.ts';

/** Stages rows as they were looked at: one statement a chunk. */
export const insertRows = async (ctx: Context, importId: string, rows: readonly CheckedRow[]): Promise<void> => {
  const given = rows.map((row) => ({
    ...row,
    area_id: row.areaId,
    codes: [...new Set(row.reasons.map(({ code }) => code))],
  }));
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${toJson(given)}::jsonb)
        as r(no integer, cells jsonb, verdict text, reasons jsonb, area_id integer, parsed jsonb, keys text[], content text, codes text[])
    ), staged as (
      insert into import_row (import_id, no, verdict, change, area_id, codes, keys, content)
      select ${importId}::uuid, no, verdict, case when verdict <> 'kembali' then 'baru' end, area_id, codes, keys, content from given order by no
      returning id, no
    )
    insert into import_cells (row_id, cells, parsed, reasons)
    select s.id, g.cells, nullif(g.parsed, 'null'::jsonb), g.reasons from staged s join given g on g.no = s.no`.execute(
    ctx.tx,
  );
};

/** Adds what only the whole file shows. `verdict` lowers the row's own; a row that comes back keeps nothing of what it meant. */
export const addReasons = async (
  ctx: Context,
  importId: string,
  verdict: Exclude<Verdict, 'siap'>,
  reasons: readonly { no: number; reason: Reason }[],
): Promise<void> => {
  if (reasons.length === 0) return;
  const byRow = [...Map.groupBy(reasons, ({ no }) => no)].map(([no, list]) => ({
    no,
    reasons: list.map(({ reason }) => reason),
    codes: list.map(({ reason }) => reason.code),
  }));
  await sql`
    with told as materialized (
      select * from jsonb_to_recordset(${toJson(byRow)}::jsonb) as t(no integer, reasons jsonb, codes text[])
    ), marked as (
      update import_row r set codes = array(select distinct unnest(r.codes || t.codes)),
        verdict = case when r.verdict = 'kembali' then r.verdict else ${verdict} end,
        change = case when ${verdict} = 'kembali' then null else r.change end
      from told t where r.import_id = ${importId} and r.no = t.no returning r.id, r.no
    )
    update import_cells c set reasons = c.reasons || t.reasons from marked m join told t on t.no = m.no where c.row_id = m.id`.execute(
    ctx.tx,
  );
};

export const deleteRows = async (ctx: Context, importId: string): Promise<void> => {
  await ctx.tx.deleteFrom('import_row').where('import_id', '=', importId).execute();
};

export type RowFilter = {
  verdict?: Verdict | undefined;
  change?: 'baru' | 'berubah' | 'tetap' | undefined;
  code?: string | undefined;
  areaId?: number | undefined;
  /** Rows that an undo left as they are. */
  kept?: boolean | undefined;
};
export type ListedRow = {
  id: bigint;
  no: number;
  verdict: Verdict;
  change: string | null;
  codes: string[];
  outcome: string | null;
  keptWhy: string | null;
  area: string | null;
  cells: string[];
  parsed: unknown;
  previous: unknown;
  reasons: Reason[];
};

const fits = ({ verdict, change, code, areaId, kept }: RowFilter) => sql`
  ${verdict ? sql`r.verdict = ${verdict}` : sql`true`} and ${change ? sql`r.change = ${change}` : sql`true`}
  and ${code ? sql`${code} = any (r.codes)` : sql`true`} and ${areaId ? sql`r.area_id = ${areaId}` : sql`true`}
  and ${kept ? sql`r.kept_why is not null` : sql`true`}`;

/** Rows in the order of the file, after row number `after`. */
export const listRows = async (
  ctx: Context,
  importId: string,
  filter: RowFilter,
  after: number,
  limit: number,
): Promise<ListedRow[]> => {
  const { rows } = await sql<ListedRow>`
    with page as (
      select r.* from import_row r where r.import_id = ${importId} and r.no > ${after} and ${fits(filter)} order by r.no limit ${limit}
    )
    select r.id, r.no, r.verdict, r.change, r.codes, r.outcome, r.kept_why as "keptWhy", a.label as area, c.cells, c.parsed, c.reasons,
           case when r.change = 'berubah' then p.parsed end as previous
    from page r join import_cells c on c.row_id = r.id
    left join area a on a.id = r.area_id
    left join import_cells p on p.row_id = r.previous_row_id
    order by r.no`.execute(ctx.tx);
  return rows;
};

export const countRows = async (ctx: Context, importId: string, filter: RowFilter): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from import_row r where r.import_id = ${importId} and ${fits(filter)}`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
};

/** Rows of the file before that this one no longer lists. */
export const listMissing = async (
  ctx: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<ListedRow[]> => {
  const { rows } = await sql<ListedRow>`
    with page as (
      select p.* from import_file f join import_row p on p.import_id = f.previous_id
      where f.id = ${importId} and p.verdict <> 'kembali' and p.no > ${after}
        and not exists (select 1 from import_row n where n.import_id = f.id and n.previous_row_id = p.id)
      order by p.no limit ${limit}
    )
    select r.id, r.no, r.verdict, 'tidak_tercantum' as change, r.codes, r.outcome, null as "keptWhy", a.label as area, c.cells, c.parsed,
           c.reasons, null as previous
    from page r join import_cells c on c.row_id = r.id left join area a on a.id = r.area_id order by r.no`.execute(
    ctx.tx,
  );
  return rows;
};

/** Names of the desa and kelurahan the agency serves, by id as text. */
export const areaNames = async (ctx: Context): Promise<Map<string, string>> => {
  const rows = await ctx.tx.selectFrom('area').select(['id', 'name']).where('kind', '=', 'desa').execute();
  return new Map(rows.map(({ id, name }) => [String(id), name]));
};
