import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import type { Balance } from '../domain/ledger.ts';
import { balancesOf, handedOverOf } from '../sql/ledger.ts';
import { type BudgetLine, listLines } from '../sql/lines.ts';
import { getLine } from './book.ts';

/**
 * The four columns that are never mixed: pagu in force, reserved and not paid yet, SP2D less STS, and handed over to people
 * (effective handovers). `pagu = dipesan + cair + tersisa`; handed over is counted from receipts and stands apart.
 */
export type LineBalance = BudgetLine &
  Pick<Balance, 'pagu' | 'dipesan' | 'cair' | 'tersisa'> & { diserahterimakan: Rupiah };

const withBalances = async (ctx: Context, lines: readonly BudgetLine[]): Promise<LineBalance[]> => {
  const ids = lines.map((line) => line.id);
  const balances = await balancesOf(ctx, ids);
  const handedOver = await handedOverOf(ctx, ids);
  return lines.map((line) => {
    const { pagu, dipesan, cair, tersisa } = balances.get(line.id)!;
    return { ...line, pagu, dipesan, cair, tersisa, diserahterimakan: handedOver.get(line.id) ?? 0n };
  });
};

/** All lines of a year (or of every year) with their money. */
export const listLineBalances = async (ctx: Context, year?: number): Promise<LineBalance[]> =>
  withBalances(ctx, await listLines(ctx, year));

/** One line with its money; refuses (404) when there is none. */
export const getLineBalance = async (ctx: Context, lineId: string): Promise<LineBalance> =>
  (await withBalances(ctx, [await getLine(ctx, lineId)]))[0]!;
