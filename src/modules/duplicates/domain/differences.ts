/** A run of letters of one value, and whether the other value has them at this place. */
export type Piece = { text: string; differs: boolean };

/** Capitals and signs make no difference to who somebody is. */
const plain = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Longest common subsequence (Wagner and Fischer 1974): `length[i][j]` for the ends from i and j on. */
const commonLengths = (a: readonly string[], b: readonly string[]): number[][] => {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  return length;
};

/** Groups letters that are marked alike. */
const piecesOf = (letters: readonly string[], differs: readonly boolean[]): Piece[] => {
  const pieces: Piece[] = [];
  letters.forEach((text, at) => {
    const last = pieces.at(-1);
    if (last && last.differs === differs[at]) last.text += text;
    else pieces.push({ text, differs: differs[at] ?? false });
  });
  return pieces;
};

/**
 * Where two texts differ, letter by letter: what only one of them has is marked. Capitals, signs and spaces are never marked. The pieces of
 * each side joined are that side's text.
 */
export const markLetters = (a: string, b: string): [Piece[], Piece[]] => {
  const [lettersA, lettersB] = [[...a], [...b]];
  const atA = lettersA.flatMap((letter, at) => (plain(letter) === '' ? [] : [at]));
  const atB = lettersB.flatMap((letter, at) => (plain(letter) === '' ? [] : [at]));
  const [foldA, foldB] = [atA.map((at) => plain(lettersA[at] ?? '')), atB.map((at) => plain(lettersB[at] ?? ''))];
  const length = commonLengths(foldA, foldB);
  const marks = [lettersA.map(() => false), lettersB.map(() => false)] as const;
  let [i, j] = [0, 0];
  while (i < foldA.length || j < foldB.length) {
    if (i < foldA.length && j < foldB.length && foldA[i] === foldB[j]) {
      i += 1;
      j += 1;
    } else if (j >= foldB.length || (i < foldA.length && length[i + 1]![j]! >= length[i]![j + 1]!)) {
      marks[0][atA[i] ?? 0] = true;
      i += 1;
    } else {
      marks[1][atB[j] ?? 0] = true;
      j += 1;
    }
  }
  return [piecesOf(lettersA, marks[0]), piecesOf(lettersB, marks[1])];
};

/** Where two writings of the same shape differ (a date, a telephone number): place by place, in parts split at `by`. */
export const markParts = (a: string, b: string, by: string): [Piece[], Piece[]] => {
  const [partsA, partsB] = [a.split(by), b.split(by)];
  const mark = (own: readonly string[], other: readonly string[]) => {
    const letters = own.flatMap((part, at) => (at === 0 ? [part] : [by, part]));
    return piecesOf(
      letters,
      own.flatMap((part, at) => (at === 0 ? [part !== other[at]] : [false, part !== other[at]])),
    );
  };
  return [mark(partsA, partsB), mark(partsB, partsA)];
};

/**
 * Places (0 to 15) at which two sixteen-digit numbers differ; null when either is missing or no such number. Says where, never what: the
 * digits stay masked.
 */
export const differingDigits = (a: string | null, b: string | null): number[] | null =>
  a === null || b === null || a.length !== 16 || b.length !== 16
    ? null
    : [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));

/** A masked number with the places marked that differ. */
export const markPlaces = (masked: string, places: readonly number[]): Piece[] =>
  piecesOf(
    [...masked],
    [...masked].map((_, at) => places.includes(at)),
  );
