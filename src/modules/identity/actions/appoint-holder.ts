import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { addHolderRow, endHoldersBefore, findPositionRow } from '../sql/positions.ts';

/** Appoints a definitive, Plt or Plh holder. Two holders at once are refused by the database, so a signature always has one signer. */
export const appointHolder = async (
  ctx: Context,
  positionId: string,
  input: {
    staffName: string;
    kind: 'definitif' | 'plt' | 'plh';
    from: LocalDate;
    until: LocalDate | null;
    sk: string;
    endFormer: boolean;
  },
): Promise<{ holderId: string }> => {
  const position =
    (await findPositionRow(ctx, positionId)) ?? refuse('jabatan.tidak_ada', 404, 'Jabatan tidak ditemukan.');
  if (input.until !== null && input.until < input.from)
    refuse('tanggal.terbalik', 422, 'Tanggal akhir mendahului tanggal mulai.');
  if (input.endFormer) await endHoldersBefore(ctx, positionId, input.from);
  const holderId = await addHolderRow(ctx, positionId, input).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === '23P01')
      refuse(
        'jabatan.terisi',
        409,
        `Jabatan ${position.name} sudah ada pemangkunya pada tanggal itu. Akhiri dulu, atau centang "akhiri pemangku lama".`,
      );
    throw error;
  });
  await ctx.record({
    event: 'position.holder_appointed',
    subjectKind: 'position',
    subjectId: positionId,
    after: { holderId, kind: input.kind, from: input.from, until: input.until, sk: input.sk },
  });
  return { holderId };
};
