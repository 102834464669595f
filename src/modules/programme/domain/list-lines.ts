import { buildMerkleTree, type MerkleProof, proveLine, verifyLine } from '#engines/targeting/index.ts';
import { formatRupiah, type Rupiah } from '#kernel/rupiah.ts';
import type { Place } from './compute.ts';

/** One line of a list as a letter prints it. */
export type LineFacts = {
  no: number;
  place: Place;
  reserveNo: number | null;
  name: string;
  maskedNik: string | null;
  areaLabel: string;
  benefit: Rupiah;
};

/** The place as the line says it, e.g. `masuk` or `cadangan nomor 3`. */
const placeWords = (place: Place, reserveNo: number | null): string =>
  place === 'cadangan' ? `cadangan nomor ${reserveNo ?? '-'}` : place;

const plain = (text: string): string => text.replace(/[;\s]+/g, ' ').trim();

/** The line of a family, printed on her letter word for word: number, place, name, masked NIK, area, benefit. */
export const lineText = ({ no, place, reserveNo, name, maskedNik, areaLabel, benefit }: LineFacts): string =>
  [
    String(no),
    placeWords(place, reserveNo),
    plain(name),
    maskedNik ?? 'NIK belum ada',
    plain(areaLabel),
    formatRupiah(benefit),
  ].join('; ');

const STEP = 33;

/** 33 bytes a step: 1 when the given hash stands on the left, then the hash. */
const packProof = (proof: MerkleProof): Buffer =>
  Buffer.concat(proof.map(({ hash, left }) => Buffer.concat([Buffer.of(left ? 1 : 0), Buffer.from(hash, 'hex')])));

export const unpackProof = (packed: Buffer): MerkleProof =>
  Array.from({ length: Math.floor(packed.length / STEP) }, (_, at) => ({
    left: packed[at * STEP] === 1,
    hash: packed.subarray(at * STEP + 1, (at + 1) * STEP).toString('hex'),
  }));

/** Root over all lines in their order, and each line's way up to it. */
export const sealLines = (lines: readonly { salt: string; line: string }[]): { root: string; proofs: Buffer[] } => {
  const tree = buildMerkleTree(lines);
  return { root: tree.root, proofs: lines.map((_, at) => packProof(proveLine(tree, at))) };
};

export type SealedLine = {
  salt: string;
  line: string;
  proof: Buffer;
  place: Place;
  reserveNo: number | null;
};

/** True when this line was in the list with this root, and the list still gives the family the place the line says. */
export const isSealed = (root: string, { salt, line, proof, place, reserveNo }: SealedLine): boolean =>
  verifyLine(root, salt, line, unpackProof(proof)) && line.split('; ')[1] === placeWords(place, reserveNo);
