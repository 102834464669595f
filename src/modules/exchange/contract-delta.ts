import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, typed, version } from '#platform/http/shapes.ts';
import { ANSWER_IDS, DELTA_KIND_IDS } from './domain/delta.ts';

const words = z.object({ id: z.string(), en: z.string() });
const count = z.number().int().min(0);
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Isi bulan sebagai tahun-bulan, misalnya 2026-07.' });
const kind = z.enum(DELTA_KIND_IDS, { error: 'Pilih jenis perubahannya.' });
const areaId = z.coerce.number().int().optional();
const read = 'report.read' as const;
/** Counts are for whoever reads reports; names only for who may read people. */
const people = 'person.read' as const;
const act = 'centre.key' as const;

export const readDelta = contract({
  method: 'GET',
  url: '/api/perubahan',
  summary: 'What the centre’s files of a month changed, counted per desa; the newest month when none is named',
  may: read,
  query: z.object({ period: month.optional() }),
  reply: z.object({
    period: z.string(),
    periods: z.array(z.string()),
    runs: z.array(
      z.object({
        importId: z.string(),
        kind: z.string(),
        kindName: words,
        name: z.string(),
        previousPeriod: z.string().nullable(),
      }),
    ),
    places: z.array(
      z.object({
        areaId: z.number(),
        label: z.string(),
        baru: count,
        hilang: count,
        desil_naik: count,
        desil_turun: count,
        bantuan_baru: count,
        bantuan_hilang: count,
        exclude: count,
        unanswered: count,
      }),
    ),
  }),
});

const lineQuery = { period: month, kind, areaId };
export const listDeltaLines = contract({
  method: 'GET',
  url: '/api/perubahan/baris',
  summary: 'The people or families of one kind of change of a month, with why where the file says so',
  may: people,
  query: z.object({
    ...lineQuery,
    open: z.stringbool().optional(),
    after: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        personId: z.string().nullable(),
        familyId: z.string().nullable(),
        name: z.string(),
        area: z.string(),
        programme: z.string().nullable(),
        was: z.string().nullable(),
        becomes: z.string().nullable(),
        reason: z.string().nullable(),
        answer: z.enum(ANSWER_IDS).nullable(),
        note: z.string().nullable(),
        answeredBy: z.string().nullable(),
        answeredAt: z.string().nullable(),
        version: z.number(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const exportDeltaLines = contract({
  method: 'GET',
  url: '/api/perubahan/berkas',
  summary: 'One kind of change of a month as CSV; recorded, for it names people',
  may: people,
  query: z.object(lineQuery),
  reply: z.unknown(),
});

export const answerDelta = contract({
  method: 'POST',
  url: '/api/perubahan/:id/tindak-lanjut',
  summary: 'What was found out about an aid that stopped',
  may: act,
  params: z.object({ id: z.string().regex(/^\d{1,18}$/, { error: 'Nomor baris tidak dikenal.' }) }),
  body: z.object({
    version,
    answer: z.enum(ANSWER_IDS, { error: 'Pilih tindak lanjutnya.' }),
    note: typed(500, 'catatan', 5),
  }),
  reply: z.object({ id: z.string() }),
});

export const exportPadanRequest = contract({
  method: 'GET',
  url: '/api/padan/permintaan',
  summary:
    'The padan request for Dukcapil as CSV: people with a NIK that was not checked since; entered as a disclosure',
  may: 'import.run',
  query: z.object({ since: z.iso.date({ error: 'Isi tanggal pemadanan terakhir.' }).optional() }),
  reply: z.unknown(),
});

const flagState = z.enum(['terbuka', 'diminta', 'dicabut', 'tetap']);
export const listExcludeFlags = contract({
  method: 'GET',
  url: '/api/exclude',
  summary: 'The centre’s exclude flags, with what was asked to have them lifted, by whom, and the answer',
  may: people,
  query: z.object({
    state: flagState.optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        personId: z.string(),
        name: z.string(),
        area: z.string(),
        programme: z.string(),
        period: z.string(),
        seenPeriod: z.string(),
        reason: z.string(),
        state: flagState,
        asked: z.string().nullable(),
        ticket: z.string().nullable(),
        askedBy: z.string().nullable(),
        askedAt: z.string().nullable(),
        answer: z.string().nullable(),
        answeredOn: z.string().nullable(),
        version: z.number(),
      }),
    ),
    next: z.string().nullable(),
    counts: z.object({ terbuka: count, diminta: count, dicabut: count, tetap: count }),
  }),
});

export const askLifting = contract({
  method: 'POST',
  url: '/api/exclude/:id/permintaan',
  summary: 'What the centre was asked, to have an exclude flag lifted',
  may: act,
  params: idParams,
  body: z.object({
    version,
    asked: typed(1000, 'apa yang diminta', 10),
    ticket: typed(40, 'nomor tiket').optional(),
  }),
  reply: z.object({ id: z.string() }),
});

export const answerLifting = contract({
  method: 'POST',
  url: '/api/exclude/:id/jawaban',
  summary: 'The centre’s answer: the flag is lifted, or it stays',
  may: act,
  params: idParams,
  body: z.object({
    version,
    state: z.enum(['dicabut', 'tetap'], { error: 'Pilih jawaban pusat.' }),
    answer: typed(1000, 'jawaban pusat', 5),
    on: z.iso.date({ error: 'Isi tanggal jawaban.' }),
  }),
  reply: z.object({ id: z.string() }),
});
