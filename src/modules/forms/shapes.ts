import { z } from 'zod';
import type { Answers } from '#engines/form/index.ts';

/** Shapes of forms in JSON. */
const words = z.object({ id: z.string(), en: z.string() });
const surveyRow = z.object({
  type: z.enum([
    'text',
    'integer',
    'decimal',
    'date',
    'select_one',
    'select_multiple',
    'note',
    'geopoint',
    'image',
    'calculate',
    'begin_group',
    'end_group',
    'begin_repeat',
    'end_repeat',
  ]),
  list: z.string(),
  name: z.string(),
  label: words,
  hint: words,
  required: z.string(),
  requiredMessage: words,
  relevant: z.string(),
  constraint: z.string(),
  constraintMessage: words,
  calculation: z.string(),
  default: z.string(),
  choiceFilter: z.string(),
  appearance: z.enum(['', 'numbers', 'minimal']),
  fact: z.string(),
});
export const definition = z.object({
  settings: z.object({ formId: z.string(), title: z.string(), version: z.string() }),
  survey: z.array(surveyRow),
  choices: z.array(
    z.object({ list: z.string(), name: z.string(), label: words, more: z.record(z.string(), z.string()) }),
  ),
});
export const problem = z.object({
  sheet: z.enum(['survey', 'choices', 'settings']),
  row: z.number(),
  column: z.string(),
  code: z.string(),
  sentence: z.string(),
  text: z.string().optional(),
  at: z.tuple([z.number(), z.number()]).optional(),
  isNote: z.literal(true).optional(),
});

const name = z.string().max(64);
const value = z.string().max(4000);
const innermost = z.record(name, value);
const inner = z.record(name, z.union([value, z.array(innermost).max(60)]));
/** Answers by name; repeats in repeats reach two deep. */
export const answers: z.ZodType<Answers, Answers> = z.record(name, z.union([value, z.array(inner).max(60)]));
