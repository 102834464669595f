import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { sha256Of } from '#platform/files/kept-files.ts';
import { writeCsv, writeXlsx } from '#platform/files/spreadsheet.ts';
import { SIKS_COLUMNS, siksCells } from '../domain/siks-sheet.ts';
import { addDisclosure } from '../sql/disclosures.ts';
import { listBatchUsulan, listSiksMembers } from '../sql/siks-rows.ts';
import { getBatch } from './batch.ts';

const COLUMNS = SIKS_COLUMNS.map((header) => ({ header, width: header === 'Alamat' || header === 'Nama' ? 32 : 20 }));

const joined = async (parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part));
  return Buffer.concat(all);
};

/**
 * The families of a ratified batch in SIKS-NG's 23 columns, one row a member; every cell is text, so that a NIK keeps its 16 digits.
 * Full numbers leave the house, so the export is logged and, for the office, stands in the register of disclosures.
 */
export const exportBatch = async (ctx: Context, batchId: string, format: 'xlsx' | 'csv') => {
  const batch = await getBatch(ctx, batchId);
  if (batch.state !== 'disahkan')
    refuse('pengesahan.belum_disahkan', 409, 'Berkas SIKS-NG baru dapat diambil sesudah daftar ini disahkan.');
  const members = await listSiksMembers(ctx, await listBatchUsulan(ctx, batchId));
  const rows = members.map(siksCells);
  const body = await joined(
    format === 'csv' ? writeCsv(COLUMNS, rows, { forExcel: false }) : writeXlsx(`SIKS ${batch.period}`, COLUMNS, rows),
  );
  const sha256 = sha256Of(body);
  if (ctx.actor.databaseRole === 'rukun_wide')
    await addDisclosure(ctx, {
      id: uuid7(),
      recipient: 'Kementerian Sosial (SIKS-NG)',
      legalBasis: 'Pengiriman usulan data yang disahkan',
      fields: [...SIKS_COLUMNS],
      rows: rows.length,
      fileHash: sha256,
    });
  await ctx.record({
    event: 'batch.exported',
    subjectKind: 'batch',
    subjectId: batchId,
    after: { format, rows: rows.length, sha256 },
  });
  const mediaType =
    format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: `siks-ng-${batch.period}.${format}`, mediaType, body };
};
