import type { SiksColumn } from './columns.ts';

/**
 * A value that went in although it is doubtful. `raw` is the cell as it came and stays with the staged row; the sentence says what
 * to do and never repeats a NIK or KK number.
 */
export type SiksDoubt = {
  readonly column: SiksColumn;
  readonly code: string;
  readonly raw: string;
  readonly sentence: string;
};

/** Why a row came back: person or place cannot be understood. */
export type SiksReason = {
  readonly column: SiksColumn;
  readonly code: string;
  readonly raw: string;
  readonly sentence: string;
};
