/**
 * Every mistake a register makes about a person, with its probability per record. `original` is the first registration of a person,
 * `duplicate` a further one of the same person, made by somebody else, at another time, from worse papers. Probabilities of one
 * group exclude each other in the order written; groups are independent. `of` narrows the group to the records it can happen to.
 *
 * The mix was set so that two plain rules fail as they do in the field: equality of NIK finds fewer than half of the duplicates,
 * and name + birth date + sex about a fifth. `people.test.ts` keeps both measures in their range.
 */
export type ErrorKind = {
  readonly group: string;
  readonly what: string;
  readonly original: number;
  readonly duplicate: number;
  readonly of?: string;
};

const kind = (group: string, what: string, original: number, duplicate: number, of?: string): ErrorKind =>
  of === undefined ? { group, what, original, duplicate } : { group, what, original, duplicate, of };

export const ERROR_MODEL = {
  // How a person's second registration comes about. One applies to each duplicate.
  menikah: kind(
    'asal',
    'registered again after marriage: other house, other KK, HUSBAND_NAME_SHARE with his name',
    0,
    0.55,
    'women 17-40',
  ),
  pindah: kind('asal', 'registered again after moving to another desa: other house, other KK', 0, 0.3),
  pindah_rt: kind('asal', 'registered again after moving inside the desa: other RT and address', 0, 0.12),

  gelar: kind('gelar', 'a title before or after the name (H., Hj., Drs., alm.)', 0.02, 0.07),
  muhammad: kind('muhammad', 'another of the fifteen spellings of Muhammad', 0, 0.6, 'names with Muhammad'),
  ejaan: kind(
    'ejaan',
    'another orthography: oe/u, dj/j, tj/c, j/y, sj/sy/s, kh/h, f/p/v, z/s/j, q/k, d/t at the end',
    0.01,
    0.24,
  ),
  huruf_ganda: kind(
    'huruf_ganda',
    'a doubled letter single or a single one doubled; final h dropped or added',
    0.005,
    0.1,
  ),
  kata_hilang: kind('kata', 'one word of the name left out', 0.01, 0.15, 'two words or more'),
  inisial: kind('kata', 'a middle or last word as initial', 0.01, 0.06, 'two words or more'),
  kata_tukar: kind('kata', 'two words in the other order', 0.002, 0.04, 'two words or more'),
  kata_gabung: kind('kata', 'two words written as one', 0.003, 0.03, 'two words or more'),
  kata_pecah: kind('kata', 'one word written as two', 0.002, 0.02),
  kata_tambah: kind('kata', 'another word added (a husband, a nickname)', 0.001, 0.03),
  salah_ketik: kind('salah_ketik', 'a neighbouring key, a letter left out, doubled or transposed', 0.012, 0.15),

  nik_kosong: kind('nik', 'no NIK', 0.05, 0.24),
  nik_sementara: kind('nik', "a village's temporary number instead of the NIK", 0.008, 0.03),
  nik_kedua: kind('nik', 'a second NIK, with the birth date as recorded then', 0, 0.15),
  nik_angka: kind('nik', 'one digit of the NIK wrong', 0.006, 0.06),
  nik_tukar: kind('nik', 'two neighbouring digits of the NIK swapped', 0.003, 0.03),
  nik_hilang: kind('nik', 'one digit of the NIK missing', 0.002, 0.02),
  nik_kepala: kind('nik', 'the NIK of the head of the family', 0.004, 0.015, 'not the head'),

  kk_kosong: kind('kk', 'no KK number', 0.02, 0.08),
  kk_angka: kind('kk', 'one digit of the KK number wrong', 0.004, 0.03),
  kk_baru: kind('kk', 'the same family under a newer KK number', 0, 0.12, 'not moved'),

  tanggal_tukar: kind('tanggal', 'day and month swapped', 0.004, 0.04, 'day up to 12'),
  tanggal_hari: kind('tanggal', 'wrong day', 0.006, 0.07),
  tanggal_bulan: kind('tanggal', 'wrong month', 0.003, 0.04),
  tanggal_tahun: kind('tanggal', 'wrong year: 1 or 2 off, or two digits swapped', 0.006, 0.06),
  tanggal_awal_tahun: kind('tanggal', '1 January of the year', 0.01, 0.06),
  tanggal_kosong: kind('tanggal', 'no birth date', 0.01, 0.06),

  ibu_kosong: kind('ibu', "no mother's name", 0.05, 0.15),
  ibu_sebagian: kind('ibu', "one word of the mother's name left out", 0.01, 0.1, 'two words or more'),
  ibu_ejaan: kind('ibu_ejaan', "mother's name in another orthography", 0.01, 0.22),
  ibu_salah_ketik: kind('ibu_ketik', "mother's name mistyped", 0.012, 0.08),
  ibu_lain: kind('ibu_lain', 'another woman as mother (stepmother, grandmother)', 0.003, 0.02),

  kelamin_salah: kind('kelamin', 'the other sex', 0.002, 0.006),
  tempat_kosong: kind('tempat', 'no birth place', 0.04, 0.1),
  tempat_lain: kind('tempat', 'the desa, kecamatan or next town as birth place', 0.02, 0.18),
  alamat_tulis: kind('alamat', 'the same address written another way', 0, 0.55, 'not moved'),
  telepon_kosong: kind('telepon', 'no telephone number', 0.15, 0.35, 'with telephone'),
  telepon_baru: kind('telepon', 'another telephone number', 0, 0.3, 'with telephone'),
  pekerjaan_lain: kind('pekerjaan', 'another occupation', 0, 0.35, 'adults'),
} as const satisfies Readonly<Record<string, ErrorKind>>;

export type ErrorCode = keyof typeof ERROR_MODEL;

/** Share of duplicates that come as a whole family registered a second time, card and all. */
export const WHOLE_FAMILY_SHARE = 0.3;
/** A whole family registered again has moved to another desa. */
export const WHOLE_FAMILY_MOVES = 0.45;
/** A whole family registered again at home stands on a newer card. */
export const WHOLE_FAMILY_NEW_CARD = 0.4;
/** Of the persons registered twice, the share registered a third time. */
export const THIRD_RECORD_SHARE = 0.1;
/** A woman registered again after marriage who carries her husband's name behind her own. */
export const HUSBAND_NAME_SHARE = 0.15;
