import { dateOf, daysInMonth, type LocalDate, partsOf } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import { type DesaStanding, findMeetingDay, listDesaStandings, listMeetingLines } from '../sql/meeting-overview.ts';

const lastDayOf = (month: string, day: number | undefined): LocalDate | null => {
  if (day === undefined) return null;
  const { year, month: number } = partsOf(`${month}-01`);
  return dateOf(year, number, Math.min(day, daysInMonth(year, number))) ?? null;
};

/** Late: something waits, nothing was held this month, and the calendar's day or a row's own day is past. */
const standingOf = (desa: DesaStanding, lastDay: LocalDate | null, today: LocalDate) => {
  if (desa.heldOn && desa.waiting === 0) return 'sudah' as const;
  if (desa.waiting === 0) return desa.heldOn ? ('sudah' as const) : ('tidak_ada' as const);
  const isPast = lastDay !== null && today > lastDay;
  return desa.overdue > 0 || (isPast && !desa.heldOn)
    ? ('terlambat' as const)
    : desa.heldOn
      ? ('sudah' as const)
      : ('menunggu' as const);
};

/** A month's meetings, and where each desa stands; this month when none is named. */
export const showOverview = async (ctx: Context, wanted: string | undefined) => {
  const month = wanted ?? ctx.today.slice(0, 7);
  const lastDay = lastDayOf(month, await findMeetingDay(ctx));
  const desa = await listDesaStandings(ctx, month);
  return {
    month,
    lastDay,
    items: await listMeetingLines(ctx, month),
    desa: desa.map((one) => ({ ...one, standing: standingOf(one, lastDay, ctx.today) })),
  };
};
