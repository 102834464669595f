import { type Kysely, sql } from 'kysely';
import type { LocalDate, Zone } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { Database } from '#platform/db/schema.ts';
import type { Alarm } from '../domain/alarms.ts';
import type { Stage } from '../domain/stages.ts';

/** Every agency of the installation, for work that nobody asked for in person. */
export const listAgencyZones = async (
  db: Kysely<Database>,
): Promise<{ slug: string; schema: string; zone: Zone; areaId: number }[]> => {
  const agencies = await db
    .selectFrom('auth.agency')
    .select(['slug', 'schema_name as schema'])
    .orderBy('slug')
    .execute();
  const cards = agencies.map(async ({ slug, schema }) => {
    const { rows } = await sql<{ zone: Zone }>`select zone from ${sql.id(schema, 'agency_card')}()`.execute(db);
    return rows[0] ? [{ slug, schema, zone: rows[0].zone, areaId: 0 }] : [];
  });
  return (await Promise.all(cards)).flat();
};

export type WaitingUsulan = {
  id: string;
  kind: string;
  receiptNumber: string;
  stage: Stage;
  areaId: number;
  protection: number;
  submittedOn: LocalDate;
  promisedOn: LocalDate;
  raised: string[];
};

const ZONES: Readonly<Record<Zone, string>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };

/** Open usulan that may owe an alarm: objections from the sixth day on, and all whose promise has passed; the oldest first. */
export const listWaiting = async (ctx: Context, limit: number): Promise<WaitingUsulan[]> => {
  const zone = ZONES[ctx.actor.zone];
  const { rows } = await sql<WaitingUsulan>`
    select u.id, u.kind, u.no_publik as "receiptNumber", u.stage, u.area_id as "areaId", u.protection,
           (u.citizen_clock_from at time zone ${zone})::date::text as "submittedOn", u.promised_on as "promisedOn",
           array(select a.mark from usulan_alarm a where a.usulan_id = u.id) as raised
    from usulan u
    where u.stage is not null
      and ((u.promised_on < ${ctx.today}::date and not exists (select 1 from usulan_alarm a where a.usulan_id = u.id and a.mark = 'janji_lewat'))
        or (u.kind = 'sanggah' and (u.citizen_clock_from at time zone ${zone})::date <= ${ctx.today}::date - 4
            and not exists (select 1 from usulan_alarm a where a.usulan_id = u.id and a.mark = 'sanggah_12')))
    order by u.citizen_clock_from limit ${limit}`.execute(ctx.tx);
  return rows;
};

/** Keeps that an alarm was raised, once; false when another run was quicker. */
export const keepAlarm = async (ctx: Context, usulanId: string, mark: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('usulan_alarm')
    .values({ usulan_id: usulanId, mark, raised_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

export const openAlarmTask = async (ctx: Context, usulan: WaitingUsulan, alarm: Alarm): Promise<void> => {
  await ctx.tx
    .insertInto('task')
    .values({
      id: uuid7(),
      kind: `tenggat_${alarm.mark}`,
      title: alarm.title,
      detail: alarm.detail,
      level: usulan.protection,
      area_id: usulan.areaId,
      usulan_id: usulan.id,
      role: alarm.role,
      due_on: alarm.dueOn,
      opened_at: ctx.now,
    })
    .execute();
};

/** The usulan is over: nobody needs to be alarmed about it any more. */
export const closeAlarmTasks = async (ctx: Context, usulanId: string): Promise<void> => {
  // A citizen who withdraws has no sight of tasks; the alarm of a usulan that is over is not shown anywhere.
  if (ctx.actor.kind === 'warga') return;
  await ctx.tx
    .updateTable('task')
    .set({ state: 'selesai', closed_at: ctx.now, closed_by: ctx.actor.accountId, close_note: 'Usulan selesai.' })
    .where('usulan_id', '=', usulanId)
    .where('kind', 'like', 'tenggat_%')
    .where('state', '=', 'terbuka')
    .execute();
};
