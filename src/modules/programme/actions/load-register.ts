import { createHash } from 'node:crypto';
import { listFamiliesForTargeting } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { buildRegister, type Register } from '../domain/register.ts';
import { type AreaName, listAreaNames } from '../sql/areas.ts';
import { listCircumstances } from '../sql/circumstances.ts';

export type LoadedRegister = Register & { areas: ReadonlyMap<number, AreaName> };

/** The register as this actor sees it now, for a programme. */
export const loadRegister = async (ctx: Context, programmeId: string): Promise<LoadedRegister> => {
  const names = await listAreaNames(ctx);
  const register = buildRegister({
    families: await listFamiliesForTargeting(ctx),
    circumstances: await listCircumstances(ctx, programmeId),
    codes: new Map(names.map((area) => [area.id, area.kode])),
    id: createHash('sha256')
      .update(`${ctx.actor.schema} ${programmeId} ${ctx.now.toISOString()}`)
      .digest('hex')
      .slice(0, 8),
    at: ctx.now,
    today: ctx.today,
  });
  return { ...register, areas: new Map(names.map((area) => [area.id, area])) };
};

const FRESH_MS = 10 * 60_000;
const MOST_KEPT = 4;
const kept = new Map<string, LoadedRegister>();

/**
 * The register for simulating: kept in memory for ten minutes per account and programme, since an edit must answer at once. A list is
 * never prepared from it. `fresh` loads it again.
 */
export const registerForSimulation = async (
  ctx: Context,
  programmeId: string,
  fresh = false,
): Promise<LoadedRegister> => {
  const { schema, accountId, areaId, clearance, databaseRole } = ctx.actor;
  const key = [schema, accountId, areaId, clearance, databaseRole, programmeId].join(' ');
  const known = kept.get(key);
  const age = known ? ctx.now.getTime() - known.at.getTime() : Number.POSITIVE_INFINITY;
  if (known && !fresh && age >= 0 && age < FRESH_MS && known.today === ctx.today) return known;
  const register = await loadRegister(ctx, programmeId);
  kept.delete(key);
  kept.set(key, register);
  while (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return register;
};
