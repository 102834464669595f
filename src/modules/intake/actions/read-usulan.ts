import { getFormVersion } from '#modules/forms/index.ts';
import { NINE_CRITERIA, type PersonSummary, personSummaries, searchPeople } from '#modules/registry/index.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { isDeskAct, listAllowedActs } from '../domain/allowed-acts.ts';
import { compareDraft } from '../domain/changes.ts';
import { type Draft, draftDoubts, maskDigits } from '../domain/draft.ts';
import { missingToApprove, showFacts } from '../domain/kind-facts.ts';
import { STAGE_CAPABILITY, type StageRule, stagesFor } from '../domain/stages.ts';
import * as detail from '../sql/detail.ts';
import { listOpenedEvidence } from '../sql/evidence.ts';
import { findHolder } from '../sql/in-hand.ts';
import { findQueueRow } from '../sql/queue.ts';
import { findRegisteredElsewhere, listOtherDesa } from '../sql/register.ts';
import { listStages } from '../sql/stages.ts';
import { listTies } from '../sql/ties.ts';
import { getUsulan, type Usulan } from '../sql/usulan-rows.ts';
import { listAnswers, listVisits, type Visit } from '../sql/verval.ts';
import { doerOf } from './advance.ts';
import { mayChangeFacts } from './change-facts.ts';

const maskedDraft = (draft: Draft | null) =>
  draft && {
    name: draft.name,
    nik: draft.nik ? maskDigits(draft.nik) : null,
    nomorKk: draft.nomorKk ? maskDigits(draft.nomorKk) : null,
    birthOn: draft.birthOn ?? null,
    sex: draft.sex ?? null,
    address: draft.address,
    phone: draft.phone ?? null,
  };

/** Who in the register it might be about, the neighbour an RT head picked first; only for who may link, only in sight. */
const candidatesOf = async (ctx: Context, usulan: Usulan): Promise<PersonSummary[]> => {
  const { draft } = usulan;
  if (!draft || usulan.subjectPersonId || usulan.stage === null || !may(ctx.actor, 'usulan.link')) return [];
  const picked = draft.suggestedPersonId ? await personSummaries(ctx, [draft.suggestedPersonId]) : [];
  const byNik = draft.nik ? await searchPeople(ctx, { q: draft.nik, limit: 3 }) : [];
  const byName = await searchPeople(ctx, { q: draft.name, limit: 6 });
  return [...new Map([...picked, ...byNik, ...byName].map((person) => [person.id, person])).values()].slice(0, 8);
};

/** What an officer should know of the subject before going on; codes, the page has the words. */
const subjectFlags = (usulan: Usulan, subject: PersonSummary | undefined): string[] => [
  ...(subject && subject.life !== 'hidup' ? ['meninggal'] : []),
  ...(usulan.subjectPersonId && !subject ? ['tidak_terlihat'] : []),
  ...(usulan.skipRt && usulan.kind !== 'sanggah' ? ['jangan_lewat_rt'] : []),
  ...(usulan.consent === 'lisan_saksi' && !usulan.witness ? ['tanpa_saksi'] : []),
];

/** A family in two villages: here its register or another open usulan says another desa. Sentences, and only of what is in sight. */
const placeDoubts = async (ctx: Context, usulan: Usulan): Promise<string[]> => {
  if (usulan.stage === null) return [];
  const elsewhere = await findRegisteredElsewhere(ctx, usulan.id);
  const others = await listOtherDesa(ctx, usulan.id);
  return [
    ...(elsewhere && usulan.kind !== 'pindah_masuk'
      ? [`Keluarga ini tercatat di ${elsewhere}, bukan di desa/kelurahan usulan ini. Pastikan dulu di mana ia tinggal.`]
      : []),
    ...(others.length > 0
      ? [
          `Ada usulan lain yang berjalan untuk keluarga atau nomor yang sama di ${others.join(' dan ')}. Putuskan bersama.`,
        ]
      : []),
  ];
};

/** The questions of a visit's form that gave facts; visits of before versions were kept were asked the nine criteria. */
const questionsOf = async (ctx: Context, visit: Visit): Promise<readonly VisitQuestion[]> => {
  const isNine = visit.formId === NINE_CRITERIA.form && visit.formNo === NINE_CRITERIA.no;
  if (visit.formId === null || visit.formNo === null || isNine)
    return NINE_CRITERIA.questions.map(({ field, label }) => ({ field, label, choices: [] }));
  const { definition } = await getFormVersion(ctx, visit.formId, visit.formNo);
  return definition.survey
    .filter((row) => row.fact !== '')
    .map((row) => ({
      field: row.fact,
      label: { id: row.label.id || row.name, en: row.label.en || row.label.id || row.name },
      choices: definition.choices.filter((choice) => row.list !== '' && choice.list === row.list),
    }));
};
type VisitQuestion = {
  field: string;
  label: { id: string; en: string };
  choices: readonly { name: string; label: { id: string } }[];
};

