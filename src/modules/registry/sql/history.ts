import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Source } from '../domain/source.ts';

export type HistoryRow = {
  setId: string;
  field: string;
  value: unknown;
  unknown: string | null;
  source: Source;
  observedOn: LocalDate;
  recordedAt: Date;
  by: string | null;
  reason: string | null;
  inForce: boolean;
};

/** Every value ever observed of a person and her family: who, from where, when; the newest first. */
export const listHistory = async (ctx: Context, personId: string, familyId: string | null): Promise<HistoryRow[]> => {
  const { rows } = await sql<HistoryRow>`
    select s.id as "setId", o.field, o.value, o.unknown, s.source, s.observed_on as "observedOn", s.recorded_at as "recordedAt",
           (select a.display_name from account a where a.id = s.observer) as by, s.evidence ->> 'alasan' as reason,
           exists (select 1 from current_fact c where c.subject_id = coalesce(s.person_id, s.family_id) and c.field = o.field and c.set_id = s.id) as "inForce"
    from observation_set s join observation o on o.set_id = s.id
    where s.person_id = ${personId} or s.family_id = ${familyId}
    order by s.recorded_at desc, s.id desc, o.field limit 300`.execute(ctx.tx);
  return rows;
};

export type NumberOnSheet = {
  id: string;
  kind: string;
  value: string;
  state: string;
  problem: string | null;
  source: string;
  since: LocalDate | null;
};
export const listNumbers = async (ctx: Context, personId: string): Promise<NumberOnSheet[]> => {
  const { rows } = await sql<NumberOnSheet>`
    select id, kind, value, state, problem, source, lower(during) as since from person_identifier
    where person_id = ${personId} order by kind <> 'nik', kind, state, id`.execute(ctx.tx);
  return rows;
};

export const findNoNikReason = async (
  ctx: Context,
  personId: string,
): Promise<{ code: string; since: LocalDate } | undefined> =>
  ctx.tx.selectFrom('no_nik_reason').select(['code', 'since']).where('person_id', '=', personId).executeTakeFirst();

export const listOtherNames = async (
  ctx: Context,
  personId: string,
): Promise<{ name: string; kind: string; source: string }[]> =>
  ctx.tx
    .selectFrom('person_name')
    .select(['name', 'kind', 'source'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .execute();

/** Open data-quality findings of a person and her family. */
export const listFindings = async (
  ctx: Context,
  personId: string,
  familyId: string | null,
): Promise<{ kind: string; detail: string; openedAt: Date }[]> => {
  const { rows } = await sql<{ kind: string; detail: string; openedAt: Date }>`
    select kind, detail, opened_at as "openedAt" from data_issue
    where closed_at is null and (person_id = ${personId} or (person_id is null and family_id = ${familyId})) order by kind`.execute(
    ctx.tx,
  );
  return rows;
};
