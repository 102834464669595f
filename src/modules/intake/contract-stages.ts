import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { typed } from '#platform/http/shapes.ts';
import { instantText, words } from './contract-shapes.ts';
import { KINDS, keysOf } from './domain/kinds.ts';
import { STAGES } from './domain/stages.ts';

const stage = z.enum(keysOf(STAGES));
const kind = z.enum(keysOf(KINDS));

const stageRule = z.object({
  no: z.number().int(),
  stage,
  roles: z.array(z.string().max(40)),
  officeDays: z.number().int().min(1, { error: 'Lama tahap paling sedikit 1 hari kerja.' }).max(90),
  skipKinds: z.array(kind),
});
const mark = z.object({ day: z.number().int().min(1).max(31), label: words });
export const readStages = contract({
  method: 'GET',
  url: '/api/stage',
  summary: 'The orders of stages, who may act at each, and the marks of the month',
  may: 'stage.configure',
  reply: z.object({
    orders: z.array(
      z.object({
        no: z.number(),
        name: z.string(),
        active: z.boolean(),
        madeBy: z.string().nullable(),
        madeAt: instantText,
        open: z.number(),
        stages: z.array(stageRule),
      }),
    ),
    roles: z.array(z.object({ stage, roles: z.array(z.object({ id: z.string(), name: words })) })),
    marks: z.array(mark),
  }),
});
export const chooseOrder = contract({
  method: 'POST',
  url: '/api/stage/order',
  summary: 'Put an order in force: a known one by number, or a new one',
  may: 'stage.configure',
  body: z.union([
    z.object({ no: z.number().int().min(1) }),
    z.object({ name: typed(80, 'nama urutan'), stages: z.array(stageRule).min(2).max(4) }),
  ]),
  reply: z.object({ no: z.number() }),
});
export const setMonthMarks = contract({
  method: 'POST',
  url: '/api/stage/month-marks',
  summary: 'Replace the marks of the month',
  may: 'stage.configure',
  body: z.object({ marks: z.array(mark).max(20) }),
  reply: z.object({ marks: z.array(mark) }),
});
