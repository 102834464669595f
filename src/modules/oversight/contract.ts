import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { instant, localDate } from '#platform/http/shapes.ts';

const paging = {
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const trace = z.object({
  seq: z.string(),
  at: instant,
  username: z.string(),
  position: z.string().nullable(),
  role: z.string().nullable(),
  event: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  areaName: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  purpose: z.string().nullable(),
  block: z.string().nullable(),
});

export const listAudit = contract({
  method: 'GET',
  url: '/api/audit',
  summary: 'The audit trail, newest first; values of protected subjects are not in it',
  may: 'audit.read',
  query: z.object({
    event: z.string().trim().max(60).default(''),
    username: z.string().trim().max(80).default(''),
    subject: z.string().trim().max(80).default(''),
    from: localDate.optional(),
    until: localDate.optional(),
    ...paging,
  }),
  reply: z.object({ items: z.array(trace), next: z.string().nullable() }),
});
export const listReadings = contract({
  method: 'GET',
  url: '/api/access-log',
  summary: 'Who opened which full record, and why',
  may: 'audit.read',
  query: z.object({
    username: z.string().trim().max(80).default(''),
    subject: z.string().trim().max(80).default(''),
    ...paging,
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: instant,
        username: z.string(),
        name: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        purpose: z.string(),
        text: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
export const getSeal = contract({
  method: 'GET',
  url: '/api/audit/seal',
  summary: 'The last sealed block: its root is what the daily report prints',
  may: 'audit.read',
  reply: z.object({ block: z.string(), root: z.string(), sealedAt: instant.nullable(), waiting: z.number() }),
});
