import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import {
  kindOf,
  type NewPlace,
  type Place,
  type PlaceKind,
  type Standing,
  type TerritoryChange,
  tidyName,
} from '../domain/territory-change.ts';
import { listBelow, lockTerritory, territoryVersion } from '../sql/places.ts';
import {
  addEventRow,
  addPart,
  beginPlace,
  endPlace,
  isLocal,
  placeFamilies,
  refreshTerritory,
  renewCode,
  renewVersion,
} from '../sql/territory-writes.ts';
import { countWaiting } from './count-waiting.ts';
import { changedIds, getStanding } from './load-standing.ts';

type Done = { begun: number[]; ended: number[]; roots: number[] };
const NOTHING: Done = { begun: [], ended: [], roots: [] };

const begin = async (ctx: Context, change: TerritoryChange, standing: Standing, kind: PlaceKind, made: NewPlace) =>
  beginPlace(ctx, change.onDate, {
    kind,
    name: tidyName(kind, made.name),
    jenis: made.jenis ?? standing.places[0]?.jenis ?? null,
    kode: made.kode ?? null,
    parent: standing.parent!,
  });

const rename = async (
  ctx: Context,
  change: TerritoryChange & { kind: 'ganti_nama' },
  standing: Standing,
): Promise<Done> => {
  const place = standing.places[0]!;
  await renewVersion(ctx, place, change.onDate, {
    name: tidyName(place.kind, change.name),
    jenis: change.jenis ?? place.jenis,
    parent: standing.parent!,
  });
  if (change.kode && change.kode !== place.kode) await renewCode(ctx, place.id, change.onDate, change.kode);
  return { ...NOTHING, roots: [place.id] };
};

const move = async (
  ctx: Context,
  change: TerritoryChange & { kind: 'pindah_induk' },
  standing: Standing,
): Promise<Done> => {
  const place = standing.places[0]!;
  await renewVersion(ctx, place, change.onDate, { name: place.name, jenis: place.jenis, parent: standing.parent! });
  if (change.kode && change.kode !== place.kode) await renewCode(ctx, place.id, change.onDate, change.kode);
  return { ...NOTHING, roots: [place.id] };
};

const split = async (ctx: Context, change: TerritoryChange & { kind: 'mekar' }, standing: Standing): Promise<Done> => {
  const place = standing.places[0]!;
  await endPlace(ctx, place, change.onDate);
  const begun: number[] = [];
  for (const part of change.parts) begun.push(await begin(ctx, change, standing, place.kind, part));
  return { begun, ended: [place.id], roots: [place.id, ...begun] };
};

/** Where all goes is known when places are joined: what lay below follows at once, except numbers that would then stand twice. */
const join = async (ctx: Context, change: TerritoryChange & { kind: 'gabung' }, standing: Standing): Promise<Done> => {
  const kind = standing.places[0]!.kind;
  const below: Place[] = [];
  for (const place of standing.places) below.push(...(await listBelow(ctx, place.id)));
  for (const place of standing.places) await endPlace(ctx, place, change.onDate);
  const made = await begin(ctx, change, standing, kind, change.into);
  const parent: Place = {
    ...standing.places[0]!,
    id: made,
    desaId: kind === 'desa' ? made : standing.places[0]!.desaId,
  };
  const twice = (one: Place) =>
    below.some((other) => other.id !== one.id && other.kind === one.kind && other.name === one.name);
  for (const place of below.filter((one) => !twice(one) && one.since < change.onDate))
    await renewVersion(ctx, place, change.onDate, { name: place.name, jenis: place.jenis, parent });
  return { begun: [made], ended: changedIds(change), roots: [...changedIds(change), made] };
};

const apply = async (ctx: Context, change: TerritoryChange, standing: Standing): Promise<Done> => {
  switch (change.kind) {
    case 'ganti_nama':
      return rename(ctx, change, standing);
    case 'pindah_induk':
      return move(ctx, change, standing);
    case 'mekar':
      return split(ctx, change, standing);
    case 'gabung':
      return join(ctx, change, standing);
    case 'baru': {
      const made = await begin(ctx, change, standing, change.level, { name: change.name });
      return { ...NOTHING, begun: [made] };
    }
    case 'bubar':
      await endPlace(ctx, standing.places[0]!, change.onDate);
      return { begun: [], ended: [change.areaId], roots: [change.areaId] };
  }
};

const addParts = async (ctx: Context, eventId: string, change: TerritoryChange, done: Done) => {
  const from = changedIds(change);
  const pairs =
    done.begun.length === 0
      ? from.map((id) => ({ from: id, to: done.ended.includes(id) ? null : id }))
      : (from.length ? from : [null]).flatMap((id) => done.begun.map((made) => ({ from: id, to: made })));
  for (const pair of pairs) await addPart(ctx, eventId, { ...pair, note: '' });
};

/**
 * Records a change of the territory with its legal basis: ends and begins dated versions, makes the projections of today anew.
 * `version` is the territory's version of the preview; a change recorded since refuses with `versi.berubah`.
 * @returns the event, the places that began, and how much of the ended ones waits for a new place
 */
export const recordChange = async (ctx: Context, change: TerritoryChange, version: number) => {
  await lockTerritory(ctx);
  const now = await territoryVersion(ctx);
  if (now !== version)
    refuse(
      'versi.berubah',
      409,
      'Wilayah diubah petugas lain setelah Anda melihat pratinjau. Lihat pratinjau yang baru, lalu catat. Isian Anda tidak hilang.',
      { version: now },
    );
  const standing = await getStanding(ctx, change);
  const eventId = await addEventRow(ctx, change.kind, change);
  const done = await apply(ctx, change, standing);
  const isReference = !isLocal({ kind: kindOf(change, standing)! });
  await refreshTerritory(ctx, isReference ? done.roots : []);
  if (change.kind === 'gabung') for (const id of done.ended) await placeFamilies(ctx, id, done.begun[0]!, null);
  await addParts(ctx, eventId, change, done);
  const unplaced = await countWaiting(ctx, done.ended);
  await ctx.record({
    event: 'area.changed',
    subjectKind: 'area_event',
    subjectId: eventId,
    areaId: standing.places[0]?.id ?? standing.parent?.id ?? null,
    before: { places: standing.places.map(({ id, label, since }) => ({ id, label, since })) },
    after: { ...change, begun: done.begun, ended: done.ended, unplaced },
  });
  return { eventId, begun: done.begun, unplaced };
};
