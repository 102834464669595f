let lastMs = 0;
let counter = 0;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter, 62 random bits, in lower case with dashes.
 * Within one running program every id sorts after the one before it, also inside a millisecond and when the clock steps back.
 * `nowMs` is milliseconds since 1970 and is given only by tests.
 */
export const uuid7 = (nowMs: number = Date.now()): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // The counter starts in its lower half, so that 2,048 ids fit in a millisecond before it borrows from the next one.
    counter = (((bytes[6] as number) << 8) | (bytes[7] as number)) & 0x7ff;
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastMs += 1;
    counter = 0;
  }
  for (let at = 5, rest = lastMs; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
};
