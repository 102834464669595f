import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const stretch = promisify(scrypt) as (secret: string, salt: Buffer, length: number) => Promise<Buffer>;

/** A PIN as it is kept: salted and stretched (scrypt), so that a copy of the table does not give the PINs away. */
export const hashPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await stretch(pin, salt, 32)).toString('base64url')}`;
};

/** Whether `pin` is the one behind `kept`. An empty or foreign hash fits no PIN, and takes as long. */
export const isPin = async (pin: string, kept: string | null): Promise<boolean> => {
  const [, salt = '', hash = ''] = (kept ?? '').split('$');
  const wanted = Buffer.from(hash, 'base64url');
  const given = await stretch(pin, Buffer.from(salt, 'base64url'), 32);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
};
