import type { Fact } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import { type AreaIndex, resolveArea, type SiksArea } from './areas.ts';
import { readBirthDate } from './birth-date.ts';
import { type RelationCodes, readRelation, readSex, readYesNo, type ShdkCode } from './civil-words.ts';
import { COLUMN_LABELS, type SiksColumn } from './columns.ts';
import type { SiksDoubt, SiksReason } from './doubts.ts';
import { type NumberClaim, readKkClaim, readNikClaim } from './number-claims.ts';
import { readOccupation } from './occupations.ts';
import { readName } from './person-name.ts';

/** Where each column stands in a row, which code list the relations follow, and the day dates are judged on. */
export type SiksMapping = {
  readonly columns: Readonly<Partial<Record<SiksColumn, number>>>;
  readonly relationCodes: RelationCodes;
  readonly today: LocalDate;
};

/** One understood row. Null is "not stated": never no, never a default. */
export type SiksRow = {
  readonly idDtks: string | null;
  readonly areaId: string;
  readonly address: string | null;
  readonly dusun: string | null;
  /** Three digits. */
  readonly rt: string | null;
  readonly rw: string | null;
  readonly nomorKk: NumberClaim;
  readonly nik: NumberClaim;
  /** A village's temporary number standing in the NIK column. */
  readonly nomorDesa: string | null;
  /** In capitals, without titles. */
  readonly name: string;
  readonly titles: readonly string[];
  readonly birth: { readonly on: LocalDate; readonly precision: 'hari' | 'tahun' } | null;
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
  /** SIAK code when the word is known; the word as written. */
  readonly occupationCode: number | null;
  readonly occupation: string | null;
  readonly motherName: string | null;
  readonly shdk: ShdkCode | null;
  readonly padan: Fact<boolean>;
  readonly bpnt: Fact<boolean>;
  readonly pkh: Fact<boolean>;
  readonly bpntPpkm: Fact<boolean>;
  readonly pbi: Fact<boolean>;
};

export type SiksRowReading =
  | { readonly ok: true; readonly row: SiksRow; readonly doubts: readonly SiksDoubt[] }
  | { readonly ok: false; readonly reasons: readonly SiksReason[] };

type Cells = (column: SiksColumn) => string;
type Note = (column: SiksColumn, code: string, sentence: string) => void;

const text = (cell: string): string | null => {
  const clean = cell.replace(/[\s\u00a0\u200b]+/g, ' ').trim();
  return clean === '' || /^[-–.]+$/.test(clean) ? null : clean;
};
const capitals = (cell: string): string | null => text(cell)?.toUpperCase() ?? null;

const threeDigits = (cell: string): string | null => {
  const digits = /\d{1,3}/.exec(cell)?.[0];
  return digits === undefined || Number(digits) === 0 ? null : digits.padStart(3, '0');
};

/** RT and RW, also from one cell as `003/001` or `RT 3 RW 1`. */
const readRtRw = (cells: Cells, note: Note): { rt: string | null; rw: string | null } => {
  const both = /^\D*(\d{1,3})\D+(\d{1,3})\D*$/.exec(cells('rt').trim());
  const split = both !== null && text(cells('rw')) === null;
  const rt = threeDigits(split ? (both[1] as string) : cells('rt'));
  const rw = threeDigits(split ? (both[2] as string) : cells('rw'));
  if (rt === null && text(cells('rt')) !== null)
    note('rt', 'rt_tidak_terbaca', 'RT tidak terbaca; tulis angka, misalnya 003.');
  if (rw === null && text(cells('rw')) !== null)
    note('rw', 'rw_tidak_terbaca', 'RW tidak terbaca; tulis angka, misalnya 001.');
  return { rt, rw };
};

const RELATION_SENTENCES = {
  asing: 'Hubungan keluarga tidak dikenal; dicatat kosong, isi menurut KK.',
  pasangan: 'Hubungan tertulis istri/suami, tetapi jenis kelamin kosong; dicatat kosong, periksa KK.',
  orang_tua_mertua: 'Hubungan tertulis orang tua/mertua; dicatat orang tua, periksa KK.',
} as const;

const ADULTS: ReadonlySet<ShdkCode> = new Set<ShdkCode>([1, 2, 3, 5, 7, 8]);
const CHILDREN: ReadonlySet<ShdkCode> = new Set<ShdkCode>([4, 6]);

const isAdultBy = (shdk: ShdkCode | undefined): boolean | undefined => {
  if (shdk === undefined) return undefined;
  return ADULTS.has(shdk) ? true : CHILDREN.has(shdk) ? false : undefined;
};

