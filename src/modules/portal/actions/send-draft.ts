import { addDays } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { type ReceiptView, readReceipt, type Submission, type Submitted, submitUsulan } from '#modules/intake/index.ts';
import { type Objection, submitObjection } from '#modules/objection/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Answers, groupAnswers, NO_ANSWERS, nextQuestion, toObjection, toSubmission } from '../domain/answers.ts';
import { openSeal, type PortalKeys, sealText } from '../domain/sealed.ts';
import { findDraftRow, keepReceipt } from '../sql/drafts.ts';
import { getDraft, getDraftLocked } from './keep-draft.ts';

/** Days on which the page with the PIN can be opened again. */
const RECEIPT_DAYS = 1;

/** What a citizen ticks: which official it is, the desk finds out. */
const OFFICIAL_KIN = { official: 'Ketua RT, perangkat desa, atau petugas', relation: 'keluarga' } as const;

const keep = (
  ctx: Context,
  keys: PortalKeys,
  id: string,
  { receiptNumber, pin }: Submitted,
  group: Answers = NO_ANSWERS,
): Promise<void> =>
  keepReceipt(ctx, id, {
    number: receiptNumber,
    pinSealed: sealText(keys, pin),
    keepUntil: addDays(ctx.today, RECEIPT_DAYS),
    group,
  });

/** Submits under the draft's id and keeps the receipt beside it, in one transaction. */
const submitAndKeep = async (
  ctx: Context,
  keys: PortalKeys,
  group: Answers,
  given: Submission & { id: string },
): Promise<void> => keep(ctx, keys, given.id, await submitUsulan(ctx, given), group);

/** As `submitAndKeep`, for an objection. */
export const objectAndKeep = async (ctx: Context, keys: PortalKeys, given: Objection & { id: string }): Promise<void> =>
  keep(ctx, keys, given.id, await submitObjection(ctx, given));

/**
 * Sends a complete draft: it becomes a usulan with the draft's id. Sending again (a second tap, a second tab, a lost answer) waits for the
 * first and changes nothing: the receipt is the same.
 */
export const sendDraft = async (
  ctx: Context,
  keys: PortalKeys,
  id: string,
  { skipRt, tied }: { skipRt: boolean; tied: boolean },
): Promise<void> => {
  const tie = tied ? OFFICIAL_KIN : undefined;
  if ((await getDraft(ctx, id)).receiptNumber) return;
  const draft = await getDraftLocked(ctx, id);
  if (draft.receiptNumber)
    return ctx.record({ event: 'portal.sent_again', subjectKind: 'portal_draft', subjectId: id });
  if (nextQuestion(draft.answers))
    refuse('portal.belum_lengkap', 409, 'Masih ada pertanyaan yang belum dijawab. Jawab dulu, lalu kirim.');
  if (draft.answers.kind === 'sanggah') return objectAndKeep(ctx, keys, { ...toObjection(draft.answers, id), tie });
  await submitAndKeep(ctx, keys, groupAnswers(draft.answers), { ...toSubmission(draft.answers, id, skipRt), id, tie });
};

export type Receipt = { number: string; pin: string; view: ReceiptView };

/** The receipt of a draft that was sent, with its PIN, for a day; undefined afterwards. */
export const readSentReceipt = async (ctx: Context, keys: PortalKeys, id: string): Promise<Receipt | undefined> => {
  const draft = await findDraftRow(ctx, id);
  if (!draft?.receiptNumber || !draft.pinSealed) return undefined;
  return { number: draft.receiptNumber, pin: openSeal(keys, draft.pinSealed), view: await readReceipt(ctx) };
};
