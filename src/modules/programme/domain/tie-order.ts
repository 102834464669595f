/** A step of the tie order as the targeting engine reads it, and as the juknis says it. */
type Tie = { words: { id: string; en: string }; key: { expr: string } | { column: string; first: 'low' | 'high' } };

/** What may decide between families of equal standing. The order is the juknis's; chance is not among them. */
export const TIES = {
  lansia_sendiri: {
    words: { id: 'lansia yang tinggal sendiri', en: 'older people living alone' },
    key: { expr: 'jumlah_anggota = 1 dan umur_tertua >= 60' },
  },
  disabilitas: {
    words: { id: 'ada penyandang disabilitas', en: 'a member with a disability' },
    key: { expr: 'ada anggota dengan (disabilitas)' },
  },
  balita: { words: { id: 'ada balita', en: 'a child under five' }, key: { expr: 'ada anggota dengan (umur < 5)' } },
  umur_tertua: {
    words: { id: 'umur anggota tertua', en: 'age of the oldest member' },
    key: { column: 'umur_tertua', first: 'high' },
  },
  kriteria: {
    words: { id: 'jumlah kriteria fakir miskin yang terpenuhi', en: 'number of poverty criteria met' },
    key: { column: 'kriteria_sedikitnya', first: 'high' },
  },
  menunggu: {
    words: { id: 'paling lama menunggu sejak pengajuan', en: 'longest wait since the proposal' },
    key: { column: 'bulan_menunggu', first: 'high' },
  },
  anggota_terbanyak: {
    words: { id: 'jumlah anggota terbanyak', en: 'largest number of members' },
    key: { column: 'jumlah_anggota', first: 'high' },
  },
} as const satisfies Record<string, Tie>;
export type TieId = keyof typeof TIES;
export const TIE_IDS = Object.keys(TIES) as readonly TieId[];

/** The tie order as one Indonesian sentence, as it stands on the list and in the decree. */
export const tieSentence = (order: readonly TieId[]): string =>
  order.length === 0
    ? 'Bila urutannya sama, tidak ada penentu dalam juknis: nomor keluarga yang menentukan.'
    : `Bila urutannya sama: ${order.map((id) => TIES[id].words.id).join(', lalu ')}; terakhir nomor keluarga.`;
