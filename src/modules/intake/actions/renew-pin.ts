import { newPin } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { hashPin } from '../domain/receipt-pin.ts';
import { forgetMisses } from '../sql/receipt.ts';
import { addEvent, lockUsulan, saveUsulan } from '../sql/usulan-rows.ts';

/** A new PIN for a citizen who lost hers and stands at the desk; the old one opens nothing from now on, and wrong tries on it are forgotten. */
export const renewPin = async (ctx: Context, usulanId: string): Promise<{ receiptNumber: string; pin: string }> => {
  if (!may(ctx.actor, 'usulan.check') && !may(ctx.actor, 'usulan.decide'))
    refuse(
      'wewenang.kurang',
      403,
      'PIN baru dibuat oleh operator desa/kelurahan atau Dinas Sosial, setelah melihat KTP atau KK.',
    );
  const usulan = await lockUsulan(ctx, usulanId);
  const pin = newPin();
  await saveUsulan(ctx, usulanId, { pin_hash: await hashPin(pin) });
  await forgetMisses(ctx, usulanId);
  await addEvent(ctx, usulanId, {
    event: 'usulan.pin_renewed',
    fromState: usulan.state,
    toState: usulan.state,
    stage: usulan.stage,
  });
  await ctx.record({
    event: 'usulan.pin_renewed',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
  });
  return { receiptNumber: usulan.receiptNumber, pin };
};
