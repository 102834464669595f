import { z } from 'zod';
import { instant, localDate, rupiahDigits, typed, uuid } from '#platform/http/shapes.ts';
import { EXCLUSIVE_GROUP } from '../domain/exclusive.ts';

/** Shapes that the calls about programmes, lists and families share. */
export const verdict = z.enum(['ya', 'tidak', 'belum']);

export const place = z.enum(['masuk', 'ditahan', 'cadangan', 'tidak']);

export const rowKind = z.enum(['syarat', 'pengecualian', 'prioritas'], { error: 'Pilih jenis baris.' });

export const bidang = z.enum(['sekretariat', 'rehabilitasi', 'pemberdayaan', 'linjamsos', 'bencana'], {
  error: 'Pilih bidang.',
});

const count = z.number().int().min(0).max(10_000_000);

const amount = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: 'Isi jumlah rupiah di atas nol dengan angka bulat, tanpa titik dan tanpa sen.' });

const ruleRow = z.object({
  kind: rowKind,
  expr: typed(2000, 'ungkapan aturan'),
  reason: z.string().trim().max(500).default(''),
  basis: z.string().trim().max(300).default(''),
  poorerReason: z
    .object({
      code: z.enum(['usaha_produktif', 'sudah_dibantu', 'sasaran_menengah', 'lainnya']),
      article: z.string().max(300),
    })
    .optional(),
});

const rankBy = z.discriminatedUnion('by', [
  z.object({ by: z.literal('desil'), unknownAfter: z.number().int().min(0).max(10).optional() }),
  z.object({ by: z.literal('kriteria') }),
  z.object({ by: z.literal('skor_lokal') }),
  z.object({ by: z.literal('urutan') }),
]);

const tie = z.enum([
  'lansia_sendiri',
  'disabilitas',
  'balita',
  'umur_tertua',
  'kriteria',
  'menunggu',
  'anggota_terbanyak',
]);

export const terms = z.object({
  juknis: z.string().trim().max(20_000).default(''),
  juknisFile: uuid.nullable().default(null),
  targetUnit: z.enum(['orang', 'keluarga'], { error: 'Pilih satuan sasaran.' }),
  rules: z.array(ruleRow).max(60),
  unknownPolicy: z.enum(['kecualikan_dengan_tugas', 'nilai_sembilan_kriteria'], {
    error: 'Pilih apa yang berlaku bila desil belum diketahui.',
  }),
  criteriaLeast: z.number().int().min(1).max(9).nullable(),
  rankBy,
  tieOrder: z.array(tie).max(7),
  benefit: amount,
  goods: z
    .object({
      item: typed(120, 'nama barang'),
      quantity: z.number().int().min(1, { error: 'Isi jumlah barang, paling sedikit 1.' }).max(1_000_000),
      unit: typed(30, 'satuan barang'),
    })
    .nullable()
    .default(null),
  period: typed(60, 'periode'),
  maxCount: count.nullable(),
  ceiling: amount.nullable(),
  payee: z.enum(['kepala', 'anggota']),
  payeeRule: z.string().trim().max(500).nullable(),
  holdUntil: localDate.nullable(),
  decreeBy: z.enum(['kepala_daerah', 'kepala_dinas'], { error: 'Pilih siapa yang menandatangani SK.' }),
  parafChain: z.array(z.string().max(60)).max(8),
  quota: z.array(z.object({ areaId: z.number().int(), quota: count })).max(5000),
  exclusiveGroup: z
    .string()
    .regex(EXCLUSIVE_GROUP, {
      error: 'Tulis nama kelompok dengan huruf kecil, angka, atau garis bawah, paling banyak 40. Contoh: pangan.',
    })
    .nullable()
    .default(null),
});

export const problem = z.object({
  level: z.enum(['error', 'warning']),
  row: z.number().nullable(),
  field: z.string().nullable(),
  message: z.string(),
  needsReason: z.boolean(),
});

export const familyLine = z.object({
  familyId: uuid,
  name: z.string(),
  maskedNik: z.string().nullable(),
  areaLabel: z.string(),
  place,
  verdict,
  rank: z.number().nullable(),
  reserveNo: z.number().nullable(),
  position: z.string(),
  why: z.string(),
  heldUntil: localDate.nullable(),
});

export const missingLine = familyLine.extend({ missing: z.array(z.string()) });

export const counts = z.object({
  keluarga: z.number(),
  ya: z.number(),
  tidak: z.number(),
  belum: z.number(),
  masuk: z.number(),
  ditahan: z.number(),
  cadangan: z.number(),
  menungguKuota: z.number(),
  tanpaDesil: z.number(),
});

export const runState = z.enum(['simulasi', 'rancangan', 'berlaku', 'usang']);

export const runSummary = z.object({
  id: uuid,
  programmeId: uuid,
  programme: z.string(),
  versionNo: z.number(),
  state: runState,
  counts,
  ceiling: rupiahDigits,
  amount: rupiahDigits,
  benefit: rupiahDigits,
  needsSecond: z.boolean(),
  secondBy: z.string().nullable(),
  secondAt: instant.nullable(),
  snapshotHash: z.string(),
  resultHash: z.string(),
  closedReason: z.string().nullable(),
  createdBy: z.string(),
  createdById: uuid,
  createdAt: instant,
  decreeId: uuid.nullable(),
  version: z.number(),
});

export const desaRow = z.object({
  areaId: z.number(),
  kode: z.string(),
  label: z.string(),
  ya: z.number(),
  belum: z.number(),
  masuk: z.number(),
  ditahan: z.number(),
  cadangan: z.number(),
  quota: z.number().nullable(),
  rupiah: rupiahDigits,
});

const classRow = z.object({
  key: z.string(),
  keluarga: z.number(),
  ya: z.number(),
  belum: z.number(),
  masuk: z.number(),
  ditahan: z.number(),
  cadangan: z.number(),
});

/** A list by desil as imported, sex and age of the head of the family, and disability. */
export const breakdown = z.object({
  desil: z.array(classRow),
  kelamin: z.array(classRow),
  umur: z.array(classRow),
  disabilitas: z.array(classRow),
});

/** A file kept with a version of the terms. */
export const keptPaper = z.object({
  id: uuid,
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  by: z.string(),
  at: instant,
});
