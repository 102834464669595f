import type { Context } from '#platform/db/context.ts';
import type { OtherAward } from '../domain/exclusive.ts';
import type { Terms } from '../domain/terms.ts';
import { listAwardsInGroup } from '../sql/other-awards.ts';

/** Who already receives a programme that these terms do not allow beside this one; nobody where they name no group. */
export const otherAwards = async (
  ctx: Context,
  programmeId: string,
  { exclusiveGroup }: Pick<Terms, 'exclusiveGroup'>,
): Promise<OtherAward[]> => (exclusiveGroup === null ? [] : listAwardsInGroup(ctx, programmeId, exclusiveGroup));
