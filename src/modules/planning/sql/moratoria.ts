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
  /** Places it leaves out, each by a document. */
  excepted: { label: string; document: string }[];
  /** The document that ended it before its day. */
  endedDocument: string | null;
};

/** `on`: only those in force that day. `areaIds`: only those that touch one of these places (their area contains it). */
export const listMoratoria = async (
  ctx: Context,
  wanted: { fundKind?: FundKind; on?: LocalDate; areaIds?: readonly number[] } = {},
): Promise<Moratorium[]> => {
  const { rows } = await sql<Moratorium>`
    select m.id, m.fund_kind as "fundKind", m.area_id as "areaId", a.label as "areaLabel", lower(m.during)::text as "from",
           (upper(m.during) - 1)::text as "to", m.document, m.exceptions, m.ended_document as "endedDocument",
           (select coalesce(jsonb_agg(jsonb_build_object('label', x.label, 'document', e.document) order by x.label), '[]')
            from moratorium_exception e join area x on x.id = e.area_id where e.moratorium_id = m.id) as excepted
    from moratorium m join area a on a.id = m.area_id
    where ${wanted.fundKind ? sql`m.fund_kind = ${wanted.fundKind}` : sql`true`}
      and ${wanted.on ? sql`m.during @> ${wanted.on}::date` : sql`true`}
      and ${
        wanted.areaIds
          ? sql`exists (select 1 from area_tree t where t.ancestor_id = m.area_id and t.descendant_id = any (${[...wanted.areaIds]}::integer[])
        and not exists (select 1 from moratorium_exception e join area_tree x on x.ancestor_id = e.area_id
          where e.moratorium_id = m.id and x.descendant_id = t.descendant_id))`
          : sql`true`
      }
    order by lower(m.during) desc, m.id`.execute(ctx.tx);
  return rows;
};

/** The moratorium, taken; `within`: whether this area lies in its territory. */
export const lockMoratorium = async (
  ctx: Context,
  id: string,
  areaId: number | null,
): Promise<{ areaId: number; from: LocalDate; to: LocalDate; within: boolean } | undefined> => {
  const { rows } = await sql<{ areaId: number; from: LocalDate; to: LocalDate; within: boolean }>`
    select m.area_id as "areaId", lower(m.during)::text as "from", (upper(m.during) - 1)::text as "to",
      exists (select 1 from area_tree t where t.ancestor_id = m.area_id and t.descendant_id = ${areaId}) as within
    from moratorium m where m.id = ${id} for update`.execute(ctx.tx);
  return rows[0];
};

/** Leaves a place out; false when it is left out already. */
export const addExceptionRow = async (ctx: Context, id: string, areaId: number, document: string): Promise<boolean> => {
  const { rows } = await sql`
    insert into moratorium_exception (moratorium_id, area_id, document, recorded_by, recorded_at)
    values (${id}, ${areaId}, ${document}, ${ctx.actor.accountId}, ${ctx.now}) on conflict do nothing returning area_id`.execute(
    ctx.tx,
  );
  return rows.length > 0;
};

/** `on`: the last day it holds. */
export const endMoratoriumRow = async (ctx: Context, id: string, on: LocalDate, document: string): Promise<void> => {
  await sql`
    update moratorium set during = daterange(lower(during), ${on}::date, '[]'), ended_document = ${document},
      ended_by = ${ctx.actor.accountId}, ended_at = ${ctx.now} where id = ${id}`.execute(ctx.tx);
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
