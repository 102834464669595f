import type { Fact } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type HeldFact, heldFactOn } from '../domain/held-fact.ts';
import type { Source } from '../domain/source.ts';
import { refreshIssues } from '../sql/issues.ts';
import {
  deriveFacts,
  findFormFields,
  findStanding,
  findSubject,
  forgetFactsOf,
  insertSet,
  listCurrentFacts,
  listFieldsSince,
  markObserved,
  type Subject,
} from '../sql/observations.ts';
import { refuseUnseen } from './refuse-unseen.ts';

export type NewObservations = {
  subject: Subject;
  formId: string;
  formNo: number;
  observedOn: LocalDate;
  source: Source;
  answers: Readonly<Record<string, Fact<unknown>>>;
  evidence?: Record<string, unknown> | undefined;
  usulanId?: string | undefined;
  /** The set this one corrects: its fields of the same name no longer count. */
  supersedes?: string | undefined;
};

const check = async (ctx: Context, input: NewObservations): Promise<void> => {
  const fields = await findFormFields(ctx, input.formId, input.formNo);
  if (!fields) {
    return refuse(
      'formulir.tidak_dikenal',
      422,
      'Versi formulir ini tidak dikenal. Muat ulang halaman, lalu isi lagi.',
    );
  }
  const strange = Object.keys(input.answers).filter((field) => !fields.includes(field));
  if (strange.length > 0 || Object.keys(input.answers).length === 0) {
    refuse(
      'formulir.isian_tidak_dikenal',
      422,
      'Isian tidak sesuai dengan formulirnya. Muat ulang halaman, lalu isi lagi.',
      {
        fields: strange,
      },
    );
  }
  if (input.observedOn > ctx.today) {
    refuse('formulir.tanggal_depan', 422, 'Tanggal pengamatan belum terjadi. Isi tanggal hari ini atau sebelumnya.', {
      fields: { observedOn: 'Isi tanggal hari ini atau sebelumnya.' },
    });
  }
};

/**
 * Keeps what was observed of a person or family on a day, from a published form. Nothing is overwritten: the facts in force are derived
 * anew by the table of sources (Dukcapil, then a field check of at most twelve months, then the centre's file, then a proposal).
 * A record merged into another keeps what is observed on it, and the facts reach the person who stands for it.
 * @returns the id of the new set
 */
export const recordObservations = async (ctx: Context, input: NewObservations): Promise<{ setId: string }> => {
  const standing =
    input.subject.kind === 'person'
      ? { kind: 'person' as const, id: (await findStanding(ctx, input.subject.id)) ?? input.subject.id }
      : input.subject;
  const subject =
    (await findSubject(ctx, standing)) ?? refuseUnseen(input.subject.kind === 'person' ? 'orang' : 'keluarga');
  await check(ctx, input);
  const setId = uuid7();
  await insertSet(ctx, {
    id: setId,
    subject: input.subject,
    formId: input.formId,
    formNo: input.formNo,
    observedOn: input.observedOn,
    source: input.source,
    observer: ctx.actor.accountId,
    evidence: input.evidence ?? null,
    supersedes: input.supersedes ?? null,
    usulanId: input.usulanId ?? null,
    answers: input.answers,
  });
  await deriveFacts(ctx, standing, Object.keys(input.answers));
  const seen = await markObserved(ctx, standing, input.observedOn);
  await refreshIssues(ctx, seen, []);
  await ctx.record({
    event: `${input.subject.kind}.observed`,
    subjectKind: input.subject.kind,
    subjectId: standing.id,
    areaId: subject.area_id,
    level: subject.protection,
    after: { setId, form: `${input.formId}/${input.formNo}`, source: input.source, observedOn: input.observedOn },
  });
  return { setId };
};

/** The facts in force of these people or families, by subject and field. Old ones read as unknown (usang). */
export const listFacts = async (
  ctx: Context,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<Map<string, Record<string, HeldFact>>> => {
  const facts = new Map<string, Record<string, HeldFact>>(ids.map((id) => [id, {}]));
  for (const row of await listCurrentFacts(ctx, kind, ids)) {
    const held = facts.get(row.subject_id) ?? {};
    held[row.field] = heldFactOn(row, ctx.today);
    facts.set(row.subject_id, held);
  }
  return facts;
};

/**
 * After a merge was taken apart: facts of the kept person that stand on what was observed of the other record since are derived anew from
 * her own observations, and the other record gets what was observed of it meanwhile.
 */
export const separateFacts = async (ctx: Context, kept: string, absorbed: string, since: Date): Promise<void> => {
  const lost = await forgetFactsOf(ctx, kept, absorbed);
  if (lost.length > 0) await deriveFacts(ctx, { kind: 'person', id: kept }, lost);
  const news = await listFieldsSince(ctx, absorbed, since);
  if (news.length > 0) await deriveFacts(ctx, { kind: 'person', id: absorbed }, news);
};
