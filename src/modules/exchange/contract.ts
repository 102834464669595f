import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, page, typed, version } from '#platform/http/shapes.ts';
import { KIND_IDS, STATES } from './domain/kinds.ts';

export * from './contract-delta.ts';

const may = 'import.run' as const;
const words = z.object({ id: z.string(), en: z.string() });
const kind = z.enum(KIND_IDS, { error: 'Pilih jenis berkasnya.' });
const count = z.number().int().min(0);
const seen = z.object({ version });
const done = z.object({ id: z.string() });
const format = z.enum(['xlsx', 'csv']).default('xlsx');

const summary = z.object({
  id: z.string(),
  kind,
  kindName: words,
  name: z.string(),
  period: z.string(),
  state: z.enum(STATES),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  rowsTotal: count,
  rowsDone: count,
  goIn: count.nullable(),
  returned: count.nullable(),
  failure: z.string().nullable(),
  version: z.number(),
});

const mapping = z.object({
  sheet: z.string(),
  sheets: z.array(z.string()),
  headingRow: z.number(),
  headings: z.array(z.object({ at: z.number(), heading: z.string(), samples: z.array(z.string()) })),
  columns: z.array(
    z.object({
      column: z.string(),
      label: z.string(),
      required: z.boolean(),
      at: z.number().nullable(),
      guessed: z.boolean(),
    }),
  ),
  unknown: z.array(z.string()),
  relationCodes: z.enum(['siak', 'dtks']).nullable(),
  formulas: count,
});

const reasonCount = z.object({
  code: z.string(),
  column: z.string(),
  label: words,
  verdict: z.enum(['ragu', 'kembali']),
  rows: count,
  example: z.string(),
});
const placeCount = z.object({
  areaId: z.number(),
  label: z.string(),
  siap: count,
  ragu: count,
  baru: count,
  berubah: count,
  tidakTercantum: count,
});
const check = z.object({
  siap: count,
  ragu: count,
  kembali: count,
  baru: count,
  berubah: count,
  tetap: count,
  tidakTercantum: count,
  dikenal: count,
  reasons: z.array(reasonCount),
  places: z.array(placeCount),
});

export const listImports = contract({
  method: 'GET',
  url: '/api/import',
  summary: 'Imports of the agency, the newest first',
  may,
  query: page,
  reply: z.object({ items: z.array(summary), next: z.string().nullable() }),
});

export const uploadFile = contract({
  method: 'PUT',
  url: '/api/import',
  summary: 'Upload a table file (raw body); its columns are proposed, nothing goes into the register',
  may,
  query: z.object({
    kind,
    name: typed(200, 'nama berkas'),
    period: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Isi bulan berkas sebagai tahun-bulan, misalnya 2026-07.' })
      .optional(),
  }),
  reply: done,
});

export const readImport = contract({
  method: 'GET',
  url: '/api/import/:id',
  summary: 'One import with its stage, mapping, numbers and progress',
  may,
  params: idParams,
  reply: summary.extend({
    observedOn: z.string(),
    mapping,
    previous: z.object({ id: z.string(), name: z.string(), period: z.string() }).nullable(),
    sentence: z.string().nullable(),
    check: check.nullable(),
    failed: z.enum(['check', 'commit', 'undo']).nullable(),
    commit: z.record(z.string(), count).nullable(),
    undo: z.record(z.string(), count).nullable(),
    seconds: z.record(z.string(), z.number()),
  }),
});

export const chooseSheet = contract({
  method: 'POST',
  url: '/api/import/:id/sheet',
  summary: 'Take another sheet of the workbook',
  may,
  params: idParams,
  body: seen.extend({ sheet: typed(200, 'lembar') }),
  reply: done,
});

export const confirmMapping = contract({
  method: 'POST',
  url: '/api/import/:id/mapping',
  summary: 'Confirm or change what the columns mean, and order the check',
  may,
  params: idParams,
  body: seen.extend({
    columns: z.record(z.string(), z.number().int().min(0).max(400)),
    relationCodes: z.enum(['siak', 'dtks']).optional(),
  }),
  reply: done,
});

export const commitImport = contract({
  method: 'POST',
  url: '/api/import/:id/commit',
  summary: 'Order that the checked rows go into the register',
  may,
  params: idParams,
  body: seen,
  reply: done,
});

export const cancelImport = contract({
  method: 'POST',
  url: '/api/import/:id/cancellation',
  summary: 'Put a file aside before anything went in',
  may,
  params: idParams,
  body: seen,
  reply: done,
});

export const undoImport = contract({
  method: 'POST',
  url: '/api/import/:id/undo',
  summary: 'Order that everything an import made is taken back, as far as nobody has touched it since',
  may,
  params: idParams,
  body: seen.extend({ reason: typed(500, 'alasan membatalkan', 5) }),
  reply: done,
});

export const listRows = contract({
  method: 'GET',
  url: '/api/import/:id/rows',
  summary: 'Rows of an import in the order of the file, numbers masked; `missing` gives rows of the file before',
  may,
  params: idParams,
  query: z.object({
    verdict: z.enum(['siap', 'ragu', 'kembali']).optional(),
    change: z.enum(['baru', 'berubah', 'tetap']).optional(),
    code: z.string().max(60).optional(),
    areaId: z.coerce.number().int().optional(),
    kept: z.stringbool().optional(),
    missing: z.stringbool().optional(),
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        no: z.number(),
        title: z.string(),
        area: z.string().nullable(),
        verdict: z.string(),
        change: z.string().nullable(),
        outcome: z.string().nullable(),
        keptWhy: z.string().nullable(),
        reasons: z.array(z.object({ column: z.string(), code: z.string(), sentence: z.string() })),
        changes: z.array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
      }),
    ),
    next: z.string().nullable(),
    total: count,
  }),
});

export const exportRows = contract({
  method: 'GET',
  url: '/api/import/:id/rows-file',
  summary: 'Rows as they came with why, as xlsx or CSV; recorded, for it holds full numbers',
  may,
  params: idParams,
  query: z.object({ rows: z.enum(['kembali', 'ragu', 'tetap_ada', 'tidak_tercantum']), format }),
  reply: z.unknown(),
});

export const exportReport = contract({
  method: 'GET',
  url: '/api/import/:id/report-file',
  summary: 'The report of an import as xlsx or CSV: numbers, reasons, one line a desa',
  may,
  params: idParams,
  query: z.object({ format }),
  reply: z.unknown(),
});
