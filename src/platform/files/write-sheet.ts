import { stringify } from 'csv-stringify/sync';
import { writeXlsx as writeWhole, writeXlsxStream } from 'hucre/xlsx';

/** A cell to write. A bigint (rupiah) becomes a number where a double is exact, else text; a string is always text. */
export type SheetCell = string | number | bigint | null;
export type SheetColumn = {
  readonly header: string;
  /** In characters. */
  readonly width?: number;
  /** `teks` (default) or `angka` for amounts and counts. */
  readonly kind?: 'teks' | 'angka';
};
type Rows = Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;

/** Excel calculates what begins so, also in a CSV; a plain number with its sign is left alone. */
const isCalculated = (text: string): boolean =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) && text !== '-';

const escaped = (cell: SheetCell): string | number | null => {
  if (typeof cell === 'bigint') return cell >= -(2n ** 53n) && cell <= 2n ** 53n ? Number(cell) : cell.toString();
  return typeof cell === 'string' && isCalculated(cell) ? `'${cell}` : cell;
};

async function* escapedRows(rows: Rows): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows) yield row.map(escaped);
}

/**
 * An .xlsx of one sheet as a byte stream; memory does not grow with the rows. Texts are text cells in a text column, so a NIK keeps
 * its 16 digits also after somebody edits it; texts that Excel would calculate get an apostrophe.
 */
export const writeXlsx = (name: string, columns: readonly SheetColumn[], rows: Rows): ReadableStream<Uint8Array> =>
  writeXlsxStream(escapedRows(rows), {
    name: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ header, width = 18, kind }) => ({
      header,
      width,
      numFmt: kind === 'angka' ? '#,##0' : '@',
    })),
    freezePane: { rows: 1 },
  });

export type CsvOptions = {
  readonly delimiter?: ',' | ';';
  /** For opening in Excel: a mark for UTF-8, and an apostrophe before what Excel would calculate or round. Default true. */
  readonly forExcel?: boolean;
};

/** A CSV as pieces of text, a line each with CRLF. Read back by `readSheet`, which takes the apostrophes away again. */
export async function* writeCsv(
  columns: readonly SheetColumn[],
  rows: Rows,
  { delimiter = ',', forExcel = true }: CsvOptions = {},
): AsyncGenerator<string> {
  const line = (cells: readonly unknown[]): string =>
    stringify([cells as unknown[]], { delimiter, record_delimiter: '\r\n' });
  const safe = (cell: SheetCell): string => {
    const text = cell === null ? '' : String(cell);
    return forExcel && (isCalculated(text) || /^\d{16,}$/.test(text)) ? `'${text}` : text;
  };
  yield `${forExcel ? '\ufeff' : ''}${line(columns.map(({ header }) => header))}`;
  for await (const row of rows) yield line(row.map(safe));
}

/**
 * A small workbook of several sheets, whole in memory; the first row of each is its headings. Every cell is text in a text column, so
 * that Excel never calculates it, also after somebody edits it: what is written comes back as it was.
 */
export const writeWorkbook = (
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[],
): Promise<Uint8Array> =>
  writeWhole({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => [...row]),
      columns: (rows[0] ?? []).map(() => ({ width: 24, numFmt: '@' })),
      freezePane: { rows: 1 },
    })),
  });
