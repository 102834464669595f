import { editDistance, editsAllowed, plainLetters } from './siks/likeness.ts';

/** The columns a kind of file has: their names to us, what readers call them, other headings seen for the same column. */
export type ColumnSet<C extends string> = {
  readonly columns: readonly C[];
  readonly labels: Readonly<Record<C, string>>;
  /** In capital letters only; the label itself always counts. */
  readonly aliases: Readonly<Record<C, readonly string[]>>;
  /** A row cannot be understood unless one of each of these groups is there. */
  readonly required: readonly (readonly C[])[];
};

export type HeadingMatch<C extends string = string> = {
  /** Column to its position in the row, from 0. */
  readonly columns: Readonly<Partial<Record<C, number>>>;
  /** Matched by likeness only; a person should look: heading as written and the column it was taken for. */
  readonly guessed: readonly { readonly heading: string; readonly column: C }[];
  /** Headings of the file that none of the columns took. */
  readonly unknown: readonly string[];
  readonly missing: readonly C[];
};

export type HeadingRow<C extends string = string> = { readonly number: number; readonly match: HeadingMatch<C> };
type Rows = readonly { readonly number: number; readonly cells: readonly string[] }[];
export type HeadingReader<C extends string> = {
  /** Maps a heading row onto the columns: known spellings first, then the nearest unmistakable one. A column is taken once. */
  readonly match: (headings: readonly string[]) => HeadingMatch<C>;
  /** The row among the first 20 that names most columns, at least `least`; undefined when there is none. */
  readonly findRow: (rows: Rows, least: number) => HeadingRow<C> | undefined;
  /** The groups of which no column was found. */
  readonly lacking: (columns: HeadingMatch<C>['columns']) => readonly (readonly C[])[];
};

/** A heading misspelt: the one column whose alias lies nearest, when there is one and no other is as near. */
const guessColumn = <C extends string>(
  exact: ReadonlyMap<string, C>,
  letters: string,
  free: (column: C) => boolean,
): C | undefined => {
  if (letters.length < 5) return undefined;
  const most = editsAllowed(letters.length);
  const near = new Map<C, number>();
  for (const [alias, column] of exact) {
    if (alias.length < 5 || !free(column)) continue;
    const distance = editDistance(letters, alias, most);
    if (distance <= most) near.set(column, Math.min(distance, near.get(column) ?? distance));
  }
  const [best, next] = [...near].sort((a, b) => a[1] - b[1]);
  return best === undefined || (next !== undefined && next[1] === best[1]) ? undefined : best[0];
};

const matchOf =
  <C extends string>(set: ColumnSet<C>, exact: ReadonlyMap<string, C>) =>
  (headings: readonly string[]): HeadingMatch<C> => {
    const columns: Partial<Record<C, number>> = {};
    const open: { heading: string; letters: string; at: number }[] = [];
    for (const [at, heading] of headings.entries()) {
      const letters = plainLetters(heading);
      const column = exact.get(letters);
      if (column !== undefined && columns[column] === undefined) columns[column] = at;
      else if (letters !== '') open.push({ heading, letters, at });
    }
    const guessed: { heading: string; column: C }[] = [];
    const unknown: string[] = [];
    for (const { heading, letters, at } of open) {
      const column = guessColumn(exact, letters, (one) => columns[one] === undefined);
      if (column === undefined) unknown.push(heading);
      else {
        columns[column] = at;
        guessed.push({ heading, column });
      }
    }
    return { columns, guessed, unknown, missing: set.columns.filter((column) => columns[column] === undefined) };
  };

/** Makes the reader of headings for one kind of file. */
export const headingReader = <C extends string>(set: ColumnSet<C>): HeadingReader<C> => {
  const exact = new Map<string, C>(
    set.columns.flatMap((column) =>
      [plainLetters(set.labels[column]), ...set.aliases[column]].map((alias) => [alias, column] as const),
    ),
  );
  const match = matchOf(set, exact);
  return {
    match,
    findRow: (rows, least) => {
      const count = (row: HeadingRow<C>): number => Object.keys(row.match.columns).length;
      const found = rows.slice(0, 20).map(({ number, cells }): HeadingRow<C> => ({ number, match: match(cells) }));
      const best = found.reduce<HeadingRow<C> | undefined>(
        (top, row) => (top === undefined || count(row) > count(top) ? row : top),
        undefined,
      );
      return best !== undefined && count(best) >= least ? best : undefined;
    },
    lacking: (columns) => set.required.filter((group) => group.every((column) => columns[column] === undefined)),
  };
};
