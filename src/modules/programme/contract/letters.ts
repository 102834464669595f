import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams } from '#platform/http/shapes.ts';

export const getSeal = contract({
  method: 'GET',
  url: '/api/programme/list/:id/seal',
  summary: 'The root over the lines of a list, where anybody can check it, and how many letters go to each desa',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    seal: z.object({ root: z.string(), lines: z.number() }).nullable(),
    publicPage: z.string(),
    perFile: z.number(),
    desa: z.array(z.object({ areaId: z.number(), label: z.string(), letters: z.number() })),
  }),
});

export const printLetters = contract({
  method: 'GET',
  url: '/api/programme/list/:id/letters.pdf',
  summary: 'Letters to every family of one desa on a list in force',
  may: 'programme.read',
  params: idParams,
  query: z.object({
    areaId: z.coerce.number().int(),
    part: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  reply: z.string(),
});
