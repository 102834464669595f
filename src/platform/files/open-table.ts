import { requireTable } from './file-kind.ts';
import { openCsv } from './read-csv.ts';
import { type OpenSheet, openXlsx } from './read-xlsx.ts';
import type { SheetLimits } from './sheet-types.ts';

/** Opens bytes as what they are, .xlsx or CSV. Reads in the thread that calls. */
export const openTable = (bytes: Uint8Array, limits: SheetLimits, sheet?: string): Promise<OpenSheet> =>
  requireTable(bytes) === 'zip' ? openXlsx(bytes, limits, sheet) : openCsv(bytes, limits);
