import type { ListGround } from '#modules/objection/index.ts';

/** What may not fit in the listing of another family, in the words of a citizen. */
export const GROUNDS: Readonly<Record<ListGround, readonly [id: string, en: string]>> = {
  sudah_mampu: ['Keadaannya sudah baik', 'The family is well off by now'],
  tidak_tinggal: ['Tidak tinggal di alamat itu', 'They do not live at that address'],
  meninggal: ['Orangnya sudah meninggal', 'The person has died'],
  data_keliru: ['Data lain tentang keluarga itu keliru', 'Something else about the family is wrong'],
  tercatat_ganda: ['Keluarga itu tercatat dua kali', 'The family is listed twice'],
};
export const GROUND_CODES = Object.keys(GROUNDS) as ListGround[];
