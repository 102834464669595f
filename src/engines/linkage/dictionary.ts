import { foldWord, type Spelling, skeletonOf, wordKind } from './spelling.ts';

/** Longest canonical word the edit distance looks at; the rest of a longer word is ignored there, not in equality. */
export const MAX_LETTERS = 24;
export const KIND_WORD = 0;
export const KIND_TITLE = 1;
export const KIND_PARTICLE = 2;

/**
 * All words of one kind of field. A written word is looked up by a 64-bit hash of its bytes and gives its canonical word's number,
 * so that folding runs once per distinct spelling and rows hold numbers only. Numbers start at 1; 0 means "no word".
 */
export type Dictionary = {
  spelling: Spelling;
  slots: Int32Array; // open addressing: hash 1, hash 2, written word number + 1
  writtenSize: number;
  writtenCanon: Int32Array;
  writtenKind: Uint8Array;
  canon: Map<string, number>;
  words: string[];
  hash: Int32Array; // content hash of the word, independent of the order of input
  poly: Int32Array; // polynomial hash, so that hashes of joined words can be computed from their parts
  polyTail: Int32Array; // the same without the first letter
  power: Int32Array;
  edges: Int32Array; // first letter << 8 | last letter
  length: Uint8Array;
  mask: Int32Array; // which letters occur
  skeleton: Int32Array;
  letters: Uint8Array;
  /** Rows holding the word, by use: 0 = the person's own name (or any other field), 1 = the mother's name. */
  counts: [Int32Array, Int32Array];
};

const POLY = 0x01000193;

export const mix = (value: number): number => {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

export const createDictionary = (spelling: Spelling): Dictionary => ({
  spelling,
  slots: new Int32Array(3 << 12),
  writtenSize: 0,
  writtenCanon: new Int32Array(1 << 11),
  writtenKind: new Uint8Array(1 << 11),
  canon: new Map(),
  words: [''],
  hash: new Int32Array(1 << 11),
  poly: new Int32Array(1 << 11),
  polyTail: new Int32Array(1 << 11),
  power: new Int32Array(1 << 11),
  edges: new Int32Array(1 << 11),
  length: new Uint8Array(1 << 11),
  mask: new Int32Array(1 << 11),
  skeleton: new Int32Array(1 << 11),
  letters: new Uint8Array(MAX_LETTERS << 11),
  counts: [new Int32Array(1 << 11), new Int32Array(1 << 11)],
});

const wider = <T extends Int32Array | Uint8Array>(old: T, length: number): T => {
  const next = (old instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length)) as T;
  next.set(old);
  return next;
};

const growCanon = (d: Dictionary): void => {
  const size = d.hash.length * 2;
  for (const key of ['hash', 'poly', 'polyTail', 'power', 'edges', 'mask', 'skeleton'] as const)
    d[key] = wider(d[key], size);
  d.length = wider(d.length, size);
  d.letters = wider(d.letters, size * MAX_LETTERS);
  d.counts = [wider(d.counts[0], size), wider(d.counts[1], size)];
};

const textHash = (text: string): number => {
  let h = 0;
  for (let i = 0; i < text.length; i += 1) h = (Math.imul(h, POLY) + text.charCodeAt(i)) | 0;
  return h;
};

/** Number of a canonical word, made when new. */
const canonNumber = (d: Dictionary, word: string): number => {
  const known = d.canon.get(word);
  if (known !== undefined) return known;
  const id = d.words.length;
  if (id >= d.hash.length) growCanon(d);
  d.canon.set(word, id);
  d.words.push(word);
  d.poly[id] = textHash(word);
  d.polyTail[id] = textHash(word.slice(1));
  d.hash[id] = mix((d.poly[id] ?? 0) ^ 0x5bd1e995);
  let power = 1;
  for (let i = 0; i < word.length; i += 1) power = Math.imul(power, POLY);
  d.power[id] = power;
  d.edges[id] = (word.charCodeAt(0) << 8) | word.charCodeAt(word.length - 1);
  d.length[id] = Math.min(word.length, MAX_LETTERS);
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    mask |= 1 << (code >= 97 ? code - 97 : 26 + (code & 3));
    if (i < MAX_LETTERS) d.letters[id * MAX_LETTERS + i] = code;
  }
  d.mask[id] = mask;
  d.skeleton[id] = mix(textHash(skeletonOf(word)) ^ 0x1b873593);
  return id;
};

const rehash = (d: Dictionary): void => {
  const old = d.slots;
  const next = new Int32Array(old.length * 2);
  const cap = next.length / 3;
  for (let i = 0; i < old.length; i += 3) {
    if (old[i + 2] === 0) continue;
    let at = old[i]! & (cap - 1);
    while (next[at * 3 + 2] !== 0) at = (at + 1) & (cap - 1);
    next[at * 3] = old[i]!;
    next[at * 3 + 1] = old[i + 1]!;
    next[at * 3 + 2] = old[i + 2]!;
  }
  d.slots = next;
};

/** Number of a written word given its two hashes; `spell` is called only when the spelling was not seen before. */
export const writtenNumber = (d: Dictionary, hash1: number, hash2: number, spell: () => string): number => {
  const cap = d.slots.length / 3;
  let at = hash1 & (cap - 1); // the number of slots is a power of two
  for (;;) {
    const found = d.slots[at * 3 + 2]!;
    if (found === 0) break;
    if (d.slots[at * 3] === hash1 && d.slots[at * 3 + 1] === hash2) return found - 1;
    at = (at + 1) & (cap - 1);
  }
  const word = spell();
  const id = d.writtenSize;
  d.writtenSize += 1;
  if (id >= d.writtenCanon.length) {
    d.writtenCanon = wider(d.writtenCanon, id * 2);
    d.writtenKind = wider(d.writtenKind, id * 2);
  }
  d.writtenCanon[id] = canonNumber(d, foldWord(word, d.spelling));
  const kind = wordKind(word, d.spelling);
  d.writtenKind[id] = kind === 'word' ? KIND_WORD : kind === 'title' ? KIND_TITLE : KIND_PARTICLE;
  d.slots[at * 3] = hash1;
  d.slots[at * 3 + 1] = hash2;
  d.slots[at * 3 + 2] = id + 1;
  if (d.writtenSize * 2 > cap) rehash(d);
  return id;
};

/** Hash of two canonical words written as one; a letter doubled at the seam counts once, as folding would have it. */
export const joinHash = (d: Dictionary, poly: number, last: number, next: number): number =>
  d.edges[next]! >> 8 === last && last >= 97
    ? (Math.imul(poly, shrink(d, next)) + d.polyTail[next]!) | 0
    : (Math.imul(poly, d.power[next]!) + d.poly[next]!) | 0;

const INVERSE = (() => {
  let x = 1; // inverse of POLY modulo 2^32 by Newton's iteration
  for (let i = 0; i < 6; i += 1) x = Math.imul(x, 2 - Math.imul(POLY, x));
  return x;
})();
const shrink = (d: Dictionary, id: number): number => Math.imul(d.power[id]!, INVERSE);
