import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, localDate, rupiahDigits, typed, uuid, version } from '#platform/http/shapes.ts';

const fundKind = z.enum(['apbd', 'btt', 'apbn_barang', 'provinsi', 'hibah', 'csr', 'baznas', 'tanpa_biaya'], {
  error: 'Pilih jenis sumber dana.',
});
const documentKind = z.enum(
  ['dpa', 'dppa', 'sk_status_darurat', 'rkb', 'bast_penyerahan', 'sk_alokasi', 'naskah_hibah', 'perjanjian'],
  { error: 'Pilih jenis dokumen.' },
);
const stage = z.enum(['usulan', 'pagu_indikatif', 'kua_ppas', 'rka', 'dpa', 'dppa'], {
  error: 'Pilih tahap anggaran.',
});
const act = z.enum(['siapkan_daftar', 'pesan', 'tetapkan', 'salurkan']);
const entryKind = z.enum(['pagu', 'geser_masuk', 'geser_keluar', 'pesan', 'lepas', 'sp2d', 'sts']);
const year = z.coerce.number().int().min(2015).max(2100);
/** What somebody types as money: whole rupiah above zero. */
const amount = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: 'Isi jumlah rupiah di atas nol dengan angka bulat, tanpa titik dan tanpa sen.' });
const documentText = typed(200, 'nomor dokumen');
const done = z.object({ id: uuid });

/** An act and whether its source of funds opens it: null, or the sentence that says what is missing. */
const gate = z.object({ act, closed: z.string().nullable(), missing: z.array(documentKind) });

const fundDocument = z.object({
  id: uuid,
  kind: documentKind,
  number: z.string(),
  onDate: localDate,
  year: z.number(),
  by: z.string(),
  at: instant,
});

const money = {
  pagu: rupiahDigits,
  dipesan: rupiahDigits,
  cair: rupiahDigits,
  tersisa: rupiahDigits,
  diserahterimakan: rupiahDigits,
};
const line = z.object({
  id: uuid,
  year: z.number(),
  fundSourceId: uuid,
  fundSource: z.string(),
  fundKind,
  nomenclatureVersion: z.string(),
  subKegiatan: z.string(),
  subKegiatanName: z.string(),
  accountCode: z.string(),
  stage,
  version: z.number(),
  ...money,
});

export const listFundSources = contract({
  method: 'GET',
  url: '/api/budget/source',
  summary: 'Sources of funds of a year with their documents and which acts they open',
  may: 'budget.read',
  query: z.object({ year }),
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        kind: fundKind,
        documents: z.array(fundDocument),
        wanted: z.array(documentKind),
        gates: z.array(gate),
      }),
    ),
  }),
});

export const addFundSource = contract({
  method: 'POST',
  url: '/api/budget/source',
  summary: 'Add a source of funds',
  may: 'budget.record',
  body: z.object({ name: typed(120, 'nama sumber dana', 3), kind: fundKind }),
  reply: done,
});

export const recordFundDocument = contract({
  method: 'POST',
  url: '/api/budget/source/:id/document',
  summary: 'Record a document that opens acts of a source (DPA, status decree, agreement)',
  may: 'budget.record',
  params: idParams,
  body: z.object({ kind: documentKind, number: documentText, onDate: localDate, year }),
  reply: done,
});

export const listBudgetLines = contract({
  method: 'GET',
  url: '/api/budget/line',
  summary: 'Budget lines of a year with pagu, reserved, SP2D (net) and handed over',
  may: 'budget.read',
  query: z.object({ year }),
  reply: z.object({ items: z.array(line), total: z.object(money), years: z.array(z.number()) }),
});

export const exportBudgetLines = contract({
  method: 'GET',
  url: '/api/budget/lines.csv',
  summary: 'The same table as CSV',
  may: 'budget.read',
  query: z.object({ year }),
  reply: z.string(),
});

export const openBudgetLine = contract({
  method: 'POST',
  url: '/api/budget/line',
  summary: 'Open a budget line at a stage, with its pagu and document',
  may: 'budget.record',
  body: z.object({
    year,
    fundSourceId: uuid,
    nomenclatureVersion: typed(80, 'versi nomenklatur'),
    subKegiatan: z
      .string()
      .trim()
      .regex(/^\d(\.\d{1,4}){3,6}$/, {
        error: 'Kode sub kegiatan ditulis dengan angka dan titik, misalnya 1.06.04.2.01.0001.',
      }),
    subKegiatanName: typed(300, 'nama sub kegiatan', 3),
    accountCode: z
      .string()
      .trim()
      .regex(/^\d(\.\d{1,4}){2,6}$/, {
        error: 'Kode rekening ditulis dengan angka dan titik, misalnya 5.1.06.01.01.0001.',
      }),
    stage,
    amount,
    document: documentText,
    onDate: localDate,
  }),
  reply: done,
});

