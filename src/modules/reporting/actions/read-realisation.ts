import { listLineBalances } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import { totalOf } from '../domain/totals.ts';
import { listDesaRows, listHandRows, listProgrammeRows } from '../sql/realisation.ts';

const NOBODY = { added: 0, addedRupiah: 0n, removed: 0, removedRupiah: 0n };

/**
 * Four columns that are never mixed: pagu, reserved (dipesan), paid out (SP2D less STS), handed over. The first three stand on the budget line and are
 * not broken down by desa, because SP2D does not know desa; what the decree set and what was handed over are.
 */
export const readRealisation = async (
  ctx: Context,
  wanted: { year?: number | undefined; programmeId?: string | undefined },
) => {
  const year = wanted.year ?? Number(ctx.today.slice(0, 4));
  const lines = new Map((await listLineBalances(ctx, year)).map((line) => [line.id, line]));
  const rows = (await listProgrammeRows(ctx, year)).filter(
    (row) => !wanted.programmeId || row.programmeId === wanted.programmeId,
  );
  const byHand = new Map((await listHandRows(ctx)).map((row) => [row.programmeId, row]));
  const programmes = rows.flatMap(({ budgetLineId, ...row }) => {
    const line = budgetLineId ? lines.get(budgetLineId) : undefined;
    return line
      ? [
          {
            ...NOBODY,
            ...byHand.get(row.programmeId),
            ...row,
            fundSource: line.fundSource,
            stage: line.stage,
            pagu: line.pagu,
            dipesan: line.dipesan,
            cair: line.cair,
            tersisa: line.tersisa,
            diserahterimakan: line.diserahterimakan,
          },
        ]
      : [];
  });
  const desa = await listDesaRows(ctx, year, wanted.programmeId);
  return { year, asOf: ctx.now, programmes, desa, total: totalOf(desa) };
};
