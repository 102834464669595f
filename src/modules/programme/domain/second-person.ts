import type { Rupiah } from '#kernel/rupiah.ts';

/** Where the agency has set no limit of its own (`settings.secondPersonAbove`, digits). */
const DEFAULT_LIMIT = 50_000_000n;

/** Amounts above which a second person confirms a prepared list. */
export const secondPersonLimit = (settings: Record<string, unknown>): Rupiah => {
  const set = settings['secondPersonAbove'];
  return typeof set === 'string' && /^\d{1,15}$/.test(set) ? BigInt(set) : DEFAULT_LIMIT;
};

export const needsSecondPerson = (settings: Record<string, unknown>, amount: Rupiah): boolean =>
  amount > secondPersonLimit(settings);