const readPerson = (cells: Cells, mapping: SiksMapping, note: Note) => {
  const sex = readSex(cells('jenisKelamin'));
  if (sex === undefined && text(cells('jenisKelamin')) !== null) {
    note(
      'jenisKelamin',
      'jenis_kelamin_asing',
      'Jenis kelamin tidak dikenal; dicatat kosong, isi L atau P menurut KK.',
    );
  }
  const relation = readRelation(cells('hubungan'), sex, mapping.relationCodes);
  if (relation.doubt !== undefined) note('hubungan', `hubungan_${relation.doubt}`, RELATION_SENTENCES[relation.doubt]);
  const birth = readBirthDate(cells('tanggalLahir'), { today: mapping.today, isAdult: isAdultBy(relation.shdk) });
  if (birth.doubt !== undefined) note('tanggalLahir', birth.doubt.code, birth.doubt.sentence);
  return {
    sex: sex ?? null,
    shdk: relation.shdk ?? null,
    birth: birth.on === undefined ? null : { on: birth.on, precision: birth.precision ?? ('hari' as const) },
  };
};

const FLAGS = ['padan', 'bpnt', 'pkh', 'bpntPpkm', 'pbi'] as const;

const readFlags = (cells: Cells, note: Note): Record<(typeof FLAGS)[number], Fact<boolean>> => {
  const read = (column: (typeof FLAGS)[number]): Fact<boolean> => {
    const { fact, understood } = readYesNo(cells(column));
    if (!understood)
      note(
        column,
        'ya_tidak_asing',
        `${COLUMN_LABELS[column]} tidak terbaca sebagai ya atau tidak; dicatat belum diketahui.`,
      );
    return fact;
  };
  return { padan: read('padan'), bpnt: read('bpnt'), pkh: read('pkh'), bpntPpkm: read('bpntPpkm'), pbi: read('pbi') };
};

const findPlace = (cells: Cells, areas: AreaIndex, reasons: SiksReason[], note: Note): SiksArea | undefined => {
  const found = resolveArea(areas, {
    provinsi: cells('provinsi'),
    kabupaten: cells('kabupaten'),
    kecamatan: cells('kecamatan'),
    desa: cells('desa'),
  });
  if (!found.ok) {
    reasons.push({
      column: found.code === 'luar_wilayah' ? 'kabupaten' : 'desa',
      code: found.code,
      raw: cells('desa'),
      sentence: found.sentence,
    });
    return undefined;
  }
  for (const { code, sentence } of found.doubts) note(code === 'ejaan_desa' ? 'desa' : 'kecamatan', code, sentence);
  return found.area;
};

/** ID_DTKS: letters and digits. A number cell that Excel rounded is no id any more. */
const readId = (cells: Cells, note: Note): string | null => {
  const id = text(cells('idDtks'))?.replace(/^'/, '') ?? null;
  if (id === null || !/^\d[.,]\d+E\+?\d+$/i.test(id)) return id;
  note('idDtks', 'id_rusak_excel', 'ID_DTKS rusak oleh Excel; dicatat kosong, ambil ulang dari berkas asal.');
  return null;
};

const findName = (cells: Cells, reasons: SiksReason[], note: Note): Pick<SiksRow, 'name' | 'titles'> => {
  const { name, titles, odd } = readName(cells('nama'));
  if (name === '') {
    const sentence = 'Nama kosong; orang ini tidak dapat dikenali. Isi namanya.';
    reasons.push({ column: 'nama', code: 'nama_kosong', raw: cells('nama'), sentence });
  }
  if (odd) note('nama', 'nama_aneh', 'Nama berisi angka, tanda, atau satu huruf saja; cocokkan dengan KK.');
  return { name, titles };
};

/**
 * Reads one row of the 23-column file. Only a row whose person (no name) or place (no desa of this agency) cannot be understood comes
 * back; every other row goes in, and what is doubtful about it stands in `doubts`. The row is pure: what other rows hold (a NIK used
 * twice, a second head) is told by `findCrossRowDoubts`.
 */
export const readSiksRow = (cellsOfRow: readonly string[], mapping: SiksMapping, areas: AreaIndex): SiksRowReading => {
  const cells: Cells = (column) => cellsOfRow[mapping.columns[column] ?? -1] ?? '';
  const doubts: SiksDoubt[] = [];
  const reasons: SiksReason[] = [];
  const note: Note = (column, code, sentence) => doubts.push({ column, code, raw: cells(column), sentence });
  const named = findName(cells, reasons, note);
  const area = findPlace(cells, areas, reasons, note);
  if (area === undefined || reasons.length > 0) return { ok: false, reasons };
  const person = readPerson(cells, mapping, note);
  const { claim: nik, nomorDesa } = readNikClaim(
    cells('nik'),
    { birthOn: person.birth?.on, sex: person.sex ?? undefined, today: mapping.today },
    note,
  );
  const mother = readName(cells('namaIbu'));
  const row: SiksRow = {
    idDtks: readId(cells, note),
    areaId: area.id,
    address: capitals(cells('alamat')),
    dusun: capitals(cells('dusun')),
    ...readRtRw(cells, note),
    nomorKk: readKkClaim(cells('nomorKk'), note),
    nik,
    nomorDesa,
    ...named,
    ...person,
    birthPlace: capitals(cells('tempatLahir')),
    occupationCode: readOccupation(cells('pekerjaan')) ?? null,
    occupation: capitals(cells('pekerjaan')),
    motherName: mother.name === '' ? null : mother.name,
    ...readFlags(cells, note),
  };
  return { ok: true, row, doubts };
};
