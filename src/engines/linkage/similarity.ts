import { type Dictionary, MAX_LETTERS } from './dictionary.ts';

/**
 * Whether two different canonical words are likely one word with slips: edit distance with neighbours swapped (optimal string alignment,
 * bit-parallel after Hyyrö 2003) of 1 from four letters on, of 2 from seven; or one is the beginning of the other (from four letters).
 */
const CACHE_SIZE = 1 << 17;
export type SimilarityCache = { pairs: Int32Array; answer: Uint8Array };
export const createSimilarityCache = (): SimilarityCache => ({
  pairs: new Int32Array(CACHE_SIZE * 2),
  answer: new Uint8Array(CACHE_SIZE),
});

const positions = new Int32Array(128);

const bits = (x: number): number => {
  let v = x - ((x >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Edit distance of two words (at most 24 letters each) with substitution, insertion, deletion and swapped neighbours. */
export const editDistance = (d: Dictionary, a: number, b: number): number => {
  const [atA, atB] = [a * MAX_LETTERS, b * MAX_LETTERS];
  const [m, n] = [d.length[a]!, d.length[b]!];
  if (m === 0) return n;
  const letters = d.letters;
  for (let i = 0; i < m; i += 1) positions[letters[atA + i]! & 127] = 0;
  for (let j = 0; j < n; j += 1) positions[letters[atB + j]! & 127] = 0;
  for (let i = 0; i < m; i += 1) positions[letters[atA + i]! & 127]! |= 1 << i;
  const top = 1 << (m - 1);
  let [vp, vn, d0, before, distance] = [-1, 0, 0, 0, m];
  for (let j = 0; j < n; j += 1) {
    const pm = positions[letters[atB + j]! & 127]!;
    const swap = ((~d0 & pm) << 1) & before;
    d0 = (((pm & vp) + vp) ^ vp) | pm | vn | swap | 0;
    let hp = vn | ~(d0 | vp);
    let hn = d0 & vp;
    if (hp & top) distance += 1;
    else if (hn & top) distance -= 1;
    hp = (hp << 1) | 1;
    hn <<= 1;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    before = pm;
  }
  return distance;
};

const beginsWith = (d: Dictionary, short: number, long: number): boolean => {
  const n = d.length[short]!;
  for (let i = 0; i < n; i += 1)
    if (d.letters[short * MAX_LETTERS + i] !== d.letters[long * MAX_LETTERS + i]) return false;
  return true;
};

export const UNLIKE = 0;
export const ALIKE = 1;
/** Alike, and they differ in one vowel only: Dewi and Dewa are rather siblings than one person, Dewi and Dwei rather a slip. */
export const ONE_VOWEL = 2;

const VOWELS = (1 << 0) | (1 << 4) | (1 << 8) | (1 << 14) | (1 << 20); // a e i o u
const isVowel = (letter: number): boolean => letter >= 97 && ((VOWELS >> (letter - 97)) & 1) === 1;

const oneVowelApart = (d: Dictionary, a: number, b: number): boolean => {
  const n = d.length[a]!;
  if (n !== d.length[b]) return false;
  let apart = 0;
  for (let i = 0; i < n; i += 1) {
    const x = d.letters[a * MAX_LETTERS + i]!;
    const y = d.letters[b * MAX_LETTERS + i]!;
    if (x === y) continue;
    if (!isVowel(x) || !isVowel(y)) return false;
    apart += 1;
  }
  return apart === 1;
};

const judge = (d: Dictionary, a: number, b: number): number => {
  const m = d.length[a]!;
  const n = d.length[b]!;
  const short = Math.min(m, n);
  if (short >= 4 && beginsWith(d, m < n ? a : b, m < n ? b : a)) return ALIKE;
  const allowed = short >= 6 ? 2 : 1;
  if (Math.abs(m - n) > allowed || bits(d.mask[a]! ^ d.mask[b]!) > allowed * 2) return UNLIKE;
  if (editDistance(d, a, b) > allowed) return UNLIKE;
  return oneVowelApart(d, a, b) ? ONE_VOWEL : ALIKE;
};

/** How alike two different words are: UNLIKE, ALIKE or ONE_VOWEL. Symmetric. */
export const likenessOf = (d: Dictionary, cache: SimilarityCache, a: number, b: number): number => {
  // Most pairs of words differ in too many letters for any rule; then the cache need not be asked.
  const difference = d.mask[a]! ^ d.mask[b]!;
  const m = d.length[a]!;
  const n = d.length[b]!;
  if (m < 3 || n < 3) return UNLIKE;
  const longer = m < n ? b : a;
  if (bits(difference) > 4 && (difference & ~d.mask[longer]!) !== 0) return UNLIKE;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 7) & (CACHE_SIZE - 1);
  const { pairs } = cache;
  if (pairs[slot * 2] === low && pairs[slot * 2 + 1] === high) return cache.answer[slot]!;
  const answer = judge(d, low, high);
  pairs[slot * 2] = low;
  pairs[slot * 2 + 1] = high;
  cache.answer[slot] = answer;
  return answer;
};
