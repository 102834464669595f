import { parseNik } from '#kernel/nik.ts';
import { type CheckedRow, type Reason, returned } from './checked-row.ts';
import type { Mapping } from './mapping.ts';
import { plainLetters } from './siks/likeness.ts';

const PROGRAMMES: Readonly<Record<string, ExcludeRow['programme']>> = {
  '': 'SEMUA',
  SEMUA: 'SEMUA',
  SEMUABANSOS: 'SEMUA',
  PKH: 'PKH',
  SEMBAKO: 'SEMBAKO',
  BPNT: 'SEMBAKO',
  BPNTSEMBAKO: 'SEMBAKO',
  SEMBAKOBPNT: 'SEMBAKO',
  PBI: 'PBI',
  PBIJK: 'PBI',
  PBIJKN: 'PBI',
};

/** A person the centre keeps off an aid, with the centre's words why. */
export type ExcludeRow = {
  readonly nik: string;
  readonly name: string;
  /** As people are searched by. */
  readonly fold: string;
  readonly programme: 'PKH' | 'SEMBAKO' | 'PBI' | 'SEMUA';
  readonly reason: string;
};

const reasonsOf = (hasNik: boolean, hasProgramme: boolean, why: string): Reason[] => {
  const reasons: Reason[] = [];
  if (!hasNik)
    reasons.push({
      column: 'nik',
      code: 'tanpa_nik',
      sentence: 'NIK tidak terbaca; orang ini tidak dapat dikenali. Ambil ulang dari berkas asal.',
    });
  if (!hasProgramme)
    reasons.push({
      column: 'program',
      code: 'program_tidak_dikenal',
      sentence: 'Program tidak dikenal; tulis PKH, Sembako, PBI-JK, atau kosongkan untuk semua bantuan.',
    });
  if (why.length < 3)
    reasons.push({
      column: 'keterangan',
      code: 'keterangan_kosong',
      sentence: 'Keterangan pusat kosong; tanpa itu tidak diketahui apa yang harus dibantah. Isi dari SIKS-NG.',
    });
  return reasons;
};

/** One row of the centre's list of excluded people as it is staged. Whether the person is known is seen when the whole file is read. */
export const readExcludeForStaging = (
  no: number,
  cells: readonly string[],
  mapping: Mapping,
  fold: (name: string) => string,
): CheckedRow => {
  const cell = (column: string): string => (cells[mapping.columns[column] ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  const nik = parseNik(cell('nik'));
  const programme = PROGRAMMES[plainLetters(cell('program'))];
  const reason = cell('keterangan');
  const reasons = reasonsOf(nik.ok, programme !== undefined, reason);
  if (!nik.ok || programme === undefined || reasons.length > 0) return returned(no, cells, reasons);
  const name = cell('nama').toUpperCase();
  const row: ExcludeRow = { nik: nik.value, name, fold: fold(name), programme, reason: reason.slice(0, 300) };
  return {
    no,
    cells,
    verdict: 'siap',
    reasons: [],
    areaId: null,
    parsed: row,
    keys: [row.nik, programme],
    content: `${row.nik}|${programme}|${reason}`,
  };
};
