import type { ReactNode } from 'react';
import type { Rupiah } from '#kernel/rupiah.ts';

type ValueColumn<T> = {
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

/** Whole rupiah: `Rp` stands in the header, digits alone in the cells and the CSV; a cell without an amount stays empty. */
type MoneyColumn<T> = {
  key: string;
  header: string;
  /** Digits as JSON carries them, or a bigint. */
  money: (row: T) => string | Rupiah | null;
  width?: number;
};

/** A column of DataTable and of a figure's table. */
export type Column<T> = ValueColumn<T> | MoneyColumn<T>;

export const unitOf = <T>(column: Column<T>): string | undefined => ('money' in column ? 'Rp' : column.unit);

/** Whether a column is right-aligned. */
export const isOfNumbers = <T>(column: Column<T>): boolean => 'money' in column || column.isNumber === true;

export const headerOf = <T>(column: Column<T>): string => {
  const unit = unitOf(column);
  return unit === undefined ? column.header : `${column.header} (${unit})`;
};

/** A cell for the CSV: the column's own text, else the cell when it is plain; unknown is undefined. */
export const plainCell = <T>(column: Column<T>, row: T): string | number | undefined => {
  if ('money' in column) return column.money(row)?.toString();
  const value = column.text ? column.text(row) : column.cell(row);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
};
