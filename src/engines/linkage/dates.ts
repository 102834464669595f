/**
 * Birth dates packed as year << 14 | month << 7 | day; a part that is not known is 0, a date that is not known is 0.
 * Impossible dates (month 13, day 35) are kept as they were written: they compare like any other.
 */
export type DateFormat = { order: ('Y' | 'M' | 'D')[]; fixed: boolean; widths: number[] };

const FORMAT = /^(YYYY|YY|MM|M|DD|D)([^A-Za-z0-9]?)(YYYY|YY|MM|M|DD|D)([^A-Za-z0-9]?)(YYYY|YY|MM|M|DD|D)$/;

/** Reads a format such as YYYY-MM-DD, DD/MM/YYYY or YYYYMMDD; undefined when it is none. */
export const parseDateFormat = (format: string): DateFormat | undefined => {
  const found = FORMAT.exec(format.toUpperCase());
  if (!found) return undefined;
  const parts = [found[1]!, found[3]!, found[5]!];
  const order = parts.map((part) => part[0] as 'Y' | 'M' | 'D');
  if (new Set(order).size !== 3) return undefined;
  return { order, fixed: !found[2] && !found[4], widths: parts.map((part) => part.length) };
};

const numbers = new Int32Array(3);

/** Packs the date in bytes [from, to). Gives 0 when the bytes hold no date of this format. */
export const packDate = (bytes: Uint8Array, from: number, to: number, format: DateFormat): number => {
  let [part, digits, value] = [0, 0, 0];
  numbers.fill(0);
  for (let i = from; i < to && part < 3; i += 1) {
    const digit = bytes[i]! - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      if (!format.fixed || digits < format.widths[part]!) continue;
    } else if (digits === 0) continue;
    numbers[part] = value;
    [part, digits, value] = [part + 1, 0, 0];
  }
  if (digits > 0 && part < 3) {
    numbers[part] = value;
    part += 1;
  }
  if (part < 3) return 0;
  let [year, month, day] = [0, 0, 0];
  for (let i = 0; i < 3; i += 1) {
    const letter = format.order[i];
    if (letter === 'Y') year = format.widths[i] === 2 || numbers[i]! < 100 ? century(numbers[i]!) : numbers[i]!;
    else if (letter === 'M') month = numbers[i]!;
    else day = numbers[i]!;
  }
  return year < 1000 || year > 2999 || month > 99 || day > 99 ? 0 : (year << 14) | (month << 7) | day;
};

// A year of two digits: nobody is registered before birth, and few are older than 95.
const century = (short: number): number => (short > 30 ? 1900 + short : 2000 + short);

/** Packs a birth year, 0 when it is none. */
export const packYear = (bytes: Uint8Array, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = bytes[i]! - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
  }
  return value < 1000 || value > 2999 ? 0 : value << 14;
};

export const yearOf = (packed: number): number => packed >> 14;
export const monthOf = (packed: number): number => (packed >> 7) & 127;
export const dayOf = (packed: number): number => packed & 127;

/** The date with day and month in ascending order, so that a swapped pair is found under one key; 0 without a full date. */
export const swapInvariant = (packed: number): number => {
  const [month, day] = [monthOf(packed), dayOf(packed)];
  if (month === 0 || day === 0) return 0;
  return (yearOf(packed) << 14) | (Math.min(month, day) << 7) | Math.max(month, day);
};
