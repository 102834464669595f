/**
 * The patterns of `regex()`, matched by following all paths at once: the time is bounded by letters times states, so that no pattern
 * of a form can hold up the server or a phone (a backtracking matcher takes exponential time on some).
 * Understood: letters, `.`, `\d \w \s` and their capitals, escapes, `[a-z]`, `[^…]`, `( )`, `|`, `* + ?`, `{m,n}`, and `^ $` at the ends.
 */
type Test = (letter: string) => boolean;
type State = { test: Test | null; next: number[] };
export type Pattern = { readonly states: readonly State[]; readonly first: number; readonly last: number };

const MOST_STATES = 2000;
class BadPattern extends Error {}

const CLASSES: Readonly<Record<string, Test>> = {
  d: (c) => c >= '0' && c <= '9',
  w: (c) => /^[A-Za-z0-9_]$/.test(c),
  s: (c) => /^\s$/.test(c),
};
const escapeOf = (letter: string): Test => {
  const lower = CLASSES[letter.toLowerCase()];
  if (lower) return letter === letter.toLowerCase() ? lower : (c) => !lower(c);
  if (/[A-Za-z0-9]/.test(letter) && !'ntr'.includes(letter)) throw new BadPattern(`\\${letter} tidak dikenal`);
  const meant = { n: '\n', t: '\t', r: '\r' }[letter] ?? letter;
  return (c) => c === meant;
};

type Piece = { first: number; last: number };
type Reader = { readonly letters: readonly string[]; next: number; readonly states: State[]; depth: number };

const add = (r: Reader, test: Test | null = null, next: number[] = []): number => {
  if (r.states.length >= MOST_STATES) throw new BadPattern('pola terlalu besar');
  return r.states.push({ test, next }) - 1;
};
const single = (r: Reader, test: Test): Piece => {
  const last = add(r);
  return { first: add(r, test, [last]), last };
};
const join = (r: Reader, from: number, to: number): void => void r.states[from]!.next.push(to);

const readClass = (r: Reader): Test => {
  const isNot = r.letters[r.next] === '^';
  if (isNot) r.next++;
  const tests: Test[] = [];
  for (let isFirst = true; r.letters[r.next] !== ']' || isFirst; isFirst = false) {
    const letter = r.letters[r.next++];
    if (letter === undefined) throw new BadPattern('kurung siku belum ditutup');
    if (letter === '\\') tests.push(escapeOf(r.letters[r.next++] ?? ''));
    else if (r.letters[r.next] === '-' && r.letters[r.next + 1] !== ']' && r.letters[r.next + 1] !== undefined) {
      const to = r.letters[r.next + 1]!;
      r.next += 2;
      if (to < letter) throw new BadPattern(`rentang ${letter}-${to} terbalik`);
      tests.push((c) => c >= letter && c <= to);
    } else tests.push((c) => c === letter);
  }
  r.next++;
  return (c) => tests.some((test) => test(c)) !== isNot;
};

const readAtom = (r: Reader): Piece => {
  const letter = r.letters[r.next++]!;
  if (letter === '(') {
    if (++r.depth > 20) throw new BadPattern('kurung terlalu dalam');
    if (r.letters[r.next] === '?' && r.letters[r.next + 1] === ':') r.next += 2;
    const inside = readChoice(r);
    if (r.letters[r.next++] !== ')') throw new BadPattern('kurung belum ditutup');
    r.depth--;
    return inside;
  }
  if (letter === '[') return single(r, readClass(r));
  if (letter === '.') return single(r, (c) => c !== '\n');
  if (letter === '\\') return single(r, escapeOf(r.letters[r.next++] ?? ''));
  if ('*+?{'.includes(letter)) throw new BadPattern(`${letter} tidak punya yang diulang`);
  if ('^$'.includes(letter)) throw new BadPattern(`${letter} hanya di ujung pola`);
  return single(r, (c) => c === letter);
};

