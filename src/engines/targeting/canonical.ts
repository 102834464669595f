import { createHash } from 'node:crypto';
import type { Run } from './run.ts';

/**
 * SHA-256 over what a run decided: per programme its id, every family's verdict, tier and outcome in the order of ids,
 * and the order of the list. Equal inputs give equal hashes on every machine, whatever order the rows arrived in.
 */
export const hashRun = (run: Run): string => {
  const hash = createHash('sha256');
  hash.update(`rukun selection 1\n${run.snapshot.count}\n`);
  for (const { programme, judged, selection } of run.results) {
    hash.update(`${programme.id}\n${selection.spent}\n${selection.closedBy ?? '-'}\n`);
    hash.update(judged.verdict);
    if (judged.tier) hash.update(judged.tier);
    hash.update(selection.outcome);
    hash.update(bytesOf(selection.binding, 2));
    hash.update(bytesOf(selection.queue(), 4));
  }
  return hash.digest('hex');
};

const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The cells as little-endian bytes. */
const bytesOf = (cells: Uint16Array | Int32Array, width: 2 | 4): Uint8Array => {
  const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
  if (LITTLE) return bytes;
  const swapped = Buffer.from(bytes);
  return width === 2 ? swapped.swap16() : swapped.swap32();
};
