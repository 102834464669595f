import { z } from 'zod';
import { answerShape as answers, formShape as definition } from '#modules/forms/index.ts';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, version } from '#platform/http/shapes.ts';
import { advanced } from './contract.ts';
import { VERVAL_RESULTS, type VervalResult } from './domain/verval.ts';

const form = { formId: z.string().max(64), formNo: z.number().int().min(1) };
const told = { respondent: z.string().trim().max(120).default(''), notes: z.string().trim().max(1000).default('') };
const results = Object.keys(VERVAL_RESULTS) as [VervalResult, ...VervalResult[]];

export const readVisitForm = contract({
  method: 'GET',
  url: '/api/usulan/:id/visit',
  summary: 'The form a visit is asked with, and what this officer filled in before',
  may: 'usulan.verify_field',
  params: idParams,
  reply: z.object({
    formId: z.string(),
    no: z.number(),
    title: z.string(),
    definition,
    draft: z
      .object({
        visitedOn: z.string(),
        result: z.string(),
        respondent: z.string(),
        notes: z.string(),
        answers,
        savedAt: instant,
      })
      .nullable(),
  }),
});
export const keepVisitDraft = contract({
  method: 'PUT',
  url: '/api/usulan/:id/visit',
  summary: 'Keep what is filled in of a visit so far; one’s own, not yet sent',
  may: 'usulan.verify_field',
  params: idParams,
  body: z.object({ ...form, ...told, visitedOn: z.string().max(10), result: z.string().max(20), answers }),
  reply: z.object({ savedAt: instant }),
});
export const recordVisit = contract({
  method: 'POST',
  url: '/api/usulan/:id/visit',
  summary: 'Keep a visit asked with the form in use: result, answers, where the officer stood',
  may: 'usulan.verify_field',
  params: idParams,
  body: z.object({
    version,
    ...form,
    ...told,
    visitedOn: localDate,
    result: z.enum(results, { error: 'Pilih hasil kunjungan.' }),
    answers: answers.default({}),
    isComplete: z.boolean().default(true),
    place: z
      .object({
        lat: z.number().min(-90).max(90),
        lng: z.number().min(-180).max(180),
        accuracy: z.number().min(0).max(1_000_000).nullish(),
      })
      .nullable()
      .default(null),
  }),
  reply: advanced,
});
