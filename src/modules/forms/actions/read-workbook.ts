import type { SheetLine, Sheets } from '#engines/form/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { readSheet } from '#platform/files/spreadsheet.ts';

/** A form is small: what is larger is something else. */
const LIMITS = {
  maxBytes: 3_000_000,
  maxUnpackedBytes: 40_000_000,
  maxRows: 8000,
  maxColumns: 120,
  maxSeconds: 20,
  maxMemoryMb: 150,
} as const;
const NAMES = ['survey', 'choices', 'settings'] as const;

const readLines = async (bytes: Uint8Array, sheet: string): Promise<SheetLine[]> => {
  const open = await readSheet(bytes, { limits: LIMITS, sheet });
  const lines: SheetLine[] = [];
  for await (const line of open.rows) lines.push(line);
  return lines;
};

/** The sheets survey, choices and settings of an XLSForm workbook. Refuses what is no xlsx, too large, or has none of them. */
export const readWorkbook = async (bytes: Uint8Array): Promise<Sheets> => {
  const open = await readSheet(bytes, { limits: LIMITS });
  await open.close();
  if (open.about.format !== 'xlsx')
    refuse(
      'formulir.bukan_xlsx',
      415,
      'Formulir disimpan sebagai buku kerja Excel (xlsx) dengan lembar survey, choices dan settings.',
    );
  const sheets: Partial<Record<(typeof NAMES)[number], SheetLine[]>> = {};
  for (const name of NAMES) {
    const sheet = open.about.sheets.find((one) => one.trim().toLowerCase() === name);
    if (sheet !== undefined) sheets[name] = await readLines(bytes, sheet);
  }
  if (Object.keys(sheets).length === 0)
    refuse(
      'formulir.bukan_xlsform',
      422,
      `Berkas ini bukan XLSForm: tidak ada lembar survey. Lembar yang ada: ${open.about.sheets.slice(0, 8).join(', ')}.`,
    );
  return sheets;
};
