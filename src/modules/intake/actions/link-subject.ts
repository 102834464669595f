import { refuse } from '#kernel/refusal.ts';
import { createPerson, foldName, orderComparison, placeInFamily, type Shdk } from '#modules/registry/index.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { findSubject, hasOpen, keepFold } from '../sql/submission.ts';
import { addEvent, lockUsulan, refuseSecondOpen, saveUsulan, type Usulan } from '../sql/usulan-rows.ts';
import { requireVersion } from './advance.ts';

export type Linked = { usulanId: string; personId: string; version: number; doubts: string[] };

const lockForLink = async (ctx: Context, usulanId: string, version: number): Promise<Usulan> => {
  if (!may(ctx.actor, 'usulan.link'))
    refuse(
      'wewenang.kurang',
      403,
      'Menautkan usulan ke register hanya dapat dilakukan operator desa/kelurahan atau verifikator.',
    );
  const usulan = await lockUsulan(ctx, usulanId);
  await requireVersion(ctx, usulan, version);
  if (usulan.stage === null)
    refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai dan tidak dapat ditautkan lagi.');
  if (usulan.subjectPersonId !== null && usulan.stage !== 'periksa')
    refuse(
      'usulan.sudah_ditautkan',
      409,
      'Usulan ini sudah ditautkan dan sudah lewat pemeriksaan. Kembalikan dulu ke tahap pemeriksaan untuk menggantinya.',
    );
  return usulan;
};

const link = async (ctx: Context, usulan: Usulan, personId: string, event: string): Promise<number> => {
  const person =
    (await findSubject(ctx, personId)) ??
    refuse(
      'orang.tidak_ada',
      404,
      'Orang itu tidak ada di wilayah Anda. Cari lagi, atau buat datanya dari usulan ini.',
    );
  if (person.id !== usulan.subjectPersonId && (await hasOpen(ctx, person.id, usulan.kind))) refuseSecondOpen();
  await saveUsulan(ctx, usulan.id, {
    subject_person_id: person.id,
    subject_family_id: person.family_id,
    protection: person.protection,
  });
  await keepFold(ctx, usulan.id, foldName(person.name), person.birth_on);
  await addEvent(ctx, usulan.id, { event, fromState: usulan.state, toState: usulan.state, stage: usulan.stage });
  await ctx.record({
    event,
    subjectKind: 'usulan',
    subjectId: usulan.id,
    areaId: usulan.areaId,
    level: person.protection,
    before: { personId: usulan.subjectPersonId },
    after: { personId: person.id },
  });
  return usulan.version + 1;
};

/**
 * Says who in the register the usulan is about. Only an officer does, and only with somebody in sight. A protected person takes the
 * usulan to her own level. Refuses when she has an open usulan of the kind already.
 */
export const linkSubject = async (
  ctx: Context,
  usulanId: string,
  version: number,
  personId: string,
): Promise<Linked> => {
  const usulan = await lockForLink(ctx, usulanId, version);
  return { usulanId, personId, version: await link(ctx, usulan, personId, 'usulan.linked'), doubts: [] };
};

/**
 * Makes a person of the draft, when the search found nobody, and links the usulan to her. A doubtful or taken number stands as a claim and
 * comes back as a doubt, in neutral words; it stops nothing.
 */
export const createSubject = async (
  ctx: Context,
  usulanId: string,
  version: number,
  family: { shdk: Shdk | null },
): Promise<Linked> => {
  const usulan = await lockForLink(ctx, usulanId, version);
  const draft =
    usulan.draft ?? refuse('usulan.tanpa_draf', 409, 'Usulan ini dibuat untuk orang yang sudah ada di register.');
  const areaId = usulan.rtAreaId ?? usulan.areaId;
  const created = await createPerson(ctx, {
    name: draft.name,
    sex: draft.sex,
    birth: draft.birthOn ? { on: draft.birthOn, precision: 'hari' } : null,
    phone: draft.phone,
    nik: draft.nik,
    areaId,
    source: 'usulan',
  });
  const placed = await placeInFamily(ctx, {
    personId: created.personId,
    nomorKk: draft.nomorKk,
    shdk: family.shdk,
    areaId,
    address: draft.address,
    source: 'usulan',
  });
  await orderComparison(ctx, created.personId);
  const next = await link(ctx, usulan, created.personId, 'usulan.person_created');
  return { usulanId, personId: created.personId, version: next, doubts: [...created.doubts, ...placed.doubts] };
};
