import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { hasRead, insertReading } from '../sql/readings.ts';
import { findNumber, type RevealedNumber } from '../sql/reveal.ts';

export const REVEAL_REASONS = ['ketik_siks', 'cocokkan_ktp', 'surat', 'perbaikan_data', 'lain'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

const getNumber = async (ctx: Context, id: string): Promise<RevealedNumber> =>
  (await findNumber(ctx, id)) ??
  refuse('nomor.tidak_ditemukan', 404, 'Nomor ini tidak ditemukan di wilayah tugas Anda. Muat ulang lembarnya.');

/**
 * Keeps why the actor needs a whole number; for a quarter of an hour `readNumber` then gives it. The two steps keep the number out of
 * addresses and out of the replies that are stored for repeated requests.
 */
export const askNumber = async (
  ctx: Context,
  input: { numberId: string; reason: RevealReason; text: string },
): Promise<{ numberId: string }> => {
  const number = await getNumber(ctx, input.numberId);
  if ((input.reason === 'lain' || number.level >= 2) && input.text.length < 5) {
    refuse('alasan.kurang', 422, 'Tulis alasan singkat mengapa nomor utuh diperlukan.', {
      fields: { text: 'Tulis alasan singkat.' },
    });
  }
  await insertReading(ctx, {
    kind: number.kind,
    id: number.id,
    level: number.level,
    purpose: `tampil:${input.reason}`,
    text: input.text,
  });
  await ctx.record({
    event: 'person.number_revealed',
    subjectKind: number.kind,
    subjectId: number.id,
    areaId: number.areaId,
    level: number.level,
    after: { reason: input.reason },
  });
  return { numberId: number.id };
};

/** The whole number, for whom its reason was kept in the last quarter of an hour. */
export const readNumber = async (ctx: Context, numberId: string): Promise<{ value: string }> => {
  const number = await getNumber(ctx, numberId);
  if (!(await hasRead(ctx, number.id, undefined)))
    refuse('alasan.perlu', 403, 'Sebutkan dulu alasan menampilkan nomor ini; setiap penampilan dicatat.');
  return { value: number.value };
};
