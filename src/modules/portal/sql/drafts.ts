import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Answers } from '../domain/answers.ts';

/** What a citizen has typed; once sent, its receipt instead of the answers. */
export type PortalDraft = {
  id: string;
  answers: Answers;
  codeSealed: string;
  receiptNumber: string | null;
  pinSealed: string | null;
  keepUntil: LocalDate;
};

export const addDraft = async (
  ctx: Context,
  draft: { id: string; codeHash: string; codeSealed: string; answers: Answers; keepUntil: LocalDate },
): Promise<void> => {
  await ctx.tx
    .insertInto('portal_draft')
    .values({
      id: draft.id,
      code_hash: draft.codeHash,
      code_sealed: draft.codeSealed,
      answers: toJson(draft.answers),
      keep_until: draft.keepUntil,
      changed_at: ctx.now,
    })
    .execute();
};

const ownDraft = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('portal_draft').selectAll().where('id', '=', id).where('keep_until', '>=', ctx.today);

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof ownDraft>['executeTakeFirst']>>): PortalDraft | undefined =>
  row && {
    id: row.id,
    answers: row.answers as Answers,
    codeSealed: row.code_sealed,
    receiptNumber: row.receipt_number,
    pinSealed: row.pin_sealed,
    keepUntil: row.keep_until,
  };

/** The draft of this occasion's receipt; undefined when its time is over. */
export const findDraftRow = async (ctx: Context, id: string): Promise<PortalDraft | undefined> =>
  fromRow(await ownDraft(ctx, id).executeTakeFirst());

/** As `findDraftRow`, and holds the row until the transaction ends. */
export const lockDraft = async (ctx: Context, id: string): Promise<PortalDraft | undefined> =>
  fromRow(await ownDraft(ctx, id).forUpdate().executeTakeFirst());

export const saveAnswers = async (ctx: Context, id: string, answers: Answers, keepUntil: LocalDate): Promise<void> => {
  await ctx.tx
    .updateTable('portal_draft')
    .set({ answers: toJson(answers), keep_until: keepUntil, changed_at: ctx.now })
    .where('id', '=', id)
    .execute();
};

/** Keeps the receipt for the page that shows it; the answers now stand in the usulan and go from here, but for what a group shares. */
export const keepReceipt = async (
  ctx: Context,
  id: string,
  receipt: { number: string; pinSealed: string; keepUntil: LocalDate; group: Answers },
): Promise<void> => {
  await ctx.tx
    .updateTable('portal_draft')
    .set({
      answers: toJson(receipt.group),
      receipt_number: receipt.number,
      pin_sealed: receipt.pinSealed,
      keep_until: receipt.keepUntil,
      changed_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
};

/** The draft behind the hash of a resume code. */
export const findDraftByCode = async (ctx: Context, codeHash: string): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string | null }>`select portal_draft_of(${codeHash}, ${ctx.today}) as id`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? undefined;
};

/** Forgets drafts whose time is over. */
export const forgetOld = async (ctx: Context): Promise<void> => {
  await sql`select portal_forget(${ctx.today})`.execute(ctx.tx);
};
