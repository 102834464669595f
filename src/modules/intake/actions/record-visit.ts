import { type Answers, type Filled, fillForm, listFacts, openForm } from '#engines/form/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { getFormVersion, getVervalForm, type PublishedForm } from '#modules/forms/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { VervalResult } from '../domain/verval.ts';
import type { Point } from '../domain/visit.ts';
import { getUsulan } from '../sql/usulan-rows.ts';
import { type DraftContent, dropVisitDraft, findVisitDraft, putVisitDraft } from '../sql/visit-rows.ts';
import type { Advanced } from './advance.ts';
import { keepVisit } from './keep-visit.ts';

/** A visit asked with the agency's own form. `isComplete` false: the interview broke off, and needed answers may be missing (code 205: 2). */
export type FormVisit = {
  formId: string;
  formNo: number;
  visitedOn: LocalDate;
  result: VervalResult;
  respondent: string;
  notes: string;
  answers: Answers;
  isComplete: boolean;
  place: Point | null;
};

/** The form this officer is asked with: the version of her draft when she has one, else the one in use. */
const formFor = async (ctx: Context, usulanId: string): Promise<PublishedForm> => {
  const draft = await findVisitDraft(ctx, usulanId);
  return draft ? getFormVersion(ctx, draft.formId, draft.formNo) : getVervalForm(ctx);
};

/** The form of a visit to come, with what was filled in before. */
export const readVisitForm = async (ctx: Context, usulanId: string) => {
  await getUsulan(ctx, usulanId);
  const draft = await findVisitDraft(ctx, usulanId);
  return {
    ...(await formFor(ctx, usulanId)),
    draft: draft ? { ...draft.content, savedAt: draft.savedAt.toISOString() } : null,
  };
};

const requireForm = async (
  ctx: Context,
  usulanId: string,
  visit: { formId: string; formNo: number },
): Promise<PublishedForm> => {
  const draft = await findVisitDraft(ctx, usulanId);
  if (draft?.formId === visit.formId && draft.formNo === visit.formNo)
    return getFormVersion(ctx, visit.formId, visit.formNo);
  const now = await getVervalForm(ctx);
  if (now.formId !== visit.formId || now.no !== visit.formNo)
    refuse(
      'formulir.berganti',
      409,
      `Formulir verval sudah berganti menjadi ${now.title} versi ${now.no} sejak Anda membuka halaman ini. Muat ulang halaman, lalu lengkapi isiannya.`,
    );
  return now;
};

/** Keeps what is filled in so far, also when it is not complete. A draft stays with the version of the form it was begun with. */
export const keepVisitDraft = async (
  ctx: Context,
  usulanId: string,
  form: { formId: string; formNo: number },
  content: DraftContent,
): Promise<{ savedAt: string }> => {
  const usulan = await getUsulan(ctx, usulanId);
  await requireForm(ctx, usulanId, form);
  await putVisitDraft(ctx, usulanId, form, content);
  await ctx.record({
    event: 'verval.draft_kept',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { formId: form.formId, formNo: form.formNo },
  });
  return { savedAt: ctx.now.toISOString() };
};

/** Answers that cannot be kept. After an interview that broke off only what was answered must be right. */
const requireAnswers = (filled: Filled, isComplete: boolean): void => {
  const missing = new Set(
    filled.items.filter((item) => item.isRequired && item.value === '' && item.fault).map((item) => item.path),
  );
  const faults = filled.faults.filter((fault) => isComplete || !missing.has(fault.path));
  const [first] = faults;
  if (!first) return;
  const label = filled.items.find((item) => item.path === first.path)?.label.id || first.path;
  refuse(
    'verval.belum_lengkap',
    422,
    `${faults.length} isian belum dapat disimpan. Yang pertama, "${label}": ${first.sentence.id}`,
    { fields: Object.fromEntries(faults.map((fault) => [fault.path, fault.sentence.id])) },
  );
};

/**
 * Keeps a visit asked with the form in use: answers are held against the form by the evaluator the browser uses, become facts of the
 * family with source verval and the day of the visit, and stay with the version they were asked with.
 */
export const recordVisit = async (
  ctx: Context,
  usulanId: string,
  version: number,
  visit: FormVisit,
): Promise<Advanced> => {
  const published = await requireForm(ctx, usulanId, visit);
  const isMet = visit.result === 'terkonfirmasi';
  const form = openForm(published.definition);
  const filled = fillForm(form, isMet ? visit.answers : {}, ctx.today);
  if (isMet) requireAnswers(filled, visit.isComplete);
  const advanced = await keepVisit(ctx, usulanId, version, {
    visitedOn: visit.visitedOn,
    result: visit.result,
    respondent: visit.respondent,
    notes: visit.notes,
    form: { id: published.formId, no: published.no },
    answers: isMet ? filled.values : null,
    facts: isMet ? listFacts(form, filled) : {},
    isComplete: visit.isComplete,
    place: visit.place,
  });
  await dropVisitDraft(ctx, usulanId);
  return advanced;
};
