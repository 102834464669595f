import { createOnlineIndex, type LinkPerson, type OnlineIndex } from '#engines/linkage/index.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { type Horizon, readHorizon } from '#platform/db/horizon.ts';
import { comparisonsOf } from '../domain/comparison.ts';
import { modelInForce } from '../domain/online-model.ts';
import {
  NOT_BEGUN,
  type OnlineAnswer,
  type OnlineCandidate,
  type OnlinePlace,
  type OnlineQuestion,
  type OnlineStatus,
  onlineActor,
} from '../domain/online-state.ts';
import type { OpenBand } from '../domain/words.ts';
import { countPersons, listLinkPersons, listLinkPersonsOf } from '../sql/link-persons.ts';
import { listChanges } from '../sql/online-changes.ts';
import { findActiveModel } from '../sql/online-model.ts';

/** People read at once. */
const CHUNK = 5_000;
/** Room beside those who are there, so that the index need not be entered anew soon. */
const ROOM = 1.2;

type Kept = {
  place: OnlinePlace;
  status: OnlineStatus;
  index: OnlineIndex | undefined;
  modelId: string | undefined;
  horizon: Horizon;
  /** The look at the changes that is under way, and the one that follows it for whoever came meanwhile. */
  running: Promise<void>;
  queued: Promise<void> | undefined;
  building: Promise<void> | undefined;
};

/** Keeps an index per agency in memory, and takes in every change that was committed before a question was put. */
export type OnlineKeeper = {
  /** `patient`: waits until the index answers. */
  ask: (question: OnlineQuestion, patient: boolean) => Promise<OnlineAnswer>;
  status: (place: OnlinePlace) => OnlineStatus;
  /** Begins to build what is not there, and takes changes in where it is. */
  wake: (place: OnlinePlace) => void;
  /** Waits for what is under way. */
  stop: () => Promise<void>;
};

type Reading = { platform: Platform; signal: AbortSignal; report: (error: unknown) => void };

const reading = <T>({ platform }: Reading, place: OnlinePlace, work: (ctx: Context) => Promise<T>): Promise<T> =>
  withActor(platform, onlineActor(place, 3), { requestId: 'indeks-ganda' }, work);

const begin = (tools: Reading, place: OnlinePlace) =>
  reading(tools, place, async (ctx) => ({
    horizon: await readHorizon(ctx),
    total: await countPersons(ctx),
    model: await findActiveModel(ctx),
  }));

/** Reads everybody into a new index. The horizon is taken first: who changes meanwhile is read again by the next look at the changes. */
const build = async (tools: Reading, kept: Kept): Promise<void> => {
  const from = performance.now();
  const { horizon, total, model } = await begin(tools, kept.place);
  const expected = Math.ceil(Math.max(total, 1_000) * ROOM);
  const index = createOnlineIndex(modelInForce(model?.params, total), { expected });
  let after: string | null = null;
  for (let read = 0; ; ) {
    tools.signal.throwIfAborted();
    const since: string | null = after;
    const persons: LinkPerson[] = await reading(tools, kept.place, (ctx) => listLinkPersons(ctx, since, CHUNK));
    if (persons.length === 0) break;
    for (const person of persons) index.upsert(person);
    read += persons.length;
    after = persons.at(-1)?.id ?? null;
    if (!kept.index) kept.status = { ...kept.status, state: 'membangun', read, total: Math.max(total, read) };
  }
  Object.assign(kept, { index, horizon, modelId: model?.id });
  kept.status = {
    ...{ state: 'siap', read: index.size(), total: index.size(), persons: index.size() },
    ...{ seconds: (performance.now() - from) / 1000, bytes: index.bytes() },
  };
};

const takeIn = async (tools: Reading, kept: Kept, index: OnlineIndex, ids: readonly string[]): Promise<void> => {
  for (let at = 0; at < ids.length; at += CHUNK) {
    const some = ids.slice(at, at + CHUNK);
    const there = new Map(
      (await reading(tools, kept.place, (ctx) => listLinkPersonsOf(ctx, some))).map((one) => [one.id, one]),
    );
    for (const id of some) {
      const person = there.get(id);
      if (person) index.upsert(person);
      else index.remove(id);
    }
  }
  kept.status = { ...kept.status, persons: index.size(), bytes: index.bytes() };
};

