import { ageOn } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { maskNumber, problemSentences, stateShown } from '../domain/identifiers.ts';
import { isIdentityField } from '../domain/identity-fields.ts';
import { findPpksType } from '../domain/ppks.ts';
import { type FactOnSheet, factsOnSheet, valueText } from '../domain/sheet.ts';
import { type CardRecord, findFamily, listCards, listMemberships, type MembershipRow } from '../sql/family-rows.ts';
import {
  findNoNikReason,
  type HistoryRow,
  listFindings,
  listHistory,
  listNumbers,
  listOtherNames,
  type NumberOnSheet,
} from '../sql/history.ts';
import {
  findOwnScore,
  listAid,
  listAssessments,
  listCentreStatuses,
  listLetters,
  listOpenTasks,
  listProposals,
  listRanks,
} from '../sql/matters.ts';
import { findStanding } from '../sql/observations.ts';
import { findPerson, type PersonRecord } from '../sql/person-rows.ts';
import { hasRead } from '../sql/readings.ts';
import { logReading } from './log-reading.ts';
import { membersOnSheet } from './members-on-sheet.ts';
import { listFacts } from './record-observations.ts';
import { refuseUnseen } from './refuse-unseen.ts';

const numberOnSheet = ({ value, state, problem, ...rest }: NumberOnSheet) => {
  const shown = stateShown(state, problem);
  return {
    ...rest,
    masked: maskNumber(value),
    state: shown,
    problems: shown === 'salah' || shown === 'nonaktif' ? [] : problemSentences(problem),
  };
};

/** A family's card as an officer reads it. */
export const cardOnSheet = ({ nomor_kk, state, problem, family_id, ...rest }: CardRecord) => ({
  ...rest,
  familyId: family_id,
  masked: maskNumber(nomor_kk),
  state: state === 'lama' ? ('lama' as const) : stateShown(state, problem),
  problems: state === 'lama' ? [] : problemSentences(problem),
});

const historyOnSheet = (person: PersonRecord, rows: readonly HistoryRow[]) => {
  const entries = rows.map(({ value, unknown, ...row }) => ({
    ...row,
    // Mother's maiden name is a secret question of banks: it is matched with, never shown.
    value: unknown !== null ? null : row.field === 'nama_ibu' ? '(tercatat)' : valueText(value),
    unknown,
  }));
  return [
    ...entries,
    {
      setId: person.id,
      field: 'terdaftar',
      value: null,
      unknown: null,
      source: person.source,
      observedOn: person.observed_on,
      recordedAt: person.created_at,
      by: null,
      reason: null,
      inForce: true,
    },
  ];
};

/** Protected records ask for a reason first (see `askToRead`); a case team has its case as the reason. */
const checkReason = async (ctx: Context, person: PersonRecord): Promise<void> => {
  if (person.protection < 2 || person.in_team || (await hasRead(ctx, person.id, 'alasan'))) return;
  refuse(
    'alasan.perlu',
    403,
    'Orang ini dilindungi. Tulis dulu mengapa Anda perlu membuka lembarnya; pembukaan ini dicatat.',
    {
      level: person.protection,
    },
  );
};

/** A merged record says which one stands for it, to who sees both; otherwise it is as unseen as any other. */
const refuseMerged = async (ctx: Context, id: string): Promise<never> => {
  const into = await findStanding(ctx, id);
  if (into === undefined || into === id) return refuseUnseen('orang');
  return refuse(
    'orang.digabung',
    410,
    'Catatan ini sudah digabung ke catatan lain orang yang sama. Buka lembar orang itu.',
    { into },
  );
};

const identityOnSheet = (ctx: Context, person: PersonRecord) => ({
  id: person.id,
  name: person.name,
  alias: person.alias,
  sex: person.sex,
  birth:
    person.birth_on === null
      ? null
      : {
          on: person.birth_on,
          precision: person.birth_precision,
          age: ageOn(person.birth_on, person.died_on ?? ctx.today),
        },
  birthPlace: person.birth_place,
  hasMotherName: person.mother_name !== null,
  occupation: { code: person.occupation_code, text: person.occupation },
  phone: person.phone,
  life: person.life,
  diedOn: person.died_on,
  protection: person.protection,
  areaId: person.area_id,
  areaLabel: person.area_label,
  source: person.source,
  observedOn: person.observed_on,
  version: person.version,
});

