import { addFundSource, openLine, recordFundDocument } from '../../src/modules/planning/index.ts';
import type { Context } from '../../src/platform/db/context.ts';

/** A budget line of 2026 with this pagu, at DPA (with its DPA recorded) unless told otherwise. */
export const makeBudgetLine = async (
  ctx: Context,
  wanted: { pagu: bigint; stage?: 'rka' | 'dpa'; name?: string },
): Promise<{ lineId: string; fundSourceId: string }> => {
  const stage = wanted.stage ?? 'dpa';
  const fundSourceId = await addFundSource(ctx, { name: wanted.name ?? 'APBD Kabupaten', kind: 'apbd' });
  if (stage === 'dpa')
    await recordFundDocument(ctx, {
      fundSourceId,
      kind: 'dpa',
      number: 'DPA/1/2026',
      onDate: '2026-01-05',
      year: 2026,
    });
  const lineId = await openLine(
    ctx,
    {
      year: 2026,
      fundSourceId,
      nomenclatureVersion: 'Kepmendagri 900.1.15.5-3406/2024',
      subKegiatan: '1.06.04.2.01.0001',
      subKegiatanName: 'Penyediaan permakanan',
      accountCode: '5.1.06.01.02.0001',
    },
    { stage, amount: wanted.pagu, document: `${stage.toUpperCase()}/1/2026`, onDate: '2026-01-05' },
  );
  return { lineId, fundSourceId };
};
