import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

// What the other divisions do for a citizen, read for her one sheet. The tables have other owners; here they are only read.

export type ProposalRow = {
  id: string;
  kind: string;
  state: string;
  stage: string | null;
  from: Date;
  dueOn: LocalDate;
  outcome: string | null;
};
/** Proposals about a person or her family, the newest first. */
export const listProposals = async (
  ctx: Context,
  personId: string,
  familyId: string | null,
): Promise<ProposalRow[]> => {
  const { rows } = await sql<ProposalRow>`
    select id, kind, state, stage, citizen_clock_from as from, due_on as "dueOn", outcome_text as outcome from usulan
    where subject_person_id in (select records_of(${personId})) or subject_family_id = ${familyId} order by citizen_clock_from desc, id desc limit 50`.execute(
    ctx.tx,
  );
  return rows;
};

export type AidRow = {
  id: string;
  programme: string;
  period: string | null;
  amount: bigint;
  state: string;
  payee: boolean;
  /** The record under which it was awarded, when that was merged into hers. */
  throughRecord: string | null;
  handedOverAt: Date | null;
};
/** Aid awarded to a person or her family: a line per entitlement, or per award that has none yet. */
export const listAid = async (ctx: Context, personId: string, familyId: string | null): Promise<AidRow[]> => {
  const { rows } = await sql<AidRow>`
    select coalesce(e.id, a.id) as id, g.name as programme, e.period, coalesce(e.amount, a.amount) as amount, coalesce(e.state, a.state) as state,
           a.payee_id in (select records_of(${personId})) as payee,
           case when a.payee_id <> ${personId} and a.payee_id in (select records_of(${personId})) then a.payee_id end as "throughRecord",
           (select max(h.occurred_at) from handover h
            join lateral (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif'
            where h.entitlement_id = e.id) as "handedOverAt"
    from award a join programme g on g.id = a.programme_id left join entitlement e on e.award_id = a.id
    where a.payee_id in (select records_of(${personId})) or a.family_id = ${familyId} order by e.period desc nulls last, g.name, a.id limit 100`.execute(
    ctx.tx,
  );
  return rows;
};

export type LetterRow = { id: string; number: string; subject: string; state: string; issuedAt: Date };
/** Letters about a person, her family or one of her proposals. */
export const listLetters = async (ctx: Context, personId: string, familyId: string | null): Promise<LetterRow[]> => {
  const { rows } = await sql<LetterRow>`
    select l.id, l.number, l.subject, l.state, l.issued_at as "issuedAt" from letter l
    where (l.ref_kind = 'person' and l.ref_id in (select records_of(${personId}))) or (l.ref_kind = 'family' and l.ref_id = ${familyId})
       or (l.ref_kind = 'usulan' and l.ref_id in (select u.id from usulan u where u.subject_person_id in (select records_of(${personId}))))
    order by l.issued_at desc, l.id desc limit 50`.execute(ctx.tx);
  return rows;
};

export type AssessmentRow = {
  id: string;
  code: string;
  level: number;
  since: LocalDate;
  until: LocalDate | null;
  basis: string;
};
/** PPKS assessments the reader may see (the policies leave out the others). */
export const listAssessments = async (
  ctx: Context,
  personId: string,
  familyId: string | null,
): Promise<AssessmentRow[]> => {
  const { rows } = await sql<AssessmentRow>`
    select id, code, level, lower(during) as since, upper(during) as until, basis from assessment_ppks
    where person_id in (select records_of(${personId})) or family_id = ${familyId} order by upper_inf(during) desc, lower(during) desc, id`.execute(
    ctx.tx,
  );
  return rows;
};

export type TaskRow = {
  id: string;
  kind: string;
  title: string;
  detail: string;
  dueOn: LocalDate | null;
  role: string;
};
export const listOpenTasks = async (ctx: Context, personId: string): Promise<TaskRow[]> => {
  const { rows } = await sql<TaskRow>`
    select id, kind, title, detail, due_on as "dueOn", role from task
    where subject_person_id in (select records_of(${personId})) and state = 'terbuka' order by due_on nulls last, opened_at, id`.execute(
    ctx.tx,
  );
  return rows;
};

export type CentreRow = {
  programme: string;
  period: string;
  status: string;
  exclude: string | null;
  reason: string | null;
};
export type RankRow = { period: string; desil: number };
/** The centre's ranks of a family, the newest first. */
export const listRanks = async (ctx: Context, familyId: string | null): Promise<RankRow[]> => {
  const { rows } = await sql<RankRow>`
    select period, desil from centre_rank where family_id = ${familyId} order by period desc limit 12`.execute(ctx.tx);
  return rows;
};
/** The centre's statuses of a person, the newest first. */
export const listCentreStatuses = async (ctx: Context, personId: string): Promise<CentreRow[]> => {
  const { rows } = await sql<CentreRow>`
    select programme, period, status, flag_exclude as exclude, reason from centre_status
    where person_id in (select records_of(${personId})) order by period desc, programme limit 60`.execute(ctx.tx);
  return rows;
};

export type OwnScoreRow = { cardVersion: string; score: number | null; missing: string[] };
/** Our own newest score of the family: a local order, never the centre's rank. */
export const findOwnScore = async (ctx: Context, familyId: string | null): Promise<OwnScoreRow | undefined> => {
  const { rows } = await sql<OwnScoreRow>`
    select card_version as "cardVersion", score, missing from local_score where family_id = ${familyId} order by run_id desc limit 1`.execute(
    ctx.tx,
  );
  return rows[0];
};
