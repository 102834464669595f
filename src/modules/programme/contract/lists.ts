import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';
import { desaRow, familyLine, runSummary, terms } from './shapes.ts';

export const prepareList = contract({
  method: 'POST',
  url: '/api/programme/:id/list',
  summary: 'Prepare the list: freeze inputs and result with their hashes and reserve the pagu',
  may: 'programme.prepare',
  params: idParams,
  reply: z.object({ runId: uuid }),
});

export const getList = contract({
  method: 'GET',
  url: '/api/programme/list/:id',
  summary: 'A prepared list: money, hashes, decree, per desa',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    run: runSummary,
    terms,
    phrases: z.array(z.string()),
    decree: z
      .object({
        id: uuid,
        state: z.enum(['rancangan', 'paraf', 'ditandatangani', 'berlaku', 'dicabut']),
        number: z.string().nullable(),
        onDate: localDate.nullable(),
        signatory: z.string().nullable(),
        version: z.number(),
        waitingFor: z.string().nullable(),
      })
      .nullable(),
    line: z.object({ id: uuid, name: z.string(), fundSource: z.string(), year: z.number() }).nullable(),
    gate: z.string().nullable(),
    mayConfirm: z.boolean(),
    order: z.string(),
    ties: z.string(),
    desa: z.array(desaRow.omit({ quota: true })),
    replacement: z.string().nullable(),
  }),
});

const rowQuery = z.object({
  place: z.enum(['masuk', 'ditahan', 'cadangan', 'tidak', 'verifikasi']).optional(),
  areaId: z.coerce.number().int().optional(),
});

export const listRows = contract({
  method: 'GET',
  url: '/api/programme/list/:id/row',
  summary: 'Families of a prepared list by rank, with the reason where they stand',
  may: 'programme.read',
  params: idParams,
  query: rowQuery.extend({
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(familyLine), next: z.string().nullable() }),
});

export const exportRows = contract({
  method: 'GET',
  url: '/api/programme/list/:id/rows.csv',
  summary: 'The list by name and address with masked NIK, as CSV',
  may: 'programme.read',
  params: idParams,
  query: rowQuery,
  reply: z.string(),
});

export const printDecreeDraft = contract({
  method: 'GET',
  url: '/api/programme/list/:id/sk.pdf',
  summary: 'The draft of the decree with its annex (names, masked NIK)',
  may: 'programme.read',
  params: idParams,
  reply: z.string(),
});

export const confirmList = contract({
  method: 'POST',
  url: '/api/programme/list/:id/confirmation',
  summary: 'A second person confirms a list above the agency’s limit; its decree is drafted',
  may: 'decree.paraf',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ id: uuid }),
});

export const cancelList = contract({
  method: 'POST',
  url: '/api/programme/list/:id/cancellation',
  summary: 'Call off a prepared list before its decree is signed; its pagu is free again',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({ version, reason: typed(500, 'alasan pembatalan') }),
  reply: z.object({ id: uuid }),
});

export const renewList = contract({
  method: 'POST',
  url: '/api/programme/list/:id/renewal',
  summary: 'Prepare a draft list anew on the register of today: the old draft is called off in the same act',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ runId: uuid }),
});

const hashes = z.object({ snapshotHash: z.string(), resultHash: z.string() });

export const verifyList = contract({
  method: 'GET',
  url: '/api/programme/list/:id/verification',
  summary: 'Compute a list once more from its frozen inputs and compare the hashes',
  may: 'programme.read',
  params: idParams,
  reply: z.object({ same: z.boolean(), recorded: hashes, computed: hashes }),
});

export const recheckList = contract({
  method: 'GET',
  url: '/api/programme/list/:id/recheck',
  summary: 'The same terms on the register of today: who would come in and go out',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    snapshot: z.object({ id: z.string(), at: instant }),
    cameInCount: z.number(),
    wentOutCount: z.number(),
    goneCount: z.number(),
    causes: z.array(
      z.object({
        cause: z.enum(['hilang', 'anggota', 'pindah', 'desil', 'usang', 'rangkap', 'tergeser']),
        families: z.number(),
        losePlace: z.number(),
        first: z.array(z.object({ familyId: uuid, name: z.string(), areaLabel: z.string(), keepsPlace: z.boolean() })),
      }),
    ),
    cameIn: z.array(familyLine),
    wentOut: z.array(familyLine),
  }),
});
