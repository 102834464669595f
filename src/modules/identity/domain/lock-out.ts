/** Five wrong passwords, or five wrong codes, in a quarter of an hour close a name until the oldest is a quarter of an hour past. */
export const LOCK_MINUTES = 15;
export const MOST_BY_NAME = 5;
/** A whole office sits behind one address: it closes only to what no office types wrongly. */
export const MOST_BY_ADDRESS = 100;

export const lockSince = (now: Date): Date => new Date(now.getTime() - LOCK_MINUTES * 60_000);
