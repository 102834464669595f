import { addDays, dateOf, daysInMonth, type LocalDate, partsOf } from '#kernel/local-date.ts';

/** The date of a monthly mark: day 31 of a short month is its last day. */
export const markDate = (today: LocalDate, day: number): LocalDate => {
  const { year, month } = partsOf(today);
  return dateOf(year, month, Math.min(day, daysInMonth(year, month))) ?? today;
};

/** The first and last day of the month of a date. */
export const monthOf = (today: LocalDate): { from: LocalDate; to: LocalDate } => {
  const { year, month, day } = partsOf(today);
  const from = addDays(today, 1 - day);
  return { from, to: addDays(from, daysInMonth(year, month) - 1) };
};