/** A code reads as the choice it stands for. */
const inWords = (value: unknown, { choices }: VisitQuestion): unknown => {
  const word = (code: unknown) => choices.find((choice) => choice.name === code)?.label.id ?? code;
  return Array.isArray(value) ? value.map(word).join(', ') : word(value);
};

const visitsOf = async (ctx: Context, usulanId: string) => {
  const visits = await listVisits(ctx, usulanId);
  return Promise.all(
    visits.map(async (visit) => {
      const { setId, formId, formNo, ...shown } = visit;
      const answers = new Map((setId ? await listAnswers(ctx, setId) : []).map((line) => [line.field, line]));
      const questions = setId ? await questionsOf(ctx, visit) : [];
      const lines = questions.flatMap((question, at) => {
        const line = answers.get(question.field);
        if (!line) return [];
        const [value, oldValue] = [inWords(line.value, question), inWords(line.oldValue, question)];
        return [{ ...line, value, oldValue, no: at + 1, label: question.label }];
      });
      return { ...shown, answers: lines };
    }),
  );
};

const isStageOf = (ctx: Context, order: readonly StageRule[], usulan: Usulan): boolean =>
  order.some(
    (rule) =>
      rule.no === usulan.stageNo && rule.roles.includes(ctx.actor.role) && may(ctx.actor, STAGE_CAPABILITY[rule.stage]),
  );

/** Everything a desk needs of one usulan: what changes, by which evidence, what happened so far, and what this actor may do now. */
export const readUsulan = async (ctx: Context, usulanId: string) => {
  const usulan = await getUsulan(ctx, usulanId);
  const row = (await findQueueRow(ctx, usulanId))!;
  const { order } = await listStages(ctx, usulan.orderNo);
  const [subject] = usulan.subjectPersonId ? await personSummaries(ctx, [usulan.subjectPersonId]) : [];
  const register = usulan.subjectPersonId ? await detail.findRegisterLine(ctx, usulan.subjectPersonId) : undefined;
  const rules = stagesFor(order, usulan.kind);
  const doer = await doerOf(ctx, usulan);
  const holder = await findHolder(ctx, usulanId);
  return {
    ...row,
    reason: usulan.reason,
    relation: usulan.relation,
    reporterName: usulan.reporterName,
    consent: usulan.consent,
    witness: usulan.witness,
    facts: showFacts(usulan.kind, usulan.facts, maskDigits),
    missingFacts: usulan.stage === null ? [] : missingToApprove(usulan.kind, usulan.facts),
    mayChangeFacts: usulan.stage !== null && mayChangeFacts(ctx),
    effect: usulan.effect,
    tracks: usulan.tracks,
    draft: maskedDraft(usulan.draft),
    doubts: [...(usulan.draft ? draftDoubts(usulan.draft, ctx.today) : []), ...(await placeDoubts(ctx, usulan))],
    subject: subject ?? null,
    flags: subjectFlags(usulan, subject),
    candidates: await candidatesOf(ctx, usulan),
    lookAlikes: await detail.listLookAlikes(ctx, usulan),
    changes: usulan.draft ? compareDraft(usulan.draft, register) : [],
    register: register ? { source: register.source, observedOn: register.observedOn } : null,
    visits: await visitsOf(ctx, usulanId),
    verdict: (await detail.findVerdict(ctx, usulanId)) ?? null,
    rtAnswer: (await detail.findRtAnswer(ctx, usulanId)) ?? null,
    files: await detail.listUsulanFiles(ctx, usulanId),
    events: await detail.listEvents(ctx, usulanId),
    stages: rules.map((rule) => ({ no: rule.no, stage: rule.stage, isNow: rule.no === usulan.stageNo })),
    holder: holder?.name ?? null,
    isMine: holder?.accountId === ctx.actor.accountId,
    ties: await listTies(ctx, usulanId),
    acts: listAllowedActs({ ...usulan, isLinked: usulan.subjectPersonId !== null }, doer, order).filter(
      (type) => usulan.stage !== null && isDeskAct(usulan.stage, type, usulan.kind),
    ),
    mayVisit: usulan.stage === 'verval' && usulan.state === 'berjalan' && isStageOf(ctx, order, usulan),
    mayLink:
      may(ctx.actor, 'usulan.link') &&
      usulan.stage !== null &&
      (usulan.subjectPersonId === null || usulan.stage === 'periksa'),
    opened: await listOpenedEvidence(ctx, usulan),
    outcome: usulan.outcomeCode ? { code: usulan.outcomeCode, text: usulan.outcomeText ?? '' } : null,
  };
};
