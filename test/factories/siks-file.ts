import { buffer } from 'node:stream/consumers';
import { generateSiksFile, type SiksRow } from '../../src/engines/population/index.ts';
import { type SheetCell, writeCsv, writeXlsx } from '../../src/platform/files/spreadsheet.ts';

/** A generated 23-column file of Tirta Rukun with the truth of its rows. */
export const siksFile = async (
  rows: number,
  { month = 1, seed = 7, format = 'csv' }: { month?: number; seed?: number; format?: 'csv' | 'xlsx' } = {},
): Promise<{ bytes: Buffer; rows: SiksRow[] }> => {
  const file = generateSiksFile({ agency: 'tirta-rukun', rows, seed, month });
  const all = [...file.rows];
  const cells = all.flatMap((row): SheetCell[][] => (row.cells ? [[...row.cells]] : []));
  const bytes = await tableFile(file.headings, cells, format);
  return { bytes, rows: all };
};

/** A table of any headings and cells as file bytes. */
export const tableFile = async (
  headings: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  format: 'csv' | 'xlsx' = 'csv',
): Promise<Buffer> => {
  const columns = headings.map((header) => ({ header }));
  return format === 'csv'
    ? buffer(writeCsv(columns, rows, { delimiter: ';', forExcel: false }))
    : Buffer.from(await new Response(writeXlsx('Data', columns, rows)).arrayBuffer());
};
