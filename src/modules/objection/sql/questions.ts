import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { AnswerWay } from '../domain/grounds.ts';

export type FamilyQuestion = {
  id: string;
  usulanId: string;
  receiptNumber: string;
  question: string;
  askedAt: Date;
  dueOn: LocalDate;
  answer: string | null;
  answeredAt: Date | null;
  answeredHow: AnswerWay | null;
  outcome: string | null;
  version: number;
};

const select = (ctx: Context) =>
  ctx.tx
    .selectFrom('family_question')
    .select([
      'id',
      'usulan_id as usulanId',
      'no_publik as receiptNumber',
      'question',
      'asked_at as askedAt',
      'due_on as dueOn',
      'answer',
      'answered_at as answeredAt',
      'answered_how as answeredHow',
      'outcome_text as outcome',
      'version',
    ]);

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>): FamilyQuestion | undefined =>
  row && { ...row, answeredHow: row.answeredHow as AnswerWay | null };

/** What the family was asked because of this objection, if it was. */
export const findQuestion = async (ctx: Context, usulanId: string): Promise<FamilyQuestion | undefined> =>
  fromRow(await select(ctx).where('usulan_id', '=', usulanId).executeTakeFirst());

/** The question that the paper of this occasion opens (the portal), held until the transaction ends when `locked`. */
export const findQuestionById = async (
  ctx: Context,
  id: string,
  locked = false,
): Promise<FamilyQuestion | undefined> => {
  const query = select(ctx).where('id', '=', id);
  return fromRow(await (locked ? query.forUpdate() : query).executeTakeFirst());
};

export const addQuestion = async (
  ctx: Context,
  asked: {
    id: string;
    usulanId: string;
    receiptNumber: string;
    pinHash: string;
    ground: string;
    question: string;
    dueOn: LocalDate;
  },
): Promise<void> => {
  await ctx.tx
    .insertInto('family_question')
    .values({
      id: asked.id,
      usulan_id: asked.usulanId,
      no_publik: asked.receiptNumber,
      pin_hash: asked.pinHash,
      ground: asked.ground,
      question: asked.question,
      asked_at: ctx.now,
      asked_by: ctx.actor.accountId,
      due_on: asked.dueOn,
    })
    .execute();
};

export const keepAnswer = async (ctx: Context, id: string, answer: string, how: AnswerWay): Promise<void> => {
  await ctx.tx
    .updateTable('family_question')
    .set({
      answer,
      answered_at: ctx.now,
      answered_how: how,
      answered_by: ctx.actor.kind === 'warga' ? null : ctx.actor.accountId,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
};

export const renewQuestionPin = async (ctx: Context, id: string, pinHash: string): Promise<void> => {
  await ctx.tx
    .updateTable('family_question')
    .set({ pin_hash: pinHash, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
};

export const keepOutcome = async (ctx: Context, id: string, text: string): Promise<void> => {
  await ctx.tx
    .updateTable('family_question')
    .set({ outcome_text: text, outcome_at: ctx.now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
};
