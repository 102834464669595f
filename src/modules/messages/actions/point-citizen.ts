import { formatReceiptCode } from '#kernel/receipt-code.ts';
import type { Context } from '#platform/db/context.ts';
import { listAddresses } from '../sql/citizen.ts';
import { addMessage, isWaiting } from '../sql/messages.ts';
import { findAgencyName } from '../sql/readers.ts';
import { getSetting } from '../sql/settings.ts';
import { compose } from './compose.ts';

/** Sends what waits in the queues of one agency (payload `{ agency }`). */
export const DELIVER_JOB = 'messages.deliver';

/**
 * Tells the holder of a number, on the ways she asked for, that her status page has news; never what the news is. Without an address
 * nothing leaves; one pointer that still waits is enough. What she did herself is no news to her.
 */
export const pointCitizen = async (ctx: Context, usulan: { id: string; receiptNumber: string }): Promise<void> => {
  if (ctx.actor.kind === 'warga') return;
  const addresses = await listAddresses(ctx, usulan.id);
  if (addresses.length === 0) return;
  const setting = await getSetting(ctx);
  const values = { nomor: formatReceiptCode(usulan.receiptNumber), dinas: await findAgencyName(ctx) };
  let added = 0;
  for (const { channel, address } of addresses) {
    if (channel !== 'surel' && !setting[channel]) continue;
    if (await isWaiting(ctx, usulan.id, channel)) continue;
    const template = channel === 'surel' ? 'warga.surel' : 'warga.singkat';
    const text = await compose(ctx, template, values);
    await addMessage(ctx, { template, channel, usulanId: usulan.id, recipient: address, ...text });
    added++;
  }
  if (added > 0) await ctx.enqueue(DELIVER_JOB, { agency: ctx.actor.agency }, `${DELIVER_JOB}.${ctx.actor.agency}`);
};
