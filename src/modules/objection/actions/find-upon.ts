import { dateInZone } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { issueLetterNumber } from '#modules/deliberation/index.ts';
import { advance, findReason, type Track } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { Finding } from '../domain/grounds.ts';
import { familyOutcome } from '../domain/letters.ts';
import { MISSING_SENTENCES, missingForFinding } from '../domain/ready.ts';
import { keepFinding } from '../sql/objections.ts';
import { findQuestion, keepOutcome } from '../sql/questions.ts';
import { getObjection } from './get-objection.ts';

/** The classification in which the letters of objections are numbered. */
const LETTER_CLASS = 'SANGGAH';

export type FoundUpon = { version: number; objectorLetter: string; familyLetter: string | null };

/**
 * What a named officer finds upon an objection, with a coded reason and words: the usulan ends, both sides get a numbered letter and a
 * sentence on their page. Refuses while the family has not been heard or had its time, and without a look on the spot.
 */
export const findUpon = async (
  ctx: Context,
  usulanId: string,
  version: number,
  given: { finding: Finding; reasonCode: string; text: string; tracks: readonly Track[] },
): Promise<FoundUpon> => {
  const objection = await getObjection(ctx, usulanId);
  const question = await findQuestion(ctx, usulanId);
  const answeredOn = question?.answeredAt ? dateInZone(question.answeredAt, ctx.actor.zone) : null;
  const asked = question ? { answeredOn, dueOn: question.dueOn } : null;
  const [missing] = missingForFinding({ ...objection, question: asked }, ctx.today);
  if (missing) refuse(`sanggah.${missing}`, 409, MISSING_SENTENCES[missing]);
  const act = given.finding === 'terbukti' ? ('approve' as const) : ('refuse' as const);
  if (given.text.trim().length < 5)
    refuse('alasan.teks_perlu', 422, 'Tulis penjelasan singkat untuk berkas; penjelasan ini tidak dicetak di surat.', {
      fields: { text: 'Tulis penjelasan singkat.' },
    });
  const reasoned = { reasonCode: given.reasonCode, text: given.text };
  const advanced = await advance(
    ctx,
    usulanId,
    version,
    act === 'approve' ? { type: act, tracks: given.tracks, ...reasoned } : { type: act, ...reasoned },
  );
  const issue = (subject: string) =>
    issueLetterNumber(ctx, { class: LETTER_CLASS, subject, ref: { kind: 'usulan', id: usulanId } });
  const toObjector = await issue('Hasil pemeriksaan sanggahan');
  const toFamily = question ? await issue('Hasil pemeriksaan data berkala') : null;
  await keepFinding(ctx, usulanId, {
    finding: given.finding,
    reasonCode: given.reasonCode,
    objectorLetterId: toObjector.letterId,
    familyLetterId: toFamily?.letterId ?? null,
  });
  if (question)
    await keepOutcome(ctx, question.id, familyOutcome(ctx.today, findReason(act, given.reasonCode)?.citizen ?? ''));
  await ctx.record({
    event: 'objection.found',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: objection.areaId,
    level: objection.protection,
    after: { finding: given.finding, reasonCode: given.reasonCode },
  });
  return { version: advanced.version, objectorLetter: toObjector.number, familyLetter: toFamily?.number ?? null };
};
