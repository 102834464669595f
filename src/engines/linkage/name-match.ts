import { type Dictionary, joinHash } from './dictionary.ts';
import { ALIKE, likenessOf, ONE_VOWEL, type SimilarityCache, UNLIKE } from './similarity.ts';
import { MUHAMMAD } from './spelling.ts';

/** How rare each word is: `bits[word]` = log2(rows / rows holding it); `rowBits` = log2(rows). */
export type Rarity = { bits: Float32Array; rowBits: number };

/** Rarity of every word of a dictionary in one use (0 own names or any other field, 1 mothers' names). `rows` have the field. */
export const rarityOfWords = (d: Dictionary, use: 0 | 1, rows: number): Rarity => {
  const bits = new Float32Array(d.hash.length);
  const rowBits = Math.log2(Math.max(rows, 2));
  const counts = d.counts[use];
  for (let id = 1; id < d.words.length; id += 1) bits[id] = rowBits - Math.log2(Math.max(counts[id]!, 1));
  return { bits, rowBits };
};

/**
 * Outcome of matching two sets of words. `kind` indexes NAME_KINDS (0 the same words, 1 the same when written together, 2 all match with
 * slips and at least one exactly, 3 all match with slips only, 4 all match but for single vowels, as the names of siblings do, 5 one set
 * within the other, 6 the same with one word, 7 within with slips, 8 some words match, 9 some match with slips only) or is -1: nothing
 * in common.
 * `bits` is the rarity of what matched, `total` the rarity of the smaller set.
 */
export type WordMatch = { kind: number; bits: number; total: number };

const MAX = 5;
const left = new Int32Array(MAX);
const right = new Int32Array(MAX);
let leftCount = 0;
let rightCount = 0;
let vowels = 0; // matched words that differ in one vowel only

// A matched word with slips says less than an equal one: half of its bits, at most those of a fairly rare word.
const slipBits = (bits: number): number => Math.min(bits * 0.6, 8);
const INITIAL_BITS = 3;

const initialOf = (d: Dictionary, a: number, b: number): boolean =>
  (d.length[a] === 1) !== (d.length[b] === 1) && d.edges[a]! >> 8 === d.edges[b]! >> 8;

const remove = (list: Int32Array, at: number, count: number): void => {
  for (let i = at; i < count - 1; i += 1) list[i] = list[i + 1]!;
};

/** Two neighbouring words of one side that the other writes as one. Both are taken out; gives the word, 0 when there is none. */
const joinedWord = (d: Dictionary, a: Int32Array, aCount: number, b: Int32Array, bCount: number): number => {
  for (let i = 0; i + 1 < aCount; i += 1) {
    const first = a[i]!;
    const second = a[i + 1]!;
    const letters = d.length[first]! + d.length[second]!;
    for (let j = 0; j < bCount; j += 1) {
      const word = b[j]!;
      const apart = letters - d.length[word]!;
      if (apart < 0 || apart > 1 || d.poly[word] !== joinHash(d, d.poly[first]!, d.edges[first]! & 255, second))
        continue;
      remove(a, i + 1, aCount);
      remove(a, i, aCount - 1);
      remove(b, j, bCount);
      return word;
    }
  }
  return 0;
};

const load = (rec: Int32Array, at: number, room: number, into: Int32Array): number => {
  let n = 0;
  while (n < room && rec[at + n] !== 0) {
    into[n] = rec[at + n]!;
    n += 1;
  }
  return n;
};

const bitsOf = (rec: Int32Array, at: number, room: number, bits: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < room; i += 1) {
    const id = rec[at + i]!;
    if (id === 0) break;
    sum += bits[id]!;
  }
  return sum;
};

/** Takes out pairs of equal words; gives their number and adds their bits to `out`. */
const takeEqual = (bits: Float32Array, out: WordMatch): number => {
  let equal = 0;
  for (let i = 0; i < leftCount; i += 1) {
    for (let j = 0; j < rightCount; j += 1) {
      if (left[i] !== right[j]) continue;
      out.bits += bits[left[i]!]!;
      equal += 1;
      remove(left, i, leftCount);
      remove(right, j, rightCount);
      leftCount -= 1;
      rightCount -= 1;
      i -= 1;
      break;
    }
  }
  return equal;
};

/** Words that one side writes together and the other apart. */
const takeJoined = (d: Dictionary, bits: Float32Array, out: WordMatch): number => {
  let taken = 0;
  while (leftCount > 0 && rightCount > 0 && leftCount !== rightCount) {
    const leftLonger = leftCount > rightCount;
    const word = leftLonger
      ? joinedWord(d, left, leftCount, right, rightCount)
      : joinedWord(d, right, rightCount, left, leftCount);
    if (word === 0) break;
    leftCount -= leftLonger ? 2 : 1;
    rightCount -= leftLonger ? 1 : 2;
    out.bits += slipBits(bits[word]!) * 1.5;
    taken += 1;
  }
  return taken;
};

