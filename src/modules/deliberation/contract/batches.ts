import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, typed, uuid, version } from '#platform/http/shapes.ts';

const batchState = z.enum(['disusun', 'dikirim', 'disahkan']);
const done = z.object({ ok: z.literal(true) });
const signedOn = z.iso.date({ error: 'Isi tanggal dokumen.' });
const signer = z.uuid({ error: 'Pilih pejabat penanda tangan.' });
const reason = typed(400, 'alasan');

const batchLine = z.object({
  id: uuid,
  period: z.string(),
  state: batchState,
  rows: z.number(),
  replaces: uuid.nullable(),
  replacedBy: uuid.nullable(),
  notaNumber: z.string().nullable(),
  number: z.string().nullable(),
  onDate: localDate.nullable(),
  signatory: z.string().nullable(),
  createdByName: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
  version,
});

export const listBatches = contract({
  method: 'GET',
  url: '/api/pengesahan',
  summary: 'Ratification batches, newest first, and how many approved usulan wait to be put into one',
  may: 'usulan.read',
  reply: z.object({ ready: z.number(), items: z.array(batchLine) }),
});

export const prepareBatch = contract({
  method: 'POST',
  url: '/api/pengesahan',
  summary: 'Begin the month’s batch, or add to the open one what was approved since',
  may: 'batch.prepare',
  body: z.object({ period: z.string().max(7) }),
  reply: z.object({ batchId: uuid, added: z.number() }),
});

export const getBatch = contract({
  method: 'GET',
  url: '/api/pengesahan/:id',
  summary: 'One batch with its rows; rows whose evidence is no longer what was sent are marked',
  may: 'usulan.read',
  params: idParams,
  reply: batchLine.extend({
    correctionReason: z.string().nullable(),
    rowsHash: z.string().nullable(),
    decreeId: uuid.nullable(),
    decreeState: z.string().nullable(),
    waitingParaf: z.string().nullable(),
    sentByName: z.string().nullable(),
    items: z.array(
      z.object({
        usulanId: uuid,
        no: z.number(),
        name: z.string(),
        nik: z.string(),
        address: z.string(),
        areaLabel: z.string(),
        kindName: z.string(),
        receiptNumber: z.string(),
        musyawarah: z.string(),
        verval: z.string(),
        isChanged: z.boolean(),
      }),
    ),
  }),
});

export const dropFromBatch = contract({
  method: 'POST',
  url: '/api/pengesahan/:id/rows/:usulanId/removal',
  summary: 'Take a row out of an open batch',
  may: 'batch.prepare',
  params: z.object({ id: uuid, usulanId: uuid }),
  body: z.object({ version, reason }),
  reply: done,
});

export const addToBatch = contract({
  method: 'POST',
  url: '/api/pengesahan/:id/rows',
  summary: 'Put one approved usulan into an open batch',
  may: 'batch.prepare',
  params: idParams,
  body: z.object({ version, usulanId: uuid }),
  reply: done,
});

export const sendBatch = contract({
  method: 'POST',
  url: '/api/pengesahan/:id/sending',
  summary: 'Send for ratification: rows and evidence are frozen with their hash, nota dinas numbered, decree drafted',
  may: 'batch.prepare',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ rowsHash: z.string(), decreeId: uuid, notaNumber: z.string() }),
});

export const correctBatch = contract({
  method: 'POST',
  url: '/api/pengesahan/:id/correction',
  summary: 'Begin a new batch that corrects this one',
  may: 'batch.prepare',
  params: idParams,
  body: z.object({ reason }),
  reply: z.object({ batchId: uuid }),
});

/** Number and date are held against the rules by the action, so that what is missing is said in its own words. */
export const ratifyBatch = contract({
  method: 'POST',
  url: '/api/pengesahan/:id/ratification',
  summary: 'Record the ratification: number, date and who signed',
  may: 'batch.ratify',
  params: idParams,
  body: z.object({ version, number: z.string().trim().max(80), onDate: signedOn, holderId: signer }),
  reply: done,
});

export const getNota = contract({
  method: 'GET',
  url: '/api/pengesahan/:id/nota-dinas',
  summary: 'Nota dinas with annex (PDF)',
  may: 'usulan.read',
  params: idParams,
  reply: z.unknown(),
});

export const exportBatch = contract({
  method: 'GET',
  url: '/api/pengesahan/:id/siks',
  summary: 'The families of a ratified batch in the 23 columns of SIKS-NG (xlsx or CSV); full numbers, so it is logged',
  may: 'centre.key',
  params: idParams,
  query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  reply: z.unknown(),
});
