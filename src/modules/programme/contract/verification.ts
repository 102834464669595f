import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, uuid } from '#platform/http/shapes.ts';
import { missingLine } from './shapes.ts';

export const readVerification = contract({
  method: 'GET',
  url: '/api/programme/verification',
  summary: 'Families whose eligibility is unknown, counted per programme and desa',
  may: 'programme.read',
  reply: z.object({
    uncounted: z.array(z.string()),
    programmes: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        period: z.string(),
        families: z.number(),
        desa: z.array(z.object({ areaId: z.number(), label: z.string(), families: z.number() })),
      }),
    ),
  }),
});

const areaId = z.coerce.number().int().optional();

export const listVerification = contract({
  method: 'GET',
  url: '/api/programme/:id/verification',
  summary: 'Families whose eligibility is unknown, with what to ask for',
  may: 'programme.read',
  params: idParams,
  query: z.object({
    areaId,
    after: z
      .string()
      .regex(/^\d{1,7}$/, { error: 'Halaman ini tidak ada. Muat ulang daftarnya.' })
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(missingLine), next: z.string().nullable() }),
});

export const exportVerification = contract({
  method: 'GET',
  url: '/api/programme/:id/verification/file',
  summary: 'The same for the field officers, as CSV or Excel with room for the answer (logged)',
  may: 'programme.read',
  params: idParams,
  query: z.object({
    areaId,
    format: z.enum(['csv', 'xlsx'], { error: 'Pilih bentuk berkas: csv atau xlsx.' }),
  }),
  reply: z.string(),
});
