import { buffer } from 'node:stream/consumers';
import type { Context } from '#platform/db/context.ts';
import { type SheetCell, type SheetColumn, writeCsv, writeXlsx } from '#platform/files/spreadsheet.ts';
import { reasonLabel } from '../domain/reason-labels.ts';
import type { ImportFile } from '../sql/files.ts';
import { type ListedRow, listMissing, listRows, type RowFilter } from '../sql/rows.ts';
import { getImport } from './get-import.ts';

export const EXPORTS = ['kembali', 'ragu', 'tetap_ada', 'tidak_tercantum'] as const;
export type Export = (typeof EXPORTS)[number];
export type Format = 'xlsx' | 'csv';

const PAGE = 5000;
const FILTERS: Readonly<Record<Exclude<Export, 'tidak_tercantum'>, RowFilter>> = {
  kembali: { verdict: 'kembali' },
  ragu: { verdict: 'ragu' },
  tetap_ada: { kept: true },
};

const whyOf = (what: Export, row: ListedRow): string => {
  if (what === 'tetap_ada') return row.keptWhy ?? '';
  if (what === 'tidak_tercantum') return 'Ada di berkas sebelumnya, tidak tercantum di berkas ini.';
  return row.reasons.map(({ sentence }) => sentence).join(' ');
};

async function* rowsOf(ctx: Context, importId: string, what: Export, width: number): AsyncGenerator<SheetCell[]> {
  for (let after = 0; ; ) {
    const rows =
      what === 'tidak_tercantum'
        ? await listMissing(ctx, importId, after, PAGE)
        : await listRows(ctx, importId, FILTERS[what], after, PAGE);
    for (const row of rows)
      yield [...Array.from({ length: width }, (_, at) => row.cells[at] ?? ''), whyOf(what, row), row.no];
    after = rows.at(-1)?.no ?? after;
    if (rows.length < PAGE) return;
  }
}

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const written = async (
  format: Format,
  title: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetCell[]>,
): Promise<Buffer> =>
  format === 'xlsx'
    ? Buffer.from(await new Response(writeXlsx(title, columns, rows)).arrayBuffer())
    : buffer(writeCsv(columns, rows, { delimiter: ';' }));

const named = (file: ImportFile, what: string, format: Format): string =>
  `${file.name.replace(/\.(xlsx|csv)$/i, '')}-${what.replaceAll('_', '-')}.${format}`;

/**
 * Rows of an import as they came, under their own headings, with why they came back (or are doubtful) and their number in the file: to be
 * mended and uploaded again. Holds full numbers, so each download stands in the audit.
 */
export const exportRows = async (ctx: Context, importId: string, what: Export, format: Format) => {
  const file = await getImport(ctx, importId);
  const headings = file.mapping.headings;
  const columns = [
    ...headings.map((header) => ({ header })),
    { header: 'ALASAN', width: 60 },
    { header: 'BARIS', kind: 'angka' as const },
  ];
  const body = await written(format, what, columns, rowsOf(ctx, importId, what, headings.length));
  await ctx.record({
    event: 'import.rows_exported',
    subjectKind: 'import',
    subjectId: importId,
    after: { rows: what, format, bytes: body.byteLength },
  });
  return { name: named(file, what, format), mediaType: MEDIA[format], body };
};

const COMMITTED: Readonly<Record<string, string>> = {
  dibuat: 'Orang baru dibuat',
  keluarga_baru: 'Keluarga baru dibuat',
  diperbarui: 'Orang yang diperbarui',
  tetap: 'Tidak berubah',
  meninggal: 'Tercatat meninggal, masih tercantum di berkas',
  tidak_tercantum: 'Tidak lagi tercantum (tidak ada yang dihapus)',
  dicatat: 'Dicatat',
  tidak_cocok: 'Tidak cocok dengan data kita',
};

/** The report of an import as lines: what came, what went in, what came back, and why. */
export const reportLines = ({ rowsTotal, counts: { check, commit, undo } }: ImportFile): [string, number][] => {
  const lines: [string, number][] = [['Baris di berkas', rowsTotal]];
  if (check) {
    lines.push(
      ['Siap masuk tanpa catatan', check.siap],
      ['Masuk dengan catatan', check.ragu],
      ['Dikembalikan', check.kembali],
    );
    lines.push(
      ['Baru', check.baru],
      ['Berubah', check.berubah],
      ['Tetap', check.tetap],
      ['Tidak tercantum lagi', check.tidakTercantum],
    );
  }
  for (const [key, label] of Object.entries(COMMITTED))
    if (commit?.[key] !== undefined) lines.push([label, commit[key]]);
  if (undo)
    lines.push(
      ['Dibatalkan', undo['dibatalkan'] ?? 0],
      ['Tidak dibatalkan karena sudah dipakai', undo['tetap_ada'] ?? 0],
    );
  for (const { code, verdict, rows } of check?.reasons ?? [])
    lines.push([`${verdict === 'kembali' ? 'Dikembalikan' : 'Catatan'}: ${reasonLabel(code).id}`, rows]);
  return lines;
};

/** The report as a file: numbers first, then one line a desa. */
export const exportReport = async (ctx: Context, importId: string, format: Format) => {
  const file = await getImport(ctx, importId);
  const places = (file.counts.check?.places ?? []).map(({ label, siap, ragu }): [string, number] => [
    label,
    siap + ragu,
  ]);
  const rows = [...reportLines(file), ...places] as [string, number][];
  const columns = [
    { header: `Laporan impor ${file.name}`, width: 60 },
    { header: 'Baris', kind: 'angka' as const },
  ];
  const lines = (async function* () {
    for (const line of rows) yield [...line] as SheetCell[];
  })();
  return {
    name: named(file, 'laporan', format),
    mediaType: MEDIA[format],
    body: await written(format, 'Laporan', columns, lines),
  };
};
