import { type ColumnSet, type HeadingRow, headingReader } from '../headings.ts';

/** The 23 columns of the SIKS-NG/DTKS export, in its order. */
export const SIKS_COLUMNS = [
  'idDtks',
  'provinsi',
  'kabupaten',
  'kecamatan',
  'desa',
  'alamat',
  'dusun',
  'rt',
  'rw',
  'nomorKk',
  'nik',
  'nama',
  'tanggalLahir',
  'tempatLahir',
  'jenisKelamin',
  'pekerjaan',
  'namaIbu',
  'hubungan',
  'padan',
  'bpnt',
  'pkh',
  'bpntPpkm',
  'pbi',
] as const;
export type SiksColumn = (typeof SIKS_COLUMNS)[number];

/** What each column is called to a reader, as the export itself calls it. */
export const COLUMN_LABELS: Readonly<Record<SiksColumn, string>> = {
  idDtks: 'ID_DTKS',
  provinsi: 'Provinsi',
  kabupaten: 'Kabupaten/Kota',
  kecamatan: 'Kecamatan',
  desa: 'Desa/Kelurahan',
  alamat: 'Alamat',
  dusun: 'Dusun',
  rt: 'RT',
  rw: 'RW',
  nomorKk: 'Nomor KK',
  nik: 'Nomor NIK',
  nama: 'Nama',
  tanggalLahir: 'Tanggal Lahir',
  tempatLahir: 'Tempat Lahir',
  jenisKelamin: 'Jenis Kelamin',
  pekerjaan: 'Pekerjaan',
  namaIbu: 'Nama Ibu Kandung',
  hubungan: 'Hub. Keluarga',
  padan: 'Keterangan padan',
  bpnt: 'Bansos BPNT',
  pkh: 'Bansos PKH',
  bpntPpkm: 'Bansos BPNT PPKM',
  pbi: 'PBI JNI/PBI JKN',
};

/** Other headings seen for the same column, in letters only; the label itself always counts. */
const ALIASES: Readonly<Record<SiksColumn, readonly string[]>> = {
  idDtks: ['IDDTKS', 'IDDTSEN', 'IDBDT', 'IDARTBDT', 'NOMORDTKS'],
  provinsi: ['PROVINSI', 'PROPINSI', 'NAMAPROVINSI', 'NAMAPROPINSI', 'PROV', 'KODEPROVINSI', 'NMPROP'],
  kabupaten: [
    'KABUPATENKOTA',
    'KABKOTA',
    'KABUPATEN',
    'KOTA',
    'NAMAKABUPATEN',
    'NAMAKABUPATENKOTA',
    'KODEKABUPATEN',
    'NMKAB',
  ],
  kecamatan: ['KECAMATAN', 'NAMAKECAMATAN', 'KEC', 'KODEKECAMATAN', 'NMKEC'],
  desa: [
    'DESAKELURAHAN',
    'DESAKELUARAHAN',
    'KELURAHANDESA',
    'DESA',
    'KELURAHAN',
    'NAMADESA',
    'NAMAKELURAHAN',
    'NAMADESAKELURAHAN',
    'DESAKEL',
    'KELDESA',
    'KODEDESA',
    'NMKEL',
  ],
  alamat: ['ALAMAT', 'ALAMATLENGKAP', 'ALAMATRUMAH', 'ALAMATKTP'],
  dusun: ['DUSUN', 'LINGKUNGAN', 'DUSUNLINGKUNGAN', 'NAMADUSUN'],
  rt: ['RT', 'NORT', 'NOMORRT', 'RTRW'],
  rw: ['RW', 'NORW', 'NOMORRW'],
  nomorKk: ['NOMORKK', 'NOKK', 'KK', 'NOMORKARTUKELUARGA', 'NOKARTUKELUARGA', 'KARTUKELUARGA'],
  nik: ['NOMORNIK', 'NIK', 'NONIK', 'NIKART', 'NOMORINDUKKEPENDUDUKAN', 'NOKTP'],
  nama: ['NAMA', 'NAMALENGKAP', 'NAMAART', 'NAMAPENERIMA', 'NAMAANGGOTAKELUARGA'],
  tanggalLahir: ['TANGGALLAHIR', 'TGLLAHIR', 'TANGGALLHR', 'TGLLHR'],
  tempatLahir: ['TEMPATLAHIR', 'TMPLAHIR', 'TMPTLHR', 'TEMPATLHR'],
  jenisKelamin: ['JENISKELAMIN', 'JK', 'KELAMIN', 'LP', 'JENKEL', 'JNSKELAMIN', 'JENISKLMIN'],
  pekerjaan: ['PEKERJAAN', 'JENISPEKERJAAN', 'KERJA'],
  namaIbu: ['NAMAIBUKANDUNG', 'NAMAIBU', 'IBUKANDUNG', 'NAMAGADISIBUKANDUNG', 'NMIBU'],
  hubungan: [
    'HUBKELUARGA',
    'HUBUNGANKELUARGA',
    'HUBUNGAN',
    'STATUSHUBUNGAN',
    'STATUSHUBUNGANKELUARGA',
    'SHDK',
    'HUBUNGANDALAMKELUARGA',
  ],
  padan: ['KETERANGANPADAN', 'KETPADAN', 'PADAN', 'STATUSPADAN', 'PADANDUKCAPIL', 'KETERANGANPADANDUKCAPIL'],
  bpnt: ['BANSOSBPNT', 'BPNT', 'SEMBAKO', 'BANSOSSEMBAKO', 'BPNTSEMBAKO'],
  pkh: ['BANSOSPKH', 'PKH'],
  bpntPpkm: ['BANSOSBPNTPPKM', 'BANSOSBNPNTPPKM', 'BPNTPPKM'],
  pbi: ['PBIJNIPBIJKN', 'PBIJNI', 'PBIJKN', 'BANSOSPBIJKN', 'BANSOSPBI', 'PBI', 'PBIJK'],
};

/** Without a name and a desa no row can be understood. */
export const SIKS_COLUMN_SET: ColumnSet<SiksColumn> = {
  columns: SIKS_COLUMNS,
  labels: COLUMN_LABELS,
  aliases: ALIASES,
  required: [['desa'], ['nama']],
};
const reader = headingReader(SIKS_COLUMN_SET);

/** Maps a heading row of the 23-column file onto its columns. */
export const matchHeadings = reader.match;

/**
 * The heading row among the first rows of a file (title lines may stand above it): the one that names most columns, at least five and
 * all that are required. Undefined when there is none.
 */
export const findHeadingRow = (
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
): HeadingRow<SiksColumn> | undefined => {
  const best = reader.findRow(rows, 5);
  return best === undefined || reader.lacking(best.match.columns).length > 0 ? undefined : best;
};
