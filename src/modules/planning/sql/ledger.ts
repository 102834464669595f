import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import { type Balance, balanceOf, type EntryKind } from '../domain/ledger.ts';

export type LedgerEntry = {
  id: string;
  kind: EntryKind;
  amount: Rupiah;
  document: string;
  key: string;
  refKind: string | null;
  refId: string | null;
  onDate: LocalDate;
  by: string;
  at: Date;
};
export type NewEntry = {
  lineId: string;
  kind: EntryKind;
  amount: Rupiah;
  document: string;
  key: string;
  refKind?: string | undefined;
  refId?: string | undefined;
  onDate: LocalDate;
};

/** Every entry of a line, the oldest first. */
export const listEntries = async (ctx: Context, lineId: string): Promise<LedgerEntry[]> =>
  ctx.tx
    .selectFrom('budget_entry as e')
    .innerJoin('account as a', 'a.id', 'e.by_account')
    .where('e.line_id', '=', lineId)
    .orderBy('e.at')
    .orderBy('e.id')
    .select([
      'e.id',
      sql<EntryKind>`e.kind`.as('kind'),
      'e.amount',
      'e.document',
      'e.key',
      'e.ref_kind as refKind',
      'e.ref_id as refId',
      'e.on_date as onDate',
      'a.display_name as by',
      'e.at',
    ])
    .execute();

type Sum = { lineId: string; kind: EntryKind; ref: string | null; amount: Rupiah };

const sumEntries = async (ctx: Context, lineIds: readonly string[]): Promise<Sum[]> => {
  if (lineIds.length === 0) return [];
  return ctx.tx
    .selectFrom('budget_entry')
    .where('line_id', 'in', [...lineIds])
    .groupBy(['line_id', 'kind', 'ref_id'])
    .select([
      'line_id as lineId',
      sql<EntryKind>`kind`.as('kind'),
      'ref_id as ref',
      sql<bigint>`sum(amount)::bigint`.as('amount'),
    ])
    .execute();
};

/** Balances of lines, derived from their entries; a line without entries stands at zero. */
export const balancesOf = async (ctx: Context, lineIds: readonly string[]): Promise<Map<string, Balance>> => {
  const sums = await sumEntries(ctx, lineIds);
  return new Map(
    lineIds.map((id) => [
      id,
      balanceOf(sums.filter((s) => s.lineId === id).map((s) => ({ ...s, ref: s.ref ?? undefined }))),
    ]),
  );
};

export const findEntryByKey = async (ctx: Context, key: string) =>
  ctx.tx
    .selectFrom('budget_entry')
    .where('key', '=', key)
    .select(['id', 'line_id as lineId', 'kind', 'amount'])
    .executeTakeFirst();

export const addEntryRow = async (ctx: Context, entry: NewEntry): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('budget_entry')
    .values({
      id,
      line_id: entry.lineId,
      kind: entry.kind,
      amount: entry.amount,
      document: entry.document,
      key: entry.key,
      ref_kind: entry.refKind ?? null,
      ref_id: entry.refId ?? null,
      on_date: entry.onDate,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
  return id;
};

/** Handed over on a line by month (`2026-07`), from effective handovers only. */
export const listHandedOver = async (ctx: Context, lineId: string): Promise<{ month: string; amount: Rupiah }[]> => {
  const { rows } = await sql<{ month: string; amount: bigint }>`
    select month, amount from handed_over_by_month(${lineId}) order by month`.execute(ctx.tx);
  return rows;
};

/** Handed over per line, all months together. */
export const handedOverOf = async (ctx: Context, lineIds: readonly string[]): Promise<Map<string, Rupiah>> => {
  if (lineIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; amount: bigint }>`
    select l.id, coalesce(sum(h.amount), 0)::bigint as amount
    from jsonb_array_elements_text(${toJson(lineIds)}::jsonb) as wanted(id)
    join budget_line l on l.id = wanted.id::uuid
    left join lateral handed_over_by_month(l.id) h on true group by l.id`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row.amount]));
};
