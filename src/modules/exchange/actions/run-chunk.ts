import { createHash } from 'node:crypto';
import { isRefusal } from '#kernel/refusal.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { RUNNING, type State } from '../domain/kinds.ts';
import { type JobOrder, jobActor } from '../domain/order.ts';
import { findImport, type ImportFile, updateImport } from '../sql/files.ts';
import type { StageName } from './order-stage.ts';

/** What a job of an import works with. */
export type JobTools = { platform: Platform; dataDir: string };
export type Work = <T>(act: (ctx: Context) => Promise<T>) => Promise<T>;

/** Somebody else goes on with this import, or it was taken elsewhere: the job ends without a word. */
class Superseded extends Error {}

/** Runs each piece of a job in a transaction of its own, for the person who ordered it. */
export const workFor = ({ platform }: JobTools, { importId, by }: JobOrder): Work => {
  const actor = jobActor(by);
  return (act) => withActor(platform, actor, { requestId: `impor-${importId}` }, act);
};

/** The import's row, held; ends the job when it is no longer in one of these states, or another job has moved its cursor. */
export const lockForStage = async (
  ctx: Context,
  importId: string,
  states: readonly State[],
  cursorNo?: number,
): Promise<ImportFile> => {
  const file = await findImport(ctx, importId, true);
  if (!file || !states.includes(file.state) || (cursorNo !== undefined && file.cursorNo !== cursorNo))
    throw new Superseded();
  return file;
};

/** One fingerprint of what a chunk held: its row numbers and what they mean. */
export const hashOfRows = (rows: readonly { no: number; content: string | null }[]): string =>
  createHash('sha256')
    .update(rows.map(({ no, content }) => `${no}\t${content ?? ''}`).join('\n'))
    .digest('hex');

/** Tries of a stage, one after the other, that may end in a fault of ours before it is given up until a person looks. */
const MOST_FAULTS = 4;
const FAULTY =
  'Terhenti karena kesalahan di server; dilanjutkan sendiri sebentar lagi dari baris terakhir yang selesai.';
const GIVEN_UP =
  'Berhenti: kesalahan yang sama terjadi beberapa kali di server. Baris yang sudah selesai tersimpan; hubungi admin, lalu lanjutkan.';

/** The stage ends here, with its sentence. */
export const giveUp = (work: Work, importId: string, stage: StageName, failure: string): Promise<void> =>
  work(async (ctx) => {
    const file = await lockForStage(ctx, importId, RUNNING);
    const counts = { ...file.counts, failed: stage, faults: 0 };
    await updateImport(ctx, importId, { state: 'gagal', failure, counts, finishedAt: ctx.now }, true);
    await ctx.record({ event: 'import.failed', subjectKind: 'import', subjectId: importId, after: { stage, failure } });
  });

/** Counts the fault. @returns whether the stage should be tried again */
const noteFault = async (work: Work, importId: string, stage: StageName): Promise<boolean> => {
  const faults = await work(async (ctx) => {
    const file = await lockForStage(ctx, importId, RUNNING);
    // A chunk that went well takes the failure off the row: only faults in a row count.
    const count = file.failure === null ? 1 : (file.counts.faults ?? 0) + 1;
    await updateImport(ctx, importId, { failure: FAULTY, counts: { ...file.counts, faults: count } });
    await ctx.record({
      event: 'import.interrupted',
      subjectKind: 'import',
      subjectId: importId,
      after: { stage, faults: count },
    });
    return count;
  });
  if (faults < MOST_FAULTS) return true;
  await giveUp(work, importId, stage, GIVEN_UP);
  return false;
};

/**
 * Runs a stage. An expected no ends the import as `gagal` with its sentence. A fault is told on the page and thrown on: the job comes
 * again and goes on behind the last chunk that was committed; after four faults in a row it waits for a person.
 */
export const runStage = async (
  tools: JobTools,
  order: JobOrder,
  name: StageName,
  stage: (work: Work) => Promise<void>,
): Promise<void> => {
  const work = workFor(tools, order);
  try {
    await stage(work);
  } catch (error) {
    if (error instanceof Superseded) return;
    if (isRefusal(error)) return giveUp(work, order.importId, name, error.message);
    await noteFault(work, order.importId, name).catch(() => true);
    throw error;
  }
};
