/** Where a fact comes from. `petugas` is an officer at the desk, `opd` another office of the same government. */
export const SOURCES = ['dukcapil', 'siks', 'verval', 'usulan', 'opd', 'petugas'] as const;
export type Source = (typeof SOURCES)[number];

export const SOURCE_LABELS: Readonly<Record<Source, { id: string; en: string }>> = {
  dukcapil: { id: 'Dukcapil', en: 'Civil registry' },
  siks: { id: 'Berkas SIKS-NG', en: 'SIKS-NG file' },
  verval: { id: 'Verval lapangan', en: 'Field check' },
  usulan: { id: 'Usulan', en: 'Proposal' },
  opd: { id: 'OPD lain', en: 'Other office' },
  petugas: { id: 'Petugas', en: 'Officer' },
};
