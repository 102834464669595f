/** The five counts of the data-quality board. */
export const QUALITY_COUNTS = ['tanpa_nik', 'tidak_sah', 'dipakai', 'kepala', 'usang'] as const;
export type QualityCount = (typeof QUALITY_COUNTS)[number];

/** Which findings make up a count. Age is no finding: it is counted on the day the board is read. */
export const QUALITY_KINDS: Readonly<Record<QualityCount, readonly string[]>> = {
  tanpa_nik: ['tanpa_nik'],
  tidak_sah: ['nik_tidak_sah'],
  dipakai: ['nik_dipakai_orang_lain', 'kk_dipakai_keluarga_lain'],
  kepala: ['kk_tanpa_kepala', 'kk_dua_kepala'],
  usang: [],
};

/** Months after which what is known of a person counts as old. */
export const STALE_AFTER_MONTHS = 12;
