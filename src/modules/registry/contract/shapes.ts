import { z } from 'zod';
import { localDate } from '#platform/http/shapes.ts';
import { BIRTH_PRECISIONS } from '../domain/new-person.ts';
import { SOURCES } from '../domain/source.ts';

export const sex = z.enum(['L', 'P'], { error: 'Pilih laki-laki atau perempuan.' });
export const life = z.enum(['hidup', 'dilaporkan_meninggal', 'terbukti']);
export const source = z.enum(SOURCES);
export const birthPrecision = z.enum([...BIRTH_PRECISIONS, 'tidak_tahu']);
export const birth = z.object({ on: localDate, precision: z.enum(BIRTH_PRECISIONS) });
export const shdk = z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
export const shownState = z.enum(['tercatat', 'klaim', 'nonaktif', 'salah']);
export const both = z.object({ id: z.string(), en: z.string() });
export const unknownReason = z.enum(['tidak_tahu', 'menolak', 'belum_ditanya', 'usang']);
/** Text of at most so many letters that may be left empty. */
export const maybeTyped = (most: number, name: string) =>
  z
    .string()
    .trim()
    .max(most, { error: `${name} paling panjang ${most} huruf.` })
    .nullish();

export const summary = z.object({
  id: z.string(),
  name: z.string(),
  isAlias: z.boolean(),
  maskedNik: z.string().nullable(),
  sex: sex.nullable(),
  birthOn: localDate.nullable(),
  birthPrecision,
  life,
  areaId: z.number().nullable(),
  areaLabel: z.string().nullable(),
  familyId: z.string().nullable(),
  maskedKk: z.string().nullable(),
  shdk: z.number().nullable(),
  protection: z.number(),
});

export const number = z.object({
  id: z.string(),
  kind: z.string(),
  masked: z.string(),
  state: shownState,
  problems: z.array(z.string()),
  source: z.string(),
  since: localDate.nullable(),
});
export const card = z.object({
  id: z.string(),
  familyId: z.string(),
  masked: z.string(),
  state: z.enum(['tercatat', 'klaim', 'nonaktif', 'salah', 'lama']),
  problems: z.array(z.string()),
  source: z.string(),
  from: localDate.nullable(),
  until: localDate.nullable(),
});
export const member = z.object({
  memberId: z.string(),
  personId: z.string(),
  name: z.string(),
  isAlias: z.boolean(),
  maskedNik: z.string().nullable(),
  shdk: z.number().nullable(),
  sex: sex.nullable(),
  age: z.number().nullable(),
  life,
  state: z.enum(['sah', 'klaim']),
  since: localDate.nullable(),
});
export const fact = z.object({
  subject: z.enum(['person', 'family']),
  field: z.string(),
  label: both,
  value: z.string().nullable(),
  unknown: unknownReason.nullable(),
  last: z.string().nullable(),
  observedOn: localDate.nullable(),
  source: source.nullable(),
  staleOn: localDate.nullable(),
});
export const rank = z.object({ period: z.string(), desil: z.number() });
export const allowed = z.object({ correct: z.boolean(), reveal: z.boolean(), settle: z.boolean() });
/** The task the reader is in, or the desk. A reason in words is never part of an address. */
export const purpose = z.object({
  purpose: z
    .string()
    .regex(/^(meja|(usulan|task|penyaluran|ganda):[0-9a-f-]{36})$/, { error: 'Tugas tidak dikenal.' })
    .default('meja'),
});
