import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { FundKind } from '../domain/words.ts';

export type Moratorium = {
  id: string;
  fundKind: FundKind;
  areaId: number;
  areaLabel: string;
  from: LocalDate;
  to: LocalDate;
  document: string;
  exceptions: string;
};

/** `on`: only those in force that day. `areaIds`: only those that touch one of these places (their area contains it). */
export const listMoratoria = async (
  ctx: Context,
  wanted: { fundKind?: FundKind; on?: LocalDate; areaIds?: readonly number[] } = {},
): Promise<Moratorium[]> => {
  const { rows } = await sql<Moratorium>`
    select m.id, m.fund_kind as "fundKind", m.area_id as "areaId", a.label as "areaLabel", lower(m.during)::text as "from",
           (upper(m.during) - 1)::text as "to", m.document, m.exceptions
    from moratorium m join area a on a.id = m.area_id
    where ${wanted.fundKind ? sql`m.fund_kind = ${wanted.fundKind}` : sql`true`}
      and ${wanted.on ? sql`m.during @> ${wanted.on}::date` : sql`true`}
      and ${wanted.areaIds ? sql`exists (select 1 from area_tree t where t.ancestor_id = m.area_id and t.descendant_id = any (${[...wanted.areaIds]}::integer[]))` : sql`true`}
    order by lower(m.during) desc, m.id`.execute(ctx.tx);
  return rows;
};

export const addMoratoriumRow = async (
  ctx: Context,
  row: { fundKind: FundKind; areaId: number; from: LocalDate; to: LocalDate; document: string; exceptions: string },
): Promise<string> => {
  const id = uuid7();
  await sql`insert into moratorium (id, fund_kind, area_id, during, document, exceptions, recorded_by)
    values (${id}, ${row.fundKind}, ${row.areaId}, daterange(${row.from}::date, ${row.to}::date, '[]'), ${row.document}, ${row.exceptions}, ${ctx.actor.accountId})`.execute(
    ctx.tx,
  );
  return id;
};
