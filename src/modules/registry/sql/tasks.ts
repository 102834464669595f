import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export type NewTask = {
  id: string;
  kind: string;
  title: string;
  detail: string;
  level: number;
  areaId: number;
  personId: string;
  role: string;
  dueOn: LocalDate;
};

export const insertTask = async (ctx: Context, task: NewTask): Promise<void> => {
  await ctx.tx
    .insertInto('task')
    .values({
      id: task.id,
      kind: task.kind,
      title: task.title,
      detail: task.detail,
      level: task.level,
      area_id: task.areaId,
      subject_person_id: task.personId,
      role: task.role,
      due_on: task.dueOn,
      opened_at: ctx.now,
    })
    .execute();
};

/** Closes the open tasks of a kind about a person. */
export const closeTasks = async (ctx: Context, kind: string, personId: string, note: string): Promise<void> => {
  await ctx.tx
    .updateTable('task')
    .set({ state: 'selesai', closed_at: ctx.now, closed_by: ctx.actor.accountId, close_note: note })
    .where('kind', '=', kind)
    .where('subject_person_id', '=', personId)
    .where('state', '=', 'terbuka')
    .execute();
};

export type AgencyTask = {
  id: string;
  kind: string;
  title: string;
  detail: string;
  level: number;
  personId: string | null;
  role: string;
  dueOn: LocalDate;
};
/** A task at the agency's own level, which an officer of a smaller area may raise but does not read. */
export const raiseAgencyTask = async (ctx: Context, task: AgencyTask): Promise<void> => {
  await sql`
    select raise_agency_task(${task.id}, ${task.kind}, ${task.title}, ${task.detail}, ${task.level}, ${task.personId}::uuid, ${task.role}, ${task.dueOn}::date)`.execute(
    ctx.tx,
  );
};

/** How often this account was shown a likely double in the last hour since it last registered somebody. */
export const countComparisons = async (ctx: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from audit
    where account_id = ${ctx.actor.accountId} and event = 'person.compared' and at > clock_timestamp() - interval '1 hour'
      and ((after ->> 'shown')::int > 0 or (after ->> 'elsewhere')::boolean)
      and at > coalesce((select max(at) from audit where account_id = ${ctx.actor.accountId} and event = 'person.created'
                           and at > clock_timestamp() - interval '1 hour'), '-infinity')`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
};
