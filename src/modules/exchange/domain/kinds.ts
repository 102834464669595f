import type { ColumnSet } from './headings.ts';
import { SIKS_COLUMN_SET } from './siks/columns.ts';

/** The centre's rank of families as one municipality's template has it (reference 3.6). */
const DESIL_COLUMNS = [
  'nomorKk',
  'nik',
  'nama',
  'tanggalLahir',
  'jenisKelamin',
  'kecamatan',
  'desa',
  'alamat',
  'desil',
] as const;
type DesilColumn = (typeof DESIL_COLUMNS)[number];
const DESIL_COLUMN_SET: ColumnSet<DesilColumn> = {
  columns: DESIL_COLUMNS,
  labels: {
    nomorKk: 'No. KK',
    nik: 'NIK',
    nama: 'Nama Kepala Keluarga',
    tanggalLahir: 'Tanggal Lahir',
    jenisKelamin: 'Jenis Kelamin',
    kecamatan: 'Kecamatan',
    desa: 'Kelurahan',
    alamat: 'Alamat Lengkap',
    desil: 'Desil',
  },
  aliases: {
    nomorKk: ['NOKK', 'NOMORKK', 'KK', 'NOMORKARTUKELUARGA'],
    nik: ['NIK', 'NOMORNIK', 'NIKKEPALAKELUARGA', 'NONIK'],
    nama: ['NAMA', 'NAMAKEPALAKELUARGA', 'NAMALENGKAP', 'NAMAKK'],
    tanggalLahir: ['TANGGALLAHIR', 'TGLLAHIR'],
    jenisKelamin: ['JENISKELAMIN', 'JK', 'LP'],
    kecamatan: ['KECAMATAN', 'NAMAKECAMATAN', 'KEC'],
    desa: ['KELURAHAN', 'DESA', 'DESAKELURAHAN', 'KELURAHANDESA', 'NAMAKELURAHAN', 'NAMADESA'],
    alamat: ['ALAMAT', 'ALAMATLENGKAP'],
    desil: ['DESIL', 'DESILNASIONAL', 'DESILDTSEN', 'PERINGKATDESIL', 'KELOMPOKDESIL'],
  },
  required: [['desil'], ['nomorKk', 'nik']],
};

/** What the centre answered to what was keyed in. */
const RESULT_COLUMNS = ['tiket', 'nik', 'nama', 'hasil', 'alasan'] as const;
type ResultColumn = (typeof RESULT_COLUMNS)[number];
const RESULT_COLUMN_SET: ColumnSet<ResultColumn> = {
  columns: RESULT_COLUMNS,
  labels: { tiket: 'Nomor Tiket', nik: 'NIK', nama: 'Nama', hasil: 'Hasil', alasan: 'Alasan' },
  aliases: {
    tiket: ['TIKET', 'NOTIKET', 'NOMORTIKET', 'IDUSULAN', 'NOUSULAN'],
    nik: ['NIK', 'NOMORNIK', 'NONIK'],
    nama: ['NAMA', 'NAMALENGKAP'],
    hasil: ['HASIL', 'STATUS', 'STATUSUSULAN', 'HASILPUSAT', 'STATUSAKHIR'],
    alasan: ['ALASAN', 'KETERANGAN', 'ALASANPENOLAKAN', 'CATATAN'],
  },
  required: [['hasil'], ['tiket', 'nik']],
};

/** People whom the centre keeps off an aid, as SIKS-NG shows them. */
const EXCLUDE_COLUMNS = ['nik', 'nama', 'program', 'keterangan'] as const;
type ExcludeColumn = (typeof EXCLUDE_COLUMNS)[number];
const EXCLUDE_COLUMN_SET: ColumnSet<ExcludeColumn> = {
  columns: EXCLUDE_COLUMNS,
  labels: { nik: 'NIK', nama: 'Nama', program: 'Program', keterangan: 'Keterangan Exclude' },
  aliases: {
    nik: ['NIK', 'NOMORNIK', 'NONIK'],
    nama: ['NAMA', 'NAMALENGKAP'],
    program: ['PROGRAM', 'BANSOS', 'JENISBANSOS', 'NAMAPROGRAM'],
    keterangan: ['KETERANGAN', 'KETERANGANEXCLUDE', 'ALASANEXCLUDE', 'ALASAN', 'EXCLUDE', 'SEBAB'],
  },
  required: [['nik'], ['keterangan']],
};

