import { isInputProblem } from '#engines/targeting/index.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms, hasErrors } from '../domain/check-terms.ts';
import { type Computed, computeList } from '../domain/compute.ts';
import type { Terms } from '../domain/terms.ts';
import type { ProgrammeRow } from '../sql/programmes.ts';
import { decisionsInForce } from './decide-family.ts';
import { getProgramme } from './get-programme.ts';
import type { LoadedRegister } from './load-register.ts';
import { moneyToExplain } from './money-for-list.ts';
import { otherAwards } from './other-awards.ts';

export type ComputedProgramme = { computed: Computed; terms: Terms; ceiling: Rupiah };

/** A programme by its newest terms on this register; undefined when its terms cannot be computed. */
export const computeProgramme = async (
  ctx: Context,
  programme: ProgrammeRow,
  register: LoadedRegister,
): Promise<ComputedProgramme | undefined> => {
  const { terms } = (await getProgramme(ctx, programme.id)).version;
  if (hasErrors(checkTerms(terms, ctx.today))) return undefined;
  const ceiling = await moneyToExplain(ctx, programme, terms);
  try {
    const computed = computeList(register, {
      name: programme.name,
      terms,
      ceiling,
      asOf: ctx.today,
      decisions: await decisionsInForce(ctx, programme.id),
      otherAwards: await otherAwards(ctx, programme.id, terms),
      codeOf: (areaId) => register.areas.get(areaId)?.kode,
    });
    return { computed, terms, ceiling };
  } catch (error) {
    if (isInputProblem(error)) return undefined;
    throw error;
  }
};
