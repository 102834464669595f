import { type Rupiah, sumRupiah } from '#kernel/rupiah.ts';

type Part = { planned: number; served: number; ditetapkan: Rupiah; diserahterimakan: Rupiah };

/** The total of the parts, to the rupiah: a report shows this and nothing else as its sum. */
export const totalOf = (parts: readonly Part[]): Part => ({
  planned: parts.reduce((sum, part) => sum + part.planned, 0),
  served: parts.reduce((sum, part) => sum + part.served, 0),
  ditetapkan: sumRupiah(parts.map((part) => part.ditetapkan)),
  diserahterimakan: sumRupiah(parts.map((part) => part.diserahterimakan)),
});
