/** A calendar date as `YYYY-MM-DD`, years 0001 to 9999. It has no time and no zone: a birth date is the same day everywhere. */
export type LocalDate = string;

/** The three office zones of Indonesia: UTC+7, +8 and +9, without summer time. */
export type Zone = 'WIB' | 'WITA' | 'WIT';
export type Language = 'id' | 'en';

const ZONE_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** Days of a month (1 to 12) in a Gregorian year. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The date of these parts, or undefined when the calendar has no such day. */
export const dateOf = (year: number, month: number, day: number): LocalDate | undefined => {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999 || month < 1 || month > 12)
    return undefined;
  return day >= 1 && day <= daysInMonth(year, month) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
};

/** The text as a date when it is exactly `YYYY-MM-DD` and the day exists; other forms are the business of importers. */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
};

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** Year, month (1 to 12) and day of a date; throws RangeError when the text is not a date. */
export const partsOf = (date: LocalDate): DateParts => {
  if (parseLocalDate(date) === undefined) throw new RangeError(`not a calendar date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
};

const dayNumber = (date: LocalDate): number => {
  partsOf(date);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
};
const fromDayNumber = (n: number): LocalDate => new Date(n * DAY_MS).toISOString().slice(0, 10);

/** The date `days` later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** The same day of the month `months` later; the last day of that month when it is shorter (31 January + 1 = 28 or 29 February). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}`;
};

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/**
 * Completed years on the day `on`. Somebody born on 29 February completes a year on 1 March of a common year.
 * Negative when `on` lies before the birth.
 */
export const ageOn = (birth: LocalDate, on: LocalDate): number => {
  const [b, o] = [partsOf(birth), partsOf(on)];
  return o.year - b.year - (o.month < b.month || (o.month === b.month && o.day < b.day) ? 1 : 0);
};

/** The weekday, 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: LocalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** A date for readers: `6 Agustus 2026`, with `weekday` `Kamis, 6 Agustus 2026`. */
export const formatDate = (
  date: LocalDate,
  { weekday = false, language = 'id' }: { weekday?: boolean; language?: Language } = {},
): string => {
  const { year, month, day } = partsOf(date);
  const text = `${day} ${MONTHS[language][month - 1]} ${year}`;
  return weekday ? `${WEEKDAYS[language][weekdayOf(date)]}, ${text}` : text;
};

/** The month of a date for readers: `Agustus 2026`. Takes `YYYY-MM-DD` or `YYYY-MM`. */
export const formatMonth = (date: string, language: Language = 'id'): string => {
  const { year, month } = partsOf(`${date.slice(0, 7)}-01`);
  return `${MONTHS[language][month - 1]} ${year}`;
};

/** The calendar date an instant falls on in a zone. */
export const dateInZone = (instant: Date, zone: Zone): LocalDate =>
  new Date(instant.getTime() + ZONE_HOURS[zone] * HOUR_MS).toISOString().slice(0, 10);

/** The instant a calendar date begins in a zone; the end of the day is the start of the next. */
export const startOfDay = (date: LocalDate, zone: Zone): Date =>
  new Date(dayNumber(date) * DAY_MS - ZONE_HOURS[zone] * HOUR_MS);

/** An instant for readers, in the office's zone: `6 Agustus 2026 14.05 WITA`. */
export const formatInstant = (instant: Date, zone: Zone, language: Language = 'id'): string => {
  const local = new Date(instant.getTime() + ZONE_HOURS[zone] * HOUR_MS).toISOString();
  const clock = `${local.slice(11, 13)}${language === 'id' ? '.' : ':'}${local.slice(14, 16)}`;
  return `${formatDate(local.slice(0, 10), { language })} ${clock} ${zone}`;
};
