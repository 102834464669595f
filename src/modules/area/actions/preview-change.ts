import type { Context } from '#platform/db/context.ts';
import { kindOf, namesOf, type Place, type TerritoryChange, tidyName } from '../domain/territory-change.ts';
import { countBelow, listBelow, listOfficers, territoryVersion } from '../sql/places.ts';
import { changedIds, getStanding } from './load-standing.ts';

/** What a change would do to places, people, proposals, quotas and officers; nothing of it is written. Refuses as the act itself would. */
export const previewChange = async (ctx: Context, change: TerritoryChange) => {
  const standing = await getStanding(ctx, change);
  const ids = changedIds(change);
  const kind = kindOf(change, standing)!;
  const below: Place[] = [];
  for (const id of ids) below.push(...(await listBelow(ctx, id)));
  const ends = change.kind === 'mekar' || change.kind === 'gabung' || change.kind === 'bubar';
  await ctx.record({
    event: 'area.previewed',
    subjectKind: 'area',
    subjectId: String(ids[0] ?? standing.parent?.id ?? 0),
    areaId: ids[0] ?? standing.parent?.id ?? null,
    after: { kind: change.kind },
  });
  return {
    version: await territoryVersion(ctx),
    kind,
    places: standing.places.map(({ id, label }) => ({ id, label })),
    parent: standing.parent?.label ?? null,
    ends,
    begins: change.kind === 'ganti_nama' ? [] : namesOf(change).map((place) => tidyName(kind, place.name)),
    below: { count: below.length, kinds: [...new Set(below.map((place) => place.kind))] },
    counts: await countBelow(ctx, ids),
    officers: await listOfficers(ctx, ids),
  };
};
