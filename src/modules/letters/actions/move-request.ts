import { refuse } from '#kernel/refusal.ts';
import { voidLetter } from '#modules/deliberation/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type LetterAct, requireOther, stateAfter } from '../domain/course.ts';
import { requireComplete } from '../domain/words.ts';
import { findKind } from '../sql/kinds.ts';
import { changeRequest, type LetterRequest, lockRequest } from '../sql/requests.ts';

/** The request, held, at the version the officer saw, with the act allowed to her; refuses everything else in words. */
export const takeRequest = async (
  ctx: Context,
  id: string,
  version: number,
  act: LetterAct,
): Promise<LetterRequest & { next: ReturnType<typeof stateAfter> }> => {
  const request =
    (await lockRequest(ctx, id)) ?? refuse('surat.tidak_ada', 404, 'Permintaan surat ini tidak ada di wilayah Anda.');
  const next = stateAfter(request.state, act);
  if (request.version !== version)
    refuse(
      'versi.berubah',
      409,
      'Rekan Anda mengubah permintaan ini setelah Anda membukanya. Muat ulang, lalu lihat lagi. Isian Anda tidak hilang.',
      {
        newer: { version: request.version, state: request.state },
      },
    );
  requireOther(request, act, ctx.actor);
  return { ...request, next };
};

export const recordMove = (ctx: Context, request: LetterRequest, event: string, after: Record<string, unknown>) =>
  ctx.record({
    event,
    subjectKind: 'letter_request',
    subjectId: request.id,
    areaId: request.areaId,
    level: request.protection,
    before: { state: request.state },
    after,
  });

/** The back office has looked at it; it goes to the approver. */
export const checkRequest = async (ctx: Context, id: string, version: number): Promise<void> => {
  const request = await takeRequest(ctx, id, version, 'check');
  await changeRequest(ctx, id, {
    state: request.next,
    checked_by: ctx.actor.accountId,
    checked_at: ctx.now,
    note: null,
  });
  await recordMove(ctx, request, 'letter_request.checked', { state: request.next });
};

const requireReason = (reason: string): string => {
  if (reason.trim().length < 5)
    refuse('surat.tanpa_alasan', 422, 'Tulis alasannya dengan satu kalimat; warga membacanya.');
  return reason.trim();
};

/** Back to the front office with what is missing, or a no with its reason; the citizen reads it. */
export const returnRequest = async (
  ctx: Context,
  id: string,
  given: { version: number; act: 'return' | 'refuse'; reason: string },
): Promise<void> => {
  const request = await takeRequest(ctx, id, given.version, given.act);
  const note = requireReason(given.reason);
  const decided = given.act === 'refuse' ? { decided_by: ctx.actor.accountId, decided_at: ctx.now } : {};
  await changeRequest(ctx, id, { state: request.next, note, checked_by: null, checked_at: null, ...decided });
  await recordMove(ctx, request, `letter_request.${given.act === 'refuse' ? 'refused' : 'returned'}`, {
    state: request.next,
    reason: note,
  });
};

/** The front office brings what was missing. */
export const completeRequest = async (
  ctx: Context,
  id: string,
  given: { version: number; fields: Record<string, string>; papers: readonly string[] },
): Promise<void> => {
  const request = await takeRequest(ctx, id, given.version, 'complete');
  const kind =
    (await findKind(ctx, request.kindCode)) ?? refuse('surat.jenis_tidak_ada', 404, 'Jenis surat ini tidak ada.');
  const fields = Object.fromEntries(kind.fields.map(({ name }) => [name, given.fields[name]?.trim() ?? '']));
  const papers = kind.papers.map(({ code }) => code).filter((code) => given.papers.includes(code));
  requireComplete(kind, { fields, papers });
  await changeRequest(ctx, id, { state: request.next, fields: JSON.stringify(fields), papers, note: null });
  await recordMove(ctx, request, 'letter_request.completed', { state: request.next, papers });
};

/** Voids a letter that was issued: its number stays and is never given again; the page behind its QR says so. */
export const voidRequest = async (ctx: Context, id: string, version: number, reason: string): Promise<void> => {
  const request = await takeRequest(ctx, id, version, 'void');
  const note = requireReason(reason);
  if (request.letterId) await voidLetter(ctx, request.letterId, note);
  await changeRequest(ctx, id, { state: request.next, note });
  await recordMove(ctx, request, 'letter_request.voided', { number: request.number, reason: note });
};
