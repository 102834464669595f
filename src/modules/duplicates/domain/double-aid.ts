/** What one record receives of a programme in a period: whole rupiah set, and handed over so far. */
export type Received = { set: bigint; paid: bigint };

/** Rupiah given once too often: in all, of it handed over already, and still to be handed over. */
export type Doubled = { atStake: bigint; paid: bigint; toPay: bigint };

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/**
 * The same aid through two records of one person: she is due the larger of the two sums once. What is set beyond that is at stake; what was
 * handed over beyond that is paid too often already; the rest can still be held back.
 */
export const doubledBy = (a: Received, b: Received): Doubled => {
  const due = larger(a.set, b.set);
  const atStake = a.set + b.set - due;
  const paid = larger(a.paid + b.paid - due, 0n);
  return { atStake, paid, toPay: atStake - paid };
};
