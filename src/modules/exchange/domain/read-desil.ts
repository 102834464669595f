import { parseNik } from '#kernel/nik.ts';
import { parseNomorKk } from '#kernel/nomor-kk.ts';
import { type CheckedRow, type Reason, returned } from './checked-row.ts';
import type { Mapping } from './mapping.ts';

/** A family's desil as the centre's file states it; nothing of ours is ever called so. */
export type DesilRow = {
  readonly nomorKk: string | null;
  readonly nik: string | null;
  readonly name: string;
  readonly desil: number;
};

const readDesil = (cell: string): number | undefined => {
  const text = cell
    .trim()
    .replace(/^desil\s*/i, '')
    .replace(/[.,]0$/, '');
  return /^([1-9]|10)$/.test(text) ? Number(text) : undefined;
};

/** One row of a DTSEN desil file as it is staged. Whether its family is known is seen when the whole file is read. */
export const readDesilForStaging = (no: number, cells: readonly string[], mapping: Mapping): CheckedRow => {
  const cell = (column: string): string => cells[mapping.columns[column] ?? -1] ?? '';
  const desil = readDesil(cell('desil'));
  const [kk, nik] = [parseNomorKk(cell('nomorKk')), parseNik(cell('nik'))];
  const reasons: Reason[] = [];
  if (desil === undefined)
    reasons.push({
      column: 'desil',
      code: 'desil_tidak_terbaca',
      sentence: 'Desil tidak terbaca; isi angka 1 sampai 10 seperti dalam berkas pusat.',
    });
  if (!kk.ok && !nik.ok)
    reasons.push({
      column: 'nomorKk',
      code: 'tanpa_nomor',
      sentence: 'Nomor KK dan NIK tidak terbaca; keluarga ini tidak dapat dikenali. Ambil ulang dari berkas asal.',
    });
  if (desil === undefined || reasons.length > 0) return returned(no, cells, reasons);
  const row: DesilRow = {
    nomorKk: kk.ok ? kk.value : null,
    nik: nik.ok ? nik.value : null,
    name: cell('nama').replace(/\s+/g, ' ').trim().toUpperCase(),
    desil,
  };
  if (!kk.ok && cell('nomorKk').trim() !== '')
    reasons.push({
      column: 'nomorKk',
      code: 'kk_tidak_terbaca',
      sentence: 'Nomor KK tidak terbaca; keluarga dicari dengan NIK.',
    });
  return {
    no,
    cells,
    verdict: reasons.length > 0 ? 'ragu' : 'siap',
    reasons,
    areaId: null,
    parsed: row,
    keys: [row.nomorKk, row.nik],
    content: `${row.nomorKk ?? ''}|${row.nik ?? ''}|${desil}`,
  };
};
