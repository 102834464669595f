import type { Rupiah } from '#kernel/rupiah.ts';

/** The kind carries the sign; the amount of an entry is always above zero. */
export type EntryKind = 'pagu' | 'geser_masuk' | 'geser_keluar' | 'pesan' | 'lepas' | 'sp2d' | 'sts';

/** One entry of a budget line. `ref` names the reservation it belongs to (a prepared list); undefined: none. */
export type Entry = { kind: EntryKind; amount: Rupiah; ref?: string | undefined };

/**
 * A line's money in four pots that never mix: `pagu = dipesan + cair + tersisa`, exact to the rupiah.
 * `dipesan` is what is reserved and not paid out yet, `cair` SP2D less STS, `reserved` the rest of every reservation.
 */
export type Balance = {
  pagu: Rupiah;
  dipesan: Rupiah;
  cair: Rupiah;
  tersisa: Rupiah;
  reserved: ReadonlyMap<string, Rupiah>;
};

export const EMPTY_BALANCE: Balance = { pagu: 0n, dipesan: 0n, cair: 0n, tersisa: 0n, reserved: new Map() };

/** Why an entry cannot stand: the pot that would fall below zero, what is in it, and what was asked of it. */
export type Shortage = { pot: 'tersisa' | 'dipesan' | 'cair'; has: Rupiah; needs: Rupiah };

type Change = { pagu?: Rupiah; dipesan?: Rupiah; cair?: Rupiah; tersisa?: Rupiah };

/** SP2D for a reservation is paid out of it; without one it is paid out of what is left. STS comes back to what is left. */
const changeOf = ({ kind, amount, ref }: Entry): Change => {
  switch (kind) {
    case 'pagu':
    case 'geser_masuk':
      return { pagu: amount, tersisa: amount };
    case 'geser_keluar':
      return { pagu: -amount, tersisa: -amount };
    case 'pesan':
      return { tersisa: -amount, dipesan: amount };
    case 'lepas':
      return { dipesan: -amount, tersisa: amount };
    case 'sp2d':
      return ref === undefined ? { tersisa: -amount, cair: amount } : { dipesan: -amount, cair: amount };
    case 'sts':
      return { cair: -amount, tersisa: amount };
  }
};

/** The balance after one more entry, without asking whether it may stand. */
export const addEntry = (balance: Balance, entry: Entry): Balance => {
  const change = changeOf(entry);
  const reserved = new Map(balance.reserved);
  if (entry.ref !== undefined && change.dipesan !== undefined)
    reserved.set(entry.ref, (reserved.get(entry.ref) ?? 0n) + change.dipesan);
  return {
    pagu: balance.pagu + (change.pagu ?? 0n),
    dipesan: balance.dipesan + (change.dipesan ?? 0n),
    cair: balance.cair + (change.cair ?? 0n),
    tersisa: balance.tersisa + (change.tersisa ?? 0n),
    reserved,
  };
};

export const balanceOf = (entries: Iterable<Entry>): Balance => {
  let balance = EMPTY_BALANCE;
  for (const entry of entries) balance = addEntry(balance, entry);
  return balance;
};

/** Undefined when the entry may stand: no pot, and no single reservation, falls below zero. */
export const findShortage = (balance: Balance, entry: Entry): Shortage | undefined => {
  const change = changeOf(entry);
  const outOfReservation = (change.dipesan ?? 0n) < 0n;
  if (outOfReservation) {
    const has = entry.ref === undefined ? 0n : (balance.reserved.get(entry.ref) ?? 0n);
    if (has < entry.amount) return { pot: 'dipesan', has, needs: entry.amount };
  }
  for (const pot of ['tersisa', 'cair'] as const)
    if ((change[pot] ?? 0n) < 0n && balance[pot] < entry.amount) return { pot, has: balance[pot], needs: entry.amount };
  return undefined;
};
