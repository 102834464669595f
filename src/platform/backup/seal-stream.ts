import { createCipheriv, createDecipheriv, createHash, type Hash, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The key of one backup, from a passphrase and the salt kept in the manifest; undefined means not encrypted. */
export type BackupKey = Buffer | undefined;

export const keyFrom = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase, salt, 32, { N: 2 ** 15, maxmem: 64 * 1024 * 1024 });

const IV_BYTES = 12;
const TAG_BYTES = 16;

const hashing = (hash: Hash) =>
  new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });

/** Prefix of the IV and suffix of the tag around an AES-256-GCM stream. */
const sealing = (key: Buffer) => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  let started = false;
  return new Transform({
    transform(chunk, _encoding, done) {
      if (!started) this.push(iv);
      started = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      if (!started) this.push(iv);
      this.push(cipher.final());
      this.push(cipher.getAuthTag());
      done();
    },
  });
};

/** Writes a stream packed, and encrypted when there is a key. @returns SHA-256 of the content before packing, and its bytes */
export const writeSealed = async (
  source: Readable,
  file: string,
  key: BackupKey,
): Promise<{ sha256: string; bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(file, { mode: 0o600 });
  if (key) await pipeline(source, hashing(hash), counting, createGzip({ level: 6 }), sealing(key), target);
  else await pipeline(source, hashing(hash), counting, createGzip({ level: 6 }), target);
  return { sha256: hash.digest('hex'), bytes };
};

const part = (file: string, from: number, length: number): Buffer => {
  const out = Buffer.alloc(length);
  const fd = openSync(file, 'r');
  readSync(fd, out, 0, length, from);
  closeSync(fd);
  return out;
};

/**
 * Gives back what writeSealed wrote, into `target`.
 * @returns SHA-256 of the content
 * @throws when the key does not fit or the file was changed
 */
export const readSealed = async (file: string, key: BackupKey, target: NodeJS.WritableStream): Promise<string> => {
  const hash = createHash('sha256');
  if (!key) {
    await pipeline(createReadStream(file), createGunzip(), hashing(hash), target);
    return hash.digest('hex');
  }
  const size = statSync(file).size;
  const decipher = createDecipheriv('aes-256-gcm', key, part(file, 0, IV_BYTES));
  decipher.setAuthTag(part(file, size - TAG_BYTES, TAG_BYTES));
  await pipeline(
    createReadStream(file, { start: IV_BYTES, end: size - TAG_BYTES - 1 }),
    decipher,
    createGunzip(),
    hashing(hash),
    target,
  );
  return hash.digest('hex');
};
