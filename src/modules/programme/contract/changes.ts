import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, uuid } from '#platform/http/shapes.ts';

const shown = z.object({ familyId: uuid, name: z.string(), areaLabel: z.string() });
const reason = z.enum(['meninggal', 'pindah', 'digabung', 'tempat_lewat', 'menolak']);

export const readListChange = contract({
  method: 'GET',
  url: '/api/programme/list/:id/change',
  summary: 'Who would leave a list in force, who of the reserve is proposed, and the changes drafted or made',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    proposals: z.array(shown.extend({ reason, joins: shown.extend({ reserveNo: z.number() }).nullable() })),
    newPayee: z.array(shown),
    changes: z.array(
      z.object({
        id: uuid,
        decreeId: uuid.nullable(),
        state: z.enum(['rancangan', 'berlaku', 'batal']),
        pairs: z.array(z.object({ leaves: shown, reason, note: z.string(), joins: shown.nullable() })),
      }),
    ),
  }),
});

export const draftListChange = contract({
  method: 'POST',
  url: '/api/programme/list/:id/change',
  summary:
    'Draft the decree that changes a list in force; families without a recorded reason need a note that they refused',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({
    families: z
      .array(z.object({ familyId: uuid, note: z.string().trim().max(500).default('') }))
      .min(1, { error: 'Pilih paling sedikit satu keluarga yang keluar.' })
      .max(2000)
      .refine((list) => new Set(list.map((one) => one.familyId)).size === list.length, {
        error: 'Satu keluarga hanya dipilih satu kali.',
      }),
  }),
  reply: z.object({ id: uuid }),
});
