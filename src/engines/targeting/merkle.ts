import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A list is published as one root. A leaf is SHA-256(salt ‖ line); a node is SHA-256(0x01 ‖ left ‖ right); an odd node at
 * the end of a level moves up unchanged. The salt stands on the family's letter only, so nobody can find a neighbour by
 * trying all NIK of a kecamatan.
 */
export type MerkleTree = { root: string; levels: readonly (readonly Buffer[])[] };
/** Hashes on the way up; `left` says that the given hash stands on the left. */
export type MerkleProof = readonly { hash: string; left: boolean }[];

const NODE = Buffer.of(1);

/** The 16-byte salt of one line, as hexadecimal text, from the agency's secret; the same list gives the same root. */
export const saltFor = (secret: string, list: string, family: string): string => {
  if (secret.length < 32) throw new RangeError('the secret for salts needs at least 32 characters');
  return createHmac('sha256', secret)
    .update(JSON.stringify([list, family]))
    .digest('hex')
    .slice(0, 32);
};

const leafOf = (salt: string, line: string): Buffer =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(line).digest();
const nodeOf = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** Builds the tree over lines in the order of the list. Throws RangeError on an empty list. */
export const buildMerkleTree = (lines: readonly { salt: string; line: string }[]): MerkleTree => {
  if (lines.length === 0) throw new RangeError('an empty list has no root');
  const levels: Buffer[][] = [lines.map(({ salt, line }) => leafOf(salt, line))];
  for (let level = levels[0]!; level.length > 1; level = levels.at(-1)!) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? nodeOf(level[i]!, level[i + 1]!) : level[i]!);
    levels.push(next);
  }
  return { root: levels.at(-1)![0]!.toString('hex'), levels };
};

/** The proof for line `index` (from 0). Throws RangeError outside the list. */
export const proveLine = (tree: MerkleTree, index: number): MerkleProof => {
  if (!Number.isInteger(index) || index < 0 || index >= tree.levels[0]!.length) throw new RangeError('no such line');
  let place = index;
  return tree.levels.slice(0, -1).flatMap((level) => {
    const sibling = level[place ^ 1];
    const step = sibling ? [{ hash: sibling.toString('hex'), left: (place & 1) === 1 }] : [];
    place >>= 1;
    return step;
  });
};

/** True when the line with this salt was in the list with this root. Never throws on malformed text. */
export const verifyLine = (root: string, salt: string, line: string, proof: MerkleProof): boolean => {
  const hexadecimal = (text: string, length: number): boolean => text.length === length && /^[0-9a-f]*$/.test(text);
  if (!hexadecimal(root, 64) || !hexadecimal(salt, 32) || proof.some((step) => !hexadecimal(step.hash, 64)))
    return false;
  const top = proof.reduce(
    (node, step) => {
      const other = Buffer.from(step.hash, 'hex');
      return step.left ? nodeOf(other, node) : nodeOf(node, other);
    },
    leafOf(salt, line),
  );
  return timingSafeEqual(top, Buffer.from(root, 'hex'));
};
