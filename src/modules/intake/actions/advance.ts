import { formatInstant } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { pointCitizen } from '#modules/messages/index.ts';
import type { Context } from '#platform/db/context.ts';
import { missingToApprove } from '../domain/kind-facts.ts';
import type { Track, UsulanState } from '../domain/kinds.ts';
import { addOfficeDays } from '../domain/office-days.ts';
import { citizenSentence } from '../domain/sentences.ts';
import type { Stage, StageRule } from '../domain/stages.ts';
import { type Act, type Decision, type Doer, decide } from '../domain/state-machine.ts';
import { closeAlarmTasks } from '../sql/alarms.ts';
import { listOpenedEvidence } from '../sql/evidence.ts';
import { listHolidays, listStages } from '../sql/stages.ts';
import { findSubject } from '../sql/submission.ts';
import { isTied } from '../sql/ties.ts';
import { addEvent, findLastChange, lockUsulan, saveUsulan, type Usulan } from '../sql/usulan-rows.ts';
import { applyEffect, freeFromDeath, holdForDeath } from './apply-effect.ts';

/** Office days that whoever is asked has before the desk reminds; nothing happens to the usulan when they pass. */
const ASKED_DAYS = 10;

export type Advanced = {
  usulanId: string;
  state: UsulanState;
  stage: Stage | null;
  tracks: readonly Track[];
  dueOn: string;
  version: number;
};

/** Refuses when somebody changed the usulan after the caller had read `version` of it. */
export const requireVersion = async (ctx: Context, usulan: Usulan, version: number): Promise<void> => {
  if (usulan.version === version) return;
  // The portal's role may not read who works here.
  const last = ctx.actor.kind === 'warga' ? undefined : await findLastChange(ctx, usulan.id);
  const clock = last ? formatInstant(last.at, ctx.actor.zone).split(' ').slice(-2).join(' ') : '';
  refuse(
    'versi.berubah',
    409,
    `${last?.name ?? 'Petugas'} mengubah baris ini${clock ? ` pukul ${clock}` : ''}, setelah Anda membukanya. Bandingkan, lalu pilih. Isian Anda tidak hilang.`,
    {
      newer: {
        version: usulan.version,
        state: usulan.state,
        stage: usulan.stage,
        asked: usulan.asked,
        changedBy: last?.name,
        changedAt: last?.at.toISOString(),
      },
    },
  );
};

export const doerOf = async (ctx: Context, usulan: Usulan): Promise<Doer> => {
  const isCitizen = ctx.actor.kind === 'warga';
  return {
    accountId: isCitizen ? null : ctx.actor.accountId,
    role: ctx.actor.role,
    capabilities: ctx.actor.capabilities,
    isReporter: isCitizen || usulan.reporterAccount === ctx.actor.accountId,
    isTied: !isCitizen && (await isTied(ctx, usulan.id)),
  };
};

/** Somebody who died gets no approval by oversight: the report of death comes first. */
const requireAlive = async (ctx: Context, usulan: Usulan, act: Act) => {
  if (act.type !== 'approve' || usulan.kind === 'meninggal' || !usulan.subjectPersonId) return;
  const subject = await findSubject(ctx, usulan.subjectPersonId);
  if (subject && subject.life !== 'hidup')
    refuse(
      'usulan.subjek_meninggal',
      409,
      'Orang yang diusulkan tercatat atau dilaporkan meninggal. Selesaikan dulu laporan meninggalnya di lembar warga; usulan ini tetap tersimpan.',
    );
};

/** What an approval needs of its kind is asked for before it, not found missing after it. */
const requireFacts = (usulan: Usulan, act: Act) => {
  if (act.type !== 'approve') return;
  if (usulan.kind === 'pengaduan' && (act.text ?? '').trim().length < 10)
    refuse(
      'usulan.jawaban_kurang',
      422,
      'Tulis jawaban untuk pengadu dengan satu atau dua kalimat; ia membacanya dengan nomor tanda terima.',
      {
        fields: { text: 'Tulis jawabannya.' },
      },
    );
  const missing = missingToApprove(usulan.kind, usulan.facts);
  if (missing.length > 0)
    refuse(
      'usulan.fakta_kurang',
      409,
      `Lengkapi dulu sebelum menyetujui: ${missing.join(', ').toLowerCase()}. Isi di bagian "Yang diusulkan".`,
    );
};