/** Pairs of words that are alike, or (`initials`) a word and its first letter. */
const takeAlike = (
  d: Dictionary,
  cache: SimilarityCache,
  bits: Float32Array,
  initials: boolean,
  out: WordMatch,
): number => {
  let taken = 0;
  for (let i = 0; i < leftCount; i += 1) {
    const a = left[i]!;
    for (let j = 0; j < rightCount; j += 1) {
      const b = right[j]!;
      const likeness = initials ? (initialOf(d, a, b) ? ALIKE : UNLIKE) : likenessOf(d, cache, a, b);
      if (likeness === UNLIKE) continue;
      if (likeness === ONE_VOWEL) vowels += 1;
      const bitsA = bits[a]!;
      const bitsB = bits[b]!;
      out.bits += initials ? INITIAL_BITS : slipBits(Math.min(bitsA, bitsB));
      taken += 1;
      remove(left, i, leftCount);
      remove(right, j, rightCount);
      leftCount -= 1;
      rightCount -= 1;
      i -= 1;
      break;
    }
  }
  return taken;
};

const hasInitial = (d: Dictionary): boolean => {
  for (let i = 0; i < leftCount; i += 1) if (d.length[left[i]!] === 1) return true;
  for (let i = 0; i < rightCount; i += 1) if (d.length[right[i]!] === 1) return true;
  return false;
};

/** Muhammad in front is left out as often as not: alone on one side it is no word too many. */
const dropMuhammad = (d: Dictionary): void => {
  const id = d.canon.get(MUHAMMAD);
  if (id === undefined) return;
  if (leftCount > 0 && rightCount === 0 && left[0] === id) {
    leftCount -= 1;
    remove(left, 0, leftCount + 1);
  } else if (rightCount > 0 && leftCount === 0 && right[0] === id) {
    rightCount -= 1;
    remove(right, 0, rightCount + 1);
  }
};

/**
 * Matches the words at `word` of records `a` and `b` (word offsets of the records) and writes the outcome to `out`.
 * `joined` is the offset of the hash of all words written together, -1 when the record has none.
 */
export const compareWords = (
  d: Dictionary,
  cache: SimilarityCache,
  rec: Int32Array,
  a: number,
  b: number,
  word: number,
  room: number,
  set: number,
  joined: number,
  rarity: Rarity,
  out: WordMatch,
): void => {
  const { bits } = rarity;
  if (rec[a + set] === rec[b + set]) {
    out.kind = 0;
    // Of long names not the same words may be kept on both sides: the rarer half counts.
    out.bits = out.total = Math.max(bitsOf(rec, a + word, room, bits), bitsOf(rec, b + word, room, bits));
    return;
  }
  // Which side is left must not depend on the order of the arguments.
  const swap = rec[a + set]! > rec[b + set]!;
  leftCount = load(rec, (swap ? b : a) + word, room, left);
  rightCount = load(rec, (swap ? a : b) + word, room, right);
  const totalA = bitsOf(rec, a + word, room, bits);
  const totalB = bitsOf(rec, b + word, room, bits);
  out.total = Math.min(totalA, totalB);
  if (joined >= 0 && rec[a + joined] === rec[b + joined]) {
    out.bits = Math.max(totalA, totalB);
    out.kind = 1;
    return;
  }
  out.bits = 0;
  const equal = takeEqual(bits, out);
  let slips = 0;
  vowels = 0;
  if (leftCount > 0 && rightCount > 0) {
    if (joined >= 0) slips += takeJoined(d, bits, out);
    slips += takeAlike(d, cache, bits, false, out);
    if (leftCount > 0 && rightCount > 0 && hasInitial(d)) slips += takeAlike(d, cache, bits, true, out);
  }
  if (equal + slips > 0) dropMuhammad(d);
  out.kind = kindOf(equal, slips, leftCount, rightCount);
};

const kindOf = (equal: number, slips: number, restLeft: number, restRight: number): number => {
  if (equal + slips === 0) return -1;
  if (restLeft === 0 && restRight === 0) {
    if (slips === 0) return 1;
    return vowels === slips ? 4 : equal > 0 ? 2 : 3;
  }
  if (restLeft === 0 || restRight === 0) return slips > 0 ? 7 : equal > 1 ? 5 : 6;
  return equal > 0 ? 8 : 9;
};
