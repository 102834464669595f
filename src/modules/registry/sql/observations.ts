import { type RawBuilder, sql } from 'kysely';
import type { Fact } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { CurrentFactRow } from '../domain/held-fact.ts';
import { IDENTITY_FIELDS } from '../domain/identity-fields.ts';
import type { Source } from '../domain/source.ts';

export type Subject = { kind: 'person' | 'family'; id: string };
export type NewSet = {
  id: string;
  subject: Subject;
  formId: string | null;
  formNo: number | null;
  observedOn: LocalDate;
  source: Source;
  observer: string | null;
  evidence: Record<string, unknown> | null;
  supersedes: string | null;
  usulanId: string | null;
  answers: Readonly<Record<string, Fact<unknown>>>;
};

/** Field names of a published form version; undefined when there is no such version. */
export const findFormFields = async (ctx: Context, formId: string, no: number): Promise<string[] | undefined> => {
  const { rows } = await sql<{ fields: string[] }>`
    select array(select q ->> 'field' from jsonb_array_elements(v.definition -> 'questions') q) as fields
    from form_version v where v.form_id = ${formId} and v.no = ${no}`.execute(ctx.tx);
  return rows[0]?.fields;
};

export const insertSet = async (ctx: Context, set: NewSet): Promise<void> => {
  await ctx.tx
    .insertInto('observation_set')
    .values({
      id: set.id,
      person_id: set.subject.kind === 'person' ? set.subject.id : null,
      family_id: set.subject.kind === 'family' ? set.subject.id : null,
      form_id: set.formId,
      form_no: set.formNo,
      observed_on: set.observedOn,
      source: set.source,
      observer: set.observer,
      evidence: set.evidence ? toJson(set.evidence) : null,
      supersedes: set.supersedes,
      usulan_id: set.usulanId,
      recorded_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .insertInto('observation')
    .values(
      Object.entries(set.answers).map(([field, fact]) => ({
        set_id: set.id,
        field,
        value: fact.known ? toJson(fact.value) : null,
        unknown: fact.known ? null : fact.why,
      })),
    )
    .execute();
};

const fresh = (today: LocalDate) => sql`(c.stale_on is null or c.stale_on > ${today}::date)`;

/**
 * The facts in force among the observations for which `which` holds (over `s` the set and `o` the observation), one a subject and field.
 * Observations that a correction named as superseded are out; among the rest those not too old come first (a known value before an
 * unknown one), then the stronger source, then the newer day.
 */
const OWN = sql`coalesce(s.person_id, s.family_id)`;
const strongest = (ctx: Context, which: RawBuilder<unknown>, subject: RawBuilder<unknown> = OWN) => sql<CurrentFactRow>`
  select distinct on (c.subject_id, c.field) c.subject_id, c.subject_kind, c.field, c.value, c.unknown, c.observed_on, c.source, c.stale_on, c.set_id
  from (
    select ${subject} as subject_id, case when s.person_id is null then 'family' else 'person' end as subject_kind,
           o.field, o.value, o.unknown, s.observed_on, s.source, s.recorded_at, s.id as set_id,
           case when own.field is not null then own.rank else coalesce(general.rank, 100) end as rank,
           (s.observed_on + make_interval(months => case when own.field is not null then own.max_age_months else general.max_age_months end))::date as stale_on
    from observation_set s join observation o on o.set_id = s.id
    left join source_precedence own on own.field = o.field and own.source = s.source
    left join source_precedence general on general.field = '*' and general.source = s.source
    where ${which} and not exists (select 1 from observation_set later join observation lo on lo.set_id = later.id
                                   where later.supersedes = s.id and lo.field = o.field)
  ) c
  order by c.subject_id, c.field, ${fresh(ctx.today)} desc, (${fresh(ctx.today)} and c.value is not null) desc,
           case when ${fresh(ctx.today)} then c.rank end, c.observed_on desc, c.recorded_at desc, c.set_id desc`;

/**
 * Derives the facts in force of one subject for these fields and keeps them. Observations of a record that was merged into the person count
 * as hers, except those of who she is: they follow her row.
 */
export const deriveFacts = async (ctx: Context, subject: Subject, fields: readonly string[]): Promise<void> => {
  const ofSubject =
    subject.kind === 'family'
      ? sql`s.family_id = ${subject.id}`
      : sql`(s.person_id = ${subject.id} or (o.field <> all (${[...IDENTITY_FIELDS]}::text[]) and s.person_id in (select records_of(${subject.id}))))`;
  await sql`
    insert into current_fact (subject_id, subject_kind, field, value, unknown, observed_on, source, stale_on, set_id)
    ${strongest(ctx, sql`${ofSubject} and o.field = any (${[...fields]}::text[])`, sql`${subject.id}::uuid`)}
    on conflict (subject_id, field) do update set value = excluded.value, unknown = excluded.unknown, observed_on = excluded.observed_on,
      source = excluded.source, stale_on = excluded.stale_on, set_id = excluded.set_id`.execute(ctx.tx);
};

/** The record that stands for this person now: she may have been merged into another. Undefined when out of sight. */
export const findStanding = async (ctx: Context, personId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string | null }>`select standing_record(${personId}) as id`.execute(ctx.tx);
  return rows[0]?.id ?? undefined;
};

/** Fields observed on a record since an instant. */
export const listFieldsSince = async (ctx: Context, personId: string, since: Date): Promise<string[]> => {
  const { rows } = await sql<{ field: string }>`
    select distinct o.field from observation_set s join observation o on o.set_id = s.id
    where s.person_id = ${personId} and s.recorded_at >= ${since}`.execute(ctx.tx);
  return rows.map((row) => row.field);
};

/** Forgets facts of a person that stand on another record's observations. @returns their fields */
export const forgetFactsOf = async (ctx: Context, personId: string, observedOnRecord: string): Promise<string[]> => {
  const { rows } = await sql<{ field: string }>`
    delete from current_fact c using observation_set s
    where c.subject_id = ${personId} and s.id = c.set_id and s.person_id = ${observedOnRecord} returning c.field`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.field);
};

