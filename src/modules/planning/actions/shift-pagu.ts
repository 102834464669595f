import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { book, checkDate, lockLine } from './book.ts';

/**
 * Moves pagu from one line to another of the same year (pergeseran): both entries or none, under both rows' locks, always taken in
 * the order of their ids so that two shifts in opposite directions do not wait for each other.
 */
export const shiftPagu = async (
  ctx: Context,
  shift: { fromLineId: string; toLineId: string; amount: Rupiah; document: string; onDate: LocalDate },
): Promise<void> => {
  if (shift.fromLineId === shift.toLineId)
    refuse('pergeseran.sama', 422, 'Baris asal dan tujuan sama. Pilih baris tujuan yang lain.', { field: 'toLineId' });
  const [first, second] = [shift.fromLineId, shift.toLineId].sort() as [string, string];
  const locked = new Map([
    [first, await lockLine(ctx, first)],
    [second, await lockLine(ctx, second)],
  ]);
  const [from, to] = [locked.get(shift.fromLineId)!, locked.get(shift.toLineId)!];
  if (from.line.year !== to.line.year)
    refuse('pergeseran.lain_tahun', 422, 'Pergeseran hanya antara baris pada tahun anggaran yang sama.', {
      field: 'toLineId',
    });
  checkDate(ctx, from.line, shift.onDate, true);
  const key = uuid7();
  const common = { amount: shift.amount, document: shift.document, onDate: shift.onDate };
  await book(ctx, from, { lineId: shift.fromLineId, kind: 'geser_keluar', key: `geser:${key}:keluar`, ...common });
  await book(ctx, to, { lineId: shift.toLineId, kind: 'geser_masuk', key: `geser:${key}:masuk`, ...common });
};
