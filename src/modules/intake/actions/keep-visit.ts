import type { Answers } from '#engines/form/index.ts';
import type { Fact } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { placeInFamily, recordObservations } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { addOfficeDays } from '../domain/office-days.ts';
import { STAGES } from '../domain/stages.ts';
import { actAfterVisit, taskAfterVisit, type VervalResult } from '../domain/verval.ts';
import { flagsOf, outcomeOf, type Point } from '../domain/visit.ts';
import { listHolidays } from '../sql/stages.ts';
import { findSubject } from '../sql/submission.ts';
import { lockUsulan, saveUsulan, type Usulan } from '../sql/usulan-rows.ts';
import { countVisits, insertVerval, openTask } from '../sql/verval.ts';
import { countVisitsOfHour, listPhotoPlaces, listVisitPlaces } from '../sql/visit-rows.ts';
import { type Advanced, advance, requireVersion } from './advance.ts';

/** A visit whose answers were held against their form. `facts` become observations of the family; none when nobody was met. */
export type CheckedVisit = {
  visitedOn: LocalDate;
  result: VervalResult;
  respondent: string;
  notes: string;
  form: { id: string; no: number };
  answers: Answers | null;
  facts: Readonly<Record<string, Fact<unknown>>>;
  isComplete: boolean;
  place: Point | null;
};

const SETTLE_DAYS = 5;

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
const observe = async (ctx: Context, usulan: Usulan, visit: CheckedVisit): Promise<string | null> => {
  if (visit.result !== 'terkonfirmasi' || Object.keys(visit.facts).length === 0) return null;
  const familyId = await familyOf(ctx, usulan);
  const { setId } = await recordObservations(ctx, {
    subject: { kind: 'family', id: familyId },
    formId: visit.form.id,
    formNo: visit.form.no,
    observedOn: visit.visitedOn,
    source: 'verval',
    answers: visit.facts,
    usulanId: usulan.id,
  });
  if (familyId !== usulan.subjectFamilyId) await saveUsulan(ctx, usulan.id, { subject_family_id: familyId });
  return setId;
};

const lockForVisit = async (ctx: Context, usulanId: string, version: number): Promise<Usulan> => {
  const usulan = await lockUsulan(ctx, usulanId);
  await requireVersion(ctx, usulan, version);
  if (usulan.stage !== 'verval')
    refuse(
      'verval.bukan_tahap',
      409,
      `Usulan ini tidak sedang di tahap verval${usulan.stage ? ` tetapi di ${STAGES[usulan.stage][0]}` : ''}.`,
    );
  return usulan;
};

const flag = async (ctx: Context, usulan: Usulan, visit: CheckedVisit) =>
  flagsOf({
    place: visit.place,
    earlier: visit.place ? await listVisitPlaces(ctx, usulan.areaId) : [],
    photos: visit.place ? await listPhotoPlaces(ctx, usulan.id) : [],
    lastHour: (await countVisitsOfHour(ctx)) + 1,
  });

/**
 * Keeps a visit: its result, its answers with the version of their form, and what looks odd about it, as flags. The usulan goes on, or
 * waits for another visit when nobody was met. Refuses at any other stage, and a day to come.
 */
export const keepVisit = async (
  ctx: Context,
  usulanId: string,
  version: number,
  visit: CheckedVisit,
): Promise<Advanced> => {
  if (visit.visitedOn > ctx.today)
    refuse('verval.tanggal_depan', 422, 'Tanggal kunjungan belum terjadi. Isi tanggal hari ini atau sebelumnya.', {
      fields: { visitedOn: 'Belum terjadi.' },
    });
  const usulan = await lockForVisit(ctx, usulanId, version);
  const setId = await observe(ctx, usulan, visit);
  const visits = (await countVisits(ctx, usulanId)) + 1;
  const flags = await flag(ctx, usulan, visit);
  const outcome = outcomeOf(visit.result, visit.isComplete);
  await insertVerval(ctx, { usulanId, ...visit, setId, flags, outcome });
  await ctx.record({
    event: 'verval.recorded',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: {
      ...{ result: visit.result, visitedOn: visit.visitedOn, visits, setId, outcome, flags },
      form: `${visit.form.id}/${visit.form.no}`,
    },
  });
  const task = taskAfterVisit(visit.result);
  const dueOn = addOfficeDays(ctx.today, SETTLE_DAYS, await listHolidays(ctx, ctx.today));
  if (task) await openTask(ctx, usulan, { ...task, role: 'operator_desa', areaId: usulan.areaId, dueOn });
  const standing = await lockUsulan(ctx, usulanId);
  return advance(ctx, usulanId, standing.version, actAfterVisit(visit.result, visits));
};
