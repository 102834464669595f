/** Why a row is doubtful or comes back. The sentence says what to do and never repeats a NIK or KK number. */
export type Reason = { readonly column: string; readonly code: string; readonly sentence: string };
export type Verdict = 'siap' | 'ragu' | 'kembali';

/** A row of a file after it was looked at by itself, as it is staged. */
export type CheckedRow = {
  readonly no: number;
  readonly cells: readonly string[];
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly areaId: number | null;
  /** What the row means, by its kind; null when it comes back. */
  readonly parsed: unknown;
  readonly keys: readonly (string | null)[];
  readonly content: string | null;
};

export const returned = (no: number, cells: readonly string[], reasons: readonly Reason[]): CheckedRow => ({
  no,
  cells,
  verdict: 'kembali',
  reasons,
  areaId: null,
  parsed: null,
  keys: [],
  content: null,
});
