/** What a file of the centre may change for somebody. Desil is the centre's, only held against itself. */
export const DELTA_KINDS = {
  baru: 'Baru tercantum',
  hilang: 'Tidak tercantum lagi',
  desil_naik: 'Desil naik',
  desil_turun: 'Desil turun',
  bantuan_baru: 'Bantuan baru',
  bantuan_hilang: 'Bantuan berhenti',
  exclude: 'Ditandai exclude',
} as const;
export type DeltaKind = keyof typeof DELTA_KINDS;
export const DELTA_KIND_IDS = Object.keys(DELTA_KINDS) as [DeltaKind, ...DeltaKind[]];

/** What somebody found out about an aid that stopped. */
export const ANSWERS = {
  diusulkan: 'Sudah diusulkan lagi',
  data_salah: 'Data kami salah, sedang diperbaiki',
  benar_berhenti: 'Benar berhenti',
  tanya_pusat: 'Ditanyakan ke pusat',
} as const;
export type Answer = keyof typeof ANSWERS;
export const ANSWER_IDS = Object.keys(ANSWERS) as [Answer, ...Answer[]];

/** The centre's programmes as people call them. */
export const PROGRAMME_NAMES: Readonly<Record<string, string>> = {
  PKH: 'PKH',
  SEMBAKO: 'Sembako (BPNT)',
  SEMBAKO_PPKM: 'Sembako PPKM',
  PBI: 'PBI-JK',
  SEMUA: 'Semua bantuan pusat',
};
