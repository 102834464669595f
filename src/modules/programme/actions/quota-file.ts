import type { Context } from '#platform/db/context.ts';
import { readSheet, type SheetCell, writeXlsx } from '#platform/files/spreadsheet.ts';
import { type QuotaSheet, readQuotaSheet, type SheetLine } from '../domain/quota-sheet.ts';
import { listAreaNames } from '../sql/areas.ts';
import { getProgramme } from './get-programme.ts';

const LIMITS = { maxBytes: 5_000_000, maxUnpackedBytes: 60_000_000, maxRows: 20_000, maxColumns: 40, maxSeconds: 30 };
const MOST_FAULTS = 200;

/** Reads quotas from a table file against the agency's areas. Saves nothing: the officer sees them in the form first. */
export const readQuotaFile = async (ctx: Context, programmeId: string, bytes: Buffer): Promise<QuotaSheet> => {
  await getProgramme(ctx, programmeId);
  const sheet = await readSheet(bytes, { limits: LIMITS });
  const lines: SheetLine[] = [];
  for await (const row of sheet.rows) lines.push(row);
  const read = readQuotaSheet(lines, await listAreaNames(ctx));
  return { ...read, faults: read.faults.slice(0, MOST_FAULTS) };
};

/** Every kecamatan and desa with its code and its quota of now, as .xlsx to fill in. */
export const writeQuotaTemplate = async (ctx: Context, programmeId: string): Promise<Buffer> => {
  const { version } = await getProgramme(ctx, programmeId);
  const quota = new Map(version.terms.quota.map((q) => [q.areaId, q.quota]));
  const rows = (await listAreaNames(ctx))
    .filter((area) => area.kind !== 'kab')
    .map((area): SheetCell[] => [area.kode, area.label, quota.get(area.id) ?? null]);
  const columns = [
    { header: 'kode', width: 16 },
    { header: 'wilayah', width: 44 },
    { header: 'kuota', width: 10, kind: 'angka' as const },
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx('kuota', columns, rows)) parts.push(part);
  return Buffer.concat(parts);
};
