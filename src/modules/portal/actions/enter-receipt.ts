import { setTimeout as wait } from 'node:timers/promises';
import { parsePin, parseReceiptCode } from '#kernel/receipt-code.ts';
import { countPinRenewals, openReceipt } from '#modules/intake/index.ts';
import { withActor } from '#platform/db/context.ts';
import { portalActor } from '../domain/portal-actor.ts';
import { type Desk, requireTry } from './limit-tries.ts';

/** No answer to a wrong pair comes earlier than this, so that its time tells nothing about the number. */
const ANSWER_MS = 400;

export type Entered = { ok: true; usulanId: string } | { ok: false; field: 'nomor' | 'pin'; sentence: string };

const judge = async (desk: Desk, requestId: string, ip: string, number: string, pin: string): Promise<Entered> => {
  const freeAddress = await requireTry(desk, 'address', ip);
  // Tries are counted for the PIN in force: whoever got a new one at the desk begins anew.
  const renewals = await withActor(desk.platform, portalActor(desk.agency), { requestId }, (ctx) =>
    countPinRenewals(ctx, number),
  );
  const freeReceipt = await requireTry(desk, 'receipt', renewals === 0 ? number : `${number} ${renewals}`);
  const opened = await withActor(desk.platform, portalActor(desk.agency), { requestId }, (ctx) =>
    openReceipt(ctx, number, pin),
  );
  if (!opened.ok) return { ok: false, field: 'nomor', sentence: opened.sentence };
  await Promise.all([freeAddress(), freeReceipt()]);
  return opened;
};

/**
 * Opens a receipt with its number and PIN. A slip of the pen is told at once, from what was typed alone; a pair that does not fit is
 * answered with one sentence, after one and the same time, whether the number exists or not. Refuses (429) after too many.
 */
export const enterReceipt = async (
  desk: Desk,
  requestId: string,
  ip: string,
  typed: { number: string; pin: string },
): Promise<Entered> => {
  const number = parseReceiptCode(typed.number);
  if (!number.ok) return { ok: false, field: 'nomor', sentence: number.sentence };
  const pin = parsePin(typed.pin);
  if (pin === undefined)
    return { ok: false, field: 'pin', sentence: 'PIN terdiri dari 6 angka; lihat kertas tanda terima.' };
  const floor = wait(ANSWER_MS);
  const entered = await judge(desk, requestId, ip, number.value, pin).catch(async (error: unknown) => {
    await floor;
    throw error;
  });
  if (!entered.ok) await floor;
  return entered;
};
