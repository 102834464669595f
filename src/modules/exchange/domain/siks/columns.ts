import { editDistance, editsAllowed, plainLetters } from './likeness.ts';

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

const EXACT = new Map<string, SiksColumn>(
  SIKS_COLUMNS.flatMap((column) =>
    [plainLetters(COLUMN_LABELS[column]), ...ALIASES[column]].map((alias) => [alias, column] as const),
  ),
);

/** Without a name and a desa no row can be understood. */
export const REQUIRED_COLUMNS: readonly SiksColumn[] = ['desa', 'nama'];

export type HeadingMatch = {
  /** Column to its position in the row, from 0. */
  readonly columns: Readonly<Partial<Record<SiksColumn, number>>>;
  /** Matched by likeness only; a person should look: heading as written and the column it was taken for. */
  readonly guessed: readonly { readonly heading: string; readonly column: SiksColumn }[];
  /** Headings of the file that none of the columns took. */
  readonly unknown: readonly string[];
  readonly missing: readonly SiksColumn[];
};

/** A heading misspelt: the one column whose alias lies nearest, when there is one and no other is as near. */
const guessColumn = (
  letters: string,
  free: (column: SiksColumn) => boolean,
): { column: SiksColumn; distance: number } | undefined => {
  if (letters.length < 5) return undefined;
  const most = editsAllowed(letters.length);
  const near = new Map<SiksColumn, number>();
  for (const [alias, column] of EXACT) {
    if (alias.length < 5 || !free(column)) continue;
    const distance = editDistance(letters, alias, most);
    if (distance <= most) near.set(column, Math.min(distance, near.get(column) ?? distance));
  }
  const [best, next] = [...near].sort((a, b) => a[1] - b[1]);
  return best === undefined || (next !== undefined && next[1] === best[1])
    ? undefined
    : { column: best[0], distance: best[1] };
};

/** Maps a heading row onto the columns: known spellings first, then the nearest unmistakable one. A column is taken once. */
export const matchHeadings = (headings: readonly string[]): HeadingMatch => {
  const columns: Partial<Record<SiksColumn, number>> = {};
  const open: { heading: string; letters: string; at: number }[] = [];
  for (const [at, heading] of headings.entries()) {
    const letters = plainLetters(heading);
    const column = EXACT.get(letters);
    if (column !== undefined && columns[column] === undefined) columns[column] = at;
    else if (letters !== '') open.push({ heading, letters, at });
  }
  const guessed: { heading: string; column: SiksColumn }[] = [];
  const unknown: string[] = [];
  for (const { heading, letters, at } of open) {
    const guess = guessColumn(letters, (column) => columns[column] === undefined);
    if (guess === undefined) unknown.push(heading);
    else {
      columns[guess.column] = at;
      guessed.push({ heading, column: guess.column });
    }
  }
  return { columns, guessed, unknown, missing: SIKS_COLUMNS.filter((column) => columns[column] === undefined) };
};

export type HeadingRow = { readonly number: number; readonly match: HeadingMatch };

/**
 * The heading row among the first rows of a file (title lines may stand above it): the one that names most columns, at least five and
 * all that are required. Undefined when there is none.
 */
export const findHeadingRow = (
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
): HeadingRow | undefined => {
  const found = rows.slice(0, 20).map(({ number, cells }) => ({ number, match: matchHeadings(cells) }));
  const count = (row: HeadingRow): number => Object.keys(row.match.columns).length;
  const best = found.reduce<HeadingRow | undefined>(
    (top, row) => (top === undefined || count(row) > count(top) ? row : top),
    undefined,
  );
  if (best === undefined || count(best) < 5) return undefined;
  return REQUIRED_COLUMNS.every((column) => best.match.columns[column] !== undefined) ? best : undefined;
};
