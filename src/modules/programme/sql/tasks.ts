import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';

export type NewTask = {
  kind: string;
  title: string;
  detail: string;
  areaId: number;
  personId: string | null;
  dueOn: LocalDate | null;
};

/** Opens tasks for desa operators; one that is already open for the same person (or place) and matter is not opened again. */
export const openTasks = async (ctx: Context, tasks: readonly NewTask[]): Promise<void> => {
  if (tasks.length === 0) return;
  const rows = tasks.map((task) => ({ id: uuid7(), ...task }));
  await sql`
    insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on, opened_at)
    select x.id, x.kind, x.title, x.detail, 0, x."areaId", x."personId", 'operator_desa', x."dueOn", ${ctx.now}
    from jsonb_to_recordset(${toJson(rows)}::jsonb)
      as x(id uuid, kind text, title text, detail text, "areaId" integer, "personId" uuid, "dueOn" date)
    where not exists (select 1 from task t where t.state = 'terbuka' and t.kind = x.kind and t.title = x.title and t.area_id = x."areaId"
                        and t.subject_person_id is not distinct from x."personId")`.execute(ctx.tx);
};

/** Open tasks in sight that ask for facts of families. */
export const countFactTasks = async (ctx: Context): Promise<number> => {
  const row = await ctx.tx
    .selectFrom('task')
    .where('state', '=', 'terbuka')
    .where('kind', 'in', ['program.lengkapi_data', 'program.tanpa_desil'])
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};
