import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { book, lockLine } from './book.ts';

/**
 * Gives reserved pagu back (kind `lepas`): `amount`, or all that is still reserved for `refId`. Nothing happens when nothing is
 * reserved any more. Idempotent by key.
 * @returns what was released
 */
export const releasePagu = async (
  ctx: Context,
  wanted: { lineId: string; refId: string; key: string; document: string; refKind?: string; amount?: Rupiah },
): Promise<Rupiah> => {
  const locked = await lockLine(ctx, wanted.lineId);
  const amount = wanted.amount ?? locked.balance.reserved.get(wanted.refId) ?? 0n;
  if (amount === 0n) return 0n;
  const { booked } = await book(ctx, locked, {
    lineId: wanted.lineId,
    kind: 'lepas',
    amount,
    document: wanted.document,
    key: wanted.key,
    refKind: wanted.refKind ?? 'selection_run',
    refId: wanted.refId,
    onDate: ctx.today,
  });
  return booked ? amount : 0n;
};
