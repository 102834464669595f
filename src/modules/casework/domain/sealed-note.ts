import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key of one case, from the installation's case secret: a note is bound to its case and cannot be moved to another. */
const keyOf = (secret: Buffer, caseId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, caseId, 'rukun case note', 32));

/** AES-256-GCM: IV, ciphertext, tag. The database, its backup and its superuser hold only this. */
export const sealNote = (secret: Buffer, caseId: string, text: string): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, caseId), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

/** @throws when the note belongs to another case or was changed */
export const openNote = (secret: Buffer, caseId: string, sealed: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, caseId), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
};