export const getBudgetLine = contract({
  method: 'GET',
  url: '/api/budget/line/:id',
  summary: 'One budget line: money, stages, ledger, reservations, months, and what its source opens',
  may: 'budget.read',
  params: idParams,
  reply: z.object({
    line,
    gates: z.array(gate),
    stages: z.array(
      z.object({ stage, amount: rupiahDigits, document: z.string(), onDate: localDate, by: z.string(), at: instant }),
    ),
    entries: z.array(
      z.object({
        id: uuid,
        kind: entryKind,
        amount: rupiahDigits,
        document: z.string(),
        reservation: z.string().nullable(),
        onDate: localDate,
        by: z.string(),
        at: instant,
        left: rupiahDigits,
      }),
    ),
    reservations: z.array(z.object({ id: uuid, name: z.string(), left: rupiahDigits })),
    programmes: z.array(z.object({ id: uuid, name: z.string() })),
    months: z.array(z.object({ month: z.string(), cair: rupiahDigits, diserahterimakan: rupiahDigits })),
    moratoria: z.array(
      z.object({ areaLabel: z.string(), from: localDate, to: localDate, document: z.string(), exceptions: z.string() }),
    ),
  }),
});

export const recordStage = contract({
  method: 'POST',
  url: '/api/budget/line/:id/stage',
  summary: 'Record the next stage of a line with its pagu and document',
  may: 'budget.record',
  params: idParams,
  body: z.object({ stage, amount, document: documentText, onDate: localDate, version }),
  reply: done,
});

export const shiftPagu = contract({
  method: 'POST',
  url: '/api/budget/line/:id/shift',
  summary: 'Move pagu to another line of the same year',
  may: 'budget.record',
  params: idParams,
  body: z.object({ toLineId: uuid, amount, document: documentText, onDate: localDate }),
  reply: done,
});

const payment = z.object({ amount, number: documentText, onDate: localDate, reservation: uuid.optional() });

export const recordSp2d = contract({
  method: 'POST',
  url: '/api/budget/line/:id/sp2d',
  summary: 'Record an SP2D, out of a reservation or out of what is left',
  may: 'budget.record',
  params: idParams,
  // Says that the payer saw what is reserved on the line and still pays out of what is left.
  body: payment.extend({ direct: z.boolean().optional() }),
  reply: done,
});

export const recordSts = contract({
  method: 'POST',
  url: '/api/budget/line/:id/sts',
  summary: 'Record money paid back (STS)',
  may: 'budget.record',
  params: idParams,
  body: payment,
  reply: done,
});

export const releaseReservation = contract({
  method: 'POST',
  url: '/api/budget/line/:id/release',
  summary: 'Give back what is still reserved for a list',
  may: 'budget.record',
  params: idParams,
  body: z.object({ reservation: uuid, amount, document: documentText }),
  reply: z.object({ released: rupiahDigits }),
});

export const listMoratoria = contract({
  method: 'GET',
  url: '/api/budget/moratorium',
  summary: 'Moratoria by kind of funds and area, the newest first',
  may: 'budget.read',
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        fundKind,
        areaLabel: z.string(),
        from: localDate,
        to: localDate,
        document: z.string(),
        exceptions: z.string(),
        excepted: z.array(z.object({ label: z.string(), document: z.string() })),
        endedDocument: z.string().nullable(),
      }),
    ),
  }),
});

export const exceptFromMoratorium = contract({
  method: 'POST',
  url: '/api/budget/moratorium/:id/exception',
  summary: 'Leave a place out of a moratorium, by a document',
  may: 'budget.record',
  params: idParams,
  body: z.object({ areaId: z.number().int(), document: documentText }),
  reply: done,
});

export const endMoratorium = contract({
  method: 'POST',
  url: '/api/budget/moratorium/:id/end',
  summary: 'End a moratorium before its day, by a document; the day given is the last it holds',
  may: 'budget.record',
  params: idParams,
  body: z.object({ on: localDate, document: documentText }),
  reply: done,
});

export const recordMoratorium = contract({
  method: 'POST',
  url: '/api/budget/moratorium',
  summary: 'Record a moratorium: handovers of a kind of funds stop in an area for some time',
  may: 'budget.record',
  body: z.object({
    fundKind,
    areaId: z.number().int(),
    from: localDate,
    to: localDate,
    document: documentText,
    exceptions: z.string().trim().max(500).default(''),
  }),
  reply: done,
});
