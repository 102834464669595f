import type { Rupiah } from '#kernel/rupiah.ts';
import { getLineBalance } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { Terms } from '../domain/terms.ts';
import type { ProgrammeRow } from '../sql/programmes.ts';
import { listRuns } from '../sql/runs.ts';

export type MoneyForList = { pagu: Rupiah; tersisa: Rupiah; ceiling: Rupiah };

/**
 * Money a list of this programme may use: its own limit, else what is left of the line. What a draft of the same programme has reserved
 * counts as left, since a new list can only take its place.
 */
export const moneyForList = async (
  ctx: Context,
  programme: Pick<ProgrammeRow, 'id' | 'budgetLineId'>,
  terms: Pick<Terms, 'ceiling'>,
): Promise<MoneyForList> => {
  if (programme.budgetLineId === null) return { pagu: 0n, tersisa: 0n, ceiling: terms.ceiling ?? 0n };
  const { pagu, tersisa } = await getLineBalance(ctx, programme.budgetLineId);
  const draft = (await listRuns(ctx, programme.id)).find(
    (run) => run.state === 'rancangan' && run.budgetLineId === programme.budgetLineId,
  );
  const left = tersisa + (draft?.amount ?? 0n);
  return { pagu, tersisa: left, ceiling: terms.ceiling ?? left };
};

/** Money to explain a family by: that of the list in force, when there is one, else of the next list. */
export const moneyToExplain = async (
  ctx: Context,
  programme: Pick<ProgrammeRow, 'id' | 'budgetLineId'>,
  terms: Pick<Terms, 'ceiling'>,
): Promise<Rupiah> => {
  const [newest] = (await listRuns(ctx, programme.id)).filter((run) => run.state !== 'usang');
  return newest?.state === 'berlaku' ? newest.ceiling : (await moneyForList(ctx, programme, terms)).ceiling;
};
