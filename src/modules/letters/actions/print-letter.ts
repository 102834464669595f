import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { countPrint, findRequest } from '../sql/requests.ts';
import { recordMove } from './move-request.ts';

const LETTER = new URL('../documents/letter.typ', import.meta.url);

/** The letter as it was issued, as PDF; also at the desa or kelurahan of its holder. Every print is counted. */
export const printLetter = async (ctx: Context, id: string) => {
  const request =
    (await findRequest(ctx, id)) ?? refuse('surat.tidak_ada', 404, 'Permintaan surat ini tidak ada di wilayah Anda.');
  if (request.state !== 'terbit' || !request.decidedAt)
    return refuse('surat.belum_terbit', 409, 'Surat ini belum terbit atau sudah dibatalkan, jadi tidak dapat dicetak.');
  await countPrint(ctx, id);
  await recordMove(ctx, request, 'letter_request.printed', { number: request.number });
  const frame = await getFrame(ctx);
  const body = await renderPdf(LETTER, {
    frame,
    title: request.kindName,
    at: request.decidedAt,
    content: request.content,
  });
  return { name: `surat-${request.receiptNumber}.pdf`, mediaType: 'application/pdf', body };
};
