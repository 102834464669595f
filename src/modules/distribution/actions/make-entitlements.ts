import { newReceiptCode } from '#kernel/receipt-code.ts';
import type { Context } from '#platform/db/context.ts';
import { addEntitlements } from '../sql/entitlements.ts';

/** In the transaction that puts a list in force: what each family or person is due, with a code to scan or type. */
export const makeEntitlements = async (
  ctx: Context,
  list: { decreeId: string; programmeId: string },
): Promise<void> => {
  const made = await addEntitlements(ctx, list.decreeId, newReceiptCode);
  await ctx.record({
    event: 'entitlement.made',
    subjectKind: 'decree',
    subjectId: list.decreeId,
    after: { programmeId: list.programmeId, ...made },
  });
};
