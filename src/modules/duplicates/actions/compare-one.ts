import { setTimeout as sleep } from 'node:timers/promises';
import { uuid7 } from '#kernel/uuid7.ts';
import { raiseLikelyTask } from '#modules/registry/index.ts';
import { type Platform, withActor } from '#platform/db/context.ts';
import type { Online, OnlineCandidate } from '../domain/online-state.ts';
import { onlineActor } from '../domain/online-state.ts';
import type { CompareOrder } from '../domain/order.ts';
import { listLinkPersonsOf } from '../sql/link-persons.ts';
import { listNotSame, listStanding } from '../sql/online-sight.ts';
import { savePairs } from '../sql/pairs.ts';
import { findLatestRunId } from '../sql/runs.ts';
import { foundPairOf } from './found-pair.ts';

const ASKED = 12;
const PAUSE_MS = 500;
const PATIENCE = 40;
const PROTECTED = 2;

type Tools = { platform: Platform; online: Online };

/** Asks the index about a person of the register; while it is being built, again. */
const candidatesFor = async (
  { platform, online }: Tools,
  { personId, place }: CompareOrder,
  signal: AbortSignal,
): Promise<OnlineCandidate[]> => {
  for (let n = 0; n < PATIENCE; n += 1) {
    signal.throwIfAborted();
    const persons = await withActor(platform, onlineActor(place, 3), { requestId: 'banding-baru' }, (ctx) =>
      listLinkPersonsOf(ctx, [personId]),
    );
    if (persons.length === 0) return [];
    const { candidates } = await online.ask({ place, persons, limit: ASKED });
    if (candidates) return candidates[0] ?? [];
    await sleep(PAUSE_MS, undefined, { signal });
  }
  throw new Error('the index of duplicates is not ready: the comparison is tried again later');
};

/**
 * The job after a registration: what the officer could not be shown reaches Dinas Sosial. Pairs of ordinary people go to the desk; for
 * somebody outside the officer's area there is a task for the verifiers, for a protected person one for the social workers of that level.
 */
export const compareOne = async (tools: Tools, order: CompareOrder, signal: AbortSignal): Promise<void> => {
  const candidates = await candidatesFor(tools, order, signal);
  if (candidates.length === 0) return;
  const { personId, place, areaId } = order;
  await withActor(tools.platform, onlineActor(place, 3), { requestId: 'banding-baru' }, async (ctx) => {
    const ids = candidates.map(({ id }) => id);
    const declared = await listNotSame(ctx, personId, ids);
    const standing = (await listStanding(ctx, [personId, ...ids], areaId)).filter(({ id }) => !declared.has(id));
    const hidden = new Set(standing.filter(({ protection }) => protection >= PROTECTED).map(({ id }) => id));
    const others = standing.filter(({ id }) => id !== personId);
    const isHidden = hidden.has(personId) || others.some(({ id }) => hidden.has(id));
    if (others.some(({ id, isElsewhere }) => isElsewhere && !hidden.has(id))) await raiseLikelyTask(ctx, personId, 0);
    if (isHidden && others.length > 0) await raiseLikelyTask(ctx, personId, 3);
    const runId = await findLatestRunId(ctx);
    const open = hidden.has(personId)
      ? []
      : candidates.filter(({ id }) => others.some((one) => one.id === id) && !hidden.has(id));
    const pairs = open.map((found) => foundPairOf(personId, found, uuid7()));
    const made = runId ? await savePairs(ctx, runId, pairs) : 0;
    await ctx.record({
      event: 'duplicates.compared',
      subjectKind: 'person',
      subjectId: personId,
      level: isHidden ? 3 : 0,
      after: { pairs: made, elsewhere: others.length > 0 },
    });
  });
};
