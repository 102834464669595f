import { partsOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { writeLetterNumber } from '../domain/letter-number.ts';
import { addLetter, findNumberPattern, lockLetter, takeNextNumber, voidLetterRow } from '../sql/letters.ts';

/** `class` is the classification the numbers run in (for a desa's own series it names the desa); `subject` names no person. */
export type LetterWanted = {
  class: string;
  subject: string;
  ref?: { kind: string; id: string };
  /** The year of the series; the agency's current one when absent. */
  year?: number;
};

/**
 * Takes the next number of a class and year: without gap and without reuse, also with two at once. The number belongs to this
 * transaction; it prints as the agency's setting `nomorSurat` says.
 */
export const issueLetterNumber = async (
  ctx: Context,
  wanted: LetterWanted,
): Promise<{ letterId: string; no: number; number: string }> => {
  const year = wanted.year ?? partsOf(ctx.today).year;
  const { seriesId, no } = await takeNextNumber(ctx, wanted.class, year);
  const on = partsOf(ctx.today).year === year ? ctx.today : `${year}-12-31`;
  const number = writeLetterNumber(await findNumberPattern(ctx, wanted.class), { no, class: wanted.class, on });
  const letterId = uuid7();
  await addLetter(ctx, { id: letterId, seriesId, no, number, subject: wanted.subject, ref: wanted.ref });
  await ctx.record({
    event: 'letter.issued',
    subjectKind: 'letter',
    subjectId: letterId,
    after: { number, class: wanted.class, subject: wanted.subject, ref: wanted.ref ?? null },
  });
  return { letterId, no, number };
};

/** Voids a letter: its number stays, marked batal, and is never given again. */
export const voidLetter = async (ctx: Context, letterId: string, reason: string): Promise<void> => {
  const letter = (await lockLetter(ctx, letterId)) ?? refuse('surat.tidak_ada', 404, 'Surat ini tidak ditemukan.');
  if (letter.state === 'batal') refuse('surat.sudah_batal', 409, `Surat nomor ${letter.number} sudah dibatalkan.`);
  if (reason.trim() === '') refuse('surat.tanpa_alasan', 422, 'Tulis alasan pembatalan surat.');
  await voidLetterRow(ctx, letterId, reason.trim());
  await ctx.record({
    event: 'letter.voided',
    subjectKind: 'letter',
    subjectId: letterId,
    before: { state: 'terbit' },
    after: { state: 'batal', number: letter.number, reason: reason.trim() },
  });
};
