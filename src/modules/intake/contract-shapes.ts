import { z } from 'zod';
import { CHANNELS, KINDS, keysOf, STATES } from './domain/kinds.ts';
import { STAGES } from './domain/stages.ts';

/** Shapes that several contracts of this module share. */
export const words = z.object({ id: z.string().max(200), en: z.string().max(200) });
/** An instant as JSON writes it. */
export const instantText = z.union([z.date(), z.string()]);

export const queueRow = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  name: z.string(),
  kind: z.enum(keysOf(KINDS)),
  channel: z.enum(keysOf(CHANNELS)),
  state: z.enum(keysOf(STATES)),
  stage: z.enum(keysOf(STAGES)).nullable(),
  areaId: z.number(),
  areaLabel: z.string(),
  rtLabel: z.string().nullable(),
  subjectPersonId: z.string().nullable(),
  subjectFamilyId: z.string().nullable(),
  submittedOn: z.string(),
  citizenDays: z.number(),
  dueOn: z.string(),
  isLate: z.boolean(),
  promisedOn: z.string(),
  isPromiseLate: z.boolean(),
  isLinked: z.boolean(),
  asked: z.string().nullable(),
  returns: z.number(),
  version: z.number(),
});
