import { z } from 'zod';

/** Shapes that many contracts share. */
export const uuid = z.uuid({ error: 'Nomor rujukan tidak dikenal.' });
/** Whole rupiah as digits: JSON numbers cannot hold them exactly. */
export const rupiahDigits = z
  .string()
  .regex(/^-?\d{1,18}$/, { error: 'Isi jumlah rupiah dengan angka bulat, tanpa titik dan tanpa sen.' });
export const localDate = z.iso.date({ error: 'Isi tanggal sebagai tahun-bulan-hari, misalnya 2026-11-25.' });
/** An instant in JSON. */
export const instant = z.iso.datetime();
export const version = z.number().int().min(1);
/** Text that a person typed: trimmed, with a most length. */
export const typed = (most: number, name: string, least = 1) =>
  z
    .string()
    .trim()
    .min(least, { error: `Isi ${name}.` })
    .max(most, { error: `${name} paling panjang ${most} huruf.` });
/** Keyset paging: `after` is the cursor of the last row seen. */
export const page = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const idParams = z.object({ id: uuid });
