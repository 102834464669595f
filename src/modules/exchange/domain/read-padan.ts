import { parseNik } from '#kernel/nik.ts';
import { type CheckedRow, type Reason, returned } from './checked-row.ts';
import type { Mapping } from './mapping.ts';
import { plainLetters } from './siks/likeness.ts';

/** There is no published list of results: these are the words and verivali codes seen in use, read as our own eight. */
const WORDS = {
  padan: ['PADAN', 'PADANNAMAMIRIP', 'SESUAI', 'TERKONFIRMASI'],
  nama_beda: ['NAMABEDA', 'NAMATIDAKSESUAI'],
  tgl_lahir_beda: ['TGLLAHIRBEDA', 'TANGGALLAHIRBEDA', 'TANGGALLAHIRTIDAKSESUAI'],
  tidak_ditemukan: ['NIKTIDAKDITEMUKAN', 'TIDAKDITEMUKAN', 'DATATIDAKDITEMUKAN', 'BELUMTERCATAT'],
  nonaktif: ['NIKGANDA', 'GANDA', 'NIKGANDANONAKTIF', 'NIKNONAKTIF', 'NONAKTIF', 'BELUMREKAM'],
  meninggal: ['MENINGGAL', 'MENINGGALDUNIA'],
  kk_berbeda: ['KKBERBEDA', 'KKBEDA', 'NOMORKKBEDA'],
  pindah_luar: ['PINDAHLUAR', 'PINDAH', 'PINDAHKELUAR'],
} as const;
export type PadanCode = keyof typeof WORDS;
const BY_WORD = new Map<string, PadanCode>(
  (Object.entries(WORDS) as [PadanCode, readonly string[]][]).flatMap(([code, words]) =>
    words.map((word) => [word, code] as const),
  ),
);
/** The person codes of verivali; 2 (not confirmed) says too little to act on. */
const BY_DIGIT: Readonly<Record<string, PadanCode>> = {
  '1': 'padan',
  '3': 'nonaktif',
  '4': 'meninggal',
  '5': 'tidak_ditemukan',
};

/** Dukcapil's answer about one person. */
export type PadanRow = { readonly nik: string; readonly fold: string; readonly code: PadanCode };

/** Whatever else Dukcapil put beside the result (parents, address) is not ours to keep: only the three columns we read stay. */
const onlyRead = (cells: readonly string[], { columns }: Mapping): string[] => {
  const read = new Set(Object.values(columns));
  return cells.map((cell, at) => (read.has(at) ? cell : ''));
};

/** One row of Dukcapil's answer as it is staged. Whether the person is known is seen when the whole file is read. */
export const readPadanForStaging = (
  no: number,
  all: readonly string[],
  mapping: Mapping,
  fold: (name: string) => string,
): CheckedRow => {
  const cells = onlyRead(all, mapping);
  const cell = (column: string): string => (cells[mapping.columns[column] ?? -1] ?? '').trim();
  const nik = parseNik(cell('nik'));
  const code = BY_DIGIT[cell('hasil')] ?? BY_WORD.get(plainLetters(cell('hasil')));
  const reasons: Reason[] = [];
  if (!nik.ok)
    reasons.push({
      column: 'nik',
      code: 'tanpa_nik',
      sentence: 'NIK tidak terbaca; orang ini tidak dapat dikenali. Ambil ulang dari berkas asal.',
    });
  if (code === undefined)
    reasons.push({
      column: 'hasil',
      code: 'padan_tidak_dikenal',
      sentence: 'Hasil padan tidak dikenal; tulis misalnya PADAN, NAMA_BEDA, NIK_TIDAK_DITEMUKAN, atau MENINGGAL.',
    });
  if (!nik.ok || code === undefined) return returned(no, cells, reasons);
  // Where the names differ, that is the answer: the row is not sent back for it.
  const row: PadanRow = { nik: nik.value, fold: code === 'nama_beda' ? '' : fold(cell('nama').toUpperCase()), code };
  const content = `${row.nik}|${code}`;
  return { no, cells, verdict: 'siap', reasons: [], areaId: null, parsed: row, keys: [row.nik], content };
};
