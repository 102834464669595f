import { formatDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { findActClosed, getLineBalance, listMoratoria } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { Entitlement } from '../sql/entitlements.ts';

/** Why nothing may be handed over for this entitlement now, as a sentence; undefined when it may. */
export const findGateClosed = async (
  ctx: Context,
  entitlement: Entitlement,
): Promise<{ code: string; sentence: string } | undefined> => {
  if (entitlement.decreeState !== 'berlaku')
    return {
      code: 'salur.sk_tidak_berlaku',
      sentence: 'SK daftar ini tidak berlaku (lagi). Jangan serahkan; tanyakan kepada Kepala Bidang.',
    };
  if (entitlement.state === 'batal')
    return {
      code: 'salur.batal',
      sentence: 'Hak ini sudah dibatalkan. Jangan serahkan; tanyakan kepada Kepala Bidang.',
    };
  if (entitlement.state === 'ditahan')
    return {
      code: 'salur.ditahan',
      sentence:
        'Hak ini ditahan karena penerimanya dilaporkan meninggal dan belum terbukti. Jangan serahkan; minta keluarga datang ke desa/kelurahan.',
    };
  if (!entitlement.budgetLineId)
    return { code: 'salur.tanpa_dana', sentence: 'Daftar ini belum terhubung ke baris anggaran. Hubungi perencana.' };
  const line = await getLineBalance(ctx, entitlement.budgetLineId);
  const closed = await findActClosed(ctx, { lineId: line.id, act: 'salurkan', year: line.year });
  if (closed) return { code: 'dana.belum_diizinkan', sentence: closed.sentence };
  const stopped = await listMoratoria(ctx, { fundKind: line.fundKind, on: ctx.today, areaIds: [entitlement.areaId] });
  const moratorium = stopped[0];
  if (moratorium)
    return {
      code: 'salur.moratorium',
      sentence: `Penyaluran dari sumber dana ini dihentikan sampai ${formatDate(moratorium.to, { weekday: true })} (${moratorium.document}). Kecuali: ${moratorium.exceptions || 'tidak ada'}.`,
    };
  return undefined;
};

/** Refuses (409) while the gate is closed. */
export const passGate = async (ctx: Context, entitlement: Entitlement): Promise<void> => {
  const closed = await findGateClosed(ctx, entitlement);
  if (closed) refuse(closed.code, 409, closed.sentence);
};
