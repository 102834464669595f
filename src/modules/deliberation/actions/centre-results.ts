import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { tellCitizen } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { readTicket, requireResult, resultSentence } from '../domain/centre.ts';
import type { CentreResult } from '../domain/words.ts';
import { addNotice, lockSubmission, matchSubmissions, saveResult } from '../sql/submissions.ts';

/** One answer of the centre, found by its ticket or, without one, by the NIK of what is waiting. */
export type CentreAnswer = {
  ticket?: string;
  nik?: string;
  result: CentreResult;
  reason?: string;
  importRowId?: bigint;
};
/** Answers that fit nothing that waits here, by their place in the list, with why. They change nothing. */
export type AnswersTaken = {
  recorded: number;
  unchanged: number;
  unmatched: { at: number; why: 'tidak_dikenal' | 'lebih_dari_satu' }[];
};

/** Steps of the centre's own: matching with Dukcapil comes before being set or refused; what is final stays. */
const FINAL: readonly CentreResult[] = ['ditetapkan', 'ditolak', 'tetap'];

const recordOne = async (ctx: Context, usulanId: string, answer: CentreAnswer): Promise<boolean> => {
  const submission = await lockSubmission(ctx, usulanId);
  if (!submission) return false;
  const reason = requireResult(answer.result, answer.reason ?? '');
  if (submission.result === answer.result && submission.resultReason === reason) return false;
  if (submission.result && FINAL.includes(submission.result) && !FINAL.includes(answer.result)) return false;
  await saveResult(ctx, usulanId, { result: answer.result, reason, importRowId: answer.importRowId ?? null });
  const text = resultSentence(answer.result, reason, ctx.today);
  await tellCitizen(ctx, usulanId, {
    event: 'centre.answered',
    citizenText: text,
    text: reason ?? '',
    reasonCode: answer.result,
  });
  await addNotice(ctx, { id: uuid7(), usulanId, text });
  await ctx.record({
    event: 'centre.result_recorded',
    subjectKind: 'usulan',
    subjectId: usulanId,
    before: { result: submission.result },
    after: { result: answer.result, ticket: submission.ticket },
  });
  return true;
};

/**
 * Records answers of the centre, from a file or keyed in, and tells each citizen. Safe to repeat: the same answer changes nothing.
 * What the centre answers never touches a desil; that has its own import. An answer that fits nothing is given back.
 */
export const recordCentreResults = async (ctx: Context, answers: readonly CentreAnswer[]): Promise<AnswersTaken> => {
  const keys = answers.map((answer, at) => ({
    at,
    ticket: answer.ticket ? readTicket(answer.ticket) : '',
    nik: answer.nik ?? '',
  }));
  const matches = Map.groupBy(await matchSubmissions(ctx, keys), (match) => match.at);
  const taken: AnswersTaken = { recorded: 0, unchanged: 0, unmatched: [] };
  for (const [at, answer] of answers.entries()) {
    const found = matches.get(at) ?? [];
    if (found.length !== 1) {
      taken.unmatched.push({ at, why: found.length === 0 ? 'tidak_dikenal' : 'lebih_dari_satu' });
      continue;
    }
    if (await recordOne(ctx, found[0]!.usulanId, answer)) taken.recorded++;
    else taken.unchanged++;
  }
  await ctx.record({
    event: 'centre.results_taken',
    subjectKind: 'centre',
    subjectId: ctx.requestId,
    after: { recorded: taken.recorded, unchanged: taken.unchanged, unmatched: taken.unmatched.length },
  });
  return taken;
};

/** One answer keyed in by its ticket; refuses an unknown ticket in words. */
export const recordKeyedResult = async (
  ctx: Context,
  answer: { ticket: string; result: CentreResult; reason: string },
): Promise<void> => {
  const taken = await recordCentreResults(ctx, [answer]);
  if (taken.unmatched.length > 0)
    refuse(
      'pengetikan.tiket_tidak_dikenal',
      404,
      `Tiket ${answer.ticket.trim()} tidak ditemukan di wilayah Anda. Periksa nomornya pada daftar yang sudah diketik.`,
      { fields: { ticket: 'Tiket tidak ditemukan.' } },
    );
};
