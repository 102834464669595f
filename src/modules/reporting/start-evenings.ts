import { addDays, type LocalDate, startOfDay } from '#kernel/local-date.ts';
import { eachAgency, mailDayReport, reportTime } from '#modules/messages/index.ts';
import type { Context, Platform } from '#platform/db/context.ts';
import { startHeartbeat } from '#platform/jobs/heartbeat.ts';
import { printDaily, readDaily } from './actions/daily-report.ts';
import { isKept } from './sql/daily.ts';

/** The last day whose report is due: today from the hour of the settings on, before that yesterday. */
const dueDay = async (ctx: Context): Promise<LocalDate> => {
  const [hours = 18, minutes = 0] = (await reportTime(ctx)).split(':').map(Number);
  const sinceMidnight = (ctx.now.getTime() - startOfDay(ctx.today, ctx.actor.zone).getTime()) / 60_000;
  return sinceMidnight >= hours * 60 + minutes ? ctx.today : addDays(ctx.today, -1);
};

/** Keeps and mails the report of the last due day, once, with the audit's root as it stands. @returns whether it did */
const reportDay = async (ctx: Context, dataDir: string): Promise<boolean> => {
  const on = await dueDay(ctx);
  if (await isKept(ctx, on)) return false;
  const { numbers, block, root, check } = await readDaily(ctx, on);
  // A day before anything was sealed has nothing to prove.
  if (root === '') return false;
  return mailDayReport(ctx, dataDir, { on, block, root, check, numbers }, () => printDaily(ctx, on));
};

/** As `reportDay`, for every agency of the installation. */
export const reportEverywhere = (platform: Platform, dataDir: string): Promise<void> =>
  eachAgency(platform, async (as) => {
    await as((ctx) => reportDay(ctx, dataDir));
  });

/** Looks every minute whether the day's report is due, until stopped; an evening the server missed is made up for at the start. */
export const startEveningReports = (
  platform: Platform,
  dataDir: string,
  onError: (error: unknown) => void,
  everyMs = 60_000,
) => startHeartbeat(() => reportEverywhere(platform, dataDir), onError, { everyMs });
