import { z } from 'zod';
import { answerShape, formShape } from '#modules/forms/index.ts';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, uuid, version } from '#platform/http/shapes.ts';
import { VERVAL_RESULTS, type VervalResult } from './domain/verval.ts';

const result = z.enum(Object.keys(VERVAL_RESULTS) as [VervalResult, ...VervalResult[]], {
  error: 'Pilih hasil kunjungan.',
});
const tally = z.object({ name: z.string(), asked: z.number(), differs: z.number() });
const done = z.object({ done: z.literal(true) });
const sharePercent = z
  .number({ error: 'Isi bagian dengan angka.' })
  .int({ error: 'Isi bilangan bulat.' })
  .min(1, { error: 'Paling sedikit 1 persen.' })
  .max(50, { error: 'Paling banyak 50 persen.' });

export const listRechecks = contract({
  method: 'GET',
  url: '/api/recheck',
  summary:
    'The second look at visits: share, rounds with their seeds, drawn visits, disagreement by question and by visitor',
  may: 'usulan.recheck',
  reply: z.object({
    setting: z.object({ sharePercent: z.number(), version }),
    rounds: z.array(
      z.object({
        id: uuid,
        from: localDate,
        to: localDate,
        sharePercent: z.number(),
        seed: z.string(),
        visits: z.number(),
        drawn: z.number(),
        by: z.string(),
      }),
    ),
    items: z.array(
      z.object({
        id: uuid,
        usulanId: uuid,
        receiptNumber: z.string(),
        place: z.string(),
        visitedOn: localDate,
        visitor: z.string(),
        result,
        flags: z.array(z.string()),
        secondResult: result.nullable(),
        differs: z.array(z.string()),
        notes: z.string(),
        by: z.string().nullable(),
        at: instant.nullable(),
        isOwn: z.boolean(),
        version,
      }),
    ),
    byQuestion: z.array(tally),
    byVisitor: z.array(tally),
  }),
});
export const drawRecheck = contract({
  method: 'POST',
  url: '/api/recheck/round',
  summary: 'Draw visits of these days for a second look, by chance with a seed that is kept',
  may: 'usulan.recheck',
  body: z.object({ from: localDate, to: localDate }),
  reply: z.object({ drawn: z.number() }),
});
export const changeRecheckShare = contract({
  method: 'PUT',
  url: '/api/recheck/setting',
  summary: 'Which share of visits is drawn, in percent',
  may: 'usulan.recheck',
  body: z.object({ sharePercent, version }),
  reply: done,
});
export const readRecheck = contract({
  method: 'GET',
  url: '/api/recheck/:id',
  summary: 'A drawn visit with the form to be asked again; the first answers are not shown',
  may: 'usulan.recheck',
  params: idParams,
  reply: z.object({
    id: uuid,
    usulanId: uuid,
    receiptNumber: z.string(),
    place: z.string(),
    visitedOn: localDate,
    visitor: z.string(),
    version,
    title: z.string(),
    definition: formShape,
    isOwn: z.boolean(),
    isDone: z.boolean(),
  }),
});
export const recordRecheck = contract({
  method: 'POST',
  url: '/api/recheck/:id/result',
  summary: 'Keep the second look and where it differs from the first',
  may: 'usulan.recheck',
  params: idParams,
  body: z.object({
    version,
    result,
    notes: z.string().trim().max(1000).default(''),
    answers: answerShape.default({}),
  }),
  reply: z.object({ differs: z.number() }),
});
