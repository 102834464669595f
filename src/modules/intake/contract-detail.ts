import { z } from 'zod';
import { instantText, queueRow, words } from './contract-shapes.ts';
import { CONSENTS, keysOf, RELATIONS, TIE_RELATIONS, TRACKS } from './domain/kinds.ts';
import { STAGES } from './domain/stages.ts';
import { VERVAL_RESULTS } from './domain/verval.ts';

const stage = z.enum(keysOf(STAGES));
const person = z.object({
  id: z.string(),
  name: z.string(),
  isAlias: z.boolean(),
  maskedNik: z.string().nullable(),
  sex: z.string().nullable(),
  birthOn: z.string().nullable(),
  areaLabel: z.string().nullable(),
  maskedKk: z.string().nullable(),
  life: z.enum(['hidup', 'dilaporkan_meninggal', 'terbukti']),
});
const answer = z.object({
  no: z.number(),
  field: z.string(),
  label: words,
  value: z.unknown(),
  unknown: z.string().nullable(),
  oldValue: z.unknown(),
  oldUnknown: z.string().nullable(),
  oldOn: z.string().nullable(),
  oldSource: z.string().nullable(),
});

/** A usulan as a desk reads it. Numbers of identity are masked. */
export const usulanDetail = queueRow.extend({
  reason: z.string(),
  relation: z.enum(keysOf(RELATIONS)),
  reporterName: z.string().nullable(),
  consent: z.enum(keysOf(CONSENTS)),
  witness: z.string().nullable(),
  facts: z.array(
    z.object({
      key: z.string(),
      label: z.tuple([z.string(), z.string()]).readonly(),
      type: z.enum(['teks', 'tanggal', 'nomor_kk', 'pilihan']),
      value: z.string(),
      words: z.tuple([z.string(), z.string()]).readonly().nullable(),
    }),
  ),
  missingFacts: z.array(z.string()),
  mayChangeFacts: z.boolean(),
  effect: z.object({ did: z.string(), on: z.string(), doubts: z.array(z.string()) }).nullable(),
  tracks: z.array(z.enum(keysOf(TRACKS))),
  draft: z
    .object({
      name: z.string(),
      nik: z.string().nullable(),
      nomorKk: z.string().nullable(),
      birthOn: z.string().nullable(),
      sex: z.enum(['L', 'P']).nullable(),
      address: z.string(),
      phone: z.string().nullable(),
    })
    .nullable(),
  doubts: z.array(z.string()),
  subject: person.nullable(),
  flags: z.array(z.string()),
  candidates: z.array(person),
  lookAlikes: z.array(
    z.object({
      id: z.string(),
      receiptNumber: z.string(),
      name: z.string(),
      kind: z.string(),
      submittedOn: z.string(),
      state: z.string(),
    }),
  ),
  changes: z.array(
    z.object({
      field: z.enum(['name', 'nik', 'nomorKk', 'birthOn', 'sex', 'address', 'phone']),
      was: z.string().nullable(),
      now: z.string().nullable(),
      isChanged: z.boolean(),
    }),
  ),
  register: z.object({ source: z.string(), observedOn: z.string().nullable() }).nullable(),
  visits: z.array(
    z.object({
      id: z.string(),
      visitedOn: z.string(),
      result: z.enum(keysOf(VERVAL_RESULTS)),
      respondent: z.string(),
      notes: z.string(),
      by: z.string(),
      at: instantText,
      flags: z.array(z.string()),
      answers: z.array(answer),
    }),
  ),
  verdict: z.object({ verdict: z.string(), reason: z.string(), onDate: z.string(), kind: z.string() }).nullable(),
  rtAnswer: z
    .object({
      state: z.string(),
      answer: z.string().nullable(),
      askedOn: z.string(),
      answeredOn: z.string().nullable(),
    })
    .nullable(),
  files: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      name: z.string(),
      mediaType: z.string(),
      uploadedAt: instantText,
      doubts: z.array(z.string()),
      place: z.object({ lat: z.number(), lng: z.number(), accuracy: z.number().nullable() }).nullable(),
    }),
  ),
  events: z.array(
    z.object({
      id: z.string(),
      event: z.string(),
      stage: stage.nullable(),
      toState: z.string(),
      reasonCode: z.string().nullable(),
      text: z.string(),
      citizenText: z.string(),
      by: z.string().nullable(),
      role: z.string().nullable(),
      at: instantText,
    }),
  ),
  ties: z.array(
    z.object({
      id: z.string(),
      official: z.string(),
      relation: z.enum(keysOf(TIE_RELATIONS)),
      note: z.string(),
      isOwn: z.boolean(),
    }),
  ),
  holder: z.string().nullable(),
  isMine: z.boolean(),
  stages: z.array(z.object({ no: z.number(), stage, isNow: z.boolean() })),
  acts: z.array(z.enum(['accept', 'ask', 'complete', 'return', 'postpone', 'refuse', 'approve', 'withdraw'])),
  mayLink: z.boolean(),
  mayVisit: z.boolean(),
  opened: z.array(z.string()),
  outcome: z.object({ code: z.string(), text: z.string() }).nullable(),
});
