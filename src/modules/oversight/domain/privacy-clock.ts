import { type LocalDate, startOfDay, type Zone } from '#kernel/local-date.ts';

/** UU 27/2022: three times twenty-four hours, counted by the hour and not by office days. */
const HOURS = 72;

export const dueAt = (from: Date): Date => new Date(from.getTime() + HOURS * 3_600_000);

export type Clock = 'selesai' | 'berjalan' | 'lewat' | 'selesai_lewat';
/** Where a clock stands: done in time, running, past, or done too late. */
export const clockOf = (due: Date, doneAt: Date | null, now: Date): Clock =>
  doneAt === null ? (now > due ? 'lewat' : 'berjalan') : doneAt > due ? 'selesai_lewat' : 'selesai';

/** Why an instant cannot be when something happened; undefined when it can. */
export const objectionToInstant = (at: Date, earliest: Date | null, now: Date): string | undefined => {
  if (at > now) return 'Waktunya belum tiba. Periksa tanggal dan jamnya.';
  if (earliest !== null && at < earliest)
    return 'Waktunya mendahului saat kejadian ditemukan. Periksa tanggal dan jamnya.';
  return undefined;
};

/** The instant at which an agency's clock shows this: `time` is "14.30" or "9:05". */
export const instantOf = ({ day, time }: { day: LocalDate; time: string }, zone: Zone): Date => {
  const [hours = 0, minutes = 0] = time.split(/[.:]/).map(Number);
  return new Date(startOfDay(day, zone).getTime() + (hours * 60 + minutes) * 60_000);
};
