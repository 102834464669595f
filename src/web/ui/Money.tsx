import { formatRupiah, type Rupiah, rupiahFromJson } from '#kernel/rupiah.ts';
import { Unknown } from './Unknown.tsx';

/** Whole rupiah, from JSON digits or a bigint: `Rp1.500.000`. */
export const Money = ({ amount }: { amount: string | Rupiah | null | undefined }) =>
  amount === null || amount === undefined ? (
    <Unknown />
  ) : (
    <span className="number">{formatRupiah(typeof amount === 'string' ? rupiahFromJson(amount) : amount)}</span>
  );
