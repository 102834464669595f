import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { clockOf, dueAt, objectionToInstant } from '../domain/privacy-clock.ts';
import { addRequestRow, answerRequestRow, listRequestRows, lockRequestRow, type NewRequest } from '../sql/privacy.ts';

export const listRequests = async (ctx: Context) =>
  (await listRequestRows(ctx)).map((row) => ({ ...row, clock: clockOf(row.dueAt, row.answeredAt, ctx.now) }));

/** Takes in what a citizen asks about her own data; the clock runs from the moment she asked. */
export const recordRequest = async (ctx: Context, input: Omit<NewRequest, 'dueAt'>) => {
  const objection = objectionToInstant(input.askedAt, null, ctx.now);
  if (objection) refuse('privasi.waktu', 422, objection);
  const requestId = await addRequestRow(ctx, { ...input, dueAt: dueAt(input.askedAt) });
  await ctx.record({
    event: 'subject_request.recorded',
    subjectKind: 'subject_request',
    subjectId: requestId,
    after: { kind: input.kind, channel: input.channel, capacity: input.capacity },
  });
  return { requestId };
};

/** The answer, once; a refusal names the rule it rests on. */
export const answerRequest = async (
  ctx: Context,
  id: string,
  input: { kind: 'dipenuhi' | 'sebagian' | 'ditolak'; text: string; legalBasis: string | null; version: number },
) => {
  const request =
    (await lockRequestRow(ctx, id)) ?? refuse('privasi.tidak_ada', 404, 'Permintaan itu tidak ditemukan.');
  if (request.answered_at || request.version !== input.version)
    refuse(
      'versi.berubah',
      409,
      'Permintaan ini sudah dijawab petugas lain. Muat ulang daftarnya; isian Anda tidak hilang.',
      {
        version: request.version,
      },
    );
  if (input.kind === 'ditolak' && !input.legalBasis)
    refuse('privasi.dasar', 422, 'Penolakan perlu dasar hukum. Sebut pasal dan peraturannya.');
  await answerRequestRow(ctx, id, input);
  await ctx.record({
    event: 'subject_request.answered',
    subjectKind: 'subject_request',
    subjectId: id,
    before: { kind: request.kind },
    after: { answer: input.kind, legalBasis: input.legalBasis },
  });
  return { answered: true as const };
};
