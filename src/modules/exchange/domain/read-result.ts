import { parseNik } from '#kernel/nik.ts';
import { type CheckedRow, type Reason, returned } from './checked-row.ts';
import type { Mapping } from './mapping.ts';
import { plainLetters } from './siks/likeness.ts';

const RESULTS = {
  padan: ['PADAN', 'SUDAHPADAN', 'PADANDUKCAPIL'],
  tidak_padan: ['TIDAKPADAN', 'BELUMPADAN', 'NONPADAN', 'TIDAKPADANDUKCAPIL'],
  ditetapkan: ['DITETAPKAN', 'DITERIMA', 'DISETUJUI', 'DISAHKAN', 'BERHASIL', 'LAYAK'],
  ditolak: ['DITOLAK', 'TIDAKDITERIMA', 'TIDAKDISETUJUI', 'GAGAL', 'TIDAKLAYAK'],
  tetap: ['TETAP', 'TIDAKBERUBAH', 'TIDAKADAPERUBAHAN'],
} as const;
export type ResultWord = keyof typeof RESULTS;

/** The centre's answer to one keyed proposal. */
export type ResultRow = {
  readonly ticket: string | null;
  readonly nik: string | null;
  readonly name: string;
  readonly result: ResultWord;
  readonly reason: string | null;
};

const BY_WORD = new Map<string, ResultWord>(
  (Object.entries(RESULTS) as [ResultWord, readonly string[]][]).flatMap(([result, words]) =>
    words.map((word) => [word, result] as const),
  ),
);

/** A ticket as SIKS-NG prints it; 16 digits are a NIK in the wrong column. */
const readTicket = (cell: string): string | null => {
  const ticket = cell.trim().replace(/\s+/g, ' ').toUpperCase();
  return /^[A-Z0-9][A-Z0-9./ _-]{2,39}$/.test(ticket) && !/^\d{16}$/.test(ticket) ? ticket : null;
};

/** One row of a file of the centre's results as it is staged. */
export const readResultForStaging = (no: number, cells: readonly string[], mapping: Mapping): CheckedRow => {
  const cell = (column: string): string => cells[mapping.columns[column] ?? -1] ?? '';
  const result = BY_WORD.get(plainLetters(cell('hasil')));
  const [ticket, nik] = [readTicket(cell('tiket')), parseNik(cell('nik'))];
  const reason = cell('alasan').replace(/\s+/g, ' ').trim() || null;
  const reasons: Reason[] = [];
  if (result === undefined)
    reasons.push({
      column: 'hasil',
      code: 'hasil_tidak_dikenal',
      sentence: 'Hasil tidak dikenal; tulis padan, tidak padan, ditetapkan, ditolak, atau tetap.',
    });
  if (ticket === null && !nik.ok)
    reasons.push({
      column: 'tiket',
      code: 'tanpa_tiket',
      sentence: 'Nomor tiket dan NIK tidak terbaca; jawaban ini tidak dapat dicocokkan.',
    });
  if (result === 'ditolak' && (reason ?? '').length < 5)
    reasons.push({
      column: 'alasan',
      code: 'alasan_kosong',
      sentence: 'Pusat tidak menerima, tetapi alasannya kosong; warga perlu tahu alasannya. Isi alasan dari pusat.',
    });
  if (result === undefined || reasons.length > 0) return returned(no, cells, reasons);
  const row: ResultRow = {
    ticket,
    nik: nik.ok ? nik.value : null,
    name: cell('nama').trim().toUpperCase(),
    result,
    reason,
  };
  return {
    no,
    cells,
    verdict: 'siap',
    reasons: [],
    areaId: null,
    parsed: row,
    keys: [row.ticket, row.nik],
    content: `${row.ticket ?? ''}|${row.nik ?? ''}|${result}|${reason ?? ''}`,
  };
};
