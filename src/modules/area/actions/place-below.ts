import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { KIND_WORDS, type Place, tidyName } from '../domain/territory-change.ts';
import { findEventRow } from '../sql/events.ts';
import { listBelow, listPlaces, listUnplacedFamilies, listUnplacedPlaces, lockTerritory } from '../sql/places.ts';
import { addPart, isLocal, placeFamilies, refreshTerritory, renewVersion } from '../sql/territory-writes.ts';
import { countWaiting } from './count-waiting.ts';

type Placement = {
  toAreaId: number;
  places: { areaId: number; name?: string | undefined }[];
  /** Families that name the ended place itself: some, or all of them. */
  families: string[] | 'semua';
};

const getEvent = async (ctx: Context, eventId: string) => {
  const event =
    (await findEventRow(ctx, eventId)) ??
    refuse('wilayah.peristiwa_tidak_ada', 404, 'Perubahan wilayah itu tidak ditemukan.');
  const ended = (await listPlaces(ctx, event.from)).filter((place) => place.endedOn !== null);
  if (ended.length === 0)
    refuse(
      'wilayah.tanpa_penempatan',
      422,
      'Perubahan ini tidak mengakhiri wilayah; tidak ada yang perlu ditempatkan.',
    );
  return { ...event, ended };
};

/** Where what lay below an ended place may go: its successors; without any, the living neighbours of its kind. */
const targetsOf = async (ctx: Context, event: { to: number[]; ended: Place[] }): Promise<Place[]> => {
  const successors = (await listPlaces(ctx, event.to)).filter((place) => place.endedOn === null);
  if (successors.length > 0) return successors;
  const near: Place[] = [];
  for (const place of event.ended) if (place.parentId !== null) near.push(...(await listBelow(ctx, place.parentId)));
  return near.filter((place) => place.kind === event.ended[0]?.kind);
};

/** What waits for its place after a split, a joining or an end, and where it may go. */
export const readPlacement = async (ctx: Context, eventId: string) => {
  const event = await getEvent(ctx, eventId);
  const shown = ({ id, kind, label }: Place) => ({ id, kind, label });
  const targets = await targetsOf(ctx, event);
  const places = [];
  const families = [];
  for (const { id } of event.ended) {
    places.push(...(await listUnplacedPlaces(ctx, id)));
    families.push(...(await listUnplacedFamilies(ctx, id)));
  }
  return { ended: event.ended.map(shown), targets: targets.map(shown), places, families };
};

const refuseTwice = (place: Place, name: string, target: Place, there: readonly Place[]) => {
  if (there.some((other) => other.kind === place.kind && other.name === name))
    refuse(
      'wilayah.nomor_ganda',
      422,
      `Di ${target.label.split(',')[0]} sudah ada ${KIND_WORDS[place.kind]} ${name}. Tempatkan ${place.label.split(',')[0]} sendiri, dengan nomor baru.`,
    );
};

/** Puts places that lay below an ended one, with all their families, and families that named it, under a successor. */
export const placeBelow = async (ctx: Context, eventId: string, input: Placement) => {
  await lockTerritory(ctx);
  const event = await getEvent(ctx, eventId);
  const target =
    (await targetsOf(ctx, event)).find((place) => place.id === input.toAreaId) ??
    refuse('wilayah.tujuan_tidak_sah', 422, 'Tujuan itu bukan pengganti wilayah yang berakhir. Pilih dari daftar.');
  const waiting: Place[] = [];
  for (const place of event.ended) waiting.push(...(await listBelow(ctx, place.id)));
  const there = await listBelow(ctx, target.id);
  for (const asked of input.places) {
    const place =
      waiting.find((one) => one.id === asked.areaId) ??
      refuse('wilayah.sudah_ditempatkan', 409, 'Ada yang sudah ditempatkan petugas lain. Muat ulang daftarnya.');
    const name = tidyName(place.kind, asked.name ?? place.name);
    refuseTwice(place, name, target, there);
    if (place.since >= event.onDate)
      refuse(
        'wilayah.tidak_sah',
        422,
        `${place.label.split(',')[0]} dibuat pada atau sesudah tanggal perubahan ini. Pindahkan lewat "Pindah induk".`,
      );
    await renewVersion(ctx, place, event.onDate, { name, jenis: place.jenis, parent: target });
    await addPart(ctx, eventId, { from: place.id, to: target.id, note: 'penempatan' });
    there.push({ ...place, name });
  }
  if (input.families === 'semua' || input.families.length > 0)
    for (const place of event.ended)
      await placeFamilies(ctx, place.id, target.id, input.families === 'semua' ? null : input.families);
  const moved = input.places.map((asked) => asked.areaId);
  await refreshTerritory(
    ctx,
    waiting.filter((place) => moved.includes(place.id) && !isLocal(place)).map((place) => place.id),
  );
  const left = await countWaiting(
    ctx,
    event.ended.map((place) => place.id),
  );
  await ctx.record({
    event: 'area.placed',
    subjectKind: 'area_event',
    subjectId: eventId,
    areaId: target.id,
    after: {
      to: target.id,
      places: input.places,
      families: input.families === 'semua' ? 'semua' : input.families.length,
      left,
    },
  });
  return { left };
};
