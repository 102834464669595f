import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { openTable } from './open-table.ts';
import type { SheetAbout, SheetLimits, SheetRow } from './sheet-types.ts';

/** What the worker is started with. */
export type SheetJob = {
  readonly source: string | Uint8Array;
  readonly limits: SheetLimits;
  readonly sheet: string | undefined;
};
/** What it says; after each batch of rows it waits for any message before reading on. */
export type SheetMessage =
  | { readonly kind: 'about'; readonly about: SheetAbout }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'refusal';
      readonly code: string;
      readonly status: number;
      readonly sentence: string;
      readonly details: Refusal['details'];
    };

const BATCH = 500;

const say = (message: SheetMessage): void => parentPort?.postMessage(message);
const asked = (): Promise<unknown> => new Promise((resolve) => parentPort?.once('message', resolve));

const read = async ({ source, limits, sheet }: SheetJob): Promise<void> => {
  const bytes = typeof source === 'string' ? new Uint8Array(await readFile(source)) : source;
  const open = await openTable(bytes, limits, sheet);
  say({ kind: 'about', about: open.about });
  await asked();
  let batch: SheetRow[] = [];
  for await (const row of open.rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    say({ kind: 'rows', rows: batch });
    batch = [];
    await asked();
  }
  if (batch.length > 0) {
    say({ kind: 'rows', rows: batch });
    await asked();
  }
  say({ kind: 'end' });
};

try {
  await read(workerData as SheetJob);
} catch (error) {
  if (!isRefusal(error)) throw error;
  const { code, status, message, details } = error;
  say({ kind: 'refusal', code, status, sentence: message, details });
}
