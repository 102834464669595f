import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { instant, localDate, page, uuid, version } from '#platform/http/shapes.ts';
import { CENTRE_RESULTS, keysOf } from '../domain/words.ts';

const centreResult = z.enum(keysOf(CENTRE_RESULTS));
const usulanParams = z.object({ usulanId: uuid });
const submission = z.object({
  usulanId: uuid,
  name: z.string(),
  kindName: z.string(),
  areaLabel: z.string(),
  rtLabel: z.string(),
  receiptNumber: z.string(),
  period: z.string(),
  ratifiedOn: localDate.nullable(),
  keyedAt: instant.nullable(),
  keyedByName: z.string().nullable(),
  ticket: z.string().nullable(),
  result: centreResult.nullable(),
  resultReason: z.string().nullable(),
  resultAt: instant.nullable(),
  version,
});

export const listSubmissions = contract({
  method: 'GET',
  url: '/api/pengetikan',
  summary: 'The centre’s cycle: to be keyed, waiting for the centre, answered; with counts',
  may: 'centre.key',
  query: page.extend({ pile: z.enum(['ketik', 'menunggu', 'hasil']).default('ketik') }),
  reply: z.object({
    counts: z.object({ ketik: z.number(), menunggu: z.number(), hasil: z.number() }),
    items: z.array(submission),
    next: z.string().nullable(),
  }),
});

export const openSheet = contract({
  method: 'POST',
  url: '/api/pengetikan/:usulanId/sheet',
  summary: 'Open one family in SIKS-NG’s order with full numbers; logged, the task is the reason',
  may: 'centre.key',
  params: usulanParams,
  reply: z.object({
    submission,
    columns: z.array(z.string()),
    members: z.array(z.object({ name: z.string(), isSubject: z.boolean(), cells: z.array(z.string()) })),
  }),
});

export const recordTicket = contract({
  method: 'POST',
  url: '/api/pengetikan/:usulanId/ticket',
  summary: 'Tick as keyed, with SIKS-NG’s ticket; answers the next family',
  may: 'centre.key',
  params: usulanParams,
  body: z.object({ version, ticket: z.string().max(60), correct: z.boolean().default(false) }),
  reply: z.object({ ticket: z.string(), nextUsulanId: uuid.nullable() }),
});

export const recordResult = contract({
  method: 'POST',
  url: '/api/pengetikan/results',
  summary: 'Record the centre’s answer to one ticket; the citizen is told',
  may: 'centre.key',
  body: z.object({ ticket: z.string().max(60), result: centreResult, reason: z.string().trim().max(400).default('') }),
  reply: z.object({ ok: z.literal(true) }),
});
