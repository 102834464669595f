import type { LocalDate } from '#kernel/local-date.ts';

/** The 23 columns of SIKS-NG's own file, in its order and spelling. */
export const SIKS_COLUMNS = [
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

/** SIAK's relation to the head of the family, as SIKS-NG words it. */
const SHDK_WORDS = [
  'KEPALA KELUARGA',
  'SUAMI',
  'ISTRI',
  'ANAK',
  'MENANTU',
  'CUCU',
  'ORANG TUA',
  'MERTUA',
  'FAMILI LAIN',
  'PEMBANTU',
  'LAINNYA',
] as const;

export const shdkWord = (code: number | null): string => (code === null ? '' : (SHDK_WORDS[code - 1] ?? ''));

/** `1954-08-07` as SIKS-NG takes it: `07/08/1954`. */
export const siksDate = (date: LocalDate | null): string =>
  date === null ? '' : `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

type Member = {
  idDtks: string | null;
  provinsi: string;
  kabupaten: string;
  kecamatan: string;
  desa: string;
  address: string | null;
  dusun: string | null;
  rt: string | null;
  rw: string | null;
  nomorKk: string | null;
  nik: string | null;
  name: string;
  birthOn: LocalDate | null;
  birthPlace: string | null;
  sex: 'L' | 'P' | null;
  occupation: string | null;
  motherName: string | null;
  shdk: number | null;
  padan: string | null;
  bpnt: string | null;
  pkh: string | null;
  ppkm: string | null;
  pbi: string | null;
};

/** The 23 cells of a member. What is not known stays empty: nothing is guessed for the centre. */
export const siksCells = (member: Member): string[] => [
  member.idDtks ?? '',
  member.provinsi.toUpperCase(),
  member.kabupaten.toUpperCase(),
  member.kecamatan.toUpperCase(),
  member.desa.toUpperCase(),
  (member.address ?? '').toUpperCase(),
  (member.dusun ?? '').toUpperCase(),
  member.rt ?? '',
  member.rw ?? '',
  member.nomorKk ?? '',
  member.nik ?? '',
  member.name.toUpperCase(),
  siksDate(member.birthOn),
  (member.birthPlace ?? '').toUpperCase(),
  member.sex ?? '',
  (member.occupation ?? '').toUpperCase(),
  (member.motherName ?? '').toUpperCase(),
  shdkWord(member.shdk),
  member.padan ?? '',
  member.bpnt ?? '',
  member.pkh ?? '',
  member.ppkm ?? '',
  member.pbi ?? '',
];
