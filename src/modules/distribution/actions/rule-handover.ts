import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type Ruling, stateAfter } from '../domain/ruling.ts';
import { changeEntitlement, findEntitlement, lockEntitlement } from '../sql/entitlements.ts';
import { addRuling, findHandover } from '../sql/handovers.ts';

/** The head of division rules again on one handover: void it, or make the other of two the effective one. The fact itself stays. */
export const ruleAgain = async (ctx: Context, handoverId: string, input: { kind: Ruling; reason: string }) => {
  const handover =
    (await findHandover(ctx, handoverId)) ??
    refuse('serah.tidak_ada', 404, 'Serah terima tidak ditemukan di wilayah tugas Anda.');
  const entitlement =
    (await lockEntitlement(ctx, { id: handover.entitlementId })) ??
    refuse('hak.tidak_ada', 404, 'Hak tidak ditemukan di wilayah tugas Anda.');
  if (handover.ruling === input.kind)
    refuse('serah.sudah_begitu', 409, 'Putusan serah terima ini sudah begitu. Muat ulang halaman untuk melihatnya.');
  const others = entitlement.effective - (handover.ruling === 'efektif' ? handover.amount : 0n);
  if (input.kind === 'efektif' && others + handover.amount > entitlement.due)
    refuse(
      'serah.melebihi_hak',
      409,
      'Serah terima lain sudah memenuhi hak ini. Batalkan dulu yang lain, lalu jadikan yang ini efektif.',
    );
  await addRuling(ctx, handoverId, input.kind, input.reason);
  const after = (await findEntitlement(ctx, { id: entitlement.id }))!;
  const state = stateAfter(entitlement.stored, after.due, after.effective);
  if (state !== entitlement.stored) await changeEntitlement(ctx, entitlement.id, state);
  await ctx.record({
    event: 'handover.ruled',
    subjectKind: 'entitlement',
    subjectId: entitlement.id,
    areaId: entitlement.areaId,
    before: { handoverId, ruling: handover.ruling },
    after: { ruling: input.kind, reason: input.reason, state },
  });
  return { ruling: input.kind, state };
};
