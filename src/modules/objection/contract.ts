import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, typed, version } from '#platform/http/shapes.ts';
import { ANSWER_WAYS, FINDINGS, LIST_GROUNDS } from './domain/grounds.ts';

const keysOf = <T extends Record<string, unknown>>(record: T): (keyof T & string)[] => Object.keys(record);
const words = z.object({ id: z.string(), en: z.string() });
const line = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  name: z.string(),
  areaLabel: z.string(),
  about: z.enum(['daftar', 'hasil_sendiri']),
  ground: z.string(),
  state: z.enum(['berjalan', 'menunggu_pelengkapan', 'disetujui', 'ditolak', 'ditarik']),
  stage: z.enum(['periksa', 'verval', 'musyawarah', 'verifikasi']).nullable(),
  submittedOn: z.string(),
  days: z.number(),
  promisedOn: z.string(),
  settleBy: z.string(),
  askedOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  visits: z.number(),
  finding: z.enum(keysOf(FINDINGS)).nullable(),
  alarms: z.array(z.string()),
  ties: z.number(),
  version: z.number(),
});
const coded = z.array(z.object({ code: z.string(), words }));
const asked = z.object({ receiptNumber: z.string(), pin: z.string(), question: z.string(), dueOn: z.string() });

export const listObjections = contract({
  method: 'GET',
  url: '/api/objection',
  summary: 'Objections in sight, with the day by which each should be settled',
  may: 'usulan.read',
  query: z.object({ over: z.stringbool().default(false) }),
  reply: z.object({ items: z.array(line) }),
});

export const readObjection = contract({
  method: 'GET',
  url: '/api/objection/:id',
  summary: 'One objection: question and answer of the family, what a finding still needs, letters',
  may: 'usulan.read',
  params: idParams,
  reply: line.extend({
    findingReason: z.string().nullable(),
    foundOn: z.string().nullable(),
    visitedOn: z.string().nullable(),
    hasFamilyLetter: z.boolean(),
    question: z
      .object({
        receiptNumber: z.string(),
        question: z.string(),
        askedOn: z.string(),
        dueOn: z.string(),
        answer: z.string().nullable(),
        answeredOn: z.string().nullable(),
        answeredHow: z.enum(keysOf(ANSWER_WAYS)).nullable(),
      })
      .nullable(),
    missing: z.array(z.enum(['tahap', 'keluarga_belum_ditanya', 'jawaban_ditunggu', 'belum_ditinjau'])),
    mayAsk: z.boolean(),
    mayFind: z.boolean(),
    reasons: z.object({ terbukti: coded, tidak_terbukti: coded }),
  }),
});

export const recordObjection = contract({
  method: 'POST',
  url: '/api/objection',
  summary: 'An objection told at a desk; gives receipt number and PIN, once',
  may: 'usulan.propose',
  body: z.object({
    channel: z.enum(['kelurahan', 'dinsos', 'cek_bansos']),
    name: typed(120, 'nama kepala keluarga yang disanggah'),
    address: typed(300, 'alamat'),
    areaId: z.number({ error: 'Pilih desa/kelurahannya.' }).int().positive(),
    objectorDesaId: z.number({ error: 'Pilih desa/kelurahan penyanggah.' }).int().positive(),
    objectorName: typed(120, 'nama penyanggah'),
    objectorPhone: z.string().trim().max(40).default(''),
    ground: z.enum(keysOf(LIST_GROUNDS), { error: 'Pilih dasar sanggahan.' }),
    reason: typed(1000, 'apa yang diketahui penyanggah', 10),
    consent: z.enum(['tertulis', 'lisan_saksi', 'cap_jempol']),
  }),
  reply: z.object({ usulanId: z.string(), receiptNumber: z.string(), pin: z.string() }),
});

export const askFamily = contract({
  method: 'POST',
  url: '/api/objection/:id/question',
  summary: 'Ask the family, as at a periodic look at its data; number and PIN of its own, once',
  may: 'usulan.read',
  params: idParams,
  reply: asked,
});
export const renewFamilyPin = contract({
  method: 'POST',
  url: '/api/objection/:id/question/pin',
  summary: 'A new PIN for the family’s paper',
  may: 'usulan.read',
  params: idParams,
  reply: asked,
});
export const recordAnswer = contract({
  method: 'POST',
  url: '/api/objection/:id/answer',
  summary: 'What the family said, written down by an officer',
  may: 'usulan.read',
  params: idParams,
  body: z.object({ text: typed(1500, 'jawaban keluarga', 5), how: z.enum(['lisan', 'tertulis']) }),
  reply: z.object({ recorded: z.literal(true) }),
});

export const findUpon = contract({
  method: 'POST',
  url: '/api/objection/:id/finding',
  summary: 'Find upon an objection: coded reason and words, a numbered letter to either side',
  may: 'usulan.decide',
  params: idParams,
  body: z.object({
    version,
    finding: z.enum(keysOf(FINDINGS), { error: 'Pilih terbukti atau tidak.' }),
    reasonCode: z.string().min(1, { error: 'Pilih alasannya.' }).max(60),
    text: z.string().trim().max(1000).default(''),
    tracks: z
      .array(z.enum(['pusat', 'daerah']))
      .max(2)
      .default([]),
  }),
  reply: z.object({ version: z.number(), objectorLetter: z.string(), familyLetter: z.string().nullable() }),
});

export const printLetter = contract({
  method: 'GET',
  url: '/api/objection/:id/letter/:side',
  summary: 'The reasoned letter to the objector or to the family, as PDF',
  may: 'usulan.read',
  params: idParams.extend({ side: z.enum(['penyanggah', 'keluarga']) }),
  reply: z.unknown(),
});
