/**
 * Numbers of up to 16 digits packed as nibbles (digit + 1, so 0 is "no digit"), eight to a word, left aligned.
 * NIK, nomor KK, telephone and other national numbers are compared in this form.
 */

const packed = new Int32Array(2);

/**
 * Packs up to 16 digits of bytes [from, to); letters of foreign numbers count by their low bits. Result in the returned pair
 * (one buffer, used again). Gives [0, 0] for what is no number: empty, only zeros, one digit repeated, or an Excel-damaged `3,2E+15`.
 */
export const packDigits = (bytes: Uint8Array, from: number, to: number, lettersToo: boolean): Int32Array => {
  let hi = 0;
  let lo = 0;
  let n = 0;
  let repeated = true;
  let first = -1;
  for (let i = from; i < to && n < 16; i += 1) {
    const byte = bytes[i]!;
    let digit = byte - 48;
    if (digit < 0 || digit > 9) {
      // An E after digits is a number that a spreadsheet has damaged beyond repair.
      if (!lettersToo && n > 0 && (byte | 32) === 101) return store(0, 0);
      if (!lettersToo || byte < 65 || byte > 122) continue;
      digit = (byte | 32) % 13;
    }
    if (first < 0) first = digit;
    else if (digit !== first) repeated = false;
    if (n < 8) hi |= (digit + 1) << (28 - n * 4);
    else lo |= (digit + 1) << (28 - (n - 8) * 4);
    n += 1;
  }
  return n < 4 || repeated ? store(0, 0) : store(hi, lo);
};

const store = (hi: number, lo: number): Int32Array => {
  packed[0] = hi;
  packed[1] = lo;
  return packed;
};

/** The last eight digits of a telephone number as one packed word, 0 when there are fewer than seven. */
export const packPhone = (bytes: Uint8Array, from: number, to: number): number => {
  let [word, n] = [0, 0];
  for (let i = to - 1; i >= from && n < 8; i -= 1) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) continue;
    word |= (digit + 1) << (n * 4);
    n += 1;
  }
  return n < 7 ? 0 : word;
};

/** Number of nibbles in which two packed words differ. */
export const nibblesApart = (a: number, b: number): number => {
  let x = a ^ b;
  x |= x >>> 1;
  x |= x >>> 2;
  x &= 0x11111111;
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
};

const nibble = (hi: number, lo: number, at: number): number =>
  at < 8 ? (hi >>> (28 - at * 4)) & 15 : at < 16 ? (lo >>> (60 - at * 4)) & 15 : 0;

const swapped = (aHi: number, aLo: number, bHi: number, bLo: number): boolean => {
  let at = 0;
  while (nibble(aHi, aLo, at) === nibble(bHi, bLo, at)) at += 1;
  return nibble(aHi, aLo, at) === nibble(bHi, bLo, at + 1) && nibble(aHi, aLo, at + 1) === nibble(bHi, bLo, at);
};

const dropped = (aHi: number, aLo: number, bHi: number, bLo: number): boolean => {
  let at = 0;
  while (at < 16 && nibble(aHi, aLo, at) === nibble(bHi, bLo, at)) at += 1;
  let [shortWithin, longWithin] = [true, true];
  for (let i = at; i < 16; i += 1) {
    if (nibble(aHi, aLo, i) !== nibble(bHi, bLo, i + 1)) shortWithin = false;
    if (nibble(bHi, bLo, i) !== nibble(aHi, aLo, i + 1)) longWithin = false;
  }
  return shortWithin || longWithin;
};

/** 0 equal, 1 one slip (digit changed, two neighbours swapped, one dropped), 2 two changed digits, 3 different. */
export const slipsBetween = (aHi: number, aLo: number, bHi: number, bLo: number): number => {
  const apart = nibblesApart(aHi, bHi) + nibblesApart(aLo, bLo);
  if (apart <= 1) return apart;
  if (apart === 2 && swapped(aHi, aLo, bHi, bLo)) return 1;
  // A dropped digit shows as another length: quickly for 16 digits against fewer, else by counting.
  const full = (aLo & 15) !== 0;
  const otherFull = (bLo & 15) !== 0;
  const sameLength = full || otherFull ? full === otherFull : lengthOf(aHi, aLo) === lengthOf(bHi, bLo);
  if (!sameLength && dropped(aHi, aLo, bHi, bLo)) return 1;
  return apart === 2 ? 2 : 3;
};

const lengthOf = (hi: number, lo: number): number => {
  let n = 0;
  while (n < 16 && nibble(hi, lo, n) !== 0) n += 1;
  return n;
};
