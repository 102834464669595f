import { sql } from 'kysely';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';

export type ProgrammeRow = {
  programmeId: string;
  programme: string;
  budgetLineId: string | null;
  planned: number;
  served: number;
};
export type DesaRow = {
  desaId: number;
  desa: string;
  kecamatan: string;
  planned: number;
  served: number;
  ditetapkan: Rupiah;
  diserahterimakan: Rupiah;
};

const EFFECTIVE = sql`coalesce((select sum(h.amount) from handover h join lateral
  (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif' where h.entitlement_id = e.id), 0)`;

/** Programmes with a budget line of the year, and how many units they planned and served. */
export const listProgrammeRows = async (ctx: Context, year: number): Promise<ProgrammeRow[]> =>
  (
    await sql<ProgrammeRow>`
      select p.id as "programmeId", p.name as programme, p.budget_line_id as "budgetLineId", count(e.id)::int as planned, count(e.id) filter (where e.state = 'terpenuhi')::int as served
      from programme p join budget_line l on l.id = p.budget_line_id and l.year = ${year} left join entitlement e on e.programme_id = p.id and e.state <> 'batal'
      group by 1, 2, 3 order by 2`.execute(ctx.tx)
  ).rows;

/** What was set by decree and handed over in each desa of the reader's areas. */
export const listDesaRows = async (ctx: Context, year: number, programmeId: string | undefined): Promise<DesaRow[]> =>
  (
    await sql<DesaRow>`
      select d.id as "desaId", d.name as desa, coalesce(k.name, '') as kecamatan, count(*)::int as planned, count(*) filter (where e.state = 'terpenuhi')::int as served,
             sum(e.amount)::bigint as ditetapkan, sum(${EFFECTIVE})::bigint as diserahterimakan
      from entitlement e join programme p on p.id = e.programme_id join budget_line l on l.id = p.budget_line_id and l.year = ${year}
      join area a on a.id = e.area_id join area d on d.id = a.desa_id left join area k on k.id = d.kec_id
      where e.state <> 'batal' and (${programmeId ?? null}::uuid is null or e.programme_id = ${programmeId ?? null}::uuid)
      group by d.id, d.name, k.name order by k.name, d.name`.execute(ctx.tx)
  ).rows;

export type HandRow = {
  programmeId: string;
  added: number;
  addedRupiah: Rupiah;
  removed: number;
  removedRupiah: Rupiah;
};

/** Per programme, in its lists in force: families added by hand with a place, and families taken out or not held by hand, with the money. */
export const listHandRows = async (ctx: Context): Promise<HandRow[]> =>
  (
    await sql<HandRow>`
      select v.programme_id as "programmeId",
             count(*) filter (where d.kind = 'tambahkan' and r.place = 'masuk')::int as added,
             coalesce(sum(n.benefit) filter (where d.kind = 'tambahkan' and r.place = 'masuk'), 0)::bigint as "addedRupiah",
             count(*) filter (where d.kind <> 'tambahkan' and r.place <> 'masuk')::int as removed,
             coalesce(sum(n.benefit) filter (where d.kind <> 'tambahkan' and r.place <> 'masuk'), 0)::bigint as "removedRupiah"
      from selection_run n join programme_version v on v.id = n.version_id
      join programme_decision d on d.programme_id = v.programme_id and d.at <= n.created_at
        and (d.withdrawn_at is null or d.withdrawn_at > n.created_at) and (d.kind <> 'tambahkan' or d.second_at <= n.created_at)
      join selection_row r on r.run_id = n.id and r.family_id = d.family_id
      where n.state = 'berlaku' group by 1`.execute(ctx.tx)
  ).rows;
