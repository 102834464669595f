import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';
import { DECREE_KINDS, DECREE_STATES } from '../domain/decree.ts';

const decreeKind = z.enum(DECREE_KINDS);
const holderKind = z.enum(['definitif', 'plt', 'plh']);
const done = z.object({ ok: z.literal(true) });

const decree = z.object({
  id: uuid,
  kind: decreeKind,
  title: z.string(),
  state: z.enum(DECREE_STATES),
  number: z.string().nullable(),
  onDate: localDate.nullable(),
  signatory: z.string().nullable(),
  signedKind: holderKind.nullable(),
  signedPosition: z.string().nullable(),
  waitingParaf: z.string().nullable(),
  preparedByName: z.string(),
  createdAt: instant,
  refKind: z.string().nullable(),
  refId: uuid.nullable(),
  version,
});

export const listDecrees = contract({
  method: 'GET',
  url: '/api/sk',
  summary: 'Decrees of both kinds, newest first; `open` leaves out those in force or ended',
  may: 'programme.read',
  query: z.object({ kind: decreeKind.optional(), open: z.stringbool().default(false) }),
  reply: z.object({ items: z.array(decree) }),
});

export const getDecree = contract({
  method: 'GET',
  url: '/api/sk/:id',
  summary: 'One decree with its chain of initials and who may act now',
  may: 'programme.read',
  params: idParams,
  reply: decree.extend({
    contentHash: z.string(),
    paraf: z.array(
      z.object({
        position: z.string(),
        given: z.object({ holder: z.string(), kind: holderKind, at: instant }).nullable(),
      }),
    ),
    recordedByName: z.string().nullable(),
    recordedAt: instant.nullable(),
    inForceAt: instant.nullable(),
    endedReason: z.string().nullable(),
    endedByName: z.string().nullable(),
    endedAt: instant.nullable(),
    hasScan: z.boolean(),
    can: z.object({ paraf: z.boolean(), sign: z.boolean(), putInForce: z.boolean(), end: z.boolean() }),
  }),
});

export const giveParaf = contract({
  method: 'POST',
  url: '/api/sk/:id/paraf',
  summary: 'Give the next initial of the chain',
  may: 'decree.paraf',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});

export const recordSignature = contract({
  method: 'POST',
  url: '/api/sk/:id/signature',
  summary: 'Record number, date and signatory: a holder of a signing position, or the head of the region by name',
  may: 'decree.record',
  params: idParams,
  body: z.object({
    version,
    number: z.string().trim().max(80),
    onDate: z.iso.date({ error: 'Isi tanggal dokumen.' }),
    holderId: z.uuid({ error: 'Pilih penanda tangan.' }).optional(),
    headOfRegion: z.string().trim().max(120).optional(),
  }),
  reply: done,
});

export const putInForce = contract({
  method: 'POST',
  url: '/api/sk/:id/force',
  summary: 'Put a signed decree in force; what follows happens at once',
  may: 'decree.record',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});

export const endDecree = contract({
  method: 'POST',
  url: '/api/sk/:id/end',
  summary: 'Call off a decree that is not in force, or revoke one that is',
  may: 'decree.paraf',
  params: idParams,
  body: z.object({ version, reason: typed(400, 'alasan') }),
  reply: done,
});

export const putDecreeScan = contract({
  method: 'PUT',
  url: '/api/sk/:id/scan',
  summary: 'Scan of the signed decree (raw body: PDF, JPG or PNG)',
  may: 'decree.record',
  params: idParams,
  reply: done,
});

export const getDecreeScan = contract({
  method: 'GET',
  url: '/api/sk/:id/scan',
  summary: 'The scan of the signed decree',
  may: 'programme.read',
  params: idParams,
  reply: z.unknown(),
});

export const listSigners = contract({
  method: 'GET',
  url: '/api/sk/signers',
  summary:
    'Who may sign on a day: holders of signing positions, definitive or acting, and the title of the head of the region',
  may: 'programme.read',
  query: z.object({ on: localDate.optional() }),
  reply: z.object({
    headOfRegion: z.string(),
    items: z.array(z.object({ holderId: uuid, position: z.string(), holder: z.string(), kind: holderKind })),
  }),
});

export const getParafChains = contract({
  method: 'GET',
  url: '/api/sk/chains',
  summary: 'The agency’s chain of initials for each kind of decree, and the positions to choose from',
  may: 'report.read',
  reply: z.object({
    positions: z.array(z.object({ id: uuid, name: z.string() })),
    chains: z.array(
      z.object({
        kind: decreeKind,
        steps: z.array(z.object({ positionId: uuid, position: z.string() })),
        fault: z.string().nullable(),
      }),
    ),
  }),
});

export const setParafChain = contract({
  method: 'PUT',
  url: '/api/sk/chains/:kind',
  summary: 'Set the chain of initials for a kind of decree; drafts already made keep theirs',
  may: 'stage.configure',
  params: z.object({ kind: decreeKind }),
  body: z.object({ positionIds: z.array(uuid).max(12) }),
  reply: done,
});
