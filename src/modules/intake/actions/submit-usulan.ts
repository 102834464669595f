import { newPin, newReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { foldName } from '#modules/registry/index.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { type Draft, requireDraft } from '../domain/draft.ts';
import { type Facts, NEEDS_NO_CONSENT, readFacts } from '../domain/kind-facts.ts';
import {
  CHANNELS,
  type Channel,
  type Consent,
  KINDS,
  type Kind,
  type Relation,
  type TieRelation,
  type Track,
} from '../domain/kinds.ts';
import { addOfficeDays } from '../domain/office-days.ts';
import { hashPin } from '../domain/receipt-pin.ts';
import { citizenSentence } from '../domain/sentences.ts';
import { type StageRule, stagesFor } from '../domain/stages.ts';
import { begin } from '../domain/state-machine.ts';
import { listHolidays, listStages } from '../sql/stages.ts';
import { findDesa, findReceiptId, findSubject, hasOpen, keepObjector, reaches } from '../sql/submission.ts';
import { addTie } from '../sql/ties.ts';
import { addEvent, insertUsulan, type NewUsulan, refuseSecondOpen } from '../sql/usulan-rows.ts';

/** What is proposed. Exactly one of `subjectPersonId` (an officer chose her from the register) and `draft` (typed). */
export type Submission = {
  /** The portal makes the id first, because its sight is bound to it; everybody else leaves it out. */
  id?: string;
  kind: Kind;
  channel: Channel;
  subjectPersonId?: string | undefined;
  draft?: Draft | undefined;
  /** The desa or kelurahan, or an RT in it; left out for a person of the register it is where she lives. */
  areaId?: number | undefined;
  reporterName: string;
  reporterPhone?: string | undefined;
  relation: Relation;
  consent: Consent;
  reason: string;
  /** What the kind asks for beside the person; what is missing is asked for later, what cannot be is refused. */
  facts?: Readonly<Record<string, string | undefined>> | undefined;
  /** Who heard a spoken consent. */
  witness?: string | undefined;
  /** A complaint without a name. */
  isAnonymous?: boolean | undefined;
  skipRt?: boolean | undefined;
  tracks?: readonly Track[] | undefined;
  /** The proposer says that an official is a relative of hers or of the person: `official` is his name or his office. */
  tie?: { official: string; relation: TieRelation } | undefined;
};
export type Submitted = { usulanId: string; receiptNumber: string; pin: string };

const requireChannel = (ctx: Context, channel: Channel) => {
  const { kind } = ctx.actor;
  if (kind !== 'warga' && !may(ctx.actor, 'usulan.propose'))
    refuse(
      'wewenang.kurang',
      403,
      'Tugas Anda tidak mencakup mengusulkan warga. Minta kepada admin bila seharusnya boleh.',
    );
  const own: Partial<Record<typeof kind, Channel>> = { warga: 'portal', rt: 'rt', psm: 'psm' };
  const expected = own[kind];
  if (expected !== undefined ? channel !== expected : ['portal', 'rt', 'psm'].includes(channel))
    refuse('usulan.saluran', 422, `Saluran ${CHANNELS[channel][0]} tidak cocok dengan akun Anda.`);
};

/** Facts in a form that cannot be are refused; facts that are missing are not: an officer asks for them. */
const factsOf = (ctx: Context, given: Submission): Facts => {
  const { facts, faults } = readFacts(given.kind, given.facts ?? {}, ctx.today);
  const wrong = faults.filter(({ key }) => (given.facts?.[key] ?? '').trim() !== '');
  const [first] = wrong;
  if (first)
    refuse('usulan.fakta', 422, first.sentence, {
      fields: Object.fromEntries(wrong.map(({ key, sentence }) => [`facts.${key}`, sentence])),
    });
  return facts;
};

const requireConsent = (given: Submission): void => {
  if (given.consent === 'tidak_perlu' && !NEEDS_NO_CONSENT.has(given.kind))
    refuse('usulan.persetujuan', 422, `Untuk ${KINDS[given.kind][0].toLowerCase()}, persetujuan warga diperlukan.`, {
      fields: { consent: 'Pilih bagaimana warga menyetujui.' },
    });
  if (given.isAnonymous === true && given.kind !== 'pengaduan')
    refuse('usulan.tanpa_nama', 422, 'Hanya pengaduan yang boleh tanpa nama. Isi nama pengusul.', {
      fields: { reporterName: 'Isi nama pengusul.' },
    });
};

const outsideOwnRt = (): never =>
  refuse(
    'usulan.luar_rt',
    403,
    'Usulan ini untuk RT lain. Anda hanya dapat mengusulkan warga RT Anda; minta Ketua RT setempat atau operator desa/kelurahan.',
  );

const noPlace = (): never =>
  refuse('usulan.wilayah', 422, 'Pilih desa/kelurahan atau RT tempat tinggal orang yang diusulkan.');

/** Where it belongs: the desa for every count, and the RT beside it. An RT head proposes in the own RT only. */
const placeOf = async (ctx: Context, areaId: number, rtAreaId: number | undefined) => {
  const { actor } = ctx;
  const named = await findDesa(ctx, areaId);
  const targetId = rtAreaId ?? (actor.kind === 'rt' && named?.kind === 'desa' ? actor.areaId : areaId);
  if (actor.kind === 'rt' && !(await reaches(ctx, targetId))) outsideOwnRt();
  const target = await findDesa(ctx, targetId);
  const desaId = target?.desaId ?? noPlace();
  if (named?.desaId !== desaId)
    refuse('usulan.wilayah_beda', 422, 'RT yang dipilih bukan di desa/kelurahan itu. Pilih RT-nya lagi.');
  if (actor.kind !== 'warga' && !(await reaches(ctx, targetId)))
    refuse(
      'usulan.luar_wilayah',
      403,
      'Wilayah itu di luar wilayah tugas Anda. Minta operator desa/kelurahan setempat mengusulkannya.',
    );
  return { desaId, rtAreaId: target?.kind === 'rt' ? targetId : null };
};

type Subject = Pick<
  NewUsulan,
  'subjectPersonId' | 'subjectFamilyId' | 'draft' | 'draftFold' | 'draftBirthOn' | 'protection'
> & { homeAreaId: number | null };

const drafted = (ctx: Context, draft: Draft): Subject => {
  const checked = requireDraft(draft, ctx.today);
  return {
    subjectPersonId: null,
    subjectFamilyId: null,
    draft: checked,
    draftFold: foldName(checked.name),
    draftBirthOn: checked.birthOn ?? null,
    protection: 0,
    homeAreaId: null,
  };
};

/** Only an officer who may link names a person of the register; the neighbour an RT head picks stays a hint in the draft. */
const subjectOf = async (ctx: Context, given: Submission): Promise<Subject> => {
  if ((given.subjectPersonId === undefined) === (given.draft === undefined))
    refuse('usulan.subjek', 422, 'Pilih satu orang dari register, atau isi namanya; jangan keduanya.');
  if (given.draft) return drafted(ctx, given.draft);
  const person = await findSubject(ctx, given.subjectPersonId!);
  if (!person)
    refuse('orang.tidak_ada', 404, 'Orang itu tidak ada di wilayah Anda. Isi namanya; petugas yang mencocokkan.');
  if (!may(ctx.actor, 'usulan.link') && !may(ctx.actor, 'person.register'))
    return drafted(ctx, {
      name: person.name,
      birthOn: person.birth_on ?? undefined,
      address: person.address ?? 'Alamat menurut register',
      suggestedPersonId: person.id,
    });
  if (await hasOpen(ctx, person.id, given.kind)) refuseSecondOpen();
  return {
    subjectPersonId: person.id,
    subjectFamilyId: person.family_id,
    draft: null,
    draftFold: foldName(person.name),
    draftBirthOn: person.birth_on,
    protection: person.protection,
    homeAreaId: person.rt_area_id ?? person.desa_id,
  };
};

/** The end of the citizen's clock: the office days of every stage this kind passes. */
const promisedDays = (order: readonly StageRule[], kind: Kind): number =>
  stagesFor(order, kind).reduce((days, rule) => days + rule.officeDays, 0);

/**
 * Takes in a proposal from any channel: an RT head, the portal (databaseRole rukun_public with Occasion.receipt set to the new id),
 * a desk. Gives the receipt number and the PIN, which is kept only as a hash and cannot be shown again. Refuses a second open usulan
 * of one kind for a known person, a place outside one's task, a person without a name. A draft that looks like another is taken in:
 * the officer is told, never the citizen.
 */
export const submitUsulan = async (ctx: Context, given: Submission): Promise<Submitted> => {
  requireChannel(ctx, given.channel);
  requireConsent(given);
  const facts = factsOf(ctx, given);
  const isPortal = ctx.actor.kind === 'warga';
  const { homeAreaId, ...subject } = await subjectOf(ctx, given);
  const place = await placeOf(ctx, given.areaId ?? homeAreaId ?? noPlace(), given.draft?.rtAreaId);
  const { orderNo, order } = await listStages(ctx);
  const first = begin(given.kind, order);
  const holidays = await listHolidays(ctx, ctx.today);
  const [usulanId, receiptNumber, pin] = [
    given.id ?? (await findReceiptId(ctx)) ?? uuid7(),
    newReceiptCode(),
    newPin(),
  ];
  const dueOn = addOfficeDays(ctx.today, first.officeDays, holidays);
  const isObjection = given.kind === 'sanggah';
  await insertUsulan(ctx, {
    ...subject,
    id: usulanId,
    receiptNumber,
    pinHash: await hashPin(pin),
    kind: given.kind,
    tracks: given.tracks ?? [],
    channel: given.channel,
    reporterAccount: isPortal ? null : ctx.actor.accountId,
    reporterName: isObjection || given.isAnonymous === true ? null : given.reporterName,
    relation: given.relation,
    consent: given.consent,
    reason: given.reason,
    facts,
    witness: given.witness?.trim() || null,
    skipRt: given.skipRt ?? false,
    state: 'berjalan',
    stage: first.stage,
    stageNo: first.no,
    orderNo,
    citizenClockFrom: ctx.now,
    stageSince: ctx.now,
    dueOn,
    promisedOn: addOfficeDays(ctx.today, promisedDays(order, given.kind), holidays),
    areaId: place.desaId,
    rtAreaId: place.rtAreaId,
  });
  if (isObjection) await keepObjector(ctx, usulanId, given.reporterName, given.reporterPhone ?? null);
  if (given.tie) await addTie(ctx, usulanId, { ...given.tie, note: 'Disebut pengusul.', accountId: null });
  const told = {
    act: 'submit',
    stage: first.stage,
    fromStage: null,
    dueOn,
    today: ctx.today,
    reasonCode: null,
    asked: null,
    tracks: [],
  } as const;
  await addEvent(ctx, usulanId, {
    event: 'usulan.submitted',
    fromState: null,
    toState: 'berjalan',
    stage: null,
    citizenText: citizenSentence(told),
  });
  await ctx.record({
    event: 'usulan.submitted',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: place.desaId,
    level: subject.protection,
    after: {
      kind: given.kind,
      kindName: KINDS[given.kind][0],
      channel: given.channel,
      stage: first.stage,
      linked: subject.subjectPersonId !== null,
      tied: given.tie !== undefined,
    },
  });
  return { usulanId, receiptNumber, pin };
};
