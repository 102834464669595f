import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { instant, localDate, rupiahDigits, uuid } from '#platform/http/shapes.ts';

const year = z.coerce.number().int().min(2015).max(2100).optional();
const programme = z.object({
  programmeId: uuid,
  programme: z.string(),
  fundSource: z.string(),
  stage: z.string(),
  pagu: rupiahDigits,
  dipesan: rupiahDigits,
  cair: rupiahDigits,
  tersisa: rupiahDigits,
  diserahterimakan: rupiahDigits,
  planned: z.number(),
  served: z.number(),
  added: z.number(),
  addedRupiah: rupiahDigits,
  removed: z.number(),
  removedRupiah: rupiahDigits,
});
const desa = z.object({
  desaId: z.number(),
  desa: z.string(),
  kecamatan: z.string(),
  planned: z.number(),
  served: z.number(),
  ditetapkan: rupiahDigits,
  diserahterimakan: rupiahDigits,
});
const total = z.object({
  planned: z.number(),
  served: z.number(),
  ditetapkan: rupiahDigits,
  diserahterimakan: rupiahDigits,
});

export const getRealisation = contract({
  method: 'GET',
  url: '/api/report/realisation',
  summary: 'Pagu, reserved, SP2D and handed over by programme; people and rupiah by desa. The parts sum exactly',
  may: 'report.read',
  query: z.object({ year, programmeId: uuid.optional() }),
  reply: z.object({ year: z.number(), asOf: instant, programmes: z.array(programme), desa: z.array(desa), total }),
});
export const downloadRealisation = contract({
  method: 'GET',
  url: '/api/report/realisation.csv',
  summary: 'The rows by desa as CSV',
  may: 'report.read',
  query: z.object({ year, programmeId: uuid.optional() }),
  reply: z.any(),
});

const numbers = z.object({
  usulanMasuk: z.number(),
  usulanDiputus: z.number(),
  serahTerima: z.number(),
  nilaiSerahTerima: rupiahDigits,
  ganda: z.number(),
  perbuatan: z.number(),
  pembacaan: z.number(),
});
export const getDailyReport = contract({
  method: 'GET',
  url: '/api/report/daily',
  summary: 'The numbers of a day, and the root of the audit as it stands',
  may: 'report.read',
  query: z.object({ on: localDate.optional() }),
  reply: z.object({ on: localDate, numbers, block: z.string(), root: z.string(), check: z.string() }),
});
export const printDailyReport = contract({
  method: 'GET',
  url: '/api/report/daily.pdf',
  summary: 'The daily report as PDF, with the root that proves the audit',
  may: 'report.read',
  query: z.object({ on: localDate.optional() }),
  reply: z.any(),
});
