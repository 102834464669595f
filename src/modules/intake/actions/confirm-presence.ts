import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { isNeighbour, keepPresence } from '../sql/own-rt.ts';

/** The RT head says that a neighbour still lives in his RT. It is evidence and no fact; somebody of another RT is refused with a sentence. */
export const confirmPresence = async (ctx: Context, personId: string): Promise<{ confirmedOn: string }> => {
  if (!(await isNeighbour(ctx, personId)))
    refuse(
      'rt.luar_rt',
      403,
      'Orang ini bukan warga RT Anda menurut register. Ketua RT setempat yang mengonfirmasinya.',
    );
  await keepPresence(ctx, personId);
  await ctx.record({
    event: 'presence.confirmed',
    subjectKind: 'person',
    subjectId: personId,
    areaId: ctx.actor.areaId,
  });
  return { confirmedOn: ctx.today };
};
