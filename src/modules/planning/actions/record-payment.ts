import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatRupiah, type Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import type { Balance } from '../domain/ledger.ts';
import { findEntryByKey } from '../sql/ledger.ts';
import { book, checkDate, lockLine } from './book.ts';

export type Payment = {
  lineId: string;
  amount: Rupiah;
  number: string;
  onDate: LocalDate;
  /** The reservation (a prepared list) it is paid out of; undefined: out of what is left. */
  refId?: string | undefined;
  /** Whoever pays out of what is left has seen what is reserved on the line, and means it. */
  direct?: boolean | undefined;
};

const keyOf = (kind: string, p: Payment): string => `${kind}:${p.lineId}:${p.number.trim().toUpperCase()}`;

/**
 * An SP2D that names no list is taken from what is left. Where a list has reserved money, that is hardly ever meant: a page opened before
 * the list was prepared does not offer it. Then whoever pays is asked.
 */
const askWhichMoney = async (ctx: Context, payment: Payment, balance: Balance): Promise<void> => {
  if (payment.refId !== undefined || payment.direct || balance.dipesan === 0n) return;
  if (await findEntryByKey(ctx, keyOf('sp2d', payment))) return;
  refuse(
    'versi.berubah',
    409,
    `Baris ini punya dana yang sudah dipesan untuk daftar penerima, ${formatRupiah(balance.dipesan)}, dan belum terlihat saat Anda membuka halaman. Pilih SP2D ini untuk daftar yang mana, atau langsung dari sisa pagu. Isian Anda tidak hilang.`,
    { dipesan: balance.dipesan.toString() },
  );
};

const recordPayment = async (ctx: Context, kind: 'sp2d' | 'sts', payment: Payment): Promise<string> => {
  const locked = await lockLine(ctx, payment.lineId);
  checkDate(ctx, locked.line, payment.onDate, true);
  if (kind === 'sp2d') await askWhichMoney(ctx, payment, locked.balance);
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
 * Out of a reservation no more than is still reserved, else no more than is left; where money is reserved, `direct` says that the latter is meant.
 */
export const recordSp2d = (ctx: Context, payment: Payment): Promise<string> => recordPayment(ctx, 'sp2d', payment);

/** Records money paid back (STS): no more than was paid out. It returns to what is left of the pagu. */
export const recordSts = (ctx: Context, payment: Payment): Promise<string> => recordPayment(ctx, 'sts', payment);
