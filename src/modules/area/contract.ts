import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';

const areaItem = z.object({
  id: z.number(),
  label: z.string(),
  kind: z.enum(['prov', 'kab', 'kec', 'desa', 'dusun', 'rw', 'rt']),
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
