import { sql } from 'kysely';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { Draft } from '../domain/draft.ts';
import type { Facts } from '../domain/kind-facts.ts';
import type { Channel, Kind, Track, UsulanState } from '../domain/kinds.ts';
import type { Stage } from '../domain/stages.ts';

/** A usulan as stored. `areaId` is the desa or kelurahan, `rtAreaId` the RT when it is known. */
export type Usulan = {
  id: string;
  receiptNumber: string;
  kind: Kind;
  tracks: Track[];
  subjectPersonId: string | null;
  subjectFamilyId: string | null;
  draft: Draft | null;
  channel: Channel;
  reporterAccount: string | null;
  reporterName: string | null;
  relation: string;
  consent: string;
  reason: string;
  /** What the kind asks for beside the person; a key that is not here is unknown. */
  facts: Facts;
  witness: string | null;
  effect: { did: string; on: string; doubts: string[] } | null;
  skipRt: boolean;
  state: UsulanState;
  stage: Stage | null;
  stageNo: number | null;
  orderNo: number;
  asked: string | null;
  outcomeCode: string | null;
  outcomeText: string | null;
  citizenClockFrom: Date;
  stageSince: Date;
  dueOn: string;
  promisedOn: string;
  areaId: number;
  rtAreaId: number | null;
  protection: number;
  returns: number;
  version: number;
};

type Row = {
  id: string;
  no_publik: string;
  kind: string;
  track: string[];
  subject_person_id: string | null;
  subject_family_id: string | null;
  draft: unknown;
  channel: string;
  reporter_account: string | null;
  reporter_name: string | null;
  relation: string;
  consent: string;
  reason: string;
  facts: unknown;
  witness: string | null;
  effect: unknown;
  skip_rt: boolean;
  state: string;
  stage: string | null;
  stage_no: number | null;
  order_no: number;
  asked: string | null;
  outcome_code: string | null;
  outcome_text: string | null;
  citizen_clock_from: Date;
  stage_since: Date;
  due_on: string;
  promised_on: string;
  area_id: number;
  rt_area_id: number | null;
  protection: number;
  returns: number;
  version: number;
};

const fromRow = (row: Row): Usulan => ({
  id: row.id,
  receiptNumber: row.no_publik,
  kind: row.kind as Kind,
  tracks: row.track as Track[],
  subjectPersonId: row.subject_person_id,
  subjectFamilyId: row.subject_family_id,
  draft: row.draft as Draft | null,
  channel: row.channel as Channel,
  reporterAccount: row.reporter_account,
  reporterName: row.reporter_name,
  relation: row.relation,
  consent: row.consent,
  reason: row.reason,
  facts: row.facts as Facts,
  witness: row.witness,
  effect: row.effect as Usulan['effect'],
  skipRt: row.skip_rt,
  state: row.state as UsulanState,
  stage: row.stage as Stage | null,
  stageNo: row.stage_no,
  orderNo: row.order_no,
  asked: row.asked,
  outcomeCode: row.outcome_code,
  outcomeText: row.outcome_text,
  citizenClockFrom: row.citizen_clock_from,
  stageSince: row.stage_since,
  dueOn: row.due_on,
  promisedOn: row.promised_on,
  areaId: row.area_id,
  rtAreaId: row.rt_area_id,
  protection: row.protection,
  returns: row.returns,
  version: row.version,
});

const notHere = (): never =>
  refuse('usulan.tidak_ada', 404, 'Usulan ini tidak ada di wilayah Anda. Periksa nomornya, atau cari lewat antrean.');

/** The usulan within the actor's sight; one out of sight answers like one that does not exist. */
export const getUsulan = async (ctx: Context, usulanId: string): Promise<Usulan> => {
  const row = await ctx.tx.selectFrom('usulan').selectAll().where('id', '=', usulanId).executeTakeFirst();
  return row ? fromRow(row) : notHere();
};

/** As `getUsulan`, and holds the row until the transaction ends, so that two officers queue here. */
export const lockUsulan = async (ctx: Context, usulanId: string): Promise<Usulan> => {
  const row = await ctx.tx.selectFrom('usulan').selectAll().where('id', '=', usulanId).forUpdate().executeTakeFirst();
  return row ? fromRow(row) : notHere();
};

export type NewUsulan = Omit<
  Usulan,
  'effect' | 'outcomeCode' | 'outcomeText' | 'returns' | 'version' | 'tracks' | 'asked'
