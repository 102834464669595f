import { addDays } from '#kernel/local-date.ts';
import { newReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type Answers, NO_ANSWERS, type QuestionId } from '../domain/answers.ts';
import { keyedHash, openSeal, type PortalKeys, sealText } from '../domain/sealed.ts';
import {
  addDraft,
  findDraftByCode,
  findDraftRow,
  forgetOld,
  lockDraft,
  type PortalDraft,
  saveAnswers,
} from '../sql/drafts.ts';

/** Days a draft is kept after the last change. */
export const DRAFT_DAYS = 14;

const record = (ctx: Context, id: string, event: string, after: Record<string, unknown> = {}) =>
  ctx.record({ event, subjectKind: 'portal_draft', subjectId: id, after });

/** The id of a draft that does not exist yet; the occasion that makes it carries it as its receipt. */
export const newDraftId = (): string => uuid7();

/** Begins a proposal under an id made before, with the code by which she can come back. Old drafts are forgotten on the way. */
export const beginDraft = async (
  ctx: Context,
  keys: PortalKeys,
  id: string,
  answers: Answers = NO_ANSWERS,
): Promise<void> => {
  await forgetOld(ctx);
  const code = newReceiptCode();
  await addDraft(ctx, {
    id,
    codeHash: keyedHash(keys, 'resume', code),
    codeSealed: sealText(keys, code),
    answers,
    keepUntil: addDays(ctx.today, DRAFT_DAYS),
  });
  await record(ctx, id, 'portal.draft_begun');
};

const gone = (): never =>
  refuse(
    'portal.draf_lewat',
    404,
    `Isian ini tidak tersimpan lagi; isian yang belum dikirim disimpan ${DRAFT_DAYS} hari. Mulai pengajuan baru; tidak ada yang terkirim.`,
  );

/** The draft of this occasion. Refuses (404) one whose time is over. */
export const getDraft = async (ctx: Context, id: string): Promise<PortalDraft> =>
  (await findDraftRow(ctx, id)) ?? gone();

/** As `getDraft`, and holds it until the transaction ends. */
export const getDraftLocked = async (ctx: Context, id: string): Promise<PortalDraft> =>
  (await lockDraft(ctx, id)) ?? gone();

/** Keeps the answers; what was sent meanwhile stays as it was sent. */
export const keepAnswers = async (ctx: Context, id: string, question: QuestionId, answers: Answers): Promise<void> => {
  const draft = await getDraftLocked(ctx, id);
  if (draft.receiptNumber)
    refuse('portal.sudah_terkirim', 409, 'Pengajuan ini sudah terkirim dan mendapat nomor tanda terima.');
  await saveAnswers(ctx, id, answers, addDays(ctx.today, DRAFT_DAYS));
  await record(ctx, id, 'portal.draft_kept', { question });
};

/** The code by which this draft is found again. */
export const showResumeCode = (keys: PortalKeys, draft: PortalDraft): string => openSeal(keys, draft.codeSealed);

/** The draft of a resume code, or undefined. */
export const findDraft = (ctx: Context, keys: PortalKeys, code: string): Promise<string | undefined> =>
  findDraftByCode(ctx, keyedHash(keys, 'resume', code));