/** What the step does in the register: an approval its kind's effect; a report of a death holds, and one that was not true frees. */
const followInRegister = async (ctx: Context, usulan: Usulan, act: Act) => {
  if (act.type === 'approve') return applyEffect(ctx, usulan);
  if (usulan.kind !== 'meninggal') return;
  if (act.type === 'accept' && usulan.stage === 'periksa') return holdForDeath(ctx, usulan);
  if (act.type !== 'refuse' && act.type !== 'withdraw') return;
  if (ctx.actor.kind === 'warga') {
    if (usulan.stage !== 'periksa')
      refuse(
        'usulan.tarik_di_kantor',
        409,
        'Laporan ini sudah diperiksa petugas. Bila keliru, sampaikan di kantor desa/kelurahan supaya catatannya diperbaiki.',
      );
    return;
  }
  return freeFromDeath(ctx, usulan);
};

const dueAfter = async (ctx: Context, usulan: Usulan, decision: Decision): Promise<string> => {
  if (!decision.rule) return usulan.dueOn;
  const days = decision.state === 'menunggu_pelengkapan' ? ASKED_DAYS : decision.rule.officeDays;
  return addOfficeDays(ctx.today, days, await listHolidays(ctx, ctx.today));
};

const save = async (ctx: Context, usulan: Usulan, decision: Decision, rule: StageRule | undefined, dueOn: string) => {
  const isOver = rule === undefined;
  await saveUsulan(ctx, usulan.id, {
    state: decision.state,
    stage: rule?.stage ?? null,
    stage_no: rule?.no ?? null,
    asked: decision.asked,
    due_on: dueOn,
    ...(rule?.no !== usulan.stageNo ? { stage_since: ctx.now, assigned_to: null, assigned_at: null } : {}),
    ...(decision.tracks ? { track: [...decision.tracks] } : {}),
    ...(decision.event === 'usulan.returned' || decision.event === 'usulan.asked'
      ? { returns: usulan.returns + 1 }
      : {}),
    ...(isOver ? { outcome_code: decision.reasonCode, outcome_text: decision.text } : {}),
  });
};

const isDeciding = (act: Act): boolean => act.type === 'approve' || act.type === 'refuse';

/**
 * Takes one step with a usulan, as the actor: holds the row, asks the state machine, keeps the step with its reason and the sentence
 * the citizen reads. Refuses a stale version (`versi.berubah`), a step that this desk may not take, a missing reason.
 * What the actor opened of the evidence at this stage is kept with a final decision.
 */
export const advance = async (ctx: Context, usulanId: string, version: number, act: Act): Promise<Advanced> => {
  const usulan = await lockUsulan(ctx, usulanId);
  await requireVersion(ctx, usulan, version);
  const { order } = await listStages(ctx, usulan.orderNo);
  const standing = { ...usulan, isLinked: usulan.subjectPersonId !== null };
  const decision = decide(standing, act, await doerOf(ctx, usulan), order);
  await requireAlive(ctx, usulan, act);
  requireFacts(usulan, act);
  const dueOn = await dueAfter(ctx, usulan, decision);
  await save(ctx, usulan, decision, decision.rule, dueOn);
  if (!decision.rule) await closeAlarmTasks(ctx, usulanId);
  await followInRegister(ctx, usulan, act);
  const stage = decision.rule?.stage ?? null;
  const tracks = decision.tracks ?? usulan.tracks;
  const citizenText = citizenSentence({
    kind: usulan.kind,
    act: act.type,
    stage,
    fromStage: decision.fromStage,
    dueOn,
    today: ctx.today,
    reasonCode: decision.reasonCode,
    asked: decision.asked,
    tracks,
    ...(usulan.kind === 'pengaduan' ? { answer: decision.text } : {}),
  });
  await addEvent(ctx, usulanId, {
    event: decision.event,
    fromState: decision.fromState,
    toState: decision.state,
    stage: decision.fromStage,
    reasonCode: decision.reasonCode,
    text: decision.asked ?? decision.text,
    citizenText,
  });
  if (citizenText !== '') await pointCitizen(ctx, usulan);
  await ctx.record({
    event: decision.event,
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    before: { state: usulan.state, stage: usulan.stage },
    after: {
      state: decision.state,
      stage,
      reasonCode: decision.reasonCode,
      ...(decision.tracks ? { tracks: decision.tracks } : {}),
      ...(isDeciding(act) ? { evidenceOpened: await listOpenedEvidence(ctx, usulan) } : {}),
    },
  });
  return { usulanId, state: decision.state, stage, tracks, dueOn, version: usulan.version + 1 };
};
