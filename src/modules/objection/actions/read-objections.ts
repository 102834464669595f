import { dateInZone } from '#kernel/local-date.ts';
import { listHolidays, objectionDueOn, reasonsFor } from '#modules/intake/index.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { missingForFinding } from '../domain/ready.ts';
import { countOpenObjections, listObjections, type ObjectionLine } from '../sql/objections.ts';
import { findQuestion } from '../sql/questions.ts';
import { getObjection } from './get-objection.ts';

const withDue = async (ctx: Context, lines: readonly ObjectionLine[]) => {
  const [oldest] = lines.map((line) => line.submittedOn).toSorted();
  const holidays = await listHolidays(ctx, oldest ?? ctx.today);
  return lines.map((line) => ({ ...line, settleBy: objectionDueOn(line.submittedOn, holidays) }));
};

/** The list of objections in sight, those under way or those that are over, each with the day by which it should be settled. */
export const readObjections = async (ctx: Context, open: boolean) => ({
  items: await withDue(ctx, await listObjections(ctx, open)),
});

/** One objection as its page shows it: the family's question and answer, what is missing for a finding, its letters. */
export const readObjection = async (ctx: Context, usulanId: string) => {
  const objection = await getObjection(ctx, usulanId);
  const [line] = await withDue(ctx, [objection]);
  const question = await findQuestion(ctx, usulanId);
  const answeredOn = question?.answeredAt ? dateInZone(question.answeredAt, ctx.actor.zone) : null;
  return {
    ...line!,
    findingReason: objection.findingReason,
    foundOn: objection.foundOn,
    visitedOn: objection.visitedOn,
    hasFamilyLetter: objection.familyLetterId !== null,
    question: question
      ? {
          receiptNumber: question.receiptNumber,
          question: question.question,
          askedOn: dateInZone(question.askedAt, ctx.actor.zone),
          dueOn: question.dueOn,
          answer: question.answer,
          answeredOn,
          answeredHow: question.answeredHow,
        }
      : null,
    missing: objection.finding
      ? []
      : missingForFinding(
          { ...objection, question: question ? { answeredOn, dueOn: question.dueOn } : null },
          ctx.today,
        ),
    mayAsk: may(ctx.actor, 'usulan.check') || may(ctx.actor, 'usulan.decide'),
    mayFind: may(ctx.actor, 'usulan.decide'),
    reasons: {
      terbukti: reasonsFor('approve', 'sanggah').map(([code, { words }]) => ({
        code,
        words: { id: words[0], en: words[1] },
      })),
      tidak_terbukti: reasonsFor('refuse', 'sanggah').map(([code, { words }]) => ({
        code,
        words: { id: words[0], en: words[1] },
      })),
    },
  };
};

/** The count of objections for the first page. */
export const homeTiles = async (ctx: Context) => {
  if (!may(ctx.actor, 'usulan.read')) return [];
  const { open, alarmed } = await countOpenObjections(ctx);
  return [
    {
      id: 'sanggah.terbuka',
      label: { id: 'Sanggahan', en: 'Objections' },
      count: open,
      href: '/sanggahan',
      status: alarmed > 0 ? ('tindakan' as const) : open > 0 ? ('menunggu' as const) : ('netral' as const),
    },
  ];
};
