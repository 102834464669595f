/** One row of a table file: its number in the file (from 1) and its cells as text, empty where nothing stands. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] };

/** What is known of a table before its rows are read. */
export type SheetAbout = {
  readonly format: 'xlsx' | 'csv';
  /** The sheet that is read, and all sheets of the file; a CSV has one without a name. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** Merged ranges such as `A1:W1`; only the first cell of each holds the value. At most 1,000 are listed. */
  readonly merged: readonly string[];
  /** Formula cells: their cached value is read; those without one read as empty. */
  readonly formulas: number;
  readonly formulasWithoutValue: number;
  /** How many rows the sheet holds, headings and empty ones counted too: for progress, not for sums. */
  readonly rows: number;
};

export type SheetLimits = {
  readonly maxBytes: number;
  readonly maxUnpackedBytes: number;
  readonly maxEntries: number;
  /** Unpacked to packed size of one large entry. Spreadsheets reach about 30. */
  readonly maxRatio: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxSeconds: number;
  readonly maxMemoryMb: number;
};

export const DEFAULT_SHEET_LIMITS: SheetLimits = {
  maxBytes: 64_000_000,
  maxUnpackedBytes: 900_000_000,
  maxEntries: 2_000,
  maxRatio: 100,
  maxRows: 1_100_000,
  maxColumns: 400,
  maxSeconds: 600,
  maxMemoryMb: 400,
};
