import { createHash } from 'node:crypto';
import { listFamiliesForTargeting } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Horizon, readHorizon } from '#platform/db/horizon.ts';
import { buildRegister, type KeptRegister } from '../domain/register.ts';
import { patchRegister, registerFor } from '../domain/register-patch.ts';
import { type AreaName, listAreaNames } from '../sql/areas.ts';
import { listCircumstances } from '../sql/circumstances.ts';
import { listChangedSince, sourceAndCases } from '../sql/register-changes.ts';

export type LoadedRegister = KeptRegister & { areas: ReadonlyMap<number, AreaName> };
/** A register in memory; what was committed by the `horizon` is in it. */
type Kept = { register: KeptRegister; areas: ReadonlyMap<number, AreaName>; horizon: Horizon; checkedAt: Date };

/** Reads families (all in sight, or these) into columns. */
const read = async (
  ctx: Context,
  areas: ReadonlyMap<number, AreaName>,
  familyIds?: readonly string[],
): Promise<KeptRegister> =>
  buildRegister({
    families: await listFamiliesForTargeting(ctx, undefined, familyIds),
    circumstances: await listCircumstances(ctx, familyIds),
    codes: new Map([...areas.values()].map((area) => [area.id, area.kode])),
    id: createHash('sha256').update(`${ctx.actor.schema} ${ctx.now.toISOString()}`).digest('hex').slice(0, 8),
    at: ctx.now,
    today: ctx.today,
  });

/** The whole register as this actor sees it now. */
export const loadWhole = async (ctx: Context): Promise<Kept> => {
  const horizon = await readHorizon(ctx);
  const areas = new Map((await listAreaNames(ctx)).map((area) => [area.id, area]));
  return { register: await read(ctx, areas), areas, horizon, checkedAt: ctx.now };
};

/** The kept register with every family read again that may have changed since; the whole anew when that is quicker. */
export const bringUpToDate = async (ctx: Context, kept: Kept): Promise<Kept> => {
  if (kept.register.today !== ctx.today) return loadWhole(ctx);
  const horizon = await readHorizon(ctx);
  const changed = await listChangedSince(ctx, kept.horizon);
  if (!changed) return loadWhole(ctx);
  if (changed.size === 0) return { ...kept, horizon, checkedAt: ctx.now };
  const fresh = await read(ctx, kept.areas, [...changed]);
  return { ...kept, register: patchRegister(kept.register, changed, fresh), horizon, checkedAt: ctx.now };
};

/** While somebody edits terms the numbers under her hands stand still this long, then what changed meanwhile is read. */
const STANDS_STILL_MS = 30_000;
/** Changes are forgotten after 26 hours (migration 0136). */
const OLDEST_MS = 12 * 3_600_000;
const MOST_KEPT = 4;
/** A register of less is read again in a second: it makes room for the whole agency's, never the other way round. */
const SMALL = 30_000;
const keptByView = new Map<string, Kept>();

/** Everything on which depends what an actor sees of the register: those who see the same share one register in memory. */
const viewOf = async (ctx: Context): Promise<string> => {
  const { schema, areaId, clearance, databaseRole } = ctx.actor;
  return [schema, areaId, clearance, databaseRole, await sourceAndCases(ctx)].join(' ');
};

/** Which register goes when there are too many: the oldest small one, else the oldest; never the one just read. */
const leastMissed = (justRead: string): string => {
  const others = [...keptByView].filter(([view]) => view !== justRead);
  return (others.find(([, { register }]) => register.snapshot.count < SMALL) ?? others[0]!)[0];
};

const current = async (ctx: Context, stillFor: number): Promise<Kept> => {
  const view = await viewOf(ctx);
  const known = keptByView.get(view);
  const age = known ? ctx.now.getTime() - known.checkedAt.getTime() : Number.POSITIVE_INFINITY;
  const isUsable = known !== undefined && age >= 0 && age < OLDEST_MS;
  if (isUsable && age < stillFor && known.register.today === ctx.today) return known;
  const made = isUsable ? await bringUpToDate(ctx, known) : await loadWhole(ctx);
  keptByView.delete(view);
  keptByView.set(view, made);
  if (keptByView.size > MOST_KEPT) keptByView.delete(leastMissed(view));
  return made;
};

const areasWith = new WeakMap<KeptRegister, LoadedRegister>();

/** One object for one register, so that what was computed on it is met again. */
const withAreas = (register: KeptRegister, { areas }: Kept): LoadedRegister => {
  const made = areasWith.get(register) ?? { ...register, areas };
  areasWith.set(register, made);
  return made;
};

/** The register as this actor sees it at this moment, for a programme: what a list is prepared from. */
export const loadRegister = async (ctx: Context, programmeId: string): Promise<LoadedRegister> => {
  const kept = await current(ctx, 0);
  return withAreas(registerFor(kept.register, programmeId), kept);
};

/**
 * The register for simulating: kept in memory and at most half a minute behind, since an edit must answer at once. `fresh` reads what
 * changed meanwhile now.
 */
export const registerForSimulation = async (
  ctx: Context,
  programmeId: string,
  fresh = false,
): Promise<LoadedRegister> => {
  const kept = await current(ctx, fresh ? 0 : STANDS_STILL_MS);
  return withAreas(registerFor(kept.register, programmeId), kept);
};
