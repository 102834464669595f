import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';

/** The family a row means: by its KK number in use, else by the family of the NIK's holder. Those in sight only. */
const familyOf = sql`
  coalesce(
    (select f.id from family_card k join family f on f.id = k.family_id where k.nomor_kk = r.keys[1] and k.state = 'aktif' and f.merged_into is null),
    (select m.family_id from person_identifier i join family_member m on m.person_id = i.person_id and m.state = 'sah' and upper_inf(m.during)
     where i.kind = 'nik' and i.value = r.keys[2] and i.state = 'aktif'))`;

/** Rows whose family is not known here, and rows that name a family again with another desil. */
export const listDesilProblems = async (
  ctx: Context,
  importId: string,
): Promise<{ unknown: number[]; twice: { no: number; first: number }[] }> => {
  const { rows } = await sql<{ no: number; first: number | null }>`
    with meant as materialized (
      select r.no, ${familyOf} as family_id, c.parsed->>'desil' as desil
      from import_row r join import_cells c on c.row_id = r.id where r.import_id = ${importId} and r.verdict <> 'kembali'
    ), held as (
      select no, family_id, desil, first_value(no) over w as first, first_value(desil) over w as first_desil from meant
      where family_id is not null window w as (partition by family_id order by no)
    )
    select no, null as first from meant where family_id is null
    union all
    select no, first from held where desil <> first_desil`.execute(ctx.tx);
  return {
    unknown: rows.filter(({ first }) => first === null).map(({ no }) => no),
    twice: rows.flatMap(({ no, first }) => (first === null ? [] : [{ no, first }])),
  };
};

export type RankChunkRow = { id: bigint; no: number; content: string | null; desil: number; familyId: string | null };

/** The next rows to go in, each with the family it means now. */
export const listRankRows = async (
  ctx: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<RankChunkRow[]> => {
  const { rows } = await sql<RankChunkRow>`
    with page as (
      select * from import_row r where r.import_id = ${importId} and r.verdict <> 'kembali' and r.no > ${after} order by r.no limit ${limit}
    )
    select r.id, r.no, r.content, (c.parsed->>'desil')::int as desil, ${familyOf} as "familyId"
    from page r join import_cells c on c.row_id = r.id order by r.no`.execute(ctx.tx);
  return rows;
};

/**
 * Writes the centre's ranks of a period. A family that has one of the period already takes the newer file's; the old one is given back.
 * The one writer of desil.
 */
export const putRanks = async (
  ctx: Context,
  period: string,
  ranks: readonly { id: string; familyId: string; desil: number; rowId: bigint }[],
): Promise<Map<string, { desil: number; rowId: string }>> => {
  const given = toJson(
    ranks.map((rank) => ({ id: rank.id, family_id: rank.familyId, desil: rank.desil, row_id: rank.rowId })),
  );
  const { rows } = await sql<{ family_id: string; desil: number; row_id: string }>`
    select c.family_id, c.desil, c.import_row_id::text as row_id
    from jsonb_to_recordset(${given}::jsonb) as g(family_id uuid) join centre_rank c on c.family_id = g.family_id and c.period = ${period}`.execute(
    ctx.tx,
  );
  await sql`
    insert into centre_rank (id, family_id, period, desil, import_row_id)
    select g.id, g.family_id, ${period}, g.desil, g.row_id
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, family_id uuid, desil integer, row_id bigint)
    on conflict (family_id, period) do update set desil = excluded.desil, import_row_id = excluded.import_row_id`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.family_id, { desil: row.desil, rowId: row.row_id }]));
};