/**
 * Takes in what was committed since the last look. Another model, or a change that concerns everybody, has the index built anew beside the
 * one that answers.
 */
const follow = async (tools: Reading, kept: Kept): Promise<void> => {
  const { index } = kept;
  if (!index) return;
  const { changes, modelId } = await reading(tools, kept.place, async (ctx) => ({
    changes: await listChanges(ctx, kept.horizon),
    modelId: (await findActiveModel(ctx))?.id,
  }));
  const isOutOfDate = modelId !== kept.modelId || changes.personIds.includes(null);
  if (isOutOfDate) built(tools, kept).catch(tools.report);
  await takeIn(
    tools,
    kept,
    index,
    changes.personIds.flatMap((id) => id ?? []),
  );
  if (kept.index !== index) return; // a new one has taken its place, with a horizon of its own
  kept.horizon = changes.horizon;
};

/** A look at the changes that begins after this moment; those who come while one is under way share the next. */
const followed = (tools: Reading, kept: Kept): Promise<void> => {
  kept.queued ??= kept.running
    .catch(() => undefined)
    .then(() => {
      kept.queued = undefined;
      kept.running = follow(tools, kept);
      return kept.running;
    });
  return kept.queued;
};

const built = (tools: Reading, kept: Kept): Promise<void> => {
  if (!kept.index && !kept.building) kept.status = { ...NOT_BEGUN, state: 'membangun' };
  kept.building ??= build(tools, kept)
    .catch((error) => {
      if (!kept.index) kept.status = { ...kept.status, state: 'gagal' };
      throw error;
    })
    .finally(() => {
      kept.building = undefined;
    });
  return kept.building;
};

/** The index with every change that was committed before this moment. */
const newest = async (tools: Reading, kept: Kept): Promise<OnlineIndex> => {
  for (;;) {
    const { index } = kept;
    await followed(tools, kept);
    if (index && kept.index === index) return index;
  }
};

const candidatesIn = (index: OnlineIndex, person: LinkPerson, limit: number): OnlineCandidate[] =>
  index.candidates(person, limit).map((found) => ({
    ...{ id: found.id, band: found.band as OpenBand, weight: found.weight, sentence: found.sentence },
    comparisons: comparisonsOf(found),
  }));

export const createKeeper = (platform: Platform, onError: (error: unknown) => void): OnlineKeeper => {
  const agencies = new Map<string, Kept>();
  const stopping = new AbortController();
  const report = (error: unknown) => {
    if (!stopping.signal.aborted) onError(error);
  };
  const tools: Reading = { platform, signal: stopping.signal, report };
  const keptFor = (place: OnlinePlace): Kept => {
    const known = agencies.get(place.schema);
    if (known) return known;
    const kept: Kept = {
      ...{ place, status: NOT_BEGUN, index: undefined, modelId: undefined, horizon: '' },
      ...{ running: Promise.resolve(), queued: undefined, building: undefined },
    };
    agencies.set(place.schema, kept);
    return kept;
  };
  return {
    ask: async ({ place, persons, limit }, patient) => {
      const kept = keptFor(place);
      if (!kept.index) {
        const ready = built(tools, kept);
        if (patient) await ready;
        else ready.catch(report);
      }
      if (!kept.index) return { status: kept.status, candidates: undefined };
      const index = await newest(tools, kept);
      return { status: kept.status, candidates: persons.map((person) => candidatesIn(index, person, limit)) };
    },
    status: (place) => keptFor(place).status,
    wake: (place) => {
      const kept = keptFor(place);
      (kept.index ? followed(tools, kept) : built(tools, kept)).catch(report);
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(
        [...agencies.values()].flatMap(({ running, queued, building }) => [running, queued, building]),
      );
    },
  };
};
