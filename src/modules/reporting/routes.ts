import { writeCsv } from '#platform/files/spreadsheet.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { printDaily, readDaily } from './actions/daily-report.ts';
import { readRealisation } from './actions/read-realisation.ts';
import * as contracts from './contract.ts';

const CSV_COLUMNS = [
  { header: 'kecamatan' },
  { header: 'desa' },
  { header: 'penerima_direncanakan', kind: 'angka' },
  { header: 'penerima_terlayani', kind: 'angka' },
  { header: 'ditetapkan_rp', kind: 'angka' },
  { header: 'diserahterimakan_rp', kind: 'angka' },
] as const;

export const registerReporting = (server: Server): Jobs => {
  serve(server, contracts.getRealisation, (ctx, { query }) => readRealisation(ctx, query));
  serveFile(server, contracts.downloadRealisation, async (ctx, { query }) => {
    const report = await readRealisation(ctx, query);
    const rows = report.desa.map((row) => [
      row.kecamatan,
      row.desa,
      row.planned,
      row.served,
      row.ditetapkan,
      row.diserahterimakan,
    ]);
    const { total } = report;
    const last = ['JUMLAH', '', total.planned, total.served, total.ditetapkan, total.diserahterimakan];
    const parts: string[] = [];
    for await (const part of writeCsv(CSV_COLUMNS, [...rows, last])) parts.push(part);
    return { name: `realisasi-${report.year}.csv`, mediaType: 'text/csv; charset=utf-8', body: parts.join('') };
  });
  serve(server, contracts.getDailyReport, (ctx, { query }) => readDaily(ctx, query.on));
  serveFile(server, contracts.printDailyReport, async (ctx, { query }) => ({
    name: `laporan-harian-${query.on ?? ctx.today}.pdf`,
    mediaType: 'application/pdf',
    body: await printDaily(ctx, query.on),
  }));
  return {};
};
