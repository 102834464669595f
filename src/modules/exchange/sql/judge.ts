import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { CrossRow } from '../domain/siks/cross-rows.ts';
import type { Counts, PlaceCount, ReasonCount } from '../domain/summary.ts';

/** What rows of the 23-column file are held against each other by; a few fields of every row. */
export const listCrossRows = async (ctx: Context, importId: string): Promise<CrossRow[]> => {
  const { rows } = await sql<{
    no: number;
    nik: string | null;
    id: string | null;
    kk: string | null;
    shdk: number | null;
  }>`
    select r.no, c.parsed->'nik'->>'value' as nik, c.parsed->>'idDtks' as id, c.parsed->'nomorKk'->>'value' as kk, (c.parsed->>'shdk')::int as shdk
    from import_row r join import_cells c on c.row_id = r.id
    where r.import_id = ${importId} and r.verdict <> 'kembali' order by r.no`.execute(ctx.tx);
  const claim = (value: string | null) =>
    value === null ? ({ state: 'kosong' } as const) : ({ state: 'sah', value } as const);
  return rows.map(({ no, nik, id, kk, shdk }) => ({
    number: no,
    row: { nik: claim(nik), idDtks: id, nomorKk: claim(kk), shdk: shdk as CrossRow['row']['shdk'] },
  }));
};

/**
 * Finds every row's person in the file before: by its first key that names one row in both files, among those not yet found, as
 * `compareRows` does in memory. Rows that mean the same are tetap, the others berubah; who is not found stays baru.
 */
export const compareWithPrevious = async (ctx: Context, importId: string, previousId: string): Promise<void> => {
  const step = (k: number) => sql`
    ${sql.raw(`p${k} as materialized`)} (
      select keys[${sql.lit(k)}] as key, min(id) as id from import_row
      where import_id = ${previousId} and verdict <> 'kembali' and keys[${sql.lit(k)}] is not null ${taken(k, 'pid', 'id')}
      group by 1 having count(*) = 1),
    ${sql.raw(`n${k} as materialized`)} (
      select keys[${sql.lit(k)}] as key, min(id) as id from import_row
      where import_id = ${importId} and verdict <> 'kembali' and keys[${sql.lit(k)}] is not null ${taken(k, 'nid', 'id')}
      group by 1 having count(*) = 1),
    ${sql.raw(`m${k} as materialized`)} (select p.id as pid, n.id as nid from ${sql.raw(`p${k} p join n${k} n`)} using (key))`;
  const taken = (k: number, column: 'pid' | 'nid', id: string) =>
    sql.join(
      Array.from({ length: k - 1 }, (_, j) =>
        sql.raw(`and not exists (select 1 from m${j + 1} x where x.${column} = ${id})`),
      ),
      sql` `,
    );
  await sql`
    with ${sql.join([1, 2, 3, 4].map(step), sql`, `)},
    pairs as (select * from m1 union all select * from m2 union all select * from m3 union all select * from m4)
    update import_row n set previous_row_id = p.id, change = case when p.content = n.content then 'tetap' else 'berubah' end
    from pairs x join import_row p on p.id = x.pid where n.id = x.nid`.execute(ctx.tx);
};

const countRows = async (ctx: Context, importId: string) => {
  const { rows } = await sql<Omit<NonNullable<Counts['check']>, 'reasons' | 'places' | 'tidakTercantum' | 'dikenal'>>`
    select count(*) filter (where verdict = 'siap')::int as siap, count(*) filter (where verdict = 'ragu')::int as ragu,
           count(*) filter (where verdict = 'kembali')::int as kembali, count(*) filter (where change = 'baru')::int as baru,
           count(*) filter (where change = 'berubah')::int as berubah, count(*) filter (where change = 'tetap')::int as tetap
    from import_row where import_id = ${importId}`.execute(ctx.tx);
  return rows[0]!;
};

const listReasonCounts = async (ctx: Context, importId: string): Promise<ReasonCount[]> => {
  const { rows } = await sql<ReasonCount>`
    select x->>'code' as code, min(x->>'column') as column, r.verdict, count(distinct r.id)::int as rows, min(x->>'sentence') as example
    from import_row r join import_cells c on c.row_id = r.id cross join jsonb_array_elements(c.reasons) x
    where r.import_id = ${importId} and r.verdict in ('ragu', 'kembali')
    group by x->>'code', r.verdict order by rows desc, code`.execute(ctx.tx);
  return rows;
};

const listPlaces = async (ctx: Context, importId: string): Promise<PlaceCount[]> => {
  const { rows } = await sql<PlaceCount>`
    with here as (
      select area_id, verdict, change, 0 as missing from import_row where import_id = ${importId} and verdict <> 'kembali' and area_id is not null
      union all
      select p.area_id, null, null, 1 from import_file f join import_row p on p.import_id = f.previous_id
      where f.id = ${importId} and p.verdict <> 'kembali' and p.area_id is not null
        and not exists (select 1 from import_row n where n.import_id = f.id and n.previous_row_id = p.id)
    )
    select h.area_id as "areaId", a.label, count(*) filter (where verdict = 'siap')::int as siap, count(*) filter (where verdict = 'ragu')::int as ragu,
           count(*) filter (where change = 'baru')::int as baru, count(*) filter (where change = 'berubah')::int as berubah, sum(missing)::int as "tidakTercantum"
    from here h join area a on a.id = h.area_id group by h.area_id, a.label order by a.label`.execute(ctx.tx);
  return rows;
};

const countKnown = async (ctx: Context, importId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from import_row r
    where r.import_id = ${importId} and r.change = 'baru' and (
      exists (select 1 from person_identifier i where i.kind = 'id_dtks' and i.value = r.keys[1] and i.state = 'aktif')
      or exists (select 1 from person_identifier i where i.kind = 'nik' and i.value = r.keys[2] and i.state = 'aktif'))`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};

const countMissing = async (ctx: Context, importId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from import_file f join import_row p on p.import_id = f.previous_id
    where f.id = ${importId} and p.verdict <> 'kembali'
      and not exists (select 1 from import_row n where n.import_id = f.id and n.previous_row_id = p.id)`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};

/** The numbers of a checked file, counted once and kept. */
export const summarizeCheck = async (
  ctx: Context,
  importId: string,
  isOfPeople: boolean,
): Promise<NonNullable<Counts['check']>> => ({
  ...(await countRows(ctx, importId)),
  tidakTercantum: await countMissing(ctx, importId),
  dikenal: isOfPeople ? await countKnown(ctx, importId) : 0,
  reasons: await listReasonCounts(ctx, importId),
  places: await listPlaces(ctx, importId),
});
