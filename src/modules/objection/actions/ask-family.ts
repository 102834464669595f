import { newPin, newReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { addOfficeDays, hashPin, listHolidays, lockUsulan } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { LIST_GROUNDS, type ListGround } from '../domain/grounds.ts';
import { addQuestion, findQuestion, renewQuestionPin } from '../sql/questions.ts';
import { getObjection } from './get-objection.ts';

/** Office days a family has to answer. */
export const ANSWER_DAYS = 5;

export type Asked = { receiptNumber: string; pin: string; question: string; dueOn: string };

/**
 * Asks the family, as at any periodic look at its data: a coded question, a number and a PIN of its own for the portal. Nothing in it tells
 * of an objection, its words, its photo or its day. The PIN is shown once.
 */
export const askFamily = async (ctx: Context, usulanId: string): Promise<Asked> => {
  const usulan = await lockUsulan(ctx, usulanId);
  const objection = await getObjection(ctx, usulanId);
  if (objection.about !== 'daftar')
    refuse(
      'sanggah.hasil_sendiri',
      409,
      'Sanggahan ini tentang hasil penyanggah sendiri; tidak ada keluarga lain yang ditanya.',
    );
  if (usulan.stage === null) refuse('usulan.sudah_selesai', 409, 'Sanggahan ini sudah selesai.');
  if (!usulan.subjectPersonId)
    refuse(
      'sanggah.belum_ditautkan',
      409,
      'Tautkan dulu dengan orang di register, supaya jelas keluarga mana yang ditanya.',
    );
  if (await findQuestion(ctx, usulanId))
    refuse('sanggah.sudah_ditanya', 409, 'Keluarga ini sudah ditanya. Bila suratnya hilang, buat PIN baru.');
  const { question } = LIST_GROUNDS[objection.ground as ListGround];
  const dueOn = addOfficeDays(ctx.today, ANSWER_DAYS, await listHolidays(ctx, ctx.today));
  const [id, receiptNumber, pin] = [uuid7(), newReceiptCode(), newPin()];
  await addQuestion(ctx, {
    id,
    usulanId,
    receiptNumber,
    pinHash: await hashPin(pin),
    ground: objection.ground,
    question,
    dueOn,
  });
  await ctx.record({
    event: 'objection.family_asked',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { questionId: id, dueOn },
  });
  return { receiptNumber, pin, question, dueOn };
};

/** A new PIN for the family's paper; the old one opens nothing from now on. */
export const renewFamilyPin = async (ctx: Context, usulanId: string): Promise<Asked> => {
  const objection = await getObjection(ctx, usulanId);
  const question =
    (await findQuestion(ctx, usulanId)) ?? refuse('sanggah.belum_ditanya', 409, 'Keluarga ini belum ditanya.');
  const pin = newPin();
  await renewQuestionPin(ctx, question.id, await hashPin(pin));
  await ctx.record({
    event: 'objection.family_pin_renewed',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: objection.areaId,
    level: objection.protection,
  });
  return { receiptNumber: question.receiptNumber, pin, question: question.question, dueOn: question.dueOn };
};
