import { addDays, type LocalDate, weekdayOf } from '#kernel/local-date.ts';

/** True on Monday to Friday outside `holidays`. */
export const isOfficeDay = (date: LocalDate, holidays: ReadonlySet<LocalDate>): boolean => {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
};

/**
 * The last day of a term of `count` office days that begins the day after `from`: the term ends at 23.59 of the date returned, in the
 * agency's zone. A term never ends on a weekend or a holiday.
 */
export const addOfficeDays = (from: LocalDate, count: number, holidays: ReadonlySet<LocalDate>): LocalDate => {
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (isOfficeDay(date, holidays)) left -= 1;
  }
  return date;
};

/** A term is over when its last day has ended at the agency. */
export const isLate = (dueOn: LocalDate, today: LocalDate): boolean => today > dueOn;
