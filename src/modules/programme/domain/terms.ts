import type { WrittenRow } from '#engines/aturan/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { TieId } from './tie-order.ts';

/**
 * What decides the order before ties: the desil as received (families without one after those of desil `unknownAfter`, where the
 * juknis admits them), the number of criteria met, our own score, or nothing but tiers and ties.
 */
export type RankBy =
  | { by: 'desil'; unknownAfter?: number | undefined }
  | { by: 'kriteria' }
  | { by: 'skor_lokal' }
  | { by: 'urutan' };

/** What counts when desil is unknown: left out with a task, or judged by the nine criteria (at least `criteriaLeast` of them). */
export type UnknownPolicy = 'kecualikan_dengan_tugas' | 'nilai_sembilan_kriteria';
export type TargetUnit = 'orang' | 'keluarga';
/** Goods for one recipient: "2 paket beras 10 kg" = item beras 10 kg, quantity 2, unit paket. */
export type Goods = { item: string; quantity: number; unit: string };
export type Quota = { areaId: number; quota: number };

/** The terms of a programme: what its juknis says, in a form that computes. Money in rupiah; `ceiling` null = what is left of the pagu. */
export type Terms = {
  juknis: string;
  /** The kept PDF of the juknis. */
  juknisFile: string | null;
  targetUnit: TargetUnit;
  rules: readonly WrittenRow[];
  unknownPolicy: UnknownPolicy;
  criteriaLeast: number | null;
  rankBy: RankBy;
  tieOrder: readonly TieId[];
  benefit: Rupiah;
  /** What is handed over when the aid is goods; `benefit` is then what it costs for one recipient. */
  goods: Goods | null;
  period: string;
  maxCount: number | null;
  ceiling: Rupiah | null;
  payee: 'kepala' | 'anggota';
  payeeRule: string | null;
  holdUntil: LocalDate | null;
  decreeBy: string;
  parafChain: readonly string[];
  quota: readonly Quota[];
  /** Programmes of one group may not be received together in a year; null = together with anything. */
  exclusiveGroup: string | null;
};

/** The order of the list in one Indonesian sentence. */
export const rankSentence = (rankBy: RankBy): string => {
  switch (rankBy.by) {
    case 'desil':
      return rankBy.unknownAfter === undefined
        ? 'Urutan: desil dari yang terendah.'
        : `Urutan: desil dari yang terendah; keluarga yang desilnya belum diketahui dan memenuhi sembilan kriteria berdiri setelah desil ${rankBy.unknownAfter}.`;
    case 'kriteria':
      return 'Urutan: jumlah kriteria fakir miskin yang terpenuhi, dari yang terbanyak.';
    case 'skor_lokal':
      return 'Urutan: skor peringkat lokal.';
    case 'urutan':
      return 'Urutan: hanya baris prioritas dan penentu urutan sama.';
  }
};

/** A place in the order as people read it. */
export const positionText = (rankBy: RankBy, score: number | undefined): string => {
  if (score === undefined) return 'belum diketahui';
  switch (rankBy.by) {
    case 'desil':
      return score % 2 === 0 ? `desil ${score / 2}` : 'sembilan kriteria';
    case 'kriteria':
      return `${9 - score} dari 9 kriteria`;
    case 'skor_lokal':
      return `skor ${score}`;
    case 'urutan':
      return '-';
  }
};
