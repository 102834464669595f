import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, page, rupiahDigits, typed, uuid, version } from '#platform/http/shapes.ts';
import { comparison, numberMarks, side } from './contract-shapes.ts';
import { BANDS, BOOKING_STATES, PAIR_STATES, RUN_STATES } from './domain/words.ts';

export {
  activateModel,
  answerBlind,
  downloadAgreement,
  readAgreement,
  readBlind,
  trainModel,
} from './contract-agreement.ts';
export { listFamilyCases, readFamilies, rearrangeFamilies, takeBack } from './contract-families.ts';

const may = 'duplicate.adjudicate' as const;
const person = z.object({ id: z.string(), name: z.string().nullable(), areaLabel: z.string().nullable() });
const pairShape = {
  id: z.string(),
  band: z.enum(BANDS),
  sentence: z.string(),
  foundAt: instant,
  state: z.enum(PAIR_STATES),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string(),
  wantedKeep: z.string().nullable(),
  a: person,
  b: person,
};
const run = z.object({
  id: z.string(),
  state: z.enum(RUN_STATES),
  orderedAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  personsTotal: z.number(),
  personsRead: z.number(),
  pairsFound: z.number(),
  pairsNew: z.number(),
  failure: z.string().nullable(),
  kind: z.enum(['penuh', 'perubahan']),
});
const reason = z.string().trim().max(500, { error: 'Alasan paling panjang 500 huruf.' }).default('');

export const listPairs = contract({
  method: 'GET',
  url: '/api/duplicate',
  summary: 'Pairs of records that may be one person, the likeliest first',
  may,
  query: page.extend({ pile: z.enum(['terbuka', 'tanya', 'menunggu', 'dipesan', 'selesai']).default('terbuka') }),
  reply: z.object({
    items: z.array(z.object(pairShape)),
    next: z.string().nullable(),
    counts: z.object({
      terbuka: z.number(),
      tanya: z.number(),
      menunggu: z.number(),
      dipesan: z.number(),
      selesai: z.number(),
    }),
  }),
});

export const readPair = contract({
  method: 'GET',
  url: '/api/duplicate/:id',
  summary: 'Two records side by side, with what agrees and what stands in the way (logged)',
  may,
  params: idParams,
  reply: z.object({
    ...pairShape,
    comparisons: z.array(comparison),
    sides: z.array(side).length(2),
    numberMarks,
    suggestedKeep: z.string(),
    isOwnProposal: z.boolean(),
    needsSecond: z.boolean(),
    bars: z.object({ keepA: z.array(z.string()), keepB: z.array(z.string()) }),
    bookable: z.object({ keepA: z.boolean(), keepB: z.boolean() }),
    atStake: rupiahDigits,
  }),
});

export const declareDifferent = contract({
  method: 'POST',
  url: '/api/duplicate/:id/difference',
  summary: 'Two different people; remembered for ever',
  may,
  params: idParams,
  body: z.object({ reason }),
  reply: z.object({ state: z.literal('beda') }),
});

export const askAbout = contract({
  method: 'POST',
  url: '/api/duplicate/:id/question',
  summary: 'Asks the desa or kelurahan of each record',
  may,
  params: idParams,
  body: z.object({ reason }),
  reply: z.object({ state: z.literal('tanya') }),
});

export const declareSame = contract({
  method: 'POST',
  url: '/api/duplicate/:id/merge',
  summary: 'One person: merges, or waits for a second person when either record ever stood in a decree',
  may,
  params: idParams,
  body: z.object({ keep: uuid, versions: z.record(z.string(), version), reason }),
  reply: z.object({ state: z.enum(['sama', 'menunggu']), mergeId: z.string().nullable() }),
});

export const bookMerge = contract({
  method: 'POST',
  url: '/api/duplicate/:id/booking',
  summary: 'One person, but barred now: merged the day after the bar has ended',
  may,
  params: idParams,
  body: z.object({ keep: uuid, versions: z.record(z.string(), version), reason }),
  reply: z.object({ state: z.enum(['menunggu', 'dipesan']) }),
});

export const callOff = contract({
  method: 'POST',
  url: '/api/duplicate/:id/booking-end',
  summary: 'Calls a booked merge off; the pair is open again',
  may,
  params: idParams,
  body: z.object({ reason: typed(500, 'Alasan', 3) }),
  reply: z.object({ state: z.literal('terbuka') }),
});

export const listBookings = contract({
  method: 'GET',
  url: '/api/merge-booking',
  summary: 'Merges booked for the day after what bars them ends, with what became of them',
  may,
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        pairId: z.string(),
        keptId: z.string(),
        keptName: z.string(),
        absorbedName: z.string(),
        by: z.string(),
        secondBy: z.string().nullable(),
        at: instant,
        state: z.enum(BOOKING_STATES),
        freeSince: localDate.nullable(),
        lookedOn: localDate.nullable(),
        outcome: z.string(),
      }),
    ),
  }),
});

export const listMerges = contract({
  method: 'GET',
  url: '/api/person-merge',
  summary: 'The latest merges, each of which can be undone',
  may,
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        keptId: z.string(),
        keptName: z.string(),
        absorbedName: z.string(),
        at: instant,
        by: z.string(),
        secondBy: z.string().nullable(),
        reason: z.string(),
        undoneAt: instant.nullable(),
      }),
    ),
  }),
});

export const unmerge = contract({
  method: 'POST',
  url: '/api/person-merge/:id/undoing',
  summary: 'Takes a merge back: both records stand as before',
  may,
  params: idParams,
  body: z.object({ reason: typed(500, 'Alasan', 3) }),
  reply: z.object({ id: z.string() }),
});

export const orderScan = contract({
  method: 'POST',
  url: '/api/duplicate-scan',
  summary: 'Orders a look through the whole register; while one is at work that one is given',
  may,
  reply: z.object({ run: run.nullable() }),
});

export const readScan = contract({
  method: 'GET',
  url: '/api/duplicate-scan',
  summary: 'The latest look through the register, with its progress',
  may,
  reply: z.object({ run: run.nullable() }),
});

const sumsAtStake = { atStake: rupiahDigits, paid: rupiahDigits, toPay: rupiahDigits };
const received = z.object({ id: z.string(), name: z.string(), set: rupiahDigits, paid: rupiahDigits });
export const listDoubleAid = contract({
  method: 'GET',
  url: '/api/double-aid',
  summary: 'The same aid received through two records of one person, with the rupiah at stake',
  may,
  reply: z.object({
    items: z.array(
      z.object({
        pairId: z.string(),
        state: z.enum(PAIR_STATES),
        band: z.enum(BANDS),
        programmeId: z.string(),
        programme: z.string(),
        period: z.string().nullable(),
        areaLabel: z.string().nullable(),
        a: received,
        b: received,
        ...sumsAtStake,
      }),
    ),
    total: z.object({ lines: z.number(), pairs: z.number(), ...sumsAtStake }),
  }),
});

export const downloadDoubleAid = contract({
  method: 'GET',
  url: '/api/double-aid.csv',
  summary: 'The same as CSV, with its sum (logged)',
  may,
  reply: z.any(),
});
