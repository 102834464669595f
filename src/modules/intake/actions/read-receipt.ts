import type { Context } from '#platform/db/context.ts';
import { type ReceiptView, viewReceipt } from '../domain/receipt-view.ts';
import { listReceiptEvents, listReceiptNotices } from '../sql/receipt.ts';
import { listStages } from '../sql/stages.ts';
import { findReceiptId } from '../sql/submission.ts';
import { getUsulan } from '../sql/usulan-rows.ts';

/**
 * What the citizen's status page shows for the receipt of this occasion (Occasion.receipt, from `openReceipt`): the steps with dates, where
 * it is and who has it, what comes next, what she must do, the sentences she was told. Refuses (404) without a receipt.
 */
export const readReceipt = async (ctx: Context): Promise<ReceiptView> => {
  const usulan = await getUsulan(ctx, (await findReceiptId(ctx)) ?? '00000000-0000-0000-0000-000000000000');
  const { order } = await listStages(ctx, usulan.orderNo);
  const [events, notices] = [await listReceiptEvents(ctx, usulan.id), await listReceiptNotices(ctx, usulan.id)];
  return viewReceipt(usulan, order, events, notices, ctx.actor.zone);
};
