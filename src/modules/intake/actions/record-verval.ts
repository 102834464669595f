import type { Fact } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import {
  type Answer,
  factOfAnswer,
  NINE_CRITERIA,
  placeInFamily,
  recordObservations,
} from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { addOfficeDays } from '../domain/office-days.ts';
import { STAGES } from '../domain/stages.ts';
import { actAfterVisit, taskAfterVisit, type VervalResult } from '../domain/verval.ts';
import { listHolidays } from '../sql/stages.ts';
import { findSubject } from '../sql/submission.ts';
import { lockUsulan, saveUsulan, type Usulan } from '../sql/usulan-rows.ts';
import { countVisits, insertVerval, openTask } from '../sql/verval.ts';
import { type Advanced, advance, requireVersion } from './advance.ts';

/** A visit as it was written down. `answers` by field of the nine criteria; asked only of who was met (`terkonfirmasi`). */
export type VisitForm = {
  visitedOn: LocalDate;
  result: VervalResult;
  respondent: string;
  notes: string;
  answers: Readonly<Record<string, Answer>>;
};

const SETTLE_DAYS = 5;

const requireForm = (ctx: Context, form: VisitForm): void => {
  if (form.visitedOn > ctx.today)
    refuse('verval.tanggal_depan', 422, 'Tanggal kunjungan belum terjadi. Isi tanggal hari ini atau sebelumnya.', {
      fields: { visitedOn: 'Belum terjadi.' },
    });
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

/** The family of the subject; somebody the register knows without a family gets one of her own. */
const familyOf = async (ctx: Context, usulan: Usulan): Promise<string> => {
  const personId =
    usulan.subjectPersonId ??
    refuse(
      'usulan.belum_ditautkan',
      409,
      'Tautkan dulu usulan ini dengan orang di register; hasil kunjungan disimpan pada keluarganya.',
    );
  const known = usulan.subjectFamilyId ?? (await findSubject(ctx, personId))?.family_id;
  if (known) return known;
  const placed = await placeInFamily(ctx, {
    personId,
    shdk: null,
    areaId: usulan.rtAreaId ?? usulan.areaId,
    address: usulan.draft?.address,
    source: 'verval',
  });
  return placed.familyId;
};

/** Unknown answers are kept as unknown with their reason; they are never turned into no. */
const observe = async (ctx: Context, usulan: Usulan, form: VisitForm): Promise<string | null> => {
  if (form.result !== 'terkonfirmasi') return null;
  const familyId = await familyOf(ctx, usulan);
  const answers: Record<string, Fact<unknown>> = Object.fromEntries(
    NINE_CRITERIA.questions.map((question) => [question.field, factOfAnswer(form.answers[question.field]!)]),
  );
  const { setId } = await recordObservations(ctx, {
    subject: { kind: 'family', id: familyId },
    formId: NINE_CRITERIA.form,
    formNo: NINE_CRITERIA.no,
    observedOn: form.visitedOn,
    source: 'verval',
    answers,
    usulanId: usulan.id,
  });
  if (familyId !== usulan.subjectFamilyId) await saveUsulan(ctx, usulan.id, { subject_family_id: familyId });
  return setId;
};

/**
 * Keeps a visit: its result, and for a family that was met the answers to the nine criteria as observations of the register. The usulan
 * goes on, or waits for another visit when nobody was met. Refuses at any other stage and an unanswered question.
 */
export const recordVerval = async (
  ctx: Context,
  usulanId: string,
  version: number,
  form: VisitForm,
): Promise<Advanced> => {
  requireForm(ctx, form);
  const usulan = await lockUsulan(ctx, usulanId);
  await requireVersion(ctx, usulan, version);
  if (usulan.stage !== 'verval')
    refuse(
      'verval.bukan_tahap',
      409,
      `Usulan ini tidak sedang di tahap verval${usulan.stage ? ` tetapi di ${STAGES[usulan.stage][0]}` : ''}.`,
    );
  const setId = await observe(ctx, usulan, form);
  const visits = (await countVisits(ctx, usulanId)) + 1;
  await insertVerval(ctx, {
    usulanId,
    visitedOn: form.visitedOn,
    result: form.result,
    respondent: form.respondent,
    notes: form.notes,
    setId,
  });
  await ctx.record({
    event: 'verval.recorded',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { result: form.result, visitedOn: form.visitedOn, visits, setId },
  });
  const task = taskAfterVisit(form.result);
  const dueOn = addOfficeDays(ctx.today, SETTLE_DAYS, await listHolidays(ctx, ctx.today));
  if (task) await openTask(ctx, usulan, { ...task, role: 'operator_desa', areaId: usulan.areaId, dueOn });
  const standing = await lockUsulan(ctx, usulanId);
  return advance(ctx, usulanId, standing.version, actAfterVisit(form.result, visits));
};
