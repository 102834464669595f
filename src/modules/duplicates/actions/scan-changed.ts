import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkPerson } from '#engines/linkage/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Horizon } from '#platform/db/horizon.ts';
import type { OnlinePlace } from '../domain/online-state.ts';
import { listLinkPersonsOf } from '../sql/link-persons.ts';
import { listChanged } from '../sql/online-changes.ts';
import type { FoundPair } from '../sql/pairs.ts';
import { removeUnfoundOf } from '../sql/pairs.ts';
import { foundPairOf } from './found-pair.ts';
import { type Found, note, type Scan, writePairs } from './scan-steps.ts';

const CHUNK = 500;
const ASKED = 20;
const PAUSE_MS = 500;
const PATIENCE = 20;

/** Pairs of these people with anybody of the register; undefined while the index does not answer. */
const pairsOf = async ({ online, signal }: Scan, place: OnlinePlace, persons: LinkPerson[]) => {
  for (let n = 0; n < PATIENCE; n += 1) {
    signal.throwIfAborted();
    const { candidates } = await online.ask({ place, persons, limit: ASKED });
    if (candidates) {
      // Two people who both changed find each other twice.
      const pairs = new Map<string, FoundPair>();
      persons.forEach((person, at) => {
        for (const found of candidates[at] ?? []) {
          const pair = foundPairOf(person.id, found, uuid7());
          pairs.set(`${pair.person_a} ${pair.person_b}`, pair);
        }
      });
      return [...pairs.values()];
    }
    await sleep(PAUSE_MS, undefined, { signal });
  }
  return undefined;
};

/**
 * Compares those who changed since the last look with everybody, through the index that answers at registration. A pair with a protected
 * person is left out where it is written: the scan cannot see her.
 * @returns undefined when the index does not answer; then everybody has to be looked at
 */
export const scanChanged = async (scan: Scan, place: OnlinePlace, since: Horizon): Promise<Found | undefined> => {
  const { work, runId } = scan;
  const changed: string[] = [];
  let found: Found = { found: 0, fresh: 0 };
  for (;;) {
    const { ids, persons } = await work(async (ctx) => {
      const some = await listChanged(ctx, since, changed.at(-1) ?? null, CHUNK);
      return { ids: some, persons: await listLinkPersonsOf(ctx, some) };
    });
    if (ids.length === 0) break;
    const pairs = await pairsOf(scan, place, persons);
    if (!pairs) return undefined;
    changed.push(...ids);
    found = await writePairs(scan, pairs, found);
    await work((ctx) => note(ctx, runId, 'duplicates.scan_read', { persons_read: changed.length }));
  }
  await work(async (ctx) => {
    await removeUnfoundOf(ctx, runId, changed);
    await note(ctx, runId, 'duplicates.scan_swept', { pairs_found: found.found });
  });
  return found;
};
