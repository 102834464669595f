import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, typed, uuid, version } from '#platform/http/shapes.ts';

const may = 'duplicate.adjudicate' as const;

export const listFamilyCases = contract({
  method: 'GET',
  url: '/api/family-case',
  summary: 'Families that claim the same member, and the same family under two KK; with the latest arrangements',
  may,
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['anggota_bersama', 'keluarga_sama']),
        aId: z.string(),
        bId: z.string(),
        aHead: z.string().nullable(),
        bHead: z.string().nullable(),
        areaLabel: z.string().nullable(),
        people: z.array(z.string()),
      }),
    ),
    made: z.array(
      z.object({
        id: z.string(),
        familyA: z.string(),
        familyB: z.string(),
        by: z.string(),
        at: instant,
        proof: z.string(),
        undoneAt: instant.nullable(),
      }),
    ),
  }),
});

export const readFamilies = contract({
  method: 'GET',
  url: '/api/family-arrangement',
  summary: 'One family or two with everybody in them, to be put in order',
  may,
  query: z.object({ a: uuid, b: uuid.optional() }),
  reply: z.object({
    families: z.array(
      z.object({
        id: z.string(),
        version,
        areaLabel: z.string().nullable(),
        address: z.string().nullable(),
        maskedKk: z.string().nullable(),
        members: z.array(
          z.object({
            personId: z.string(),
            name: z.string(),
            shdk: z.number().nullable(),
            state: z.enum(['sah', 'klaim']),
          }),
        ),
      }),
    ),
    relations: z.array(z.object({ shdk: z.number(), id: z.string(), en: z.string() })),
  }),
});

const nomorKk = z
  .string()
  .trim()
  .regex(/^(\d{16})?$/, { error: 'Nomor KK terdiri dari 16 angka; kosongkan bila tidak berubah.' })
  .default('');
export const rearrangeFamilies = contract({
  method: 'POST',
  url: '/api/family-arrangement',
  summary: 'Who belongs to which family, the head of each, the KK number of each, with the proof',
  may,
  body: z.object({
    a: z.object({ id: uuid, version, nomorKk }),
    b: z.object({ id: uuid.nullable(), version: version.default(1), nomorKk }),
    seats: z
      .array(z.object({ personId: uuid, to: z.enum(['a', 'b']), shdk: z.number().int().min(1).max(11) }))
      .min(1)
      .max(60),
    proof: typed(300, 'Bukti', 3),
  }),
  reply: z.object({ id: z.string(), familyB: z.string() }),
});

export const takeBack = contract({
  method: 'POST',
  url: '/api/family-arrangement/:id/undoing',
  summary: 'Everybody sits as before',
  may,
  params: idParams,
  body: z.object({ reason: typed(500, 'Alasan', 3) }),
  reply: z.object({ id: z.string() }),
});
