import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { localDate, uuid } from '#platform/http/shapes.ts';
import { BANDS, VERDICTS } from './domain/words.ts';

const typedOrNull = (most: number) => z.string().trim().max(most).nullable().default(null);
const sex = z.enum(['L', 'P']).nullable();
const role = z.object({ id: z.string(), en: z.string() }).nullable();
const person = z.object({
  id: z.string(),
  name: z.string(),
  isAlias: z.boolean(),
  maskedNik: z.string().nullable(),
  sex,
  birthOn: localDate.nullable(),
  birthPrecision: z.string(),
  life: z.string(),
  areaId: z.number().nullable(),
  areaLabel: z.string().nullable(),
  familyId: z.string().nullable(),
  maskedKk: z.string().nullable(),
  shdk: z.number().nullable(),
  protection: z.number(),
});

export const findLikely = contract({
  method: 'POST',
  url: '/api/person/likely',
  summary:
    'Who may be the person about to be registered: those in sight with reasons and family, and one neutral line for anybody else',
  may: 'person.register',
  body: z.object({
    name: z.string().trim().max(120).default(''),
    sex: sex.default(null),
    birthOn: localDate.nullable().default(null),
    nik: typedOrNull(40),
    nomorKk: typedOrNull(40),
    motherName: typedOrNull(120),
    birthPlace: typedOrNull(80),
    address: typedOrNull(200),
    phone: typedOrNull(30),
    areaId: z.number().int().nullable().default(null),
    /** A proposal about somebody not in the register yet: what it says of her is asked in place of the rest. */
    usulanId: uuid.nullable().default(null),
  }),
  reply: z.object({
    isReady: z.boolean(),
    items: z.array(
      z.object({
        person,
        band: z.enum(BANDS).nullable(),
        sentence: z.string(),
        comparisons: z.array(z.object({ field: z.string(), verdict: z.enum(VERDICTS), sentence: z.string() })),
        relatives: z.array(z.object({ id: z.string(), name: z.string(), role, birthOn: localDate.nullable() })),
      }),
    ),
    elsewhere: z.string().nullable(),
  }),
});

export const readOnline = contract({
  method: 'GET',
  url: '/api/duplicate-index',
  summary: 'How far the index for the question at registration is, and what it holds',
  may: 'duplicate.adjudicate',
  reply: z.object({
    state: z.enum(['belum', 'membangun', 'siap', 'gagal']),
    read: z.number(),
    total: z.number(),
    persons: z.number(),
    seconds: z.number(),
    bytes: z.number(),
  }),
});
