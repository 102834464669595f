import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { findActClosed, getLineBalance, listMoratoria } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { Entitlement } from '../sql/entitlements.ts';

type Stopping = { to: LocalDate; document: string; exceptions: string; excepted: readonly { label: string }[] };
/** What a moratorium stops, until when, by which document, and what it leaves out. */
export const moratoriumSentence = ({ to, document, exceptions, excepted }: Stopping): string => {
  const left = [...excepted.map(({ label }) => label.split(', ')[0] ?? label), exceptions].filter((one) => one !== '');
  return `Penyaluran dari sumber dana ini dihentikan sampai ${formatDate(to, { weekday: true })} (${document}). Kecuali: ${left.join(', ') || 'tidak ada'}. Verifikasi dan pendataan tetap berjalan.`;
};

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
  if (moratorium) return { code: 'salur.moratorium', sentence: moratoriumSentence(moratorium) };
  return undefined;
};

/** Refuses (409) while the gate is closed. */
export const passGate = async (ctx: Context, entitlement: Entitlement): Promise<void> => {
  const closed = await findGateClosed(ctx, entitlement);
  if (closed) refuse(closed.code, 409, closed.sentence);
};
