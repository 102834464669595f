import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid } from '#platform/http/shapes.ts';
import { REVEAL_REASONS } from '../actions/reveal-number.ts';
import {
  allowed,
  birthPrecision,
  both,
  card,
  fact,
  life,
  member,
  number,
  purpose,
  rank,
  sex,
  source,
  unknownReason,
} from './shapes.ts';

const sheet = z.object({
  id: z.string(),
  name: z.string(),
  alias: z.string().nullable(),
  sex: sex.nullable(),
  birth: z.object({ on: localDate, precision: birthPrecision, age: z.number() }).nullable(),
  birthPlace: z.string().nullable(),
  hasMotherName: z.boolean(),
  occupation: z.object({ code: z.number().nullable(), text: z.string().nullable() }),
  phone: z.string().nullable(),
  life,
  diedOn: localDate.nullable(),
  protection: z.number(),
  areaId: z.number(),
  areaLabel: z.string().nullable(),
  source,
  observedOn: localDate,
  version: z.number(),
  numbers: z.array(number),
  noNik: z.object({ code: z.string(), since: localDate }).nullable(),
  otherNames: z.array(z.object({ name: z.string(), kind: z.string(), source: z.string() })),
  family: z
    .object({
      id: z.string(),
      address: z.string().nullable(),
      areaLabel: z.string().nullable(),
      shdk: z.number().nullable(),
      membership: z.enum(['sah', 'klaim']),
      version: z.number(),
      members: z.array(member),
    })
    .nullable(),
  cards: z.array(card),
  memberships: z.array(
    z.object({
      id: z.string(),
      familyId: z.string(),
      shdk: z.number().nullable(),
      state: z.enum(['sah', 'klaim']),
      source: z.string(),
      from: localDate.nullable(),
      until: localDate.nullable(),
    }),
  ),
  facts: z.array(fact),
  centre: z.object({
    ranks: z.array(rank),
    statuses: z.array(
      z.object({
        programme: z.string(),
        period: z.string(),
        status: z.string(),
        exclude: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  ownScore: z
    .object({ cardVersion: z.string(), score: z.number().nullable(), missing: z.array(z.string()) })
    .nullable(),
  proposals: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      state: z.string(),
      stage: z.string().nullable(),
      from: instant,
      dueOn: localDate,
      outcome: z.string().nullable(),
    }),
  ),
  aid: z.array(
    z.object({
      id: z.string(),
      programme: z.string(),
      period: z.string().nullable(),
      amount: z.string(),
      state: z.string(),
      payee: z.boolean(),
      throughRecord: z.string().nullable(),
      handedOverAt: instant.nullable(),
    }),
  ),
  letters: z.array(
    z.object({ id: z.string(), number: z.string(), subject: z.string(), state: z.string(), issuedAt: instant }),
  ),
  ppks: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: both,
      level: z.number(),
      since: localDate,
      until: localDate.nullable(),
      basis: z.string(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      detail: z.string(),
      dueOn: localDate.nullable(),
      role: z.string(),
    }),
  ),
  findings: z.array(z.object({ kind: z.string(), detail: z.string(), openedAt: instant })),
  history: z.array(
    z.object({
      setId: z.string(),
      field: z.string(),
      value: z.string().nullable(),
      unknown: unknownReason.nullable(),
      source,
      observedOn: localDate,
      recordedAt: instant,
      by: z.string().nullable(),
      reason: z.string().nullable(),
      inForce: z.boolean(),
    }),
  ),
  may: allowed,
});

export const getPerson = contract({
  method: 'GET',
  url: '/api/person/:id',
  summary:
    'The one sheet of a citizen: everything all divisions do for her, at the reader’s level (the reading is logged)',
  may: 'person.read',
  params: idParams,
  query: purpose,
  reply: sheet,
});

export const askToReadPerson = contract({
  method: 'POST',
  url: '/api/person/:id/reading',
  summary: 'Give the reason for opening the sheet of a protected person; it then opens for a quarter of an hour',
  may: 'person.read',
  params: idParams,
  body: z.object({ text: typed(500, 'alasan', 10) }),
  reply: z.object({ id: z.string() }),
});

export const getFamily = contract({
  method: 'GET',
  url: '/api/family/:id',
  summary: 'One family: members, KK history, address, facts of its house, the centre’s rank (the reading is logged)',
  may: 'person.read',
  params: idParams,
  query: purpose,
  reply: z.object({
    id: z.string(),
    areaId: z.number(),
    areaLabel: z.string().nullable(),
    address: z.string().nullable(),
    source: z.string(),
    observedOn: localDate,
    version: z.number(),
    members: z.array(member),
    cards: z.array(card),
    facts: z.array(fact),
    ranks: z.array(rank),
    may: allowed,
  }),
});

export const revealNumber = contract({
  method: 'POST',
  url: '/api/number/:id/reveal',
  summary: 'Give the reason for showing a whole NIK or KK number; the number itself is then read with GET',
  may: 'person.reveal',
  params: idParams,
  body: z.object({
    reason: z.enum(REVEAL_REASONS, { error: 'Pilih alasan menampilkan nomor.' }),
    text: z.string().trim().max(300).default(''),
  }),
  reply: z.object({ numberId: uuid }),
});

export const readRevealedNumber = contract({
  method: 'GET',
  url: '/api/number/:id',
  summary: 'The whole number, within a quarter of an hour after its reason was given',
  may: 'person.reveal',
  params: idParams,
  reply: z.object({ value: z.string() }),
});
