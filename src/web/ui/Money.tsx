import { formatRupiah, type Rupiah, rupiahFromJson } from '#kernel/rupiah.ts';
import { Unknown } from './Unknown.tsx';

type Props = {
  /** Digits as JSON carries them, or a bigint. */
  amount: string | Rupiah | null | undefined;
  /** Without `Rp`: where the header of the column has it as its unit. */
  isBare?: boolean;
};

/** Whole rupiah: `Rp1.500.000`. */
export const Money = ({ amount, isBare = false }: Props) => {
  if (amount === null || amount === undefined) return <Unknown />;
  const text = formatRupiah(typeof amount === 'string' ? rupiahFromJson(amount) : amount);
  return <span className="number">{isBare ? text.replace('Rp', '') : text}</span>;
};
