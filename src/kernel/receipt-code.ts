/**
 * Nomor tanda terima: ten random characters and one check character, shown as `7KQF-M3XZ-PTC`. With its PIN it opens the status
 * of one proposal to the citizen, so it is random (29^10 = 4.2 x 10^14) and says nothing about person, place or order.
 * The alphabet has no vowels (no words arise), no 0 and no 1.
 */
const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXYZ';
const LENGTH = 11;

/** Uniform numbers below `limit` (at most 256) from the platform's cryptographic generator, without modulo bias. */
const randomBelow = (limit: number, count: number): number[] => {
  const out: number[] = [];
  while (out.length < count) {
    for (const byte of crypto.getRandomValues(new Uint8Array(count * 2))) {
      if (byte < 256 - (256 % limit) && out.length < count) out.push(byte % limit);
    }
  }
  return out;
};

/**
 * The check: the weighted sum of all eleven is 0 modulo 29. 29 is prime and the weights 1 to 11 differ, so every single wrong
 * character and every swap of two characters is found.
 */
const weightedSum = (code: string): number => {
  let sum = 0;
  for (let at = 0; at < code.length; at += 1) sum += (LENGTH - at) * ALPHABET.indexOf(code[at] as string);
  return sum % ALPHABET.length;
};

/** A new receipt code, canonical (eleven characters, no dashes). The caller makes sure by a unique key that it is not in use. */
export const newReceiptCode = (): string => {
  const body = randomBelow(ALPHABET.length, LENGTH - 1)
    .map((n) => ALPHABET[n])
    .join('');
  const check = ALPHABET[(ALPHABET.length - weightedSum(body)) % ALPHABET.length];
  return `${body}${check}`;
};

/** In groups for print and for reading aloud: `7KQF-M3XZ-PTC`. */
export const formatReceiptCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;

export type ReceiptCodeReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'kosong' | 'bentuk' | 'salah_ketik'; readonly sentence: string };

/** Reads a receipt code as a citizen types it: small letters, spaces and any dashes are welcome, I and 1 are read as L. */
export const parseReceiptCode = (raw: string): ReceiptCodeReading => {
  const code = raw
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[1I]/g, 'L');
  if (code === '') return { ok: false, code: 'kosong', sentence: 'Nomor tanda terima belum diisi.' };
  if (code.length !== LENGTH || [...code].some((letter) => !ALPHABET.includes(letter))) {
    const sentence =
      'Nomor tanda terima terdiri dari 11 huruf dan angka, misalnya 7KQF-M3XZ-PTC; lihat kertas tanda terima.';
    return { ok: false, code: 'bentuk', sentence };
  }
  if (weightedSum(code) !== 0) {
    const sentence = 'Nomor tanda terima salah ketik; cocokkan sekali lagi dengan kertas tanda terima.';
    return { ok: false, code: 'salah_ketik', sentence };
  }
  return { ok: true, value: code };
};

/** A new PIN of six random digits; not six equal ones and not 123456 or 654321. */
export const newPin = (): string => {
  for (;;) {
    const pin = randomBelow(10, 6).join('');
    if (!/^(\d)\1{5}$/.test(pin) && pin !== '123456' && pin !== '654321') return pin;
  }
};

/** The six digits of a PIN typed with or without spaces, or undefined. */
export const parsePin = (raw: string): string | undefined => {
  const digits = raw.replace(/[\s.-]/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
};