/** A visit is news of the family and of everybody in it. @returns the ids of the people who were seen */
export const markObserved = async (ctx: Context, subject: Subject, on: LocalDate): Promise<string[]> => {
  if (subject.kind === 'family')
    await sql`update family set observed_on = ${on} where id = ${subject.id} and observed_on < ${on}`.execute(ctx.tx);
  const { rows } = await sql<{ id: string }>`
    update person p set observed_on = ${on}
    where p.observed_on < ${on} and ${
      subject.kind === 'person'
        ? sql`p.id = ${subject.id}`
        : sql`p.id in (select m.person_id from family_member m where m.family_id = ${subject.id} and m.state = 'sah' and upper_inf(m.during))`
    } returning p.id`.execute(ctx.tx);
  return rows.map((row) => row.id);
};

/**
 * The kept facts for which `which` holds (over `c`). What has grown old since it was kept is derived anew, so that a younger but weaker
 * source takes over on the very day.
 */
export const listFactsWhere = async (ctx: Context, which: RawBuilder<unknown>): Promise<CurrentFactRow[]> => {
  const { rows } = await sql<CurrentFactRow>`
    select c.subject_id, c.field, c.value, c.unknown, c.observed_on, c.source, c.stale_on, c.set_id from current_fact c
    where ${which} order by c.subject_id, c.field`.execute(ctx.tx);
  const old = rows.filter((row) => row.stale_on !== null && row.stale_on <= ctx.today);
  if (old.length === 0) return rows;
  const keys = toJson(old.map(({ subject_id, field }) => ({ subject_id, field })));
  const renewed = await strongest(
    ctx,
    sql`(coalesce(s.person_id, s.family_id), o.field) in (select subject_id, field from jsonb_to_recordset(${keys}::jsonb) as k(subject_id uuid, field text))`,
  ).execute(ctx.tx);
  const keyOf = (row: CurrentFactRow) => `${row.subject_id} ${row.field}`;
  const newer = new Map(renewed.rows.map((row) => [keyOf(row), row]));
  return rows.map((row) => newer.get(keyOf(row)) ?? row);
};

export const listCurrentFacts = async (
  ctx: Context,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<CurrentFactRow[]> =>
  listFactsWhere(ctx, sql`c.subject_kind = ${kind} and c.subject_id = any (${[...ids]}::uuid[])`);

/** The subject's place and protection, or undefined when the actor does not see it. */
export const findSubject = async (
  ctx: Context,
  subject: Subject,
): Promise<{ area_id: number; protection: number } | undefined> => {
  const { rows } = await sql<{ area_id: number; protection: number }>`
    select scope_area_id as area_id, protection from ${sql.table(subject.kind)}
    where id = ${subject.id} and merged_into is null`.execute(ctx.tx);
  return rows[0];
};
