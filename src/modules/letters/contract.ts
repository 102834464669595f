import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';

const state = z.enum(['diajukan', 'dikembalikan', 'menunggu_setuju', 'terbit', 'ditolak', 'batal']);
const approver = z.enum(['kabid', 'sekretaris', 'kepala_dinas']);
const paper = z.object({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  label: typed(120, 'Nama dokumen'),
  required: z.boolean(),
});
const done = z.object({ done: z.literal(true) });

const kind = z.object({
  code: z.string(),
  name: z.string(),
  class: z.string(),
  title: z.string(),
  body: z.string(),
  fields: z.array(z.object({ name: z.string(), label: z.string(), required: z.boolean() })),
  papers: z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() })),
  validDays: z.number().nullable(),
  approverRole: approver,
  answers: z.boolean(),
  showsNik: z.boolean(),
  lowRisk: z.boolean(),
  fast: z.boolean(),
  targetMinutes: z.number(),
  active: z.boolean(),
  version: z.number(),
});
export const listKinds = contract({
  method: 'GET',
  url: '/api/letter-kind',
  summary: 'Kinds of letters: words, fields, papers asked for, class, validity, approver; the fast lane first',
  reply: z.object({ items: z.array(kind) }),
});
export const changeKind = contract({
  method: 'PUT',
  url: '/api/letter-kind/:code',
  summary: 'Changes a kind of letter; what is issued stays as it is',
  may: 'letter.configure',
  params: z.object({ code: z.string().max(40) }),
  body: z.object({
    name: typed(120, 'Nama jenis surat'),
    class: z
      .string()
      .regex(/^[0-9A-Za-z.]{1,20}$/, { error: 'Kode klasifikasi hanya angka, huruf, dan titik, misalnya 400.9.5.' }),
    title: typed(120, 'Judul surat'),
    body: typed(4000, 'Isi surat'),
    papers: z.array(paper).max(12),
    validDays: z.number().int().min(1).max(3650).nullable(),
    approverRole: approver,
    lowRisk: z.boolean(),
    targetMinutes: z.number().int().min(1).max(10_000),
    active: z.boolean(),
    version,
  }),
  reply: done,
});

const row = z.object({
  id: uuid,
  receiptNumber: z.string(),
  kindCode: z.string(),
  kindName: z.string(),
  holder: z.string(),
  applicant: z.string(),
  areaLabel: z.string().nullable(),
  fast: z.boolean(),
  lowRisk: z.boolean(),
  targetMinutes: z.number(),
  state,
  note: z.string().nullable(),
  requestedByName: z.string(),
  requestedAt: instant,
  waitedMinutes: z.number(),
  decidedAt: instant.nullable(),
  number: z.string().nullable(),
  printed: z.number(),
  version: z.number(),
});
export const listRequests = contract({
  method: 'GET',
  url: '/api/letter-request',
  summary: 'The queue of letters: fast lane first, then whoever waits longest; with today’s numbers',
  may: 'letter.request',
  query: z.object({
    state: state.default('diajukan'),
    kind: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  reply: z.object({
    items: z.array(row),
    waiting: z.array(z.object({ state, n: z.number(), late: z.number() })),
    issued: z.number(),
    median: z.number().nullable(),
  }),
});
export const readRequest = contract({
  method: 'GET',
  url: '/api/letter-request/:id',
  summary: 'One request: fields, papers seen, where it stands, what may be done',
  may: 'letter.request',
  params: idParams,
  reply: row.extend({
    personId: uuid,
    fields: z.record(z.string(), z.string()),
    papers: z.array(z.string()),
    validUntil: localDate.nullable(),
    approverRole: approver,
    kind,
  }),
});
export const takeRequest = contract({
  method: 'POST',
  url: '/api/letter-request',
  summary: 'The front office takes a request; gives the citizen’s number and PIN',
  may: 'letter.request',
  body: z.object({
    kind: z.string().max(40),
    personId: uuid,
    applicant: z.string().trim().max(120).default(''),
    fields: z.record(z.string().max(40), z.string().max(400)).default({}),
    papers: z.array(z.string().max(40)).max(20).default([]),
  }),
  reply: z.object({ id: uuid, receiptNumber: z.string(), pin: z.string() }),
});
export const checkRequest = contract({
  method: 'POST',
  url: '/api/letter-request/:id/check',
  summary: 'The back office has checked it',
  may: 'letter.check',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});
export const returnRequest = contract({
  method: 'POST',
  url: '/api/letter-request/:id/return',
  summary: 'Back to the front office with what is missing, or a no with its reason',
  may: 'letter.check',
  params: idParams,
  body: z.object({ version, act: z.enum(['return', 'refuse']), reason: z.string().max(500) }),
  reply: done,
});
export const completeRequest = contract({
  method: 'POST',
  url: '/api/letter-request/:id/completion',
  summary: 'The front office brings what was missing',
  may: 'letter.request',
  params: idParams,
  body: z.object({
    version,
    fields: z.record(z.string().max(40), z.string().max(400)),
    papers: z.array(z.string().max(40)).max(20),
  }),
  reply: done,
});
export const approveRequests = contract({
  method: 'POST',
  url: '/api/letter-request/approval',
  summary: 'Approves one letter, or several alike ones of a kind whose risk is low: numbers, code, signature',
  may: 'letter.approve',
  body: z.object({
    requests: z
      .array(z.object({ id: uuid, version }))
      .min(1)
      .max(100),
  }),
  reply: z.object({ issued: z.array(z.object({ id: uuid, number: z.string() })) }),
});
export const voidRequest = contract({
  method: 'POST',
  url: '/api/letter-request/:id/voiding',
  summary: 'Voids an issued letter; its number is kept and never given again',
  may: 'letter.approve',
  params: idParams,
  body: z.object({ version, reason: z.string().max(500) }),
  reply: done,
});
export const printLetter = contract({
  method: 'GET',
  url: '/api/letter-request/:id/letter.pdf',
  summary: 'The letter as PDF, also at the desa or kelurahan of its holder',
  may: 'letter.request',
  params: idParams,
  reply: z.any(),
});
