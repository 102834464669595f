import { createLinkWorker, type LinkWorker, type Model, type Suspect } from '#engines/linkage/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { comparisonsOf } from '../domain/comparison.ts';
import type { OpenBand } from '../domain/words.ts';
import { listLinkPersons } from '../sql/link-persons.ts';
import type { FoundPair } from '../sql/pairs.ts';
import { removeUnfound } from '../sql/pairs.ts';
import { foundPairOf } from './found-pair.ts';
import { type Found, note, type Scan, writePairs } from './scan-steps.ts';

/** People read in one transaction, and pairs written in one. */
const READ_CHUNK = 10_000;
const WRITE_CHUNK = 1_000;

const readAll = async ({ work, runId, signal }: Scan, worker: LinkWorker): Promise<void> => {
  let after: string | null = null;
  let read = 0;
  for (;;) {
    signal.throwIfAborted();
    const [since, before]: [string | null, number] = [after, read];
    const persons = await work(async (ctx) => {
      const rows = await listLinkPersons(ctx, since, READ_CHUNK);
      if (rows.length > 0) await note(ctx, runId, 'duplicates.scan_read', { persons_read: before + rows.length });
      return rows;
    });
    if (persons.length === 0) return;
    await worker.add(persons);
    read += persons.length;
    after = persons.at(-1)?.id ?? null;
  }
};

const foundPair = (suspect: Suspect): FoundPair =>
  foundPairOf(
    suspect.idA,
    {
      ...{ id: suspect.idB, band: suspect.band as OpenBand, weight: suspect.weight, sentence: suspect.sentence },
      comparisons: comparisonsOf(suspect),
    },
    uuid7(),
  );

/** Compares everybody who needs no protection, in a thread of its own. Open pairs that were not found again go. */
export const scanAll = async (scan: Scan, expected: number, model: Model | undefined): Promise<Found> => {
  const worker = createLinkWorker(Math.max(expected, 1024));
  try {
    await readAll(scan, worker);
    await scan.work((ctx) => note(ctx, scan.runId, 'duplicates.scan_compared', { state: 'membandingkan' }));
    const { suspects } = await worker.link(model ? { model } : {});
    let found: Found = { found: 0, fresh: 0 };
    for (let at = 0; at < suspects.length; at += WRITE_CHUNK) {
      scan.signal.throwIfAborted();
      found = await writePairs(scan, suspects.slice(at, at + WRITE_CHUNK).map(foundPair), found);
    }
    await scan.work(async (ctx) => {
      await removeUnfound(ctx, scan.runId);
      await note(ctx, scan.runId, 'duplicates.scan_swept', { pairs_found: found.found });
    });
    return found;
  } finally {
    await worker.close();
  }
};
