import type { Kind } from './kinds.ts';
import { reasonLabel } from './reason-labels.ts';

/** One reason with how many rows it stands on. */
export type ReasonCount = { code: string; column: string; verdict: 'ragu' | 'kembali'; rows: number; example: string };
/** One desa or kelurahan with its rows that go in. */
export type PlaceCount = {
  areaId: number;
  label: string;
  siap: number;
  ragu: number;
  baru: number;
  berubah: number;
  tidakTercantum: number;
};

/** What is known of an import's rows: after the check, after it went in, after it was taken back. */
export type Counts = {
  check?: {
    siap: number;
    ragu: number;
    kembali: number;
    baru: number;
    berubah: number;
    tetap: number;
    tidakTercantum: number;
    /** New in this kind of file, but known to the register by a number. */
    dikenal: number;
    reasons: ReasonCount[];
    places: PlaceCount[];
  };
  commit?: Record<string, number>;
  undo?: Record<string, number>;
  /** The stage that ended in `gagal`, and its faults in a row. */
  failed?: 'check' | 'commit' | 'undo';
  faults?: number;
  /** Seconds of the stages, as the server's clock saw them. */
  seconds?: { check?: number; commit?: number; undo?: number };
};

const n = (count: number): string => count.toLocaleString('id-ID');

/** The two numbers and what is behind them, as the reader sees them before anything goes in. */
export const checkedSentence = (kind: Kind, { siap, ragu, kembali, reasons }: NonNullable<Counts['check']>): string => {
  const what = kind === 'siks23' ? 'orang atau tempatnya tidak dapat dimengerti' : 'isinya tidak dapat dicocokkan';
  const most = reasons.find((reason) => reason.verdict === 'kembali');
  const doubt = reasons.find((reason) => reason.verdict === 'ragu');
  const doubtful =
    ragu > 0
      ? ` ${n(ragu)} di antaranya masuk dengan catatan${doubt ? ` (terbanyak: ${n(doubt.rows)} ${reasonLabel(doubt.code).id})` : ''}.`
      : '';
  const back =
    kembali > 0
      ? ` ${n(kembali)} perlu Anda periksa karena ${what}${most ? ` (terbanyak: ${n(most.rows)} ${reasonLabel(most.code).id})` : ''}.`
      : '';
  return `${n(siap + ragu)} baris siap masuk.${doubtful}${back} Belum ada data yang berubah.`;
};
