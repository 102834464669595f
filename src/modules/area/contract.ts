import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid } from '#platform/http/shapes.ts';

const placeKind = z.enum(['prov', 'kab', 'kec', 'desa', 'dusun', 'rw', 'rt']);
const areaId = z.number({ error: 'Pilih wilayah dari daftar.' }).int().positive();
const areaItem = z.object({
  id: z.number(),
  label: z.string(),
  kind: placeKind,
  kode: z.string().nullable(),
});

export const listAreas = contract({
  method: 'GET',
  url: '/api/area',
  summary: 'Areas of the agency within the actor’s scope, found as one types ("karang asri rt 002")',
  may: 'area.find',
  query: z.object({
    q: z.string().trim().max(120).default(''),
    kind: z.enum(['kec', 'desa', 'rw', 'rt']).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  reply: z.object({ items: z.array(areaItem) }),
});

export const listAreasOn = contract({
  method: 'GET',
  url: '/api/area/on/:day',
  summary: 'Places as they were on a day: name, kind and parent of then, for reports about the past',
  may: 'report.read',
  params: z.object({ day: localDate }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.number(),
        kind: placeKind,
        name: z.string(),
        jenis: z.string().nullable(),
        parentId: z.number().nullable(),
      }),
    ),
  }),
});

const jenis = z.enum(['kabupaten', 'kota', 'kelurahan', 'desa', 'desa_adat']).nullish();
const kode = z.string().trim().max(13).nullish();
const placeName = typed(80, 'nama atau nomor');
const newPlace = z.object({ name: placeName, jenis, kode });
const basis = {
  decree: typed(160, 'nomor dasar hukum (Perda, Keputusan)', 3),
  decreeOn: localDate,
  onDate: localDate,
};
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ganti_nama'), areaId, name: placeName, jenis, kode, ...basis }),
  z.object({ kind: z.literal('pindah_induk'), areaId, parentId: areaId, kode, ...basis }),
  z.object({
    kind: z.literal('mekar'),
    areaId,
    parts: z
      .array(newPlace)
      .min(2, { error: 'Pemekaran menghasilkan sedikitnya dua wilayah. Isi juga wilayah induknya.' })
      .max(20, { error: 'Paling banyak 20 wilayah dalam satu pemekaran.' }),
    ...basis,
  }),
  z.object({
    kind: z.literal('gabung'),
    areaIds: z
      .array(areaId)
      .min(2, { error: 'Pilih sedikitnya dua wilayah yang digabung.' })
      .max(20, { error: 'Paling banyak 20 wilayah dalam satu penggabungan.' }),
    into: newPlace,
    ...basis,
  }),
  z.object({
    kind: z.literal('baru'),
    parentId: areaId,
    level: z.enum(['dusun', 'rw', 'rt']),
    name: placeName,
    ...basis,
  }),
  z.object({ kind: z.literal('bubar'), areaId, ...basis }),
]);
const waiting = z.object({ places: z.number(), families: z.number() });

export const previewAreaChange = contract({
  method: 'POST',
  url: '/api/area-event/preview',
  summary: 'What a change of territory would do to places, people, proposals, quotas and officers',
  may: 'area.change',
  body: z.object({ change }),
  reply: z.object({
    version: z.number(),
    kind: placeKind,
    places: z.array(z.object({ id: z.number(), label: z.string() })),
    parent: z.string().nullable(),
    ends: z.boolean(),
    begins: z.array(z.string()),
    below: z.object({ count: z.number(), kinds: z.array(placeKind) }),
    counts: z.object({ families: z.number(), people: z.number(), proposals: z.number(), quotas: z.number() }),
    officers: z.array(z.object({ name: z.string(), role: z.string(), areaName: z.string() })),
  }),
});

export const recordAreaChange = contract({
  method: 'POST',
  url: '/api/area-event',
  summary: 'Record a change of territory; `version` is the one of its preview',
  may: 'area.change',
  body: z.object({ change, version: z.number().int().min(0) }),
  reply: z.object({ eventId: uuid, begun: z.array(z.number()), unplaced: waiting }),
});

export const listAreaEvents = contract({
  method: 'GET',
  url: '/api/area-event',
  summary: 'Changes of territory with legal basis, names of then, and what still waits for a place',
  may: 'area.change',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        kind: z.enum(['mekar', 'gabung', 'pindah_induk', 'ganti_nama', 'baru', 'bubar', 'ganti_status', 'keluar']),
        decree: z.string(),
        decreeOn: localDate.nullable(),
        onDate: localDate,
        by: z.string().nullable(),
        recordedAt: instant,
        parts: z.array(
          z.object({
            from: z.number().nullable(),
            fromName: z.string().nullable(),
            to: z.number().nullable(),
            toName: z.string().nullable(),
            note: z.string(),
          }),
        ),
        unplaced: waiting,
      }),
    ),
  }),
});

const shownPlace = z.object({ id: z.number(), kind: placeKind, label: z.string() });
export const readAreaPlacement = contract({
  method: 'GET',
  url: '/api/area-event/:id/placement',
  summary: 'RW, RT, desa and families of an ended place that wait for their new one',
  may: 'area.change',
  params: idParams,
  reply: z.object({
    ended: z.array(shownPlace),
    targets: z.array(shownPlace),
    places: z.array(shownPlace.extend({ families: z.number(), people: z.number() })),
    families: z.array(z.object({ id: uuid, address: z.string().nullable(), members: z.number() })),
  }),
});

export const placeBelowArea = contract({
  method: 'POST',
  url: '/api/area-event/:id/placement',
  summary: 'Put waiting places, with all their families, and families without RT under a successor',
  may: 'area.change',
  params: idParams,
  body: z.object({
    toAreaId: areaId,
    places: z
      .array(z.object({ areaId, name: placeName.optional() }))
      .max(500)
      .default([]),
    families: z.union([z.literal('semua'), z.array(uuid).max(500)]).default([]),
  }),
  reply: z.object({ left: waiting }),
});
