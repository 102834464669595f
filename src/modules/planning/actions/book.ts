import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { Context } from '#platform/db/context.ts';
import { type Balance, findShortage, type Shortage } from '../domain/ledger.ts';
import { addEntryRow, balancesOf, findEntryByKey, type NewEntry } from '../sql/ledger.ts';
import { type BudgetLine, findLine, lockLineRow } from '../sql/lines.ts';

/** The line; refuses (404) when there is none. */
export const getLine = async (ctx: Context, id: string): Promise<BudgetLine> =>
  (await findLine(ctx, id)) ??
  refuse('anggaran.tidak_ada', 404, 'Baris anggaran ini tidak ada. Kembali ke daftar Anggaran, lalu pilih barisnya.');

/** The line under its row lock, with the balance as it stands now. */
export const lockLine = async (ctx: Context, id: string): Promise<{ line: BudgetLine; balance: Balance }> => {
  await lockLineRow(ctx, id);
  const line = await getLine(ctx, id);
  return { line, balance: (await balancesOf(ctx, [id])).get(id)! };
};

const POT_SENTENCES: Readonly<Record<Shortage['pot'], (s: Shortage) => string>> = {
  tersisa: (s) =>
    `Belum bisa dicatat: perlu ${formatRupiah(s.needs)}, sisa pagu ${formatRupiah(s.has)}. Kurangi jumlahnya atau ajukan pergeseran.`,
  dipesan: (s) =>
    `Belum bisa dicatat: ${formatRupiah(s.needs)} lebih besar daripada yang masih dipesan, ${formatRupiah(s.has)}. Catat kelebihannya tanpa menunjuk pesanan.`,
  cair: (s) =>
    `Belum bisa dicatat: STS ${formatRupiah(s.needs)} lebih besar daripada yang sudah cair, ${formatRupiah(s.has)}. Periksa nomor dan jumlah STS-nya.`,
};

/** Refuses (409) when the entry would take more than is there; `sentence` replaces the general one. */
export const refuseShortage = (
  balance: Balance,
  entry: Pick<NewEntry, 'kind' | 'amount' | 'refId'>,
  sentence?: (s: Shortage) => string,
): void => {
  const shortage = findShortage(balance, { kind: entry.kind, amount: entry.amount, ref: entry.refId });
  if (!shortage) return;
  refuse('pagu.tidak_cukup', 409, (sentence ?? POT_SENTENCES[shortage.pot])(shortage), {
    pot: shortage.pot,
    needs: shortage.needs.toString(),
    has: shortage.has.toString(),
  });
};

/** A document of a budget year is dated in it (or before it, for a DPA) and not in the future. */
export const checkDate = (ctx: Context, line: Pick<BudgetLine, 'year'>, onDate: LocalDate, inYear: boolean): void => {
  if (onDate > ctx.today)
    refuse(
      'tanggal.nanti',
      422,
      'Tanggal dokumen belum tiba. Periksa tanggalnya; yang dicatat di sini sudah terjadi.',
      {
        field: 'onDate',
      },
    );
  if (inYear && onDate.slice(0, 4) !== String(line.year))
    refuse(
      'tanggal.lain_tahun',
      422,
      `Baris ini anggaran tahun ${line.year}; tanggal dokumennya di tahun lain. Periksa tanggal atau pilih baris tahun itu.`,
      { field: 'onDate' },
    );
};

/**
 * Books one entry on a locked line: idempotent by key (the same key with the same kind and amount books nothing again),
 * refused when a pot would fall below zero, recorded in the audit.
 * @returns the entry's id, and whether it was booked now
 */
export const book = async (
  ctx: Context,
  locked: { line: BudgetLine; balance: Balance },
  entry: NewEntry,
  sentence?: (s: Shortage) => string,
): Promise<{ entryId: string; booked: boolean }> => {
  const known = await findEntryByKey(ctx, entry.key);
  if (known) {
    if (known.lineId !== entry.lineId || known.kind !== entry.kind || known.amount !== entry.amount)
      refuse('buku.kunci_dipakai', 409, 'Nomor dokumen ini sudah dibukukan dengan jumlah lain. Periksa buku barisnya.');
    // The row lock alone counts as a write, and that somebody sent it again is worth a line.
    await ctx.record({
      event: 'budget.entry_repeated',
      subjectKind: 'budget_line',
      subjectId: entry.lineId,
      after: { entry: known.id },
    });
    return { entryId: known.id, booked: false };
  }
  refuseShortage(locked.balance, entry, sentence);
  const entryId = await addEntryRow(ctx, entry);
  await ctx.record({
    event: `budget.${entry.kind}_booked`,
    subjectKind: 'budget_line',
    subjectId: entry.lineId,
    after: { kind: entry.kind, amount: entry.amount, document: entry.document, ref: entry.refId ?? null },
  });
  return { entryId, booked: true };
};