> & {
  pinHash: string;
  tracks: readonly Track[];
  draftFold: string;
  draftBirthOn: string | null;
};

const isOneOpen = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'usulan_one_open';

/** Refuses when the subject has an open usulan of the kind already, also one that the actor may not see. */
export const insertUsulan = async (ctx: Context, usulan: NewUsulan): Promise<void> => {
  await ctx.tx
    .insertInto('usulan')
    .values({
      id: usulan.id,
      no_publik: usulan.receiptNumber,
      pin_hash: usulan.pinHash,
      kind: usulan.kind,
      track: [...usulan.tracks],
      subject_person_id: usulan.subjectPersonId,
      subject_family_id: usulan.subjectFamilyId,
      draft: usulan.draft ? JSON.stringify(usulan.draft) : null,
      channel: usulan.channel,
      reporter_account: usulan.reporterAccount,
      reporter_name: usulan.reporterName,
      relation: usulan.relation,
      consent: usulan.consent,
      reason: usulan.reason,
      facts: JSON.stringify(usulan.facts),
      witness: usulan.witness,
      skip_rt: usulan.skipRt,
      state: usulan.state,
      stage: usulan.stage,
      stage_no: usulan.stageNo,
      order_no: usulan.orderNo,
      citizen_clock_from: usulan.citizenClockFrom,
      stage_since: usulan.stageSince,
      due_on: usulan.dueOn,
      promised_on: usulan.promisedOn,
      area_id: usulan.areaId,
      rt_area_id: usulan.rtAreaId,
      protection: usulan.protection,
      draft_fold: usulan.draftFold,
      draft_birth_on: usulan.draftBirthOn,
      created_at: usulan.citizenClockFrom,
    })
    .execute()
    .catch((error: unknown) => {
      if (isOneOpen(error)) refuseSecondOpen();
      throw error;
    });
};

export const refuseSecondOpen = (): never =>
  refuse(
    'usulan.sudah_ada',
    409,
    'Orang ini masih punya usulan yang berjalan untuk hal yang sama. Lanjutkan usulan itu; usulan kedua tidak dibuat.',
  );

/** The changed columns of a usulan; every change counts the version up. */
export const saveUsulan = async (
  ctx: Context,
  usulanId: string,
  change: Partial<{
    state: UsulanState;
    stage: Stage | null;
    stage_no: number | null;
    asked: string | null;
    stage_since: Date;
    due_on: string;
    track: Track[];
    outcome_code: string | null;
    outcome_text: string | null;
    returns: number;
    subject_person_id: string;
    subject_family_id: string | null;
    protection: number;
    pin_hash: string;
    facts: string;
    assigned_to: null;
    assigned_at: null;
  }>,
): Promise<void> => {
  await ctx.tx
    .updateTable('usulan')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', usulanId)
    .execute()
    .catch((error: unknown) => {
      if (isOneOpen(error)) refuseSecondOpen();
      throw error;
    });
};

/** One step in the life of a usulan: append only. `stage` is the stage at which it was taken. */
export type UsulanEvent = {
  event: string;
  fromState: string | null;
  toState: string;
  stage: Stage | null;
  reasonCode?: string | null;
  text?: string;
  citizenText?: string;
};

export const addEvent = async (ctx: Context, usulanId: string, event: UsulanEvent): Promise<void> => {
  await ctx.tx
    .insertInto('usulan_event')
    .values({
      id: uuid7(),
      usulan_id: usulanId,
      event: event.event,
      from_state: event.fromState,
      to_state: event.toState,
      stage: event.stage,
      reason_code: event.reasonCode ?? null,
      text: event.text ?? '',
      citizen_text: event.citizenText ?? '',
      by_account: ctx.actor.kind === 'warga' ? null : ctx.actor.accountId,
      by_role: ctx.actor.kind === 'warga' ? 'warga' : ctx.actor.role,
      at: ctx.now,
    })
    .execute();
};

/** Who changed it last, for the sentence of a stale version. */
export const findLastChange = async (
  ctx: Context,
  usulanId: string,
): Promise<{ name: string; at: Date } | undefined> => {
  const row = await ctx.tx
    .selectFrom('usulan_event as e')
    .leftJoin('account as a', 'a.id', 'e.by_account')
    .select(['a.display_name as name', 'e.at'])
    .where('e.usulan_id', '=', usulanId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .executeTakeFirst();
  return row ? { name: row.name ?? 'Warga', at: row.at } : undefined;
};
