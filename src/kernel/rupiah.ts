/** Whole rupiah. In JSON an amount is a string of digits, in PostgreSQL a bigint; there are no sen and never a float. */
export type Rupiah = bigint;

export type RupiahReading =
  | { readonly ok: true; readonly value: Rupiah }
  | { readonly ok: false; readonly sentence: string };

/** `14715566938n` as `Rp14.715.566.938`; negative as `-Rp5.000`. */
export const formatRupiah = (amount: Rupiah): string => {
  const digits = (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0n ? '-' : ''}Rp${digits}`;
};

const SCALES: Readonly<Record<string, bigint>> = {
  ribu: 1_000n,
  rb: 1_000n,
  juta: 1_000_000n,
  jt: 1_000_000n,
  miliar: 1_000_000_000n,
  milyar: 1_000_000_000n,
  m: 1_000_000_000n,
};

const scaled = (whole: string, fraction: string, scale: bigint): bigint | undefined => {
  const divisor = 10n ** BigInt(fraction.length);
  const amount = BigInt(`${whole}${fraction}`) * scale;
  return amount % divisor === 0n ? amount / divisor : undefined;
};

/**
 * Reads an amount as people type it: `1500000`, `1.500.000`, `Rp 1.500.000,00`, `1,5 juta`, `200 ribu`.
 * The point parts thousands and the comma begins the fraction, as in Indonesian. An amount that would leave sen comes back.
 */
export const parseRupiah = (raw: string): RupiahReading => {
  const text = raw.trim().toLowerCase();
  if (text === '') return { ok: false, sentence: 'Jumlah rupiah belum diisi.' };
  const match = /^(-?)\s*(?:rp\.?|idr)?\s*(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+|-))?\s*([a-z]*)$/.exec(text);
  const scale = match?.[5] === '' ? 1n : SCALES[match?.[5] ?? ''];
  const fraction = match?.[4] === '-' ? '' : (match?.[4] ?? '');
  const value =
    match && scale !== undefined ? scaled((match[3] as string).replaceAll('.', ''), fraction, scale) : undefined;
  if (value === undefined) {
    return { ok: false, sentence: `Jumlah "${raw.trim()}" tidak terbaca; tulis rupiah penuh, misalnya 1.500.000.` };
  }
  return { ok: true, value: match?.[1] === '-' || match?.[2] === '-' ? -value : value };
};

/** The amount for JSON: digits, with a leading minus when negative. */
export const rupiahToJson = (amount: Rupiah): string => amount.toString();

/** The amount from JSON; throws RangeError for anything but digits with an optional minus (never accepts a JSON number). */
export const rupiahFromJson = (text: string): Rupiah => {
  if (typeof text !== 'string' || !/^-?\d+$/.test(text))
    throw new RangeError(`not an amount of rupiah: ${String(text)}`);
  return BigInt(text);
};

export const sumRupiah = (amounts: Iterable<Rupiah>): Rupiah => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};

/**
 * Splits `total` (>= 0) by weights (>= 0, at least one above 0) so that the parts sum exactly: floors first, then one rupiah
 * each to the largest remainders (Hamilton's method), the earlier part first on a tie. A weight of zero receives nothing.
 * Throws RangeError on negative numbers or when nothing has weight.
 */
export const allocate = (total: Rupiah, weights: readonly bigint[]): Rupiah[] => {
  const whole = sumRupiah(weights);
  if (total < 0n || weights.some((weight) => weight < 0n) || whole === 0n) {
    throw new RangeError('allocate needs a total and weights that are not negative, and one weight above zero');
  }
  const parts = weights.map((weight) => (total * weight) / whole);
  const left = Number(total - sumRupiah(parts));
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (total * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] as bigint) + 1n;
  return parts;
};
