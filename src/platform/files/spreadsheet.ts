import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { openTable } from './open-table.ts';
import { DEFAULT_SHEET_LIMITS, type SheetAbout, type SheetLimits, type SheetRow } from './sheet-types.ts';
import type { SheetJob, SheetMessage } from './sheet-worker.ts';

export type { SheetAbout, SheetLimits, SheetRow } from './sheet-types.ts';
export { type SheetCell, type SheetColumn, writeCsv, writeWorkbook, writeXlsx } from './write-sheet.ts';

/** A table file that is open: what it is, and its rows once. Leaving the loop early, or `close`, ends the worker. */
export type Sheet = {
  readonly about: SheetAbout;
  readonly rows: AsyncGenerator<SheetRow>;
  readonly close: () => Promise<void>;
};

export type ReadSheetOptions = { readonly limits?: Partial<SheetLimits>; readonly sheet?: string };

const tooLarge = (megabytes: number, most: number): never =>
  refuse(
    'berkas.terlalu_besar',
    413,
    `Berkas berukuran ${megabytes} MB; paling besar ${most} MB. Pecah menjadi beberapa berkas.`,
  );

const checkSize = async (source: string | Uint8Array, limits: SheetLimits): Promise<void> => {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength;
  if (size > limits.maxBytes) tooLarge(Math.ceil(size / 1e6), Math.floor(limits.maxBytes / 1e6));
};

type Conversation = {
  readonly next: () => Promise<SheetMessage>;
  readonly more: () => void;
  readonly close: () => Promise<void>;
};

const asRefusal = (error: Error & { code?: string }): Error =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Refusal(
        'berkas.terlalu_besar',
        413,
        'Berkas terlalu besar untuk dibuka sekaligus; pecah menjadi beberapa berkas.',
      )
    : error;

/** One question, one answer: the worker reads on only when the rows before were taken. */
const startWorker = (job: SheetJob): Conversation => {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: job.limits.maxMemoryMb },
  });
  const said: (SheetMessage | Error)[] = [];
  let wake: (() => void) | undefined;
  const hear = (message: SheetMessage | Error): void => {
    said.push(message);
    wake?.();
  };
  worker.on('message', hear);
  worker.on('error', (error) => hear(asRefusal(error as Error)));
  worker.on('exit', () => hear(new Error('the sheet worker ended without a word')));
  const slow = new Refusal('berkas.terlalu_lama', 413, 'Berkas terlalu lama dibaca; pecah menjadi beberapa berkas.');
  const next = async (): Promise<SheetMessage> => {
    const timer = setTimeout(() => hear(slow), job.limits.maxSeconds * 1000);
    while (said.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    clearTimeout(timer);
    const message = said.shift() as SheetMessage | Error;
    if (message instanceof Error) throw message;
    if (message.kind === 'refusal') throw new Refusal(message.code, message.status, message.sentence, message.details);
    return message;
  };
  return { next, more: () => worker.postMessage('more'), close: async () => void (await worker.terminate()) };
};

async function* rowsFrom({ next, more, close }: Conversation): AsyncGenerator<SheetRow> {
  try {
    for (;;) {
      more();
      const message = await next();
      if (message.kind !== 'rows') return;
      yield* message.rows;
    }
  } finally {
    await close();
  }
}

/**
 * Opens a table file, .xlsx or CSV by its content, from a path or from bytes, in a worker with limits of memory and time, so that
 * neither a bomb nor a large file holds up the server. Rows come as text with their number in the file, empty rows left out; a
 * date cell reads as YYYY-MM-DD, a formula by its cached value, a 16-digit number cell as `3.6710…E+15` because its last digits are
 * lost. Refuses with a sentence (`berkas.*`, 413, 415, 422) what is empty, no table, locked, damaged, cut or too large.
 */
export const readSheet = async (
  source: string | Uint8Array,
  { limits, sheet }: ReadSheetOptions = {},
): Promise<Sheet> => {
  const all = { ...DEFAULT_SHEET_LIMITS, ...limits };
  await checkSize(source, all);
  const talk = startWorker({ source, limits: all, sheet });
  try {
    const message = await talk.next();
    if (message.kind !== 'about') throw new Error(`the sheet worker began with ${message.kind}`);
    return { about: message.about, rows: rowsFrom(talk), close: talk.close };
  } catch (error) {
    await talk.close();
    throw error;
  }
};

/**
 * The same for a thread that is itself bounded in memory and serves nobody: the rows are read right there, without a second heap beside
 * the first. The limits of time and memory are the caller's.
 */
export const readSheetHere = async (
  bytes: Uint8Array,
  { limits, sheet }: ReadSheetOptions = {},
): Promise<Pick<Sheet, 'about' | 'rows'>> => {
  const all = { ...DEFAULT_SHEET_LIMITS, ...limits };
  await checkSize(bytes, all);
  return openTable(bytes, all, sheet);
};
