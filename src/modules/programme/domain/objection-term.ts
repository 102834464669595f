import type { LocalDate } from '#kernel/local-date.ts';
import { addOfficeDays } from '#modules/intake/index.ts';

/** Law 30/2014 on government administration, article 77 (1): an objection within 21 office days after the decision was made known. */
const OBJECTION_DAYS = 21;

/** The last day to object to a decision. */
export const objectUntil = (decidedOn: LocalDate, holidays: ReadonlySet<LocalDate>): LocalDate =>
  addOfficeDays(decidedOn, OBJECTION_DAYS, holidays);
