import type { ReactNode } from 'react';

/** A column of DataTable and of a figure's table. */
export type Column<T> = {
  key: string;
  header: string;
  /** Stands in the header, not in every cell: `Rp`, `keluarga`. */
  unit?: string;
  /** Right-aligned, tabular figures, never wrapped. */
  isNumber?: boolean;
  /** Null or undefined is shown as "belum diketahui"; an empty text stays empty. */
  cell: (row: T) => ReactNode;
  /** The cell as plain text for the CSV; needed where `cell` gives more than a text or number. */
  text?: (row: T) => string | number | null | undefined;
  /** Least width in px. */
  width?: number;
};

export const headerOf = <T>({ header, unit }: Column<T>): string =>
  unit === undefined ? header : `${header} (${unit})`;

/** A cell for the CSV: the column's own text, else the cell when it is plain; unknown is undefined. */
export const plainCell = <T>(column: Column<T>, row: T): string | number | undefined => {
  const value = column.text ? column.text(row) : column.cell(row);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
};
