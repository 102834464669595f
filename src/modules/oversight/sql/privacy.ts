import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export type NewRequest = {
  askedAt: Date;
  dueAt: Date;
  kind: string;
  channel: string;
  asker: string;
  capacity: string;
  proof: string;
  wish: string;
  personId: string | null;
};

/** Requests about own data: the open ones first, by their clock. */
export const listRequestRows = async (ctx: Context) =>
  (
    await sql<{
      id: string;
      askedAt: Date;
      dueAt: Date;
      kind: string;
      channel: string;
      asker: string;
      capacity: string;
      proof: string;
      wish: string;
      personId: string | null;
      answerKind: string | null;
      answer: string | null;
      legalBasis: string | null;
      answeredAt: Date | null;
      answeredBy: string | null;
      version: number;
    }>`
      select r.id, r.asked_at as "askedAt", r.due_at as "dueAt", r.kind, r.channel, r.asker, r.capacity, r.proof, r.wish, r.person_id as "personId",
             r.answer_kind as "answerKind", r.answer, r.legal_basis as "legalBasis", r.answered_at as "answeredAt", k.display_name as "answeredBy", r.version
      from subject_request r left join account k on k.id = r.answered_by
      order by r.answered_at is not null, case when r.answered_at is null then r.due_at end, r.answered_at desc limit 500`.execute(
      ctx.tx,
    )
  ).rows;

export const addRequestRow = async (ctx: Context, request: NewRequest): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('subject_request')
    .values({
      id,
      asked_at: request.askedAt,
      due_at: request.dueAt,
      kind: request.kind,
      channel: request.channel,
      asker: request.asker,
      capacity: request.capacity,
      proof: request.proof,
      wish: request.wish,
      person_id: request.personId,
      recorded_by: ctx.actor.accountId,
    })
    .execute();
  return id;
};

export const lockRequestRow = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('subject_request')
    .select(['id', 'kind', 'asked_at', 'answered_at', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const answerRequestRow = async (
  ctx: Context,
  id: string,
  answer: { kind: string; text: string; legalBasis: string | null },
): Promise<void> => {
  await ctx.tx
    .updateTable('subject_request')
    .set((eb) => ({
      answer_kind: answer.kind,
      answer: answer.text,
      legal_basis: answer.legalBasis,
      answered_at: ctx.now,
      answered_by: ctx.actor.accountId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

export const listBreachRows = (ctx: Context) =>
  ctx.tx
    .selectFrom('breach as b')
    .innerJoin('account as k', 'k.id', 'b.recorded_by')
    .select([
      'b.id',
      'b.found_at as foundAt',
      'b.due_at as dueAt',
      'b.what',
      'b.fields',
      'b.people',
      'k.display_name as recordedBy',
      'b.contained_at as containedAt',
      'b.contained_how as containedHow',
      'b.subjects_told_at as subjectsToldAt',
      'b.subjects_told_how as subjectsToldHow',
      'b.authority_told_at as authorityToldAt',
      'b.authority_told_how as authorityToldHow',
      'b.version',
    ])
    .orderBy('b.found_at', 'desc')
    .limit(200)
    .execute();

export const addBreachRow = async (
  ctx: Context,
  breach: { foundAt: Date; dueAt: Date; what: string; fields: string; people: number | null },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('breach')
    .values({
      id,
      found_at: breach.foundAt,
      due_at: breach.dueAt,
      what: breach.what,
      fields: breach.fields,
      people: breach.people,
      recorded_by: ctx.actor.accountId,
      recorded_at: ctx.now,
    })
    .execute();
  return id;
};

export const lockBreachRow = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('breach').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export type BreachStep = 'contained' | 'subjects_told' | 'authority_told';

/** One step of handling an incident: when, and how. */
export const stepBreachRow = async (
  ctx: Context,
  id: string,
  step: BreachStep,
  at: Date,
  how: string,
): Promise<void> => {
  await ctx.tx
    .updateTable('breach')
    .set((eb) => ({ [`${step}_at`]: at, [`${step}_how`]: how, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};
