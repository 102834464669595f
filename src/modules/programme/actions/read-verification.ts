import { formatDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type SheetCell, type SheetColumn, writeCsv, writeXlsx } from '#platform/files/spreadsheet.ts';
import { countToVerify, listToVerify, whatToAsk } from '../domain/verification.ts';
import { listProgrammeRows } from '../sql/programmes.ts';
import { type ComputedProgramme, computeProgramme } from './compute-programme.ts';
import { describeFamilies, type FamilyLine } from './describe-families.ts';
import { getProgramme } from './get-programme.ts';
import { type LoadedRegister, registerForSimulation } from './load-register.ts';

const MOST_IN_FILE = 20_000;

/**
 * Families whose eligibility is unknown, counted per programme and desa, on the register as the reader sees it. Programmes whose terms
 * cannot be computed are named in `uncounted`.
 */
export const readVerification = async (ctx: Context) => {
  const programmes = [];
  const uncounted: string[] = [];
  for (const programme of (await listProgrammeRows(ctx)).filter((p) => p.state === 'aktif')) {
    const register = await registerForSimulation(ctx, programme.id);
    const now = await computeProgramme(ctx, programme, register);
    if (!now) {
      uncounted.push(programme.name);
      continue;
    }
    const byCode = new Map([...register.areas.values()].map((area) => [area.kode, area]));
    const desa = countToVerify(now.computed).map(({ kode, families }) => ({
      areaId: byCode.get(kode)?.id ?? 0,
      label: byCode.get(kode)?.label ?? kode,
      families,
    }));
    programmes.push({
      id: programme.id,
      name: programme.name,
      period: now.terms.period,
      families: desa.reduce((sum, row) => sum + row.families, 0),
      desa,
    });
  }
  return { programmes, uncounted };
};

type Asked = FamilyLine & { missing: string[] };
type Found = ComputedProgramme & { register: LoadedRegister; families: number[]; name: string; where: string };

const find = async (ctx: Context, programmeId: string, areaId: number | undefined): Promise<Found> => {
  const { programme } = await getProgramme(ctx, programmeId);
  const register = await registerForSimulation(ctx, programmeId);
  const area = areaId === undefined ? undefined : register.areas.get(areaId);
  if (areaId !== undefined && !area)
    refuse('wilayah.tidak_ada', 404, 'Wilayah ini tidak ditemukan. Pilih desa/kelurahan dari daftarnya.');
  const now = await computeProgramme(ctx, programme, register);
  if (!now)
    refuse(
      'program.aturan_salah',
      409,
      'Daftar verifikasi belum dapat dihitung: ketentuan program ini masih perlu diperbaiki di halaman programnya.',
    );
  return {
    ...now!,
    register,
    families: listToVerify(now!.computed, area?.kode),
    name: programme.name,
    where: area?.label ?? '',
  };
};

const describe = async (ctx: Context, found: Found, families: readonly number[]): Promise<Asked[]> => {
  const lines = await describeFamilies(ctx, found, families);
  return families.flatMap((f) => {
    const line = lines.get(f);
    return line ? [{ ...line, missing: whatToAsk(found.computed, f).missing }] : [];
  });
};

/** A page of the families to verify; `after` is how many were read before. */
export const listVerification = async (
  ctx: Context,
  programmeId: string,
  { areaId, after, limit }: { areaId?: number | undefined; after: number; limit: number },
) => {
  const found = await find(ctx, programmeId, areaId);
  const items = await describe(ctx, found, found.families.slice(after, after + limit));
  return { items, next: after + limit < found.families.length ? String(after + limit) : null };
};

const COLUMNS: SheetColumn[] = [
  { header: 'No', kind: 'angka', width: 6 },
  { header: 'Nama', width: 26 },
  { header: 'NIK', width: 20 },
  { header: 'Wilayah', width: 40 },
  { header: 'Yang ditanyakan', width: 50 },
  { header: 'Tempat sekarang', width: 18 },
  { header: 'Ditahan sampai', width: 14 },
  { header: 'Jawaban', width: 30 },
  { header: 'Tanggal dan petugas', width: 24 },
];

const cellsOf = (row: Asked, at: number): SheetCell[] => [
  at + 1,
  row.name,
  row.maskedNik ?? 'belum ada',
  row.areaLabel,
  row.missing.join('; '),
  row.place === 'tidak' ? 'belum dinilai' : row.place,
  row.heldUntil === null ? '' : formatDate(row.heldUntil),
  '',
  '',
];

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const joined = async (parts: AsyncIterable<Uint8Array | string>): Promise<Buffer> => {
  const read: Buffer[] = [];
  for await (const part of parts) read.push(Buffer.from(part));
  return Buffer.concat(read);
};

/** The families to verify as a table for the field officer, with room for the answer. Each download stands in the audit. */
export const writeVerification = async (
  ctx: Context,
  programmeId: string,
  { areaId, format }: { areaId?: number | undefined; format: 'csv' | 'xlsx' },
) => {
  const found = await find(ctx, programmeId, areaId);
  const count = found.families.length;
  if (count > MOST_IN_FILE)
    refuse(
      'verifikasi.terlalu_banyak',
      422,
      `Ada ${count} keluarga; satu berkas memuat paling banyak ${MOST_IN_FILE}. Pilih satu desa/kelurahan dulu.`,
      { count },
    );
  const rows = (await describe(ctx, found, found.families)).map(cellsOf);
  const body =
    format === 'xlsx' ? await joined(writeXlsx('verifikasi', COLUMNS, rows)) : await joined(writeCsv(COLUMNS, rows));
  await ctx.record({
    event: 'programme.verification_exported',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { families: rows.length, area: areaId ?? null, format },
  });
  const where = found.where.split(',')[0] ?? '';
  return { name: `verifikasi-${found.name}-${where}.${format}`.replace('-.', '.'), mediaType: MEDIA[format], body };
};
