const UNITS = ' satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun', 'kuintiliun'];

const below1000 = (n: number): string => {
  if (n < 12) return UNITS[n] as string;
  if (n < 20) return `${UNITS[n - 10]} belas`;
  if (n < 100) return `${UNITS[Math.floor(n / 10)]} puluh ${below1000(n % 10)}`.trim();
  const hundreds = n < 200 ? 'seratus' : `${UNITS[Math.floor(n / 100)]} ratus`;
  return `${hundreds} ${below1000(n % 100)}`.trim();
};

/**
 * A whole number in words, as receipts and decrees write it: 61500000n is `enam puluh satu juta lima ratus ribu`.
 * Up to 21 digits; throws RangeError beyond. Negative numbers begin with `minus`.
 */
export const terbilang = (n: bigint): string => {
  if (n === 0n) return 'nol';
  if (n < 0n) return `minus ${terbilang(-n)}`;
  const words: string[] = [];
  let rest = n;
  for (let scale = 0; rest > 0n; scale += 1, rest /= 1000n) {
    const name = SCALES[scale];
    if (name === undefined) throw new RangeError(`too large to be written in words: ${n}`);
    const group = Number(rest % 1000n);
    if (group === 0) continue;
    words.unshift(scale === 1 && group === 1 ? 'seribu' : `${below1000(group)} ${name}`.trim());
  }
  return words.join(' ');
};
