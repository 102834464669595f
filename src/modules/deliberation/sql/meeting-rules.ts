import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import { DEFAULT_RULES, type MeetingRules } from '../domain/meeting.ts';

/** What the agency asks of a meeting (setting `syaratMusyawarah`); the usual where it has set nothing. */
export const findMeetingRules = async (ctx: Context): Promise<MeetingRules> => {
  const { settings } = await ctx.tx.selectFrom('agency').select('settings').executeTakeFirstOrThrow();
  return ((settings as Record<string, unknown>)['syaratMusyawarah'] as MeetingRules | undefined) ?? DEFAULT_RULES;
};

export const saveMeetingRules = async (ctx: Context, rules: MeetingRules): Promise<void> => {
  await ctx.tx
    .updateTable('agency')
    .set({ settings: sql`settings || jsonb_build_object('syaratMusyawarah', ${toJson(rules)}::jsonb)` })
    .execute();
};

/** Reminds the operator of a desa by a task, one at a time; false when one is open. */
export const openReminder = async (
  ctx: Context,
  reminder: { areaId: number; title: string; detail: string; dueOn: LocalDate },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into task (id, kind, title, detail, level, area_id, role, due_on, opened_at)
    select ${uuid7()}, 'musyawarah_terlambat', ${reminder.title}, ${reminder.detail}, 0, ${reminder.areaId}, 'operator_desa', ${reminder.dueOn}, ${ctx.now}
    where not exists (select 1 from task t where t.kind = 'musyawarah_terlambat' and t.area_id = ${reminder.areaId} and t.state = 'terbuka')
    returning id`.execute(ctx.tx);
  return rows.length > 0;
};

/** The desa has held its meeting: nobody needs to be reminded any more. */
export const closeReminders = async (ctx: Context, areaId: number): Promise<void> => {
  await sql`
    update task set state = 'selesai', closed_at = ${ctx.now}, closed_by = ${ctx.actor.accountId}, close_note = 'Musyawarah sudah diselesaikan.'
    where kind = 'musyawarah_terlambat' and area_id = ${areaId} and state = 'terbuka'`.execute(ctx.tx);
};
