import type { LocalDate } from '#kernel/local-date.ts';
import type { Shdk } from './civil-codes.ts';
import type { PopulationSex } from './names.ts';
import type { DemoDesa } from './territory.ts';

/** One row of the 23-column file as it should be. */
export type SiksClean = {
  readonly idDtks: string;
  readonly desa: DemoDesa;
  readonly address: string;
  readonly dusun: string;
  readonly rt: number;
  readonly rw: number;
  readonly nomorKk: string;
  readonly nik: string;
  /** In capitals. */
  readonly name: string;
  readonly birthOn: LocalDate;
  readonly birthPlace: string;
  readonly sex: PopulationSex;
  /** Code of SIAK. */
  readonly occupation: number;
  readonly mother: string;
  readonly shdk: Shdk;
  readonly padan: boolean;
  readonly bpnt: boolean;
  readonly pkh: boolean;
  readonly bpntPpkm: boolean;
  readonly pbi: boolean;
};

/** The heading row of the export; the index is the column. */
export const SIKS_HEADINGS = [
  'ID_DTKS',
  'Provinsi',
  'Kabupaten/Kota',
  'Kecamatan',
  'Desa/Kelurahan',
  'Alamat',
  'Dusun',
  'RT',
  'RW',
  'Nomor KK',
  'Nomor NIK',
  'Nama',
  'Tanggal Lahir',
  'Tempat Lahir',
  'Jenis Kelamin',
  'Pekerjaan',
  'Nama Ibu Kandung',
  'Hub. Keluarga',
  'Keterangan padan',
  'Bansos BPNT',
  'Bansos PKH',
  'Bansos BPNT PPKM',
  'PBI JNI/PBI JKN',
] as const;

/** The same columns as some districts' exports misspell them. */
export const SIKS_HEADINGS_TRAPPED = [
  'ID DTKS',
  'PROVINSI',
  'kabupatenkota',
  'KECAMATAN',
  'desakeluarahan',
  'ALAMAT',
  'dusun',
  'RT',
  'RW',
  'Nokk',
  'NIK',
  'NAMA LENGKAP',
  'TGL LAHIR',
  'TEMPAT LAHIR',
  'JK',
  'PEKERJAAN',
  'NAMA IBU',
  'HUBUNGAN KELUARGA',
  'Ket. Padan',
  'Bansos BPNT',
  'Bansos PKH',
  'Bansos BNPNT PPKM',
  'PBI JNI',
] as const;
