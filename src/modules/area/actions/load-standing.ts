import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import {
  namesOf,
  objectionToChange,
  type Place,
  type Standing,
  type TerritoryChange,
} from '../domain/territory-change.ts';
import { findAgencyAreaId, listAbove, listBelow, listPlaces, listTakenCodes } from '../sql/places.ts';

/** The places a change ends, renames or moves. */
export const changedIds = (change: TerritoryChange): number[] =>
  change.kind === 'baru' ? [] : change.kind === 'gabung' ? [...new Set(change.areaIds)] : [change.areaId];

const getPlaces = async (ctx: Context, ids: readonly number[]): Promise<Place[]> => {
  const found = await listPlaces(ctx, ids);
  if (found.length < ids.length)
    refuse(
      'wilayah.tidak_ada',
      404,
      'Wilayah itu tidak ada, atau di luar wilayah tugas Anda. Pilih dari daftar wilayah.',
    );
  return found;
};

/** What a change is about, loaded and checked; refuses with the reason when the change cannot be recorded. */
export const getStanding = async (ctx: Context, change: TerritoryChange): Promise<Standing> => {
  const places = await getPlaces(ctx, changedIds(change));
  if (change.kind === 'gabung' && places.length < 2)
    refuse('wilayah.tidak_sah', 422, 'Pilih sedikitnya dua wilayah yang digabung.');
  const agencyArea = await findAgencyAreaId(ctx);
  const asked = change.kind === 'pindah_induk' || change.kind === 'baru' ? change.parentId : places[0]?.parentId;
  const isOwn = places.some((place) => place.id === agencyArea);
  const [parent] = asked === null || asked === undefined || isOwn ? [] : await getPlaces(ctx, [asked]);
  const givenUp =
    change.kind === 'mekar' || change.kind === 'gabung' || change.kind === 'ganti_nama' ? changedIds(change) : [];
  const codes = [
    ...namesOf(change).map((place) => place.kode),
    change.kind === 'pindah_induk' ? change.kode : undefined,
  ].filter((kode): kode is string => Boolean(kode));
  const standing: Standing = {
    today: ctx.today,
    agencyArea,
    places,
    parent,
    above: parent ? await listAbove(ctx, parent.id) : [],
    neighbours: parent ? (await listBelow(ctx, parent.id)).filter((one) => !changedIds(change).includes(one.id)) : [],
    takenCodes: await listTakenCodes(ctx, codes, givenUp),
  };
  const objection = objectionToChange(change, standing);
  if (objection) refuse('wilayah.tidak_sah', 422, objection);
  return standing;
};
