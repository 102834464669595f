/** Columns that follow from others: nobody fills them in, so that an example cannot contradict itself. */
export const DERIVED_COLUMNS: readonly string[] = [
  'jumlah_anggota',
  'umur_tertua',
  'kriteria_terpenuhi',
  'kriteria_sedikitnya',
  'kriteria_sebanyaknya',
];
