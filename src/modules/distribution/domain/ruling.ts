import type { Rupiah } from '#kernel/rupiah.ts';

export type Ruling = 'efektif' | 'ganda' | 'batal';
export type StoredState = 'menunggu' | 'sebagian' | 'terpenuhi' | 'batal';
/** `ditahan` is never stored: it follows from a reported death (individual aid only), and ends by itself when the report was false. */
export type EntitlementState = StoredState | 'ditahan';

/**
 * How a handover counts. Every one is a fact and is kept; it is effective while the effective ones together stay within what is due.
 * What goes beyond it in any part is `ganda` as a whole: half a parcel cannot be ruled.
 */
export const ruleHandover = (due: Rupiah, effectiveBefore: Rupiah, amount: Rupiah): Exclude<Ruling, 'batal'> =>
  effectiveBefore + amount <= due ? 'efektif' : 'ganda';

/** What is stored of an entitlement: by what was effectively handed over; a cancelled one stays cancelled. */
export const stateAfter = (stored: StoredState, due: Rupiah, effective: Rupiah): StoredState => {
  if (stored === 'batal') return stored;
  if (effective === 0n) return 'menunggu';
  return effective >= due ? 'terpenuhi' : 'sebagian';
};
