import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, rupiahDigits, typed, uuid, version } from '#platform/http/shapes.ts';
import { bidang, keptPaper, problem, runState, runSummary, terms } from './shapes.ts';

const decision = z.object({
  id: uuid,
  familyId: uuid,
  name: z.string(),
  kind: z.enum(['jangan_tahan', 'keluarkan', 'tambahkan']),
  code: z.string(),
  reason: z.string(),
  by: z.string(),
  byId: uuid,
  at: instant,
  second: z.string().nullable(),
});

export const listProgrammes = contract({
  method: 'GET',
  url: '/api/programme',
  summary: 'Local programmes with their money and newest list',
  may: 'programme.read',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        bidang: z.string(),
        state: z.enum(['aktif', 'ditutup']),
        period: z.string(),
        benefit: rupiahDigits,
        fundSource: z.string().nullable(),
        pagu: rupiahDigits.nullable(),
        tersisa: rupiahDigits.nullable(),
        list: z
          .object({ id: uuid, state: runState, masuk: z.number(), ditahan: z.number(), cadangan: z.number() })
          .nullable(),
      }),
    ),
  }),
});

export const createProgramme = contract({
  method: 'POST',
  url: '/api/programme',
  summary: 'Start a programme with its first terms',
  may: 'programme.prepare',
  body: z.object({ name: typed(160, 'nama program', 3), bidang, budgetLineId: uuid.nullable(), terms }),
  reply: z.object({ id: uuid }),
});

export const getProgramme = contract({
  method: 'GET',
  url: '/api/programme/:id',
  summary: 'A programme: its newest terms, what rules may ask, decisions about families, lists',
  may: 'programme.read',
  params: idParams,
  reply: z.object({
    id: uuid,
    name: z.string(),
    bidang: z.string(),
    mayChange: z.boolean(),
    budgetLineId: uuid.nullable(),
    versionId: uuid,
    versionNo: z.number(),
    version: z.number(),
    frozen: z.boolean(),
    from: localDate,
    terms,
    problems: z.array(problem),
    phrases: z.array(z.string()),
    line: z
      .object({
        id: uuid,
        name: z.string(),
        fundSource: z.string(),
        year: z.number(),
        pagu: rupiahDigits,
        tersisa: rupiahDigits,
        gates: z.array(z.object({ act: z.string(), closed: z.string().nullable() })),
      })
      .nullable(),
    moratoria: z.array(
      z.object({ areaLabel: z.string(), from: localDate, to: localDate, document: z.string(), exceptions: z.string() }),
    ),
    columns: z.array(
      z.object({
        scope: z.enum(['family', 'member']),
        name: z.string(),
        label: z.string(),
        type: z.enum(['integer', 'boolean', 'enum']),
        unit: z.string().nullable(),
        values: z.array(z.string()),
        confidential: z.boolean(),
      }),
    ),
    tiles: z.array(z.object({ areaId: z.number(), column: z.number(), row: z.number() })),
    juknisFile: keptPaper.nullable(),
    areas: z.array(z.object({ id: z.number(), kode: z.string(), label: z.string(), kind: z.string() })),
    decisions: z.array(decision),
    runs: z.array(runSummary),
    secondPersonAbove: rupiahDigits,
  }),
});

export const saveTerms = contract({
  method: 'PUT',
  url: '/api/programme/:id/terms',
  summary: 'Save changed terms; terms a list was prepared with stay, the change is the next version',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({
    name: typed(160, 'nama program', 3),
    budgetLineId: uuid.nullable(),
    terms,
    versionId: uuid,
    version,
  }),
  reply: z.object({ versionId: uuid, no: z.number() }),
});
