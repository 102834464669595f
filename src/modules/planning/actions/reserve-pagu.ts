import { formatRupiah, type Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import type { Balance, Shortage } from '../domain/ledger.ts';
import { balancesOf } from '../sql/ledger.ts';
import { book, lockLine } from './book.ts';

/** `each`: what one family costs, so that the refusal can say how many families are too many. */
export type Reservation = {
  lineId: string;
  amount: Rupiah;
  key: string;
  document: string;
  refKind: string;
  refId: string;
  each?: Rupiah;
};

const tooLittle =
  (each: Rupiah | undefined) =>
  (s: Shortage): string => {
    const families = each ? (s.needs - s.has + each - 1n) / each : undefined;
    const less = families === undefined ? 'Kurangi jumlahnya' : `Kurangi ${families} keluarga`;
    return `Belum bisa disiapkan: daftar ini perlu ${formatRupiah(s.needs)}, sisa pagu ${formatRupiah(s.has)}. ${less} atau ajukan pergeseran.`;
  };

/**
 * Reserves pagu for something that will be paid later (kind `pesan`), under the line's row lock: of two at once that do not
 * fit together, the second is refused (409 `pagu.tidak_cukup`). Idempotent by key. The caller asks `admitAct` first.
 */
export const reservePagu = async (
  ctx: Context,
  wanted: Reservation,
): Promise<{ entryId: string; balance: Balance }> => {
  const locked = await lockLine(ctx, wanted.lineId);
  const { entryId } = await book(
    ctx,
    locked,
    {
      lineId: wanted.lineId,
      kind: 'pesan',
      amount: wanted.amount,
      document: wanted.document,
      key: wanted.key,
      refKind: wanted.refKind,
      refId: wanted.refId,
      onDate: ctx.today,
    },
    tooLittle(wanted.each),
  );
  return { entryId, balance: (await balancesOf(ctx, [wanted.lineId])).get(wanted.lineId)! };
};