/** What Dukcapil answered to the padan request. */
const PADAN_COLUMNS = ['nik', 'nama', 'hasil'] as const;
type PadanColumn = (typeof PADAN_COLUMNS)[number];
const PADAN_COLUMN_SET: ColumnSet<PadanColumn> = {
  columns: PADAN_COLUMNS,
  labels: { nik: 'NIK', nama: 'Nama', hasil: 'Hasil Padan' },
  aliases: {
    nik: ['NIK', 'NOMORNIK', 'NONIK'],
    nama: ['NAMA', 'NAMALENGKAP', 'NAMALGKP'],
    hasil: ['HASIL', 'HASILPADAN', 'RESPON', 'RESPONSE', 'STATUS', 'KODE', 'KODEHASIL', 'KETERANGANPADAN'],
  },
  required: [['nik'], ['hasil']],
};

export type Words = { readonly id: string; readonly en: string };
type KindOf = {
  readonly name: Words;
  readonly says: Words;
  readonly set: ColumnSet<string>;
  /** Columns that must be found before a row is taken for the heading row. */
  readonly least: number;
  /** A later file is held against the one before. */
  readonly compares: boolean;
};

/** The kinds of file that can be imported. */
export const KINDS = {
  siks23: {
    name: { id: 'SIKS-NG 23 kolom', en: 'SIKS-NG, 23 columns' },
    says: {
      id: 'Orang dan keluarga dari DTKS/DTSEN: membuat dan memperbarui register.',
      en: 'People and families of DTKS/DTSEN: makes and renews the register.',
    },
    set: SIKS_COLUMN_SET,
    least: 3,
    compares: true,
  },
  desil: {
    name: { id: 'Desil DTSEN', en: 'DTSEN desil' },
    says: {
      id: 'Desil pusat bagi keluarga yang sudah ada di register.',
      en: 'The centre’s desil for families that are in the register.',
    },
    set: DESIL_COLUMN_SET,
    least: 2,
    compares: false,
  },
  hasil_pusat: {
    name: { id: 'Hasil pusat', en: 'Results of the centre' },
    says: {
      id: 'Jawaban pusat atas usulan yang sudah diketik, menurut tiket atau NIK.',
      en: 'The centre’s answers to keyed proposals, by ticket or NIK.',
    },
    set: RESULT_COLUMN_SET,
    least: 2,
    compares: false,
  },
  exclude: {
    name: { id: 'Daftar exclude pusat', en: 'The centre’s exclude list' },
    says: {
      id: 'Orang yang ditandai pusat sehingga tidak menerima bantuan, dengan keterangannya.',
      en: 'People whom the centre keeps off an aid, with its reason.',
    },
    set: EXCLUDE_COLUMN_SET,
    least: 2,
    compares: false,
  },
  padan: {
    name: { id: 'Jawaban padan Dukcapil', en: 'Padan answers of Dukcapil' },
    says: {
      id: 'Hasil pemadanan NIK dari Dukcapil; hanya hasil dan tanggalnya disimpan.',
      en: 'Results of matching with Dukcapil; only result and day are kept.',
    },
    set: PADAN_COLUMN_SET,
    least: 2,
    compares: false,
  },
} as const satisfies Record<string, KindOf>;
export type Kind = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as [Kind, ...Kind[]];
/** The kind without the narrow types of its columns. */
export const kindOf = (kind: Kind): KindOf => KINDS[kind];

export const STATES = [
  'diunggah',
  'membaca',
  'dipetakan',
  'diperiksa',
  'siap',
  'memasukkan',
  'selesai',
  'dibatalkan',
  'membatalkan',
  'gagal',
] as const;
export type State = (typeof STATES)[number];
/** A job is at work, or ordered. */
export const RUNNING: readonly State[] = ['dipetakan', 'membaca', 'diperiksa', 'memasukkan', 'membatalkan'];
