import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

/** The usulan behind a receipt number with its salted PIN, and how many wrong PINs it had today. */
export const findReceiptSecret = async (ctx: Context, receiptNumber: string) => {
  const { rows } = await sql<{ usulan_id: string; pin_hash: string | null; misses: number }>`
    select usulan_id, pin_hash, misses from receipt_secret(${receiptNumber}, ${ctx.today})`.execute(ctx.tx);
  return rows[0];
};

export const noteMiss = async (ctx: Context, usulanId: string): Promise<void> => {
  await sql`select note_receipt_miss(${usulanId}, ${ctx.today})`.execute(ctx.tx);
};

/** The steps of the usulan that the receipt opens, oldest first. */
export const listReceiptEvents = async (ctx: Context, usulanId: string) =>
  ctx.tx
    .selectFrom('usulan_event')
    .select(['event', 'stage', 'to_state', 'citizen_text', 'at'])
    .where('usulan_id', '=', usulanId)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** What was sent to the citizen outside the steps of the usulan. */
export const listReceiptNotices = async (ctx: Context, usulanId: string) =>
  ctx.tx.selectFrom('notice').select(['text', 'at']).where('usulan_id', '=', usulanId).orderBy('at').execute();

/** Wrong tries belong to the PIN they were made on. */
export const forgetMisses = async (ctx: Context, usulanId: string): Promise<void> => {
  await sql`select forget_receipt_misses(${usulanId})`.execute(ctx.tx);
};

/** How often a receipt's PIN was renewed; 0 for a number that does not exist. */
export const countPinRenewals = async (ctx: Context, number: string): Promise<number> =>
  (await sql<{ n: number }>`select receipt_renewals(${number}) as n`.execute(ctx.tx)).rows[0]!.n;
