import { foldName } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { openFile } from '#platform/files/kept-files.ts';
import { readSheetHere } from '#platform/files/spreadsheet.ts';
import type { CheckedRow } from '../domain/checked-row.ts';
import type { JobOrder } from '../domain/order.ts';
import { readDesilForStaging } from '../domain/read-desil.ts';
import { readExcludeForStaging } from '../domain/read-exclude.ts';
import { readPadanForStaging } from '../domain/read-padan.ts';
import { readResultForStaging } from '../domain/read-result.ts';
import { type ReadingAround, readSiksForStaging } from '../domain/read-siks.ts';
import { indexAreas } from '../domain/siks/areas.ts';
import { listRtIds, listServedAreas } from '../sql/areas.ts';
import { type ImportFile, updateImport } from '../sql/files.ts';
import { insertRows } from '../sql/rows.ts';
import { judgeWholeFile } from './judge-file.ts';
import { hashOfRows, type JobTools, lockForStage, runStage, type Work } from './run-chunk.ts';

/** Rows in one transaction. */
const CHUNK = 2000;

type ReadOne = (no: number, cells: readonly string[]) => CheckedRow;
type Begun = { file: ImportFile; bytes: Buffer; read: ReadOne };

const readerOf = (file: ImportFile, around: ReadingAround): ReadOne => {
  const { mapping } = file;
  if (file.kind === 'siks23') return (no, cells) => readSiksForStaging(no, cells, mapping, around);
  if (file.kind === 'desil') return (no, cells) => readDesilForStaging(no, cells, mapping);
  if (file.kind === 'exclude') return (no, cells) => readExcludeForStaging(no, cells, mapping, around.fold);
  if (file.kind === 'padan') return (no, cells) => readPadanForStaging(no, cells, mapping, around.fold);
  return (no, cells) => readResultForStaging(no, cells, mapping);
};

const begin = async (ctx: Context, dataDir: string, importId: string): Promise<Begun> => {
  const file = await lockForStage(ctx, importId, ['dipetakan', 'membaca', 'diperiksa']);
  const { body } = await openFile(ctx, dataDir, file.fileId);
  const around = {
    today: ctx.today,
    areas: indexAreas(file.kind === 'siks23' ? await listServedAreas(ctx) : []),
    rtIds: file.kind === 'siks23' ? await listRtIds(ctx) : new Map<string, number>(),
    fold: foldName,
  };
  const state = file.state === 'dipetakan' ? 'membaca' : file.state;
  await updateImport(ctx, importId, { state, failure: null });
  await ctx.record({
    event: 'import.reading',
    subjectKind: 'import',
    subjectId: importId,
    after: { rows: file.rowsTotal, from: file.cursorNo },
  });
  return { file, bytes: body, read: readerOf(file, around) };
};

const keepChunk = (work: Work, importId: string, cursorNo: number, rows: readonly CheckedRow[]): Promise<number> =>
  work(async (ctx) => {
    const file = await lockForStage(ctx, importId, ['membaca'], cursorNo);
    await insertRows(ctx, importId, rows);
    const last = rows.at(-1)?.no ?? cursorNo;
    await updateImport(ctx, importId, { cursorNo: last, rowsDone: file.rowsDone + rows.length, failure: null });
    await ctx.record({
      event: 'import.rows_read',
      subjectKind: 'import',
      subjectId: importId,
      after: { rows: rows.length, upTo: last, sha256: hashOfRows(rows) },
    });
    return last;
  });

/** Reads and stages the rows behind the cursor, a chunk a transaction. @returns false when told to stop before the end */
const readRows = async (work: Work, { file, bytes, read }: Begun, signal: AbortSignal): Promise<boolean> => {
  const sheet = await readSheetHere(bytes, { sheet: file.mapping.sheet });
  let cursor = file.cursorNo;
  let chunk: CheckedRow[] = [];
  for await (const { number, cells } of sheet.rows) {
    if (number <= Math.max(cursor, file.mapping.headingRow)) continue;
    chunk.push(read(number, cells));
    if (chunk.length < CHUNK) continue;
    cursor = await keepChunk(work, file.id, cursor, chunk);
    chunk = [];
    if (signal.aborted) return false;
  }
  if (chunk.length > 0) await keepChunk(work, file.id, cursor, chunk);
  return true;
};

/**
 * The job behind the check: reads the whole file in chunks of 2,000 rows, then looks at what only the whole shows. Killed anywhere, it
 * goes on behind the last chunk; the rows already staged are not read again.
 */
export const checkFile = (tools: JobTools, order: JobOrder, signal: AbortSignal): Promise<void> =>
  runStage(tools, order, 'check', async (work) => {
    const begun = await work((ctx) => begin(ctx, tools.dataDir, order.importId));
    if (begun.file.state !== 'diperiksa' && !(await readRows(work, begun, signal))) return;
    await judgeWholeFile(work, order.importId);
  });
