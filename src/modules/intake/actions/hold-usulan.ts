import { formatInstant } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { STAGE_CAPABILITY } from '../domain/stages.ts';
import { findHolder, keepHolder } from '../sql/in-hand.ts';
import { lockUsulan } from '../sql/usulan-rows.ts';

type Held = { holder: string | null };

/**
 * Takes a usulan in hand or lets it go. What somebody else has in hand is taken over with a reason only, and nothing that colleague saved or
 * typed is lost: the mark is no lock, and whoever saves second is shown what the first one did.
 */
export const holdUsulan = async (
  ctx: Context,
  usulanId: string,
  wish: { hold: boolean; reason: string },
): Promise<Held> => {
  const usulan = await lockUsulan(ctx, usulanId);
  if (usulan.stage === null) return refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai.');
  if (!may(ctx.actor, STAGE_CAPABILITY[usulan.stage]))
    refuse('usulan.bukan_meja_anda', 403, 'Usulan ini sedang di meja lain; Anda dapat membacanya, bukan memegangnya.');
  const holder = await findHolder(ctx, usulanId);
  const isMine = holder?.accountId === ctx.actor.accountId;
  if (holder && !isMine && wish.reason.trim().length < 5)
    refuse(
      'usulan.dipegang',
      409,
      `${holder.name} memegang usulan ini sejak ${formatInstant(holder.since, ctx.actor.zone)}. Tanyakan dulu, atau ambil alih dengan alasan; pekerjaannya tidak hilang.`,
      { holder: holder.name },
    );
  const before = holder?.name ?? null;
  await keepHolder(ctx, usulanId, wish.hold ? ctx.actor.accountId : null);
  await ctx.record({
    event: wish.hold ? 'usulan.taken_in_hand' : 'usulan.let_go',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    before: { holder: before },
    after: { holder: wish.hold ? ctx.actor.name : null, reason: wish.reason.trim() },
  });
  return { holder: wish.hold ? ctx.actor.name : null };
};
