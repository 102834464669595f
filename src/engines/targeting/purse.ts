import type { Costs } from './money.ts';

/** What is left to give while a list is made: places, and rupiah when benefits are unequal. */
export type Purse = {
  places: number;
  /** Which limit the places stand for. */
  closer: 'pagu' | 'jumlah';
  money: number;
  each: Float64Array | undefined;
};

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Money for equal benefits is a number of places (exact division of bigints); unequal ones are paid one by one. */
export const openPurse = (limits: {
  costs: Costs;
  ceiling: bigint | undefined;
  maxCount: number | undefined;
}): Purse => {
  const { costs, ceiling } = limits;
  const count = limits.maxCount ?? Number.POSITIVE_INFINITY;
  if (costs.kind === 'each') {
    const money = ceiling === undefined ? Number.POSITIVE_INFINITY : Number(ceiling > MOST ? MOST : ceiling);
    return { places: count, closer: 'jumlah', money, each: costs.rupiah };
  }
  const paid = ceiling === undefined || costs.amount === 0n ? Number.POSITIVE_INFINITY : Number(ceiling / costs.amount);
  return {
    places: Math.min(count, paid),
    closer: paid <= count ? 'pagu' : 'jumlah',
    money: Number.POSITIVE_INFINITY,
    each: undefined,
  };
};

/** Why the purse cannot pay this family, or undefined after it has paid. */
export const pay = (purse: Purse, family: number): Purse['closer'] | undefined => {
  const cost = purse.each ? purse.each[family]! : 0;
  if (cost > purse.money) return 'pagu';
  if (purse.places < 1) return purse.closer;
  purse.places--;
  purse.money -= cost;
  return undefined;
};

export const canPay = (purse: Purse, family: number): boolean =>
  purse.places >= 1 && (purse.each ? purse.each[family]! <= purse.money : true);
