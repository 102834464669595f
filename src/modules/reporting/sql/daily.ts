import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { addDays, startOfDay } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';

export type DailyNumbers = {
  usulanMasuk: number;
  usulanDiputus: number;
  serahTerima: number;
  nilaiSerahTerima: Rupiah;
  ganda: number;
  perbuatan: number;
  pembacaan: number;
};

/** Counts of one day at the agency, from the rows themselves, within what the reader may see. */
export const countDay = async (ctx: Context, on: LocalDate): Promise<DailyNumbers> => {
  const [from, to] = [startOfDay(on, ctx.actor.zone), startOfDay(addDays(on, 1), ctx.actor.zone)];
  const { rows } = await sql<DailyNumbers>`
    with given as (
      select h.amount, (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) as ruling
      from handover h where h.occurred_at >= ${from} and h.occurred_at < ${to}
    )
    select (select count(*) from usulan where created_at >= ${from} and created_at < ${to})::int as "usulanMasuk",
           (select count(*) from usulan_event where at >= ${from} and at < ${to} and to_state in ('disetujui', 'ditolak'))::int as "usulanDiputus",
           (select count(*) from given where ruling = 'efektif')::int as "serahTerima",
           (select coalesce(sum(amount), 0) from given where ruling = 'efektif')::bigint as "nilaiSerahTerima",
           (select count(*) from given where ruling = 'ganda')::int as ganda,
           (select count(*) from audit where at >= ${from} and at < ${to})::int as perbuatan,
           (select count(*) from access_log where at >= ${from} and at < ${to})::int as pembacaan`.execute(ctx.tx);
  return rows[0]!;
};

/** The last sealed block up to the end of that day. */
export const findBlockOf = async (ctx: Context, on: LocalDate): Promise<{ no: bigint; root: string } | undefined> =>
  ctx.tx
    .selectFrom('audit_block')
    .select(['no', 'root'])
    .where('sealed_at', '<', startOfDay(addDays(on, 1), ctx.actor.zone))
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The report of that day was kept (and mailed) already. */
export const isKept = async (ctx: Context, on: LocalDate): Promise<boolean> =>
  (await ctx.tx.selectFrom('daily_report').select('on_date').where('on_date', '=', on).executeTakeFirst()) !==
  undefined;
