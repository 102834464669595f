import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addEntry, balanceOf, EMPTY_BALANCE, type Entry, type EntryKind, findShortage } from './ledger.ts';

const KINDS: readonly EntryKind[] = ['pagu', 'geser_masuk', 'geser_keluar', 'pesan', 'lepas', 'sp2d', 'sts'];
const entries = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      amount: fc.bigInt({ min: 1n, max: 90_000_000_000_000n }),
      ref: fc.constantFrom('daftar-1', 'daftar-2', undefined),
    })
    .map((e): Entry => (e.kind === 'pesan' || e.kind === 'lepas' ? { ...e, ref: e.ref ?? 'daftar-1' } : e)),
  { maxLength: 60 },
);

const sum = (list: readonly Entry[], ...kinds: EntryKind[]): bigint =>
  list.filter((e) => kinds.includes(e.kind)).reduce((total, e) => total + e.amount, 0n);

test('pagu = dipesan + cair + tersisa at every moment, and no pot falls below zero', () => {
  fc.assert(
    fc.property(entries, (wanted) => {
      let balance = EMPTY_BALANCE;
      const booked: Entry[] = [];
      for (const entry of wanted) {
        if (findShortage(balance, entry)) continue;
        booked.push(entry);
        balance = addEntry(balance, entry);
        expect(balance.dipesan + balance.cair + balance.tersisa).toBe(balance.pagu);
        for (const pot of [balance.pagu, balance.dipesan, balance.cair, balance.tersisa]) expect(pot >= 0n).toBe(true);
        expect([...balance.reserved.values()].reduce((a, b) => a + b, 0n)).toBe(balance.dipesan);
      }
      // The same numbers, counted once more without the pots.
      expect(balance.pagu).toBe(sum(booked, 'pagu', 'geser_masuk') - sum(booked, 'geser_keluar'));
      expect(balance.cair).toBe(sum(booked, 'sp2d') - sum(booked, 'sts'));
      const paidFromReservations = sum(
        booked.filter((e) => e.ref !== undefined),
        'sp2d',
      );
      expect(balance.dipesan).toBe(sum(booked, 'pesan') - sum(booked, 'lepas') - paidFromReservations);
      expect(balanceOf(booked)).toEqual(balance);
    }),
  );
});

test('what does not fit is named by its pot, with what is there', () => {
  const balance = balanceOf([
    { kind: 'pagu', amount: 61_500_000n },
    { kind: 'pesan', amount: 60_000_000n, ref: 'daftar-1' },
  ]);
  expect(findShortage(balance, { kind: 'pesan', amount: 1_500_001n, ref: 'daftar-2' })).toEqual({
    pot: 'tersisa',
    has: 1_500_000n,
    needs: 1_500_001n,
  });
  expect(findShortage(balance, { kind: 'pesan', amount: 1_500_000n, ref: 'daftar-2' })).toBeUndefined();
  expect(findShortage(balance, { kind: 'sp2d', amount: 60_000_001n, ref: 'daftar-1' })?.pot).toBe('dipesan');
  expect(findShortage(balance, { kind: 'lepas', amount: 1n, ref: 'daftar-2' })?.pot).toBe('dipesan');
  expect(findShortage(balance, { kind: 'sts', amount: 1n })?.pot).toBe('cair');
  expect(findShortage(balance, { kind: 'geser_keluar', amount: 2_000_000n })?.pot).toBe('tersisa');
});
