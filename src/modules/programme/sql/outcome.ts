import { sql } from 'kysely';
import type { WrittenRow } from '#engines/aturan/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import type { Place } from '../domain/compute.ts';
import type { LeaveReason } from '../domain/list-change.ts';
import type { RowReason } from '../domain/list-rows.ts';

export type OutcomeRow = {
  programme: string;
  benefit: Rupiah;
  period: string;
  decreeNumber: string | null;
  decreeOn: LocalDate | null;
  place: Place;
  rank: number | null;
  reserveNo: number | null;
  heldUntil: LocalDate | null;
  admitted: number;
  reasons: RowReason[];
  rules: WrittenRow[];
  given: Record<string, unknown>;
  /** Why the family has no place on the list any more. */
  leftBy: LeaveReason | null;
  binding: string;
  /** The coded reason of the officer who took the family out. */
  decided: string | null;
};

/** What lists in force say about the family of this transaction's receipt; nothing without a receipt. */
export const listOutcomeRows = async (ctx: Context): Promise<OutcomeRow[]> => {
  const { rows } = await sql<OutcomeRow>`
    select programme, benefit, period, decree_number as "decreeNumber", decree_on as "decreeOn", place, rank, reserve_no as "reserveNo",
           held_until as "heldUntil", admitted, reasons, rules, given, left_by as "leftBy", binding, decided
    from public_outcome(${ctx.today}::date)`.execute(ctx.tx);
  return rows;
};
