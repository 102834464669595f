import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { book, checkDate, lockLine } from './book.ts';

export type Payment = {
  lineId: string;
  amount: Rupiah;
  number: string;
  onDate: LocalDate;
  /** The reservation (a prepared list) it is paid out of; undefined: out of what is left. */
  refId?: string | undefined;
};

const keyOf = (kind: string, p: Payment): string => `${kind}:${p.lineId}:${p.number.trim().toUpperCase()}`;

const recordPayment = async (ctx: Context, kind: 'sp2d' | 'sts', payment: Payment): Promise<string> => {
  const locked = await lockLine(ctx, payment.lineId);
  checkDate(ctx, locked.line, payment.onDate, true);
  const { entryId } = await book(ctx, locked, {
    lineId: payment.lineId,
    kind,
    amount: payment.amount,
    document: payment.number.trim(),
    key: keyOf(kind, payment),
    ...(payment.refId === undefined ? {} : { refKind: 'selection_run', refId: payment.refId }),
    onDate: payment.onDate,
  });
  return entryId;
};

/**
 * Records an SP2D of SIPD on a line. The same number with the same amount is recorded once; with another amount it is refused.
 * Out of a reservation no more than is still reserved, else no more than is left.
 */
export const recordSp2d = (ctx: Context, payment: Payment): Promise<string> => recordPayment(ctx, 'sp2d', payment);

/** Records money paid back (STS): no more than was paid out. It returns to what is left of the pagu. */
export const recordSts = (ctx: Context, payment: Payment): Promise<string> => recordPayment(ctx, 'sts', payment);
