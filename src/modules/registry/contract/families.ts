import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, localDate, typed, uuid, version } from '#platform/http/shapes.ts';
import { NINE_CRITERIA, NINE_CRITERIA_FIELDS } from '../domain/nine-criteria.ts';
import { maybeTyped, shdk, source } from './shapes.ts';

export const addMember = contract({
  method: 'POST',
  url: '/api/family/:id/member',
  summary: 'Put a known person into a family; a second head or a person still in another family is kept as a claim',
  may: 'person.register',
  params: idParams,
  body: z.object({ personId: uuid, shdk: shdk.nullable(), areaId: z.number().int() }),
  reply: z.object({ familyId: z.string(), state: z.enum(['sah', 'klaim']), doubts: z.array(z.string()) }),
});

export const leaveFamilyContract = contract({
  method: 'POST',
  url: '/api/person/:id/leaving',
  summary: 'End a person’s membership of her family on a day',
  may: 'person.register',
  params: idParams,
  body: z.object({ on: localDate, reason: typed(200, 'alasan keluar', 3) }),
  reply: z.object({ familyId: z.string(), stay: z.number() }),
});

export const nameHeadContract = contract({
  method: 'POST',
  url: '/api/family/:id/head',
  summary: 'Name the one head of a family',
  may: 'quality.settle',
  params: idParams,
  body: z.object({
    version,
    headId: uuid,
    formerHeads: z.literal([2, 3, 4, 5, 6, 7, 8, 9, 10, 11], { error: 'Pilih hubungan kepala yang lama.' }),
    reason: typed(200, 'alasan', 3),
  }),
  reply: z.object({ version: z.number() }),
});

export const correctAddressContract = contract({
  method: 'POST',
  url: '/api/family/:id/address',
  summary: 'Correct a family’s address; the old one stays in the history',
  may: 'person.register',
  params: idParams,
  body: z.object({
    version,
    address: maybeTyped(200, 'Alamat'),
    source: source.default('petugas'),
    reason: typed(200, 'alasan', 3),
  }),
  reply: z.object({ version: z.number() }),
});

export const changeCardContract = contract({
  method: 'POST',
  url: '/api/family/:id/card',
  summary: 'Give a family its new KK number; the old card stays in the history, a doubtful number is kept as a claim',
  may: 'person.register',
  params: idParams,
  body: z.object({
    version,
    nomorKk: typed(40, 'Nomor KK'),
    source: source.default('petugas'),
    reason: typed(200, 'alasan', 3),
  }),
  reply: z.object({ version: z.number(), doubts: z.array(z.string()) }),
});

const answer = z.enum(NINE_CRITERIA.answers, { error: 'Pilih jawabannya.' });
export const recordNineCriteria = contract({
  method: 'POST',
  url: '/api/family/:id/nine-criteria',
  summary: 'Keep answers to the nine criteria (Kepmensos 262/HUK/2022) as a new observation; earlier ones stay',
  may: 'person.register',
  params: idParams,
  body: z.object({
    observedOn: localDate,
    source: z.enum(['petugas', 'opd']).default('petugas'),
    reason: typed(300, 'alasan', 3),
    answers: z
      .partialRecord(z.enum(NINE_CRITERIA_FIELDS as [string, ...string[]]), answer)
      .refine((answers) => Object.keys(answers).length > 0, { error: 'Isi sedikitnya satu jawaban.' }),
  }),
  reply: z.object({ setId: z.string() }),
});
