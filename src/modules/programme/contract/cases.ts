import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, typed, uuid, version } from '#platform/http/shapes.ts';
import { verdict } from './shapes.ts';

const cell = z.union([z.boolean(), z.number(), z.string().max(60)]);
const cells = z.record(z.string().max(60), cell);

const written = z.object({
  name: typed(120, 'nama contoh keluarga', 3),
  family: cells,
  members: z
    .array(cells)
    .min(1, { error: 'Tambahkan paling sedikit satu anggota.' })
    .max(20, { error: 'Satu contoh keluarga paling banyak 20 anggota.' }),
  expected: z.enum(['ya', 'tidak', 'belum'], { error: 'Pilih hasil yang diharapkan.' }),
  reason: typed(500, 'mengapa begitu hasilnya', 5),
});

const judged = z.object({
  verdict: verdict.nullable(),
  passes: z.boolean().nullable(),
  why: z.array(z.string()),
});

export const listCases = contract({
  method: 'GET',
  url: '/api/programme/:id/case',
  summary: 'Example families kept with the rules, each with what the saved rules say of it',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    items: z.array(
      written.extend(judged.shape).extend({
        id: uuid,
        origin: z.enum(['isian', 'register', 'contoh']),
        by: z.string(),
        at: instant,
        version,
        accepted: z
          .object({ code: z.string(), reason: z.string(), by: z.string(), at: instant, isCurrent: z.boolean() })
          .nullable(),
      }),
    ),
    mayChange: z.boolean(),
  }),
});

export const addCase = contract({
  method: 'POST',
  url: '/api/programme/:id/case',
  summary: 'Keep an example family with the verdict it must get',
  may: 'programme.prepare',
  params: idParams,
  body: written.extend({ origin: z.enum(['isian', 'register', 'contoh']).default('isian') }),
  reply: z.object({ id: uuid }),
});

const caseParams = z.object({ id: uuid, caseId: uuid });

export const changeCase = contract({
  method: 'PUT',
  url: '/api/programme/:id/case/:caseId',
  summary: 'Change an example family',
  may: 'programme.prepare',
  params: caseParams,
  body: written.extend({ version }),
  reply: z.object({ id: uuid }),
});

export const removeCase = contract({
  method: 'DELETE',
  url: '/api/programme/:id/case/:caseId',
  summary: 'Remove an example family',
  may: 'programme.prepare',
  params: caseParams,
  reply: z.object({ id: uuid }),
});

export const acceptCase = contract({
  method: 'POST',
  url: '/api/programme/:id/case/:caseId/acceptance',
  summary: 'Let a failing example stand with a coded reason, for the rules as they are saved now',
  may: 'programme.prepare',
  params: caseParams,
  body: z.object({
    version,
    code: z.enum(['juknis_berubah', 'data_belum_lengkap', 'menunggu_keputusan', 'lainnya'], {
      error: 'Pilih kode alasan.',
    }),
    reason: typed(500, 'alasan', 10),
  }),
  reply: z.object({ id: uuid }),
});

export const copyCase = contract({
  method: 'POST',
  url: '/api/programme/:id/case-copy',
  summary: 'Copy the facts of a family of the register for an example: no name, number or address (logged)',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({ personId: uuid }),
  reply: z.object({ family: cells, members: z.array(cells) }),
});
