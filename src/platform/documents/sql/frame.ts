import type { Context } from '#platform/db/context.ts';
import { type DocumentFrame, frameOf } from '../frame.ts';

/** The frame of this agency's documents: letter head, paper, mark of the demo. */
export const getFrame = async (ctx: Context): Promise<DocumentFrame> => {
  const agency = await ctx.tx
    .selectFrom('agency')
    .select(['name', 'is_demo', 'letter_head', 'settings'])
    .executeTakeFirstOrThrow();
  return frameOf({
    name: agency.name,
    isDemo: agency.is_demo,
    letterHead: (agency.letter_head ?? {}) as Record<string, unknown>,
    settings: (agency.settings ?? {}) as Record<string, unknown>,
  });
};
