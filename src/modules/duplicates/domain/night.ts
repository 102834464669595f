import { dateInZone, type LocalDate, type Zone } from '#kernel/local-date.ts';

/** Every hour the agencies are looked at for whom it is night: each lives in its own zone. */
export const NIGHTLY_LOOK = { job: 'duplicates.nightly', match: '7 * * * *' } as const;

/** Hours of the agency's own clock in which the nightly look is ordered; a server that was down at one takes the next. */
const FROM_HOUR = 1;
const BEFORE_HOUR = 5;
const OFFSETS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

/**
 * Whether an agency is due for its look of this night: its clock stands between one and five, and nothing was looked at since midnight.
 * @param last when the last look was ordered
 */
export const isNightDue = (now: Date, zone: Zone, last: Date | undefined): boolean => {
  const hour = (now.getUTCHours() + OFFSETS[zone]) % 24;
  if (hour < FROM_HOUR || hour >= BEFORE_HOUR) return false;
  const today: LocalDate = dateInZone(now, zone);
  return last === undefined || dateInZone(last, zone) < today;
};
