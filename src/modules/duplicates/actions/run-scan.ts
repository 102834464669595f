import { createLinkWorker, ImplausibleModelError, type LinkWorker, type Suspect } from '#engines/linkage/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { comparisonsOf } from '../domain/comparison.ts';
import { type ScanOrder, scanActor } from '../domain/order.ts';
import type { OpenBand } from '../domain/words.ts';
import { countPersons, listLinkPersons } from '../sql/link-persons.ts';
import { type FoundPair, removeUnfound, savePairs } from '../sql/pairs.ts';
import { lockRun, type RunChange, updateRun } from '../sql/runs.ts';

/** People read in one transaction, and pairs written in one. */
const READ_CHUNK = 10_000;
const WRITE_CHUNK = 1_000;

type Work = <T>(act: (ctx: Context) => Promise<T>) => Promise<T>;

/** Writes how far the run is, with its line in the audit. */
const note = async (ctx: Context, runId: string, event: string, change: RunChange): Promise<void> => {
  await updateRun(ctx, runId, change);
  await ctx.record({ event, subjectKind: 'duplicate_run', subjectId: runId, after: { ...change } });
};

const readAll = async (work: Work, runId: string, worker: LinkWorker, signal: AbortSignal): Promise<void> => {
  let after: string | null = null;
  let read = 0;
  for (;;) {
    signal.throwIfAborted();
    const persons = await work(async (ctx) => {
      const rows = await listLinkPersons(ctx, after, READ_CHUNK);
      if (rows.length > 0) await note(ctx, runId, 'duplicates.scan_read', { persons_read: read + rows.length });
      return rows;
    });
    if (persons.length === 0) return;
    await worker.add(persons);
    read += persons.length;
    after = persons.at(-1)?.id ?? null;
  }
};

const foundPair = (suspect: Suspect): FoundPair => ({
  id: uuid7(),
  person_a: suspect.idA,
  person_b: suspect.idB,
  band: suspect.band as OpenBand,
  score: suspect.weight,
  weights: comparisonsOf(suspect),
  sentence: `${suspect.sentence}${suspect.sentence.includes('Bandingkan') ? '' : ' Bandingkan dulu.'}`,
});

const writeAll = async (work: Work, runId: string, suspects: readonly Suspect[], signal: AbortSignal) => {
  let fresh = 0;
  for (let at = 0; at < suspects.length; at += WRITE_CHUNK) {
    signal.throwIfAborted();
    const pairs = suspects.slice(at, at + WRITE_CHUNK).map(foundPair);
    fresh += await work(async (ctx) => {
      const made = await savePairs(ctx, runId, pairs);
      await note(ctx, runId, 'duplicates.pairs_written', { pairs_found: at + pairs.length, pairs_new: fresh + made });
      return made;
    });
  }
  await work(async (ctx) => {
    await removeUnfound(ctx, runId);
    await note(ctx, runId, 'duplicates.scan_finished', {
      state: 'selesai',
      finished_at: ctx.now,
      pairs_found: suspects.length,
      pairs_new: fresh,
    });
  });
};

const scan = async (work: Work, runId: string, expected: number, signal: AbortSignal): Promise<void> => {
  const worker = createLinkWorker(Math.max(expected, 1024));
  try {
    await readAll(work, runId, worker, signal);
    await work((ctx) => note(ctx, runId, 'duplicates.scan_compared', { state: 'membandingkan' }));
    const { suspects } = await worker.link();
    await writeAll(work, runId, suspects, signal);
  } finally {
    await worker.close();
  }
};

/**
 * The job: reads everybody who needs no protection, compares them in a thread of its own, and writes the pairs that may be one person.
 * Safe to run twice: it starts over, and pairs are written once. A run that ended is not run again.
 */
export const runScan = async (platform: Platform, { runId, by }: ScanOrder, signal: AbortSignal): Promise<void> => {
  const work: Work = (act) => withActor(platform, scanActor(by), { requestId: `ganda-${runId}` }, act);
  const expected = await work(async (ctx) => {
    const run = await lockRun(ctx, runId);
    if (!run || run.state === 'selesai' || run.state === 'gagal') return undefined;
    const total = await countPersons(ctx);
    await note(ctx, runId, 'duplicates.scan_started', {
      state: 'membaca',
      started_at: ctx.now,
      persons_total: total,
      persons_read: 0,
    });
    return total;
  });
  if (expected === undefined) return;
  try {
    await scan(work, runId, expected, signal);
  } catch (error) {
    // Going down is no failure: the job is taken up again.
    if (signal.aborted) throw error;
    const failure =
      error instanceof ImplausibleModelError
        ? 'Pencarian berhenti: data yang terbaca tidak masuk akal untuk dibandingkan. Periksa impor terakhir, lalu cari lagi.'
        : 'Pencarian terhenti karena kesalahan di server. Antrean lama tetap ada; cari lagi, dan bila terulang beri tahu admin.';
    await work((ctx) => note(ctx, runId, 'duplicates.scan_failed', { state: 'gagal', finished_at: ctx.now, failure }));
    throw error;
  }
};
