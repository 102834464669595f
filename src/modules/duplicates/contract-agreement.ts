import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, typed, uuid } from '#platform/http/shapes.ts';
import { comparison, numberMarks, side } from './contract-shapes.ts';
import { ANSWERS, BANDS } from './domain/words.ts';

const may = 'duplicate.adjudicate' as const;
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();

export const readBlind = contract({
  method: 'GET',
  url: '/api/blind-reading',
  summary: 'The next pair for this officer to read without knowing what was answered, as the records stood then',
  may,
  reply: z.object({
    waiting: z.number(),
    next: z
      .object({
        id: z.string(),
        shown: z.object({ comparisons: z.array(comparison), sides: z.array(side).length(2), numberMarks }),
      })
      .nullable(),
  }),
});

export const answerBlind = contract({
  method: 'POST',
  url: '/api/blind-reading/:id/answer',
  summary: 'The blind answer of a second or third officer; changes no record',
  may,
  params: idParams,
  body: z.object({ answer: z.enum(ANSWERS, { error: 'Pilih: orang yang sama, atau bukan.' }) }),
  reply: z.object({ id: z.string() }),
});

export const readAgreement = contract({
  method: 'GET',
  url: '/api/duplicate-agreement',
  summary: 'How far officers agree, how right the bands are, and the history of models',
  may,
  reply: z.object({
    table: z.object({
      sameBoth: z.number(),
      sameFirst: z.number(),
      sameSecond: z.number(),
      differentBoth: z.number(),
    }),
    kappa: interval,
    enough: z.number(),
    open: z.object({ waiting: z.number(), third: z.number() }),
    officers: z.array(
      z.object({ first: z.string(), second: z.string(), readings: z.number(), agreed: z.number(), kappa: interval }),
    ),
    bands: z.array(z.object({ band: z.enum(BANDS), decisions: z.number(), same: z.number(), share: interval })),
    decisions: z.object({
      all: z.number(),
      same: z.number(),
      neededToTrain: z.number(),
      neededToCalibrate: z.number(),
    }),
    models: z.array(
      z.object({
        id: z.string(),
        trainedAt: instant,
        trainedBy: z.string(),
        trainedOn: z.object({ decisions: z.number(), same: z.number(), different: z.number() }),
        isCalibrated: z.boolean(),
        isActive: z.boolean(),
      }),
    ),
    activations: z.array(z.object({ modelId: z.string().nullable(), at: instant, by: z.string(), reason: z.string() })),
  }),
});

export const downloadAgreement = contract({
  method: 'GET',
  url: '/api/duplicate-agreement.csv',
  summary: 'Agreement by pair of officers as CSV',
  may,
  reply: z.any(),
});

export const trainModel = contract({
  method: 'POST',
  url: '/api/link-model',
  summary: 'Learns a model from what was decided; it is not in force by that',
  may: 'duplicate.model',
  reply: z.object({ id: z.string(), decisions: z.number() }),
});

export const activateModel = contract({
  method: 'POST',
  url: '/api/link-model-in-force',
  summary: 'Puts a learnt model in force, or goes back to the shipped one',
  may: 'duplicate.model',
  body: z.object({ modelId: uuid.nullable(), reason: typed(500, 'Alasan', 3) }),
  reply: z.object({ modelId: z.string().nullable() }),
});
