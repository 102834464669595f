import { parsePin, parseReceiptCode } from '#kernel/receipt-code.ts';
import type { Context } from '#platform/db/context.ts';
import { isPin } from '../domain/receipt-pin.ts';
import { findReceiptSecret, noteMiss } from '../sql/receipt.ts';

export type OpenedReceipt = { ok: true; usulanId: string } | { ok: false; sentence: string };

const MOST_MISSES = 10;
const NO =
  'Nomor tanda terima atau PIN tidak cocok. Periksa kertas tanda terima; jika PIN hilang, kantor desa/kelurahan dapat membuat PIN baru.';
const LOCKED = 'Terlalu banyak PIN salah hari ini. Coba lagi besok, atau minta PIN baru di kantor desa/kelurahan.';

/**
 * Finds the usulan of a receipt number and its PIN, for the portal (databaseRole rukun_public, without a receipt yet). Answers instead of
 * throwing, because a wrong PIN is counted and the count must stay. An unknown number and a wrong PIN give the same sentence in the
 * same time; ten wrong PINs lock a number until the next day.
 */
export const openReceipt = async (ctx: Context, receiptNumber: string, pin: string): Promise<OpenedReceipt> => {
  const number = parseReceiptCode(receiptNumber);
  if (!number.ok) return { ok: false, sentence: number.sentence };
  const digits = parsePin(pin);
  if (digits === undefined) return { ok: false, sentence: 'PIN terdiri dari 6 angka; lihat kertas tanda terima.' };
  const found = await findReceiptSecret(ctx, number.value);
  if (found && found.misses >= MOST_MISSES) return { ok: false, sentence: LOCKED };
  if ((await isPin(digits, found?.pin_hash ?? null)) && found) return { ok: true, usulanId: found.usulan_id };
  if (found) {
    await noteMiss(ctx, found.usulan_id);
    await ctx.record({ event: 'receipt.missed', subjectKind: 'usulan', subjectId: found.usulan_id });
  }
  return { ok: false, sentence: NO };
};
