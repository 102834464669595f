/**
 * What is wrong in the 23-column file, with the share of rows it happens to. At most one kind of each group per row. `returned` marks
 * the rows whose person or place cannot be understood: an importer gives them back; every other row goes in, with its doubt.
 */
export type SiksDirtKind = {
  readonly group: string;
  readonly what: string;
  readonly share: number;
  readonly returned?: true;
};

const kind = (group: string, what: string, share: number, returned?: true): SiksDirtKind =>
  returned === undefined ? { group, what, share } : { group, what, share, returned };

export const SIKS_DIRT = {
  desa_kode_bps: kind('desa', 'area columns hold BPS codes instead of names', 0.03),
  desa_kode_kemendagri: kind('desa', 'area columns hold Kemendagri codes', 0.01),
  desa_salah_eja: kind('desa', 'name of the desa misspelt', 0.012),
  desa_rapat: kind('desa', 'name of the desa written as one word or with its kind before it', 0.02),
  kecamatan_kosong: kind('desa', 'kecamatan empty', 0.004),
  desa_kosong: kind('desa', 'desa empty', 0.0008, true),
  desa_asing: kind('desa', 'desa of no such name here', 0.0007, true),

  nik_kosong: kind('nik', 'no NIK, or a dash', 0.035),
  nik_ilmiah: kind('nik', 'NIK as Excel shows a number: 9,90101E+15', 0.005),
  nik_dibulatkan: kind('nik', 'NIK in a number cell: the last digit is lost', 0.004),
  nik_apostrof: kind('nik', 'apostrophe before the NIK', 0.02),
  nik_spasi: kind('nik', 'spaces or dots inside the NIK', 0.01),
  nik_15_angka: kind('nik', 'one digit missing', 0.004),
  nik_huruf: kind('nik', 'letter O for a zero', 0.001),
  nik_sementara: kind('nik', "a village's temporary number", 0.012),
  nik_tanggal_salah: kind('nik', 'day 72 or month 13 inside the NIK', 0.002),
  nik_urut_nol: kind('nik', 'serial 0000', 0.001),
  nik_dipakai_lain: kind('nik', 'NIK that another row has too', 0.006),
  nik_beda_tanggal: kind('nik', 'birth date inside the NIK differs from the recorded one (legal)', 0.01),

  kk_kosong: kind('kk', 'no KK number', 0.012),
  kk_ilmiah: kind('kk', 'KK number as 9,90101E+15', 0.004),
  kk_15_angka: kind('kk', 'one digit of the KK number missing', 0.003),
  kk_spasi: kind('kk', 'spaces inside the KK number', 0.006),

  nama_kosong: kind('nama', 'no name', 0.0008, true),
  nama_gelar: kind('nama', 'title before or after the name', 0.02),
  nama_spasi: kind('nama', 'doubled blanks around and inside the name', 0.01),
  nama_huruf_kecil: kind('nama', 'name in small letters', 0.01),
  nama_salah_ketik: kind('nama', 'name mistyped', 0.012),

  tanggal_kosong: kind('tanggal', 'no birth date', 0.015),
  tanggal_tidak_ada: kind('tanggal', '31 February and the like', 0.003),
  tanggal_dua_angka: kind('tanggal', 'year with two digits', 0.008),
  tanggal_masa_depan: kind('tanggal', 'birth date after today', 0.0006),
  tanggal_amerika: kind('tanggal', 'month before day, visible because the day is above 12', 0.002),

  jk_kosong: kind('jk', 'no sex', 0.008),
  jk_asing: kind('jk', 'a sex nobody knows (X, 3)', 0.002),

  hubungan_kosong: kind('hubungan', 'no relation to the head', 0.008),
  hubungan_asing: kind('hubungan', 'a relation nobody knows', 0.002),
  dua_kepala: kind('hubungan', 'a second head of the family', 0.004),

  ibu_kosong: kind('ibu', "no mother's name", 0.05),
  tempat_kosong: kind('tempat', 'no birth place', 0.03),
  rt_kosong: kind('rt', 'no RT', 0.01),
  rt_gabung: kind('rt', 'RT and RW in one cell: 003/001', 0.006),
  padan_kosong: kind('padan', 'no word on padan', 0.02),
  id_dtks_kosong: kind('id', 'no ID DTKS', 0.003),
  orang_ganda: kind('ganda', 'the same person again on another row, in another desa', 0.006),
} as const satisfies Readonly<Record<string, SiksDirtKind>>;

export type SiksDirtCode = keyof typeof SIKS_DIRT;

/** What changes from one month's file to the next, as shares of families or of persons. */
export const SIKS_MONTHLY = {
  /** Families on the new file only, as a share of the file. */
  newFamily: 0.012,
  /** Families no longer listed. */
  familyGone: 0.011,
  /** Persons of a listed family no longer listed. */
  personGone: 0.006,
  /** Families that moved to another desa of the agency. */
  familyMoved: 0.004,
  /** Families under a new KK number. */
  newKk: 0.005,
  /** Persons whose aid or padan differs. */
  statusChanged: 0.03,
  /** Of the NIK missing last month, the share filled in. */
  nikFilled: 0.1,
} as const;
