import type { LocalDate } from '#kernel/local-date.ts';

export type BookingStep = { do: 'wait'; freeSince: LocalDate | null } | { do: 'merge' };

/**
 * What a look at a booking does today: it waits while something bars it; the first day without a bar is noted; on a later day the merge is
 * made, so never on the day itself on which a decree ends.
 */
export const stepOf = (freeSince: LocalDate | null, today: LocalDate, isBarred: boolean): BookingStep => {
  if (isBarred) return { do: 'wait', freeSince: null };
  if (freeSince === null || freeSince >= today) return { do: 'wait', freeSince: freeSince ?? today };
  return { do: 'merge' };
};
