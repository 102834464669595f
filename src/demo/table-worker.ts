import { parentPort, workerData } from 'node:worker_threads';
import { generateSiksFile, type SiksAgency } from '#engines/population/index.ts';
import { type SheetCell, writeXlsx } from '#platform/files/spreadsheet.ts';

/** What the worker is started with: the agency's 23-column file, or a table that is there already. */
export type TableJob =
  | { readonly kind: 'siks'; readonly agency: SiksAgency; readonly rows: number; readonly seed: number }
  | { readonly kind: 'table'; readonly headings: readonly string[]; readonly rows: readonly (readonly SheetCell[])[] };

function* siksRows(job: Extract<TableJob, { kind: 'siks' }>): Generator<readonly SheetCell[]> {
  const file = generateSiksFile(job);
  if (file.titles.length > 0) {
    for (const title of file.titles.slice(1)) yield [title];
    yield [];
    yield file.headings;
  }
  for (const { cells } of file.rows) if (cells) yield cells;
}

const headingsOf = (job: TableJob): readonly string[] => {
  if (job.kind === 'table') return job.headings;
  const { titles, headings } = generateSiksFile(job);
  return titles[0] === undefined ? headings : [titles[0], ...headings.slice(1).map(() => '')];
};

const job = workerData as TableJob;
const columns = headingsOf(job).map((header) => ({ header }));
const stream = writeXlsx('Data', columns, job.kind === 'siks' ? siksRows(job) : job.rows);
const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
parentPort?.postMessage(bytes, [bytes.buffer]);
