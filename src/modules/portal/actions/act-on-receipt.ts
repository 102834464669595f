import { refuse } from '#kernel/refusal.ts';
import { type Act, advance, lockUsulan } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';

/** Takes a step that is hers: completes what was asked for, or withdraws. Refuses when the page she saw is no longer true. */
export const actOnReceipt = async (ctx: Context, usulanId: string, version: number, act: Act): Promise<void> => {
  const usulan = await lockUsulan(ctx, usulanId);
  if (usulan.version !== version)
    refuse(
      'portal.berubah',
      409,
      'Pengajuan ini sudah bergerak sejak halaman dibuka. Baca keadaannya sekarang, lalu pilih lagi. Yang Anda tulis tidak hilang.',
    );
  await advance(ctx, usulanId, version, act);
};
