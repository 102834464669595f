import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, rupiahDigits, uuid } from '#platform/http/shapes.ts';
import { place } from './shapes.ts';

const kind = z.enum(['jangan_tahan', 'keluarkan', 'tambahkan']);

export const readRunDecisions = contract({
  method: 'GET',
  url: '/api/programme/list/:id/decision',
  summary: 'What officers decided by hand in a list: reason, who, who agreed, counts and rupiah',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    totals: z.array(z.object({ kind, families: z.number(), rupiah: rupiahDigits })),
    items: z.array(
      z.object({
        familyId: uuid,
        name: z.string(),
        areaLabel: z.string(),
        kind,
        code: z.string(),
        reason: z.string(),
        by: z.string(),
        at: instant,
        second: z.string().nullable(),
        place,
      }),
    ),
  }),
});
