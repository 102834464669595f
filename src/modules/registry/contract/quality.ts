import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { instant, uuid } from '#platform/http/shapes.ts';
import { QUALITY_COUNTS } from '../domain/quality.ts';
import { summary } from './shapes.ts';

const count = z.number().int();
const row = z.object({
  desaId: z.number(),
  desaLabel: z.string(),
  people: count,
  tanpa_nik: count,
  tidak_sah: count,
  dipakai: count,
  kepala: count,
  usang: count,
});

export const getQuality = contract({
  method: 'GET',
  url: '/api/quality',
  summary: 'The data-quality board: five counts for every desa in sight',
  may: 'quality.read',
  reply: z.object({ items: z.array(row), total: row.omit({ desaId: true, desaLabel: true }) }),
});

export const getQualityCsv = contract({
  method: 'GET',
  url: '/api/quality.csv',
  summary: 'The data-quality board as CSV',
  may: 'quality.read',
  reply: z.string(),
});

export const listQualityFindings = contract({
  method: 'GET',
  url: '/api/quality/finding',
  summary: 'The people and families behind one count of one desa',
  may: 'quality.read',
  query: z.object({
    count: z.enum(QUALITY_COUNTS),
    desaId: z.coerce.number().int(),
    after: uuid.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        detail: z.string(),
        openedAt: instant.nullable(),
        familyId: z.string().nullable(),
        person: summary.nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
