import { z } from 'zod';
import { instant, localDate, rupiahDigits, version } from '#platform/http/shapes.ts';
import { VERDICTS } from './domain/words.ts';

const role = z.object({ id: z.string(), en: z.string() }).nullable();
const sex = z.enum(['L', 'P']).nullable();
/** One record as it stands beside the other. */
export const side = z.object({
  id: z.string(),
  name: z.string(),
  isAlias: z.boolean(),
  maskedNik: z.string().nullable(),
  maskedKk: z.string().nullable(),
  sex,
  birthOn: localDate.nullable(),
  birthPrecision: z.string(),
  birthPlace: z.string().nullable(),
  life: z.string(),
  areaId: z.number().nullable(),
  areaLabel: z.string().nullable(),
  familyId: z.string().nullable(),
  shdk: z.number().nullable(),
  role,
  protection: z.number(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  source: z.string(),
  createdAt: instant,
  observedOn: localDate,
  version,
  relatives: z.array(z.object({ id: z.string(), name: z.string(), role, birthOn: localDate.nullable(), sex })),
  aid: z.array(
    z.object({
      programmeId: z.string(),
      programme: z.string(),
      decree: z.string(),
      amount: rupiahDigits,
      isInForce: z.boolean(),
    }),
  ),
});

/** One compared field, as an officer reads it. */
export const comparison = z.object({ field: z.string(), verdict: z.enum(VERDICTS), sentence: z.string() });
/** Places of digits at which two masked numbers differ; null where one is missing. */
export const numberMarks = z.object({ nik: z.array(z.number()).nullable(), kk: z.array(z.number()).nullable() });
