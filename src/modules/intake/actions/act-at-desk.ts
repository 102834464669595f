import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { isDeskAct } from '../domain/allowed-acts.ts';
import type { Act } from '../domain/state-machine.ts';
import { lockUsulan } from '../sql/usulan-rows.ts';
import { type Advanced, advance, requireVersion } from './advance.ts';

/** A step taken from a queue. What a meeting or a visit has to say is refused here: it comes from the musyawarah and the verval form. */
export const actAtDesk = async (ctx: Context, usulanId: string, version: number, act: Act): Promise<Advanced> => {
  const usulan = await lockUsulan(ctx, usulanId);
  await requireVersion(ctx, usulan, version);
  const { stage } = usulan;
  if (stage !== null && !isDeskAct(stage, act.type, usulan.kind)) {
    const [code, where] =
      stage === 'verval'
        ? ['verval', 'formulir verval']
        : stage === 'musyawarah'
          ? ['musyawarah', 'halaman Musyawarah']
          : ['sanggah', 'halaman Sanggahan'];
    refuse(`usulan.lewat_${code}`, 409, `Di tahap ini langkah itu dicatat melalui ${where}, bukan dari antrean.`);
  }
  return advance(ctx, usulanId, version, act);
};
