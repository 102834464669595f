import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { SiksRow } from '../domain/siks/row.ts';
import type { Candidate } from '../domain/target.ts';

export type SiksChunkRow = {
  id: bigint;
  no: number;
  change: 'baru' | 'berubah' | 'tetap';
  content: string | null;
  parsed: SiksRow;
  /** Whom the row of the file before was for. */
  previousPerson: string | null;
  /** What that row said; only where it differs. */
  previous: SiksRow | null;
};

/** The next rows to go in, in the order of the file. */
export const listSiksRows = async (
  ctx: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<SiksChunkRow[]> => {
  const { rows } = await sql<SiksChunkRow>`
    with page as (
      select * from import_row r where r.import_id = ${importId} and r.verdict <> 'kembali' and r.no > ${after} order by r.no limit ${limit}
    )
    select r.id, r.no, r.change, r.content, c.parsed, p.person_id as "previousPerson", case when r.change = 'berubah' then pc.parsed end as previous
    from page r join import_cells c on c.row_id = r.id
    left join import_row p on p.id = r.previous_row_id
    left join import_cells pc on pc.row_id = r.previous_row_id
    order by r.no`.execute(ctx.tx);
  return rows;
};

export type Asked = {
  no: number;
  previous: string | null;
  id_dtks: string | null;
  nik: string | null;
  fold: string;
  birth: LocalDate | null;
};

/** Whom these rows may mean, protected people too. */
export const listTargets = async (ctx: Context, importId: string, asked: readonly Asked[]): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select no, via, person_id as "personId", protection, likeness, same_birth as "sameBirth", family_id as "familyId", life
    from import_targets(${importId}, ${toJson(asked)}::jsonb)`.execute(ctx.tx);
  return rows;
};

/** Families that these KK numbers have now, those in sight. */
export const listFamiliesOfCards = async (
  ctx: Context,
  numbers: readonly string[],
): Promise<{ nomorKk: string; familyId: string }[]> => {
  const { rows } = await sql<{ nomorKk: string; familyId: string }>`
    select c.nomor_kk as "nomorKk", c.family_id as "familyId" from family_card c
    where c.nomor_kk = any (${[...new Set(numbers)]}::text[]) and c.state = 'aktif'`.execute(ctx.tx);
  return rows;
};

export type Known = {
  id: string;
  version: number;
  observedOn: LocalDate;
  numbers: string[];
  familyId: string | null;
  shdk: number | null;
  familyVersion: number | null;
  familyArea: number | null;
  familyAddress: string | null;
  nomorKk: string | null;
};

/** What the register knows of people whom rows mean; those in sight only. */
export const listKnown = async (ctx: Context, personIds: readonly string[]): Promise<Map<string, Known>> => {
  const { rows } = await sql<Known>`
    select p.id, p.version, p.observed_on as "observedOn",
           array(select i.kind || ':' || i.value from person_identifier i where i.person_id = p.id and i.state <> 'salah') as numbers,
           m.family_id as "familyId", m.shdk, f.version as "familyVersion", f.scope_area_id as "familyArea", f.address as "familyAddress",
           (select c.nomor_kk from family_card c where c.family_id = f.id and c.state = 'aktif' order by c.id desc limit 1) as "nomorKk"
    from person p left join family_member m on m.person_id = p.id and m.state = 'sah' and upper_inf(m.during)
    left join family f on f.id = m.family_id
    where p.id = any (${[...personIds]}::uuid[]) and p.merged_into is null`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
};

export type Outcome = 'dibuat' | 'diperbarui' | 'tetap' | 'meninggal' | 'dicatat' | 'tidak_cocok';
export type RowOutcome = {
  id: bigint;
  outcome: Outcome;
  personId: string | null;
  familyId: string | null;
  madePerson: boolean;
  madeFamily: boolean;
  before: Record<string, unknown> | null;
};

/** Marks rows as gone in, with whom each was for and what it made. */
export const saveOutcomes = async (ctx: Context, outcomes: readonly RowOutcome[]): Promise<void> => {
  if (outcomes.length === 0) return;
  await sql`
    update import_row r set outcome = o.outcome, person_id = o."personId", family_id = o."familyId", made_person = o."madePerson",
      made_family = o."madeFamily", before = o.before, committed_at = ${ctx.now}
    from jsonb_to_recordset(${toJson(outcomes)}::jsonb)
      as o(id bigint, outcome text, "personId" uuid, "familyId" uuid, "madePerson" boolean, "madeFamily" boolean, before jsonb)
    where r.id = o.id`.execute(ctx.tx);
};

export const countOutcomes = async (ctx: Context, importId: string): Promise<Record<string, number>> => {
  const { rows } = await sql<{ outcome: string; n: number }>`
    select outcome, count(*)::int as n from import_row where import_id = ${importId} and outcome is not null group by outcome
    union all
    select 'keluarga_baru', count(distinct family_id)::int from import_row where import_id = ${importId} and made_family`.execute(
    ctx.tx,
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
};