const familyOnSheet = async (ctx: Context, memberships: readonly MembershipRow[]) => {
  const current =
    memberships.find((one) => one.state === 'sah' && one.until === null && one.from !== null) ??
    memberships.find((one) => one.until === null && one.from !== null);
  const family = current ? await findFamily(ctx, current.family_id) : undefined;
  const cards = await listCards(ctx, [...new Set(memberships.map((one) => one.family_id))]);
  if (!current || !family) return { family: null, cards: cards.map(cardOnSheet) };
  return {
    family: {
      id: family.id,
      address: family.address,
      areaLabel: family.area_label,
      shdk: current.shdk,
      membership: current.state,
      version: family.version,
      members: await membersOnSheet(ctx, family.id),
    },
    cards: cards.map(cardOnSheet),
  };
};

const allowed = (ctx: Context) => ({
  correct: may(ctx.actor, 'person.register'),
  reveal: may(ctx.actor, 'person.reveal'),
  settle: may(ctx.actor, 'quality.settle'),
});

/**
 * Everything all divisions do for one citizen, at the reader's level: the one sheet. Reading it is logged; `purpose` names the task the
 * reader is in (`usulan:<id>`), or `meja` at the desk.
 */
export const getPersonSheet = async (ctx: Context, id: string, purpose = 'meja') => {
  const person = (await findPerson(ctx, id)) ?? (await refuseMerged(ctx, id));
  await checkReason(ctx, person);
  await logReading(ctx, {
    kind: 'person',
    id,
    level: person.protection,
    purpose: person.in_team ? 'kasus' : purpose,
    areaId: person.area_id,
  });
  const memberships = await listMemberships(ctx, id);
  const { family, cards } = await familyOnSheet(ctx, memberships);
  const familyId = family?.id ?? null;
  const held = await listFacts(ctx, 'person', [id]);
  const heldByFamily = familyId ? await listFacts(ctx, 'family', [familyId]) : new Map();
  const facts: FactOnSheet[] = factsOnSheet(
    held.get(id) ?? {},
    familyId ? (heldByFamily.get(familyId) ?? {}) : null,
  ).filter(({ field }) => !isIdentityField(field) && field !== 'alamat');
  return {
    ...identityOnSheet(ctx, person),
    numbers: (await listNumbers(ctx, id)).map(numberOnSheet),
    noNik: (await findNoNikReason(ctx, id)) ?? null,
    otherNames: await listOtherNames(ctx, id),
    family,
    cards,
    memberships: memberships.map(({ family_id, person_id: _, ...row }) => ({ ...row, familyId: family_id })),
    facts,
    centre: { ranks: await listRanks(ctx, familyId), statuses: await listCentreStatuses(ctx, id) },
    ownScore: (await findOwnScore(ctx, familyId)) ?? null,
    proposals: await listProposals(ctx, id, familyId),
    aid: await listAid(ctx, id, familyId),
    letters: await listLetters(ctx, id, familyId),
    ppks: (await listAssessments(ctx, id, familyId)).map((row) => ({
      ...row,
      name: findPpksType(row.code)?.name ?? { id: row.code, en: row.code },
    })),
    tasks: await listOpenTasks(ctx, id),
    findings: await listFindings(ctx, id, familyId),
    history: historyOnSheet(person, await listHistory(ctx, id, familyId)),
    may: allowed(ctx),
  };
};

/** Keeps why the actor opens a protected record; the sheet then opens for a quarter of an hour. */
export const askToRead = async (ctx: Context, id: string, text: string): Promise<{ id: string }> => {
  const person = (await findPerson(ctx, id)) ?? refuseUnseen('orang');
  await logReading(ctx, {
    kind: 'person',
    id,
    level: person.protection,
    purpose: 'alasan',
    text,
    areaId: person.area_id,
  });
  return { id };
};
