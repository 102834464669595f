/** SHDK, the relation to the head of the family, codes of SIAK. */
export const SHDK = {
  kepala: 1,
  suami: 2,
  istri: 3,
  anak: 4,
  menantu: 5,
  cucu: 6,
  orangTua: 7,
  mertua: 8,
  famili: 9,
  pembantu: 10,
  lainnya: 11,
} as const;
export type Shdk = (typeof SHDK)[keyof typeof SHDK];

/** Occupations (codes of SIAK) that occur in the generated population, with the words a KK prints. */
export const PEKERJAAN: Readonly<Record<number, string>> = {
  1: 'BELUM/TIDAK BEKERJA',
  2: 'MENGURUS RUMAH TANGGA',
  3: 'PELAJAR/MAHASISWA',
  4: 'PENSIUNAN',
  5: 'PEGAWAI NEGERI SIPIL',
  8: 'PERDAGANGAN',
  9: 'PETANI/PEKEBUN',
  10: 'PETERNAK',
  11: 'NELAYAN/PERIKANAN',
  15: 'KARYAWAN SWASTA',
  18: 'KARYAWAN HONORER',
  19: 'BURUH HARIAN LEPAS',
  20: 'BURUH TANI/PERKEBUNAN',
  21: 'BURUH NELAYAN/PERIKANAN',
  23: 'PEMBANTU RUMAH TANGGA',
  26: 'TUKANG BATU',
  65: 'GURU',
  81: 'SOPIR',
  84: 'PEDAGANG',
  85: 'PERANGKAT DESA',
  88: 'WIRASWASTA',
};
