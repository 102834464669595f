import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, uuid } from '#platform/http/shapes.ts';
import { keptPaper, terms, verdict } from './shapes.ts';

export const uploadJuknis = contract({
  method: 'PUT',
  url: '/api/programme/:id/juknis',
  summary: 'Keep the PDF of the juknis (at most 20 MB); it counts once the terms are saved with it',
  may: 'programme.prepare',
  params: idParams,
  query: z.object({ name: z.string().trim().max(200).default('juknis.pdf') }),
  reply: keptPaper,
});

export const openJuknis = contract({
  method: 'GET',
  url: '/api/programme/:id/juknis/:fileId',
  summary: 'The juknis of a version of the programme as PDF',
  may: 'programme.read',
  params: z.object({ id: uuid, fileId: uuid }),
  reply: z.string(),
});

export const listVersions = contract({
  method: 'GET',
  url: '/api/programme/:id/version',
  summary: 'Versions of the terms, the newest first, each with its juknis',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    items: z.array(
      z.object({
        no: z.number(),
        from: z.string().nullable(),
        frozenAt: instant.nullable(),
        rulesHash: z.string(),
        juknis: keptPaper.nullable(),
      }),
    ),
  }),
});

export const readQuotaFile = contract({
  method: 'PUT',
  url: '/api/programme/:id/quota-file',
  summary: 'Read quotas from .xlsx or CSV: what is understood, and for each other row what is wrong; saves nothing',
  may: 'programme.prepare',
  params: idParams,
  query: z.object({ name: z.string().trim().max(200).default('') }),
  reply: z.object({
    rows: z.number(),
    quota: z.array(z.object({ areaId: z.number(), quota: z.number() })),
    faults: z.array(z.object({ row: z.number(), message: z.string() })),
  }),
});

export const quotaTemplate = contract({
  method: 'GET',
  url: '/api/programme/:id/quota-file',
  summary: 'The quota table as .xlsx to fill in: every kecamatan and desa with its code and its quota of now',
  may: 'programme.read',
  params: idParams,
  reply: z.string(),
});

export const listTemplates = contract({
  method: 'GET',
  url: '/api/programme-template',
  summary: 'Terms to begin from, in the shape of known programmes, with example families',
  may: 'programme.read',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        note: z.string(),
        terms,
        cases: z.array(
          z.object({
            name: z.string(),
            family: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
            members: z.array(z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]))),
            expected: verdict,
            reason: z.string(),
          }),
        ),
      }),
    ),
  }),
});

export const setTiles = contract({
  method: 'PUT',
  url: '/api/programme-tiles',
  summary: 'Where desa stand on the map of equal tiles, from .xlsx or CSV; a faulty file changes nothing',
  may: 'programme.prepare',
  query: z.object({ name: z.string().trim().max(200).default('') }),
  reply: z.object({
    rows: z.number(),
    tiles: z.array(z.object({ areaId: z.number(), column: z.number(), row: z.number() })),
    faults: z.array(z.object({ row: z.number(), message: z.string() })),
  }),
});

export const tileTemplate = contract({
  method: 'GET',
  url: '/api/programme-tiles',
  summary: 'The map of equal tiles as .xlsx: every desa with its column and row',
  may: 'programme.read',
  reply: z.string(),
});
