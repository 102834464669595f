import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { instant, rupiahDigits, uuid } from '#platform/http/shapes.ts';

const numbers = { unserved: z.number(), unservedCost: rupiahDigits, unknown: z.number(), unknownCost: rupiahDigits };

export const readUnmetNeed = contract({
  method: 'GET',
  url: '/api/programme/unmet',
  summary:
    'What the money of every programme does not reach: eligible unserved, unknown, and the cost of each, per desa',
  may: 'programme.read',
  reply: z.object({
    snapshot: z.object({ id: z.string(), at: instant, families: z.number() }).nullable(),
    uncounted: z.array(z.string()),
    programmes: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        period: z.string(),
        benefit: rupiahDigits,
        ceiling: rupiahDigits,
        served: z.number(),
        total: z.object(numbers),
        desa: z.array(z.object({ areaId: z.number(), label: z.string(), ...numbers })),
      }),
    ),
  }),
});

export const printUnmetNeed = contract({
  method: 'GET',
  url: '/api/programme/unmet.pdf',
  summary: 'The unmet need as a PDF for the budget meeting',
  may: 'programme.read',
  reply: z.string(),
});
