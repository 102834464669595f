import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';

export const getHome = contract({
  method: 'GET',
  url: '/api/home',
  summary: 'What waits for the signed-in person: one count a queue, right at once',
  reply: z.object({
    tiles: z.array(
      z.object({
        id: z.string(),
        label: z.object({ id: z.string(), en: z.string() }),
        count: z.number(),
        href: z.string(),
        status: z.enum(['selesai', 'menunggu', 'tindakan', 'info', 'netral']),
      }),
    ),
  }),
});
