import { tellRole } from '#modules/messages/index.ts';
import type { Platform } from '#platform/db/context.ts';
import { type Context, withActor } from '#platform/db/context.ts';
import { startHeartbeat } from '#platform/jobs/heartbeat.ts';
import { alarmsDue } from '../domain/alarms.ts';
import { keepAlarm, listAgencyZones, listWaiting, openAlarmTask } from '../sql/alarms.ts';
import { listHolidays } from '../sql/stages.ts';

/** Alarms act under this account (migration 0140); it has no sign-in. */
const REMINDER = '01900000-0000-7000-8000-000000007140';
const MOST_AT_ONCE = 500;

/**
 * Raises what is due today for the agency of the context: a task for somebody, once a mark. It decides nothing, whatever the day.
 * @returns how many alarms were raised
 */
export const raiseAlarms = async (ctx: Context): Promise<number> => {
  const waiting = await listWaiting(ctx, MOST_AT_ONCE);
  const [oldest] = waiting.map((usulan) => usulan.submittedOn).toSorted();
  if (!oldest) return 0;
  const holidays = await listHolidays(ctx, oldest);
  let raised = 0;
  for (const usulan of waiting)
    for (const alarm of alarmsDue(usulan, ctx.today, holidays)) {
      if (!(await keepAlarm(ctx, usulan.id, alarm.mark))) continue;
      await openAlarmTask(ctx, usulan, alarm);
      await tellRole(
        ctx,
        { role: alarm.role, areaId: usulan.areaId, level: usulan.protection },
        {
          template: 'petugas.tenggat',
          values: { judul: alarm.title, isi: alarm.detail },
          href: usulan.kind === 'sanggah' ? `/sanggahan/${usulan.id}` : `/usulan?stage=${usulan.stage}&id=${usulan.id}`,
        },
      );
      await ctx.record({
        event: 'usulan.alarm_raised',
        subjectKind: 'usulan',
        subjectId: usulan.id,
        areaId: usulan.areaId,
        level: usulan.protection,
        after: { mark: alarm.mark, role: alarm.role },
      });
      raised++;
    }
  return raised;
};

/** As `raiseAlarms`, for every agency of the installation. */
export const raiseAlarmsEverywhere = async (platform: Platform): Promise<number> => {
  let raised = 0;
  for (const { slug, schema, zone, areaId } of await listAgencyZones(platform.db)) {
    const actor = {
      ...{ agency: slug, schema, zone, areaId, accountId: REMINDER, username: 'pengingat', name: 'Pengingat tenggat' },
      ...({ kind: 'sistem', role: 'sistem', position: null, bidang: null, clearance: 3 } as const),
      ...({ capabilities: new Set<never>(), databaseRole: 'rukun_wide' } as const),
    };
    raised += await withActor(platform, actor, { requestId: 'pengingat' }, raiseAlarms);
  }
  return raised;
};

/** Looks for alarms at the start and every quarter of an hour until stopped. A failure is reported and tried again at the next beat. */
export const startAlarms = (platform: Platform, onError: (error: unknown) => void, everyMs = 900_000) =>
  startHeartbeat(() => raiseAlarmsEverywhere(platform), onError, { everyMs, atStart: true });
