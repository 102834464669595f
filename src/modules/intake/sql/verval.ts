import { sql } from 'kysely';
import type { Answers } from '#engines/form/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { VervalResult } from '../domain/verval.ts';
import type { Point } from '../domain/visit.ts';
import type { Usulan } from './usulan-rows.ts';

export const insertVerval = async (
  ctx: Context,
  visit: {
    usulanId: string;
    visitedOn: string;
    result: VervalResult;
    respondent: string;
    notes: string;
    setId: string | null;
    form: { id: string; no: number };
    answers: Answers | null;
    place: Point | null;
    flags: readonly string[];
    outcome: number | null;
  },
): Promise<void> => {
  await ctx.tx
    .insertInto('verval')
    .values({
      id: uuid7(),
      usulan_id: visit.usulanId,
      visited_on: visit.visitedOn,
      result: visit.result,
      respondent: visit.respondent,
      notes: visit.notes,
      set_id: visit.setId,
      form_id: visit.form.id,
      form_no: visit.form.no,
      answers: visit.answers && toJson(visit.answers),
      place: visit.place && toJson(visit.place),
      flags: [...visit.flags],
      outcome: visit.outcome,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
};

export const countVisits = async (ctx: Context, usulanId: string): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from verval where usulan_id = ${usulanId}`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
};

export type Visit = {
  id: string;
  visitedOn: string;
  result: VervalResult;
  respondent: string;
  notes: string;
  by: string;
  at: Date;
  setId: string | null;
  formId: string | null;
  formNo: number | null;
  flags: string[];
};

/** The visits of a usulan, the latest first. */
export const listVisits = async (ctx: Context, usulanId: string): Promise<Visit[]> => {
  const { rows } = await sql<Visit>`
    select v.id, v.visited_on as "visitedOn", v.result, v.respondent, v.notes, a.display_name as by, v.at, v.set_id as "setId",
      v.form_id as "formId", v.form_no as "formNo", v.flags
    from verval v join account a on a.id = v.by_account where v.usulan_id = ${usulanId} order by v.at desc, v.id desc`.execute(
    ctx.tx,
  );
  return rows;
};

export type AnswerLine = {
  field: string;
  value: unknown;
  unknown: string | null;
  oldValue: unknown;
  oldUnknown: string | null;
  oldOn: string | null;
  oldSource: string | null;
};

/** The answers of one set beside what was last observed of the same family and field before it. */
export const listAnswers = async (ctx: Context, setId: string): Promise<AnswerLine[]> => {
  const { rows } = await sql<AnswerLine>`
    select o.field, o.value, o.unknown, b.value as "oldValue", b.unknown as "oldUnknown", b.observed_on as "oldOn", b.source as "oldSource"
    from observation o join observation_set s on s.id = o.set_id
    left join lateral (
      select p.value, p.unknown, q.observed_on, q.source from observation_set q join observation p on p.set_id = q.id and p.field = o.field
      where q.id <> s.id and q.family_id is not distinct from s.family_id and q.person_id is not distinct from s.person_id
        and q.recorded_at <= s.recorded_at
      order by q.observed_on desc, q.recorded_at desc limit 1) b on true
    where o.set_id = ${setId}`.execute(ctx.tx);
  return rows;
};

/** A matter for the desk of the register that came out of a visit. */
export const openTask = async (
  ctx: Context,
  usulan: Usulan,
  task: { kind: string; title: string; detail?: string; role: string; areaId: number; dueOn: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('task')
    .values({
      id: uuid7(),
      kind: task.kind,
      title: task.title,
      detail: task.detail ?? '',
      level: usulan.protection,
      area_id: task.areaId,
      subject_person_id: usulan.subjectPersonId,
      usulan_id: usulan.id,
      role: task.role,
      due_on: task.dueOn,
      opened_at: ctx.now,
    })
    .execute();
};
