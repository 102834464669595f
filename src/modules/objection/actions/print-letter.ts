import { dateInZone } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { addOfficeDays, findReason, listHolidays } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { type LetterSide, letterContent } from '../domain/letters.ts';
import { findLetterNumber, findObjectorName } from '../sql/objections.ts';
import { findQuestion } from '../sql/questions.ts';
import { getObjection } from './get-objection.ts';

const RESULT = new URL('../documents/result.typ', import.meta.url);
/** Law 30/2014, article 77: office days to object to a decision. */
const OBJECT_DAYS = 21;
const TO_FILL_IN = '………………………………………';

/** The reasoned letter to one side, as PDF. The objector's name is printed only for who may read it; else it is a line to fill in. */
export const printLetter = async (ctx: Context, usulanId: string, side: LetterSide) => {
  const objection = await getObjection(ctx, usulanId);
  const letterId = side === 'penyanggah' ? objection.objectorLetterId : objection.familyLetterId;
  const { finding, findingReason, foundOn } = objection;
  if (!letterId || !finding || !findingReason || !foundOn)
    return refuse('sanggah.belum_ada_surat', 409, 'Surat hasil dibuat sesudah sanggahan ini diputus.');
  const question = await findQuestion(ctx, usulanId);
  const objector = side === 'penyanggah' ? await findObjectorName(ctx, usulanId) : undefined;
  const zone = ctx.actor.zone;
  const content = letterContent({
    side,
    about: objection.about,
    number: (await findLetterNumber(ctx, letterId)) ?? '',
    on: foundOn,
    reader: side === 'penyanggah' ? (objector ?? TO_FILL_IN) : `Keluarga ${objection.name}`,
    place: objection.place,
    receiptNumber: formatReceiptCode(objection.receiptNumber),
    submittedOn: objection.submittedOn,
    visitedOn: objection.visitedOn,
    question: question
      ? {
          askedOn: dateInZone(question.askedAt, zone),
          answeredOn: question.answeredAt ? dateInZone(question.answeredAt, zone) : null,
        }
      : null,
    finding,
    clause: findReason(finding === 'terbukti' ? 'approve' : 'refuse', findingReason)?.citizen ?? '',
    objectUntil: addOfficeDays(foundOn, OBJECT_DAYS, await listHolidays(ctx, foundOn)),
    signer: { role: ctx.actor.position ?? 'Dinas Sosial', name: ctx.actor.name },
  });
  const title = side === 'penyanggah' ? 'Hasil pemeriksaan sanggahan' : 'Hasil pemeriksaan data berkala';
  const body = await renderPdf(RESULT, { frame: await getFrame(ctx), title, at: ctx.now, content });
  return { name: `${side}-${objection.receiptNumber}.pdf`, mediaType: 'application/pdf', body };
};
