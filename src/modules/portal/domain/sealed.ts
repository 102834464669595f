import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The two keys of the portal, made from the installation's secret: one signs and hashes, one seals. */
export type PortalKeys = { sign: Buffer; seal: Buffer };

export const portalKeys = (secret: string): PortalKeys => {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `rukun portal ${purpose}`, 32));
  return { sign: derive('sign'), seal: derive('seal') };
};

/** A keyed hash: the same text gives the same hash here, and nobody without the key can try texts. 22 characters. */
export const keyedHash = (keys: PortalKeys, what: string, text: string): string =>
  createHmac('sha256', keys.sign).update(`${what}\n${text}`).digest().subarray(0, 16).toString('base64url');

/** Text that only this installation can read again (AES-256-GCM). */
export const sealText = (keys: PortalKeys, text: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** The text behind a seal; throws when the seal is foreign or broken. */
export const openSeal = (keys: PortalKeys, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  const opened = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, 12));
  opened.setAuthTag(bytes.subarray(12, 28));
  return opened.update(bytes.subarray(28), undefined, 'utf8') + opened.final('utf8');
};

const signatureOf = (keys: PortalKeys, body: string) =>
  createHmac('sha256', keys.sign).update(`ticket\n${body}`).digest('base64url');

/** A signed slip for a cookie or a form: it names one thing (`subject`) for one use (`what`) at one agency, until an instant. */
export const writeSlip = (keys: PortalKeys, what: string, agency: string, subject: string, until: Date): string => {
  const body = [what, agency, subject, until.getTime().toString(36)].join('~');
  return `${body}~${signatureOf(keys, body)}`;
};

/** The subject of a slip, or undefined when it is foreign, changed, over, or for another use or agency. */
export const readSlip = (
  keys: PortalKeys,
  what: string,
  agency: string,
  slip: string | undefined,
  now: Date,
): string | undefined => {
  const parts = (slip ?? '').split('~');
  const [use, where, subject, until, signature] = parts;
  if (parts.length !== 5 || use !== what || where !== agency || !subject || !until || !signature) return undefined;
  const wanted = Buffer.from(signatureOf(keys, parts.slice(0, 4).join('~')));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
  return Number.parseInt(until, 36) > now.getTime() ? subject : undefined;
};
