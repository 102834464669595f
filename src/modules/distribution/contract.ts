import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, page, rupiahDigits, typed, uuid } from '#platform/http/shapes.ts';

const state = z.enum(['menunggu', 'sebagian', 'terpenuhi', 'ditahan', 'batal']);
const ruling = z.enum(['efektif', 'ganda', 'batal']);
const item = z.object({ item: z.string().max(80), quantity: z.number().int().positive() });
const amount = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: 'Isi jumlah rupiah yang diserahkan, angka bulat lebih dari nol.' });
const handover = z.object({
  id: uuid,
  entitlementId: uuid,
  occurredAt: instant,
  desk: z.string(),
  amount: rupiahDigits,
  receiver: z.string(),
  isProxy: z.boolean(),
  proxyRelation: z.string().nullable(),
  by: z.string(),
  ruling,
  reason: z.string(),
});
const entitlement = z.object({
  id: uuid,
  code: z.string(),
  state,
  due: rupiahDigits,
  effective: rupiahDigits,
  period: z.string(),
  programmeId: uuid,
  programme: z.string(),
  areaLabel: z.string(),
  payeeName: z.string(),
  nik: z.string().nullable(),
  basket: z.array(item),
  version: z.number(),
});
const tally = z.object({
  all: z.number(),
  done: z.number(),
  partial: z.number(),
  held: z.number(),
  waiting: z.number(),
  due: rupiahDigits,
  effective: rupiahDigits,
});
const place = { programmeId: uuid.optional(), desaId: z.coerce.number().int().optional() };

export const listEntitlements = contract({
  method: 'GET',
  url: '/api/entitlement',
  summary: 'What people are due, by name; NIK masked',
  may: 'programme.read',
  query: page.extend({ ...place, state: state.optional(), q: z.string().trim().max(80).default('') }),
  reply: z.object({ items: z.array(entitlement), next: z.string().nullable() }),
});
export const getTally = contract({
  method: 'GET',
  url: '/api/entitlement/tally',
  summary: 'Counts and rupiah of a desk',
  may: 'programme.read',
  query: z.object(place),
  reply: tally,
});
export const getByCode = contract({
  method: 'GET',
  url: '/api/handover-desk/:code',
  summary: 'The card of one code: who, what is due, what was handed over, whether it may be handed over now',
  may: 'handover.record',
  params: z.object({ code: z.string().max(40) }),
  reply: entitlement.extend({ handovers: z.array(handover), closed: z.string().nullable() }),
});
export const recordHandover = contract({
  method: 'POST',
  url: '/api/handover',
  summary:
    'Keep a handover; effective within what is due, otherwise double with an incident. Repeating an id gives the stored result',
  may: 'handover.record',
  body: z.object({
    id: uuid,
    code: typed(40, 'kode'),
    occurredAt: instant.optional(),
    deviceTime: instant.optional(),
    device: typed(80, 'nama perangkat'),
    desk: z.string().trim().max(40).default(''),
    proxy: z
      .object({ name: typed(120, 'nama wakil'), relation: typed(60, 'hubungan wakil') })
      .nullable()
      .default(null),
    amount,
    items: z.array(item).max(50).default([]),
    alreadyGiven: z.boolean().default(false),
  }),
  reply: z.object({
    handoverId: uuid,
    ruling,
    state,
    due: rupiahDigits,
    effective: rupiahDigits,
    earlier: handover.nullable(),
    incidentId: uuid.nullable(),
  }),
});
export const ruleAgain = contract({
  method: 'POST',
  url: '/api/handover/:id/ruling',
  summary: 'Rule again on a handover, with a reason',
  may: 'handover.rule',
  params: idParams,
  body: z.object({ kind: ruling, reason: typed(500, 'alasan', 5) }),
  reply: z.object({ ruling, state }),
});
export const listIncidents = contract({
  method: 'GET',
  url: '/api/incident',
  summary: 'Incidents of delivery',
  may: 'programme.read',
  query: z.object({ state: z.enum(['terbuka', 'selesai']).default('terbuka') }),
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        kind: z.string(),
        text: z.string(),
        state: z.string(),
        openedAt: instant,
        closedAt: instant.nullable(),
        resolution: z.string().nullable(),
        handoverId: uuid.nullable(),
        entitlementId: uuid.nullable(),
        areaLabel: z.string().nullable(),
      }),
    ),
  }),
});
export const closeIncident = contract({
  method: 'POST',
  url: '/api/incident/:id/resolution',
  summary: 'Close an incident with what was found',
  may: 'handover.rule',
  params: idParams,
  body: z.object({ resolution: typed(1000, 'hasil', 5) }),
  reply: z.object({ closed: z.literal(true) }),
});
export const printBast = contract({
  method: 'GET',
  url: '/api/bast',
  summary: 'Berita acara serah terima of a programme and desa, with its list of receipts (PDF)',
  may: 'programme.read',
  query: z.object({ programmeId: uuid, desaId: z.coerce.number().int() }),
  reply: z.any(),
});
export const listDesks = contract({
  method: 'GET',
  url: '/api/handover-desk',
  summary: 'Programmes with entitlements, and the desa they are in',
  may: 'programme.read',
  reply: z.object({
    items: z.array(
      z.object({
        programmeId: uuid,
        programme: z.string(),
        period: z.string(),
        desaId: z.number(),
        desa: z.string(),
        all: z.number(),
        done: z.number(),
        from: localDate.nullable(),
        stopped: z.string().nullable(),
      }),
    ),
  }),
});
