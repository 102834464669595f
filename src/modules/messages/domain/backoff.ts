/** Minutes to the next try after each try that did not go well; when they are used up, an administrator decides. About a day in all. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720] as const;
/** While a try runs nobody else takes the message; after a crash it is taken up again then. */
export const HELD_MINUTES = 5;
/** News that could not leave for this long is not news any more. */
export const STALE_DAYS = 3;

export const minutesLater = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/** When to try again after the `attempts`-th failure; undefined: no more. */
export const nextTry = (now: Date, attempts: number): Date | undefined => {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? undefined : minutesLater(now, pause);
};
