import { createHash } from 'node:crypto';
import { isRefusal } from '#kernel/refusal.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import type { State } from '../domain/kinds.ts';
import { type JobOrder, jobActor } from '../domain/order.ts';
import { findImport, type ImportFile, updateImport } from '../sql/files.ts';

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

const say = async (
  work: Work,
  importId: string,
  change: { state?: State; failure: string },
  event: string,
): Promise<void> => {
  await work(async (ctx) => {
    await updateImport(
      ctx,
      importId,
      { ...change, ...(change.state ? { finishedAt: ctx.now } : {}) },
      change.state !== undefined,
    );
    await ctx.record({ event, subjectKind: 'import', subjectId: importId, after: { failure: change.failure } });
  });
};

/**
 * Runs a stage. An expected no ends the import as `gagal` with its sentence. A fault is told on the page and thrown on: the job comes
 * again and goes on behind the last chunk that was committed.
 */
export const runStage = async (
  tools: JobTools,
  order: JobOrder,
  stage: (work: Work) => Promise<void>,
): Promise<void> => {
  const work = workFor(tools, order);
  try {
    await stage(work);
  } catch (error) {
    if (error instanceof Superseded) return;
    if (isRefusal(error)) {
      await say(work, order.importId, { state: 'gagal', failure: error.message }, 'import.failed');
      return;
    }
    const failure =
      'Terhenti karena kesalahan di server; dilanjutkan sendiri sebentar lagi dari baris terakhir yang selesai.';
    await say(work, order.importId, { failure }, 'import.interrupted').catch(() => {});
    throw error;
  }
};
