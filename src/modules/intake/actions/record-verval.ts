import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Answer, factOfAnswer, NINE_CRITERIA } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { VervalResult } from '../domain/verval.ts';
import type { Advanced } from './advance.ts';
import { keepVisit } from './keep-visit.ts';

/** A visit as it was written down. `answers` by field of the nine criteria; asked only of who was met (`terkonfirmasi`). */
export type VisitForm = {
  visitedOn: LocalDate;
  result: VervalResult;
  respondent: string;
  notes: string;
  answers: Readonly<Record<string, Answer>>;
};

const requireAnswers = (form: VisitForm): void => {
  if (form.result !== 'terkonfirmasi') return;
  const missing = NINE_CRITERIA.questions.find((question) => form.answers[question.field] === undefined);
  if (missing)
    refuse(
      'verval.belum_lengkap',
      422,
      `Pertanyaan ${missing.no} (${missing.label.id}) belum diisi. Pilih "tidak tahu" atau "menolak" bila memang begitu.`,
      {
        fields: { [missing.field]: 'Belum diisi.' },
      },
    );
};

/** Keeps a visit asked with the nine criteria as Kepmensos 262/HUK/2022 words them. Refuses an unanswered question. */
export const recordVerval = async (
  ctx: Context,
  usulanId: string,
  version: number,
  visit: VisitForm,
): Promise<Advanced> => {
  requireAnswers(visit);
  const isMet = visit.result === 'terkonfirmasi';
  const { answers, ...rest } = visit;
  const asked = isMet ? NINE_CRITERIA.questions.map(({ field }) => [field, answers[field]!] as const) : [];
  return keepVisit(ctx, usulanId, version, {
    ...rest,
    form: { id: NINE_CRITERIA.form, no: NINE_CRITERIA.no },
    answers: isMet ? Object.fromEntries(asked) : null,
    facts: Object.fromEntries(asked.map(([field, answer]) => [field, factOfAnswer(answer)])),
    isComplete: true,
    place: null,
  });
};
