import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { FundKind } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';

export type Desk = {
  programmeId: string;
  programme: string;
  period: string;
  desaId: number;
  desa: string;
  all: number;
  done: number;
  from: LocalDate | null;
  /** Kinds of funds that pay for what is due here. */
  fundKinds: FundKind[];
};

/** Where something is due in the actor's scope: one row a programme, period and desa. */
export const listDeskRows = async (ctx: Context): Promise<Desk[]> =>
  (
    await sql<Desk>`
      select e.programme_id as "programmeId", p.name as programme, e.period, a.desa_id as "desaId", d.label as desa, count(*)::int as all,
             count(*) filter (where e.state = 'terpenuhi')::int as done, min(g.on_date)::text as from,
             coalesce(array_agg(distinct s.kind) filter (where s.kind is not null), '{}') as "fundKinds"
      from entitlement e join programme p on p.id = e.programme_id join award w on w.id = e.award_id join decree g on g.id = w.decree_id
      join area a on a.id = e.area_id join area d on d.id = a.desa_id join selection_run r on r.id = w.run_id
      left join budget_line b on b.id = r.budget_line_id left join fund_source s on s.id = b.fund_source_id
      where e.state <> 'batal' group by 1, 2, 3, 4, 5 order by 2, 5`.execute(ctx.tx)
  ).rows;

export const findProgramme = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('programme').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
export const findDesa = (ctx: Context, id: number) =>
  ctx.tx.selectFrom('area').select(['id', 'label']).where('id', '=', id).where('kind', '=', 'desa').executeTakeFirst();
