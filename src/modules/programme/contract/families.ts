import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, localDate, typed, uuid } from '#platform/http/shapes.ts';
import { familyLine, place, rowKind, runState, verdict } from './shapes.ts';

export const decideFamily = contract({
  method: 'POST',
  url: '/api/programme/:id/decision',
  summary: 'Decide about one family: do not hold, take out, add (with a second person); survives every re-run',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({
    familyId: uuid,
    kind: z.enum(['jangan_tahan', 'keluarkan', 'tambahkan']),
    code: z.enum(
      ['pindah', 'meninggal', 'menolak', 'mampu', 'sudah_dibantu', 'darurat', 'perintah_pengadilan', 'lainnya'],
      {
        error: 'Pilih kode alasan.',
      },
    ),
    reason: typed(500, 'alasan', 10),
  }),
  reply: z.object({ id: uuid }),
});

const decisionParams = z.object({ id: uuid, decisionId: uuid });

export const confirmDecision = contract({
  method: 'POST',
  url: '/api/programme/:id/decision/:decisionId/confirmation',
  summary: 'A second person confirms a manual addition',
  may: 'decree.paraf',
  params: decisionParams,
  reply: z.object({ id: uuid }),
});

export const withdrawDecision = contract({
  method: 'DELETE',
  url: '/api/programme/:id/decision/:decisionId',
  summary: 'Withdraw a decision about a family',
  may: 'programme.prepare',
  params: decisionParams,
  reply: z.object({ id: uuid }),
});

export const getFamilyInProgrammes = contract({
  method: 'GET',
  url: '/api/programme/family/:id',
  summary:
    'One family in every programme: verdict, each row with the value found, rank, cut, what would change it (logged)',
  may: 'person.read',
  params: idParams,
  reply: z.object({
    family: z.object({ id: uuid, name: z.string(), maskedNik: z.string().nullable(), areaLabel: z.string() }),
    programmes: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        now: familyLine
          .extend({
            rows: z.array(
              z.object({
                no: z.number(),
                kind: rowKind,
                passes: verdict,
                text: z.string(),
                found: z.string(),
                sources: z.array(z.string()),
                reason: z.string(),
                basis: z.string(),
              }),
            ),
            cut: z.object({ rank: z.number().nullable(), position: z.string() }).optional(),
            changes: z.array(z.string()),
            missing: z.array(z.string()),
          })
          .nullable(),
        list: z
          .object({
            runId: uuid,
            state: runState,
            place,
            rank: z.number().nullable(),
            reserveNo: z.number().nullable(),
            heldUntil: localDate.nullable(),
          })
          .nullable(),
        decisions: z.array(z.object({ familyId: uuid, kind: z.string(), reason: z.string() })),
      }),
    ),
  }),
});