const countOf = (r: Reader): readonly [number, number] | undefined => {
  const letter = r.letters[r.next];
  if (letter === '*' || letter === '+' || letter === '?') {
    r.next++;
    return letter === '*' ? [0, Number.POSITIVE_INFINITY] : letter === '+' ? [1, Number.POSITIVE_INFINITY] : [0, 1];
  }
  if (letter !== '{') return undefined;
  const match = /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(r.letters.slice(r.next, r.next + 10).join(''));
  if (!match) throw new BadPattern('jumlah pengulangan ditulis {3} atau {1,3}');
  r.next += match[0].length;
  const least = Number(match[1]);
  const most = match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
  if (most < least) throw new BadPattern('jumlah pengulangan terbalik');
  return [least, most];
};

/** A repeated atom is read again for every copy: the states of a copy are its own. */
const readRepeated = (r: Reader): Piece => {
  const [from, depth] = [r.next, r.depth];
  let piece = readAtom(r);
  const end = r.next;
  const count = countOf(r);
  if (!count) return piece;
  const after = r.next;
  const copy = (): Piece => {
    r.next = from;
    r.depth = depth;
    const made = readAtom(r);
    r.next = end;
    return made;
  };
  const [least, most] = count;
  const exit = add(r);
  const first = add(r);
  let at = first;
  const copies = most === Number.POSITIVE_INFINITY ? Math.max(least, 1) : most;
  for (let n = 1; n <= copies; n++) {
    if (n > 1) piece = copy();
    if (n > least) join(r, at, exit);
    join(r, at, piece.first);
    if (n === copies && most === Number.POSITIVE_INFINITY) join(r, piece.last, piece.first);
    at = piece.last;
  }
  join(r, at, exit);
  r.next = after;
  return { first, last: exit };
};

const readSequence = (r: Reader): Piece => {
  const first = add(r);
  let last = first;
  while (r.next < r.letters.length && r.letters[r.next] !== '|' && r.letters[r.next] !== ')') {
    const piece = readRepeated(r);
    join(r, last, piece.first);
    last = piece.last;
  }
  return { first, last };
};

const readChoice = (r: Reader): Piece => {
  const [first, last] = [add(r), add(r)];
  for (;;) {
    const piece = readSequence(r);
    join(r, first, piece.first);
    join(r, piece.last, last);
    if (r.letters[r.next] !== '|') return { first, last };
    r.next++;
  }
};

/** The pattern ready to match, or an Indonesian sentence why it cannot be. */
export const readPattern = (written: string): { ok: true; pattern: Pattern } | { ok: false; sentence: string } => {
  const isEscapedEnd = /(^|[^\\])(\\\\)*\\\$$/.test(written);
  const text = written.replace(/^\^/, '').replace(isEscapedEnd ? /(?!)/ : /\$$/, '');
  const r: Reader = { letters: [...text], next: 0, states: [], depth: 0 };
  try {
    const { first, last } = readChoice(r);
    if (r.next < r.letters.length) throw new BadPattern('kurung tutup tanpa pasangan');
    return { ok: true, pattern: { states: r.states, first, last } };
  } catch (error) {
    if (error instanceof BadPattern) return { ok: false, sentence: `Pola regex tidak terbaca: ${error.message}.` };
    throw error;
  }
};

const spread = (pattern: Pattern, states: Iterable<number>): Set<number> => {
  const reached = new Set<number>();
  const left = [...states];
  for (let state = left.pop(); state !== undefined; state = left.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    const { test, next } = pattern.states[state]!;
    if (test === null) left.push(...next);
  }
  return reached;
};

/** Whether the whole text is what the pattern says. */
export const matches = (pattern: Pattern, text: string): boolean => {
  let here = spread(pattern, [pattern.first]);
  for (const letter of text) {
    if (here.size === 0) return false;
    here = spread(
      pattern,
      [...here].flatMap((state) => {
        const { test, next } = pattern.states[state]!;
        return test?.(letter) ? next : [];
      }),
    );
  }
  return here.has(pattern.last);
};
