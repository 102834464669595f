import { pointCitizen } from '#modules/messages/index.ts';
import type { Context } from '#platform/db/context.ts';
import { addEvent, lockUsulan } from '../sql/usulan-rows.ts';

/**
 * Adds a step that changes no state (the batch was ratified, the centre answered) with the sentence the citizen reads on her status page.
 * On the ways she asked for she is told that there is news. `event` is a past tense such as `centre.answered`; `citizenText` holds no name and no number of identity.
 */
export const tellCitizen = async (
  ctx: Context,
  usulanId: string,
  told: { event: string; citizenText: string; text?: string; reasonCode?: string | null },
): Promise<void> => {
  const usulan = await lockUsulan(ctx, usulanId);
  await addEvent(ctx, usulanId, { ...told, fromState: usulan.state, toState: usulan.state, stage: usulan.stage });
  if (told.citizenText !== '') await pointCitizen(ctx, usulan);
  await ctx.record({
    event: told.event,
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { reasonCode: told.reasonCode ?? null },
  });
};
