import type { ReplyOf } from '#web/ui/contracts.ts';
import type { StatusKind } from '#web/ui/theme.ts';

export type Delta = ReplyOf<'GET /api/perubahan'>;
export type DeltaPlace = Delta['places'][number];
export type DeltaLine = ReplyOf<'GET /api/perubahan/baris'>['items'][number];
type Both = { readonly id: string; readonly en: string };

/** The kinds in the order they are asked about. */
export const KIND_WORDS = {
  bantuan_hilang: { id: 'Bantuan berhenti', en: 'Aid stopped' },
  baru: { id: 'Baru tercantum', en: 'New on the list' },
  hilang: { id: 'Tidak tercantum lagi', en: 'No longer listed' },
  desil_naik: { id: 'Desil naik', en: 'Desil up' },
  desil_turun: { id: 'Desil turun', en: 'Desil down' },
  bantuan_baru: { id: 'Bantuan baru', en: 'New aid' },
  exclude: { id: 'Ditandai exclude', en: 'Flagged exclude' },
} as const satisfies Record<string, Both>;
export type DeltaKind = keyof typeof KIND_WORDS;
export const KINDS_SHOWN = Object.keys(KIND_WORDS) as DeltaKind[];

export const ANSWER_WORDS = {
  diusulkan: { id: 'Sudah diusulkan lagi', en: 'Proposed again' },
  data_salah: { id: 'Data kami salah, sedang diperbaiki', en: 'Our data is wrong, being mended' },
  benar_berhenti: { id: 'Benar berhenti', en: 'Rightly stopped' },
  tanya_pusat: { id: 'Ditanyakan ke pusat', en: 'Asked of the centre' },
} as const satisfies Record<string, Both>;
export type Answer = keyof typeof ANSWER_WORDS;

export const FLAG_WORDS = {
  terbuka: { id: 'Belum diminta', en: 'Not asked yet', kind: 'tindakan' },
  diminta: { id: 'Menunggu jawaban pusat', en: 'Waiting for the centre', kind: 'menunggu' },
  dicabut: { id: 'Dicabut pusat', en: 'Lifted', kind: 'selesai' },
  tetap: { id: 'Tetap ditandai', en: 'Stays flagged', kind: 'netral' },
} as const satisfies Record<string, Both & { kind: StatusKind }>;
export type FlagState = keyof typeof FLAG_WORDS;
