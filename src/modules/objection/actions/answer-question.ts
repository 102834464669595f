import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import type { AnswerWay } from '../domain/grounds.ts';
import { type FamilyQuestion, findQuestion, findQuestionById, keepAnswer } from '../sql/questions.ts';
import { getObjection } from './get-objection.ts';

const MOST = 1500;

const requireAnswerable = (question: FamilyQuestion, text: string): string => {
  if (question.outcome)
    refuse('sanggah.selesai', 409, 'Pemeriksaan ini sudah selesai; jawaban tidak dapat ditambah lagi.');
  if (question.answer)
    refuse(
      'sanggah.sudah_dijawab',
      409,
      'Pertanyaan ini sudah dijawab. Tambahan disampaikan di kantor desa/kelurahan.',
    );
  const answer = text.trim();
  if (answer.length < 5) refuse('sanggah.jawaban_pendek', 422, 'Tulis jawaban dengan satu atau dua kalimat.');
  if (answer.length > MOST) refuse('sanggah.jawaban_panjang', 422, `Tulis paling banyak ${MOST} huruf.`);
  return answer;
};

/** The question that the family's paper opens, for its page on the portal; undefined when the paper is not one of these. */
export const readFamilyQuestion = (ctx: Context, id: string): Promise<FamilyQuestion | undefined> =>
  findQuestionById(ctx, id);

/** The family answers by itself, on the portal. A second answer is refused; a late one counts as long as nothing was found. */
export const answerAsFamily = async (ctx: Context, id: string, text: string): Promise<void> => {
  const question =
    (await findQuestionById(ctx, id, true)) ?? refuse('sanggah.tanpa_pertanyaan', 404, 'Pertanyaan ini tidak ada.');
  await keepAnswer(ctx, id, requireAnswerable(question, text), 'portal');
  await ctx.record({
    event: 'objection.family_answered',
    subjectKind: 'family_question',
    subjectId: id,
    after: { how: 'portal' },
  });
};

/** An officer writes down what the family said, or that its letter came. */
export const recordAnswer = async (
  ctx: Context,
  usulanId: string,
  text: string,
  how: Exclude<AnswerWay, 'portal'>,
): Promise<{ recorded: true }> => {
  const objection = await getObjection(ctx, usulanId);
  const known = await findQuestion(ctx, usulanId);
  const question =
    (known && (await findQuestionById(ctx, known.id, true))) ??
    refuse('sanggah.belum_ditanya', 409, 'Keluarga ini belum ditanya.');
  await keepAnswer(ctx, question.id, requireAnswerable(question, text), how);
  await ctx.record({
    event: 'objection.family_answered',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: objection.areaId,
    level: objection.protection,
    after: { how },
  });
  return { recorded: true };
};
