import type { Words } from './words.ts';

/** Coded reasons a meeting may give; the codes are intake's (a test holds them together). */
export const ROW_REASONS = {
  ditolak: {
    tidak_disepakati: ['Tidak disepakati musyawarah', 'Not agreed by the meeting'],
    belum_memenuhi: ['Keadaan belum memenuhi syarat', 'Conditions not met'],
    sudah_terlayani: ['Sudah terlayani', 'Already served'],
    tidak_tinggal: ['Tidak tinggal di wilayah ini', 'Does not live here'],
    tidak_ditemukan: ['Tidak ditemukan', 'Not found'],
    meninggal: ['Sudah meninggal', 'Died'],
    ganda: ['Usulan yang sama sudah ada', 'Same proposal exists'],
  },
  ditunda: {
    perlu_keterangan: ['Perlu keterangan lagi', 'More to be found out'],
    tidak_di_rumah: ['Tidak ditemui di rumah', 'Nobody at home'],
    kuorum_kurang: ['Peserta musyawarah kurang', 'Too few at the meeting'],
  },
} as const satisfies Record<'ditolak' | 'ditunda', Record<string, Words>>;
