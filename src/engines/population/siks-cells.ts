import { dateOf, daysBetween, formatDate, type LocalDate, partsOf } from '#kernel/local-date.ts';
import { PEKERJAAN, SHDK, type Shdk } from './civil-codes.ts';
import { mistype } from './misspell.ts';
import { TITLES } from './name-lists.ts';
import { pickWeighted, type Random } from './random.ts';
import type { SiksClean } from './siks-clean.ts';
import type { SiksDirtCode } from './siks-dirt.ts';

/** A cell of the file; a number is a number cell in xlsx. */
export type SiksCell = string | number;

type Dirt = ReadonlySet<SiksDirtCode>;
const two = (n: number): string => String(n).padStart(2, '0');
const three = (n: number): string => String(n).padStart(3, '0');
const scientific = (digits: string): string => `${digits[0]},${digits.slice(1, 6).replace(/0+$/, '')}E+15`;
const dropDigit = (digits: string, at: number): string => digits.slice(0, at) + digits.slice(at + 1);

const SHDK_WORDS: Readonly<Record<Shdk, string>> = {
  [SHDK.kepala]: 'KEPALA KELUARGA',
  [SHDK.suami]: 'SUAMI',
  [SHDK.istri]: 'ISTRI',
  [SHDK.anak]: 'ANAK',
  [SHDK.menantu]: 'MENANTU',
  [SHDK.cucu]: 'CUCU',
  [SHDK.orangTua]: 'ORANG TUA',
  [SHDK.mertua]: 'MERTUA',
  [SHDK.famili]: 'FAMILI LAIN',
  [SHDK.pembantu]: 'PEMBANTU',
  [SHDK.lainnya]: 'LAINNYA',
};
/** The eight codes of DTKS and Regsosek: 2 is the spouse of either sex, 6 parents and parents-in-law. */
const SHDK_DTKS: Readonly<Record<Shdk, number>> = {
  1: 1,
  2: 2,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  7: 6,
  8: 6,
  9: 8,
  10: 7,
  11: 8,
};

const nikCell = (form: Random, { nik, desa }: SiksClean, dirt: Dirt, otherNik: string): SiksCell => {
  if (dirt.has('nik_kosong')) return form.chance(0.7) ? '' : '-';
  if (dirt.has('nik_ilmiah')) return scientific(nik);
  if (dirt.has('nik_dibulatkan')) return Number(`${nik.slice(0, 15)}0`);
  if (dirt.has('nik_apostrof')) return `'${nik}`;
  if (dirt.has('nik_spasi'))
    return `${nik.slice(0, 6)}${form.pick([' ', '.', '-'])}${nik.slice(6, 12)} ${nik.slice(12)} `;
  if (dirt.has('nik_15_angka')) return dropDigit(nik, 13);
  if (dirt.has('nik_huruf')) return `${nik.slice(0, 12)}O${nik.slice(13)}`;
  if (dirt.has('nik_sementara')) return `0${desa.code.replaceAll('.', '')}${nik.slice(11)}`;
  if (dirt.has('nik_tanggal_salah')) return `${nik.slice(0, 6)}72${nik.slice(8)}`;
  if (dirt.has('nik_urut_nol')) return `${nik.slice(0, 12)}0000`;
  return dirt.has('nik_dipakai_lain') ? otherNik : nik;
};

const kkCell = ({ nomorKk }: SiksClean, dirt: Dirt): string => {
  if (dirt.has('kk_kosong')) return '';
  if (dirt.has('kk_ilmiah')) return scientific(nomorKk);
  if (dirt.has('kk_15_angka')) return dropDigit(nomorKk, 14);
  return dirt.has('kk_spasi') ? `${nomorKk.slice(0, 4)} ${nomorKk.slice(4, 8)} ${nomorKk.slice(8)}` : nomorKk;
};

const nameCell = (mistake: Random, { name, sex }: SiksClean, dirt: Dirt): string => {
  if (dirt.has('nama_kosong')) return '';
  if (dirt.has('nama_gelar'))
    return mistake.chance(0.7) ? `${mistake.pick(TITLES.before[sex]).toUpperCase()} ${name}` : `${name} S.PD`;
  if (dirt.has('nama_spasi')) return `  ${name.replaceAll(' ', '  ')} `;
  if (dirt.has('nama_huruf_kecil')) return name.toLowerCase();
  return dirt.has('nama_salah_ketik') ? mistype(mistake, name) : name;
};

const serialOf = (date: LocalDate): number => daysBetween('1899-12-30', date);

/** The forms in which a birth date is written, with their shares; all of them are legible. */
const DATE_FORMS = [
  ['dd/mm/yyyy', 62],
  ['dd-mm-yyyy', 12],
  ['iso', 12],
  ['serial', 9],
  ['teks', 5],
] as const;

const dateCell = (form: Random, { birthOn }: SiksClean, dirt: Dirt): SiksCell => {
  const { year, month, day } = partsOf(birthOn);
  if (dirt.has('tanggal_kosong')) return '';
  if (dirt.has('tanggal_tidak_ada')) return `31/02/${year}`;
  if (dirt.has('tanggal_dua_angka')) return `${two(day)}/${two(month)}/${two(year % 100)}`;
  if (dirt.has('tanggal_masa_depan')) return `${two(day)}/${two(month)}/${year + 120}`;
  if (dirt.has('tanggal_amerika') && day > 12) return `${two(month)}/${two(day)}/${year}`;
  const wanted = pickWeighted(form, DATE_FORMS);
  if (wanted === 'iso') return birthOn;
  // Serials before March 1900 are wrong in Excel itself; nobody here is that old.
  if (wanted === 'serial') return serialOf(birthOn);
  if (wanted === 'teks') return formatDate(birthOn).toUpperCase();
  const mark = wanted === 'dd/mm/yyyy' ? '/' : '-';
  return `${two(day)}${mark}${two(month)}${mark}${year}`;
};

const sexCell = (mistake: Random, form: Random, { sex }: SiksClean, dirt: Dirt): string => {
  if (dirt.has('jk_kosong')) return '';
  if (dirt.has('jk_asing')) return mistake.pick(['X', '3', '?']);
  return pickWeighted(form, [
    [sex, 70],
    [sex === 'L' ? '1' : '2', 15],
    [sex === 'L' ? 'Laki-laki' : 'Perempuan', 15],
  ] as const);
};

/** Word or code stays the same every month: codes say less than words, and a change of form must not look like a change. */
const relationCell = (mistake: Random, { shdk }: SiksClean, dirt: Dirt): string => {
  if (dirt.has('hubungan_kosong')) return '';
  if (dirt.has('hubungan_asing')) return mistake.pick(['TETANGGA JAUH', '??', '99']);
  const written = dirt.has('dua_kepala') ? SHDK.kepala : shdk;
  return mistake.chance(0.85) ? SHDK_WORDS[written] : String(SHDK_DTKS[written]);
};

const yesNo = (form: Random, value: boolean): string =>
  pickWeighted(form, [
    [value ? 'YA' : 'TIDAK', 70],
    [value ? '1' : '0', 12],
    [value ? 'Y' : 'N', 10],
    [value ? 'Ya' : 'Tidak', 8],
  ] as const);

const padanCell = (form: Random, { padan }: SiksClean, dirt: Dirt): string => {
  if (dirt.has('padan_kosong')) return '';
  return form.chance(0.25) ? (padan ? 'PADAN' : 'TIDAK PADAN') : yesNo(form, padan);
};

const areaCells = (mistake: Random, form: Random, { desa }: SiksClean, dirt: Dirt, names: AreaNames): string[] => {
  const { provinsi, kabupaten, kecamatan } = names;
  if (dirt.has('desa_kode_bps')) return [provinsi.bps, kabupaten.bps, kecamatan.bps, desa.bps];
  if (dirt.has('desa_kode_kemendagri')) return [provinsi.code, kabupaten.code, kecamatan.code, desa.code];
  const upper = desa.name.toUpperCase();
  const cells = [provinsi.name, names.kabupatenWritten, kecamatan.name.toUpperCase(), upper];
  if (dirt.has('kecamatan_kosong')) cells[2] = '';
  if (dirt.has('desa_kosong')) cells[3] = '';
  if (dirt.has('desa_asing')) cells[3] = 'DESA TETANGGA JAUH';
  if (dirt.has('desa_salah_eja')) cells[3] = mistype(mistake, upper);
  if (dirt.has('desa_rapat'))
    cells[3] = form.chance(0.5) ? upper.replaceAll(' ', '') : `${desa.jenis === 'desa' ? 'DESA' : 'KEL.'} ${upper}`;
  return cells;
};

type Named = { readonly code: string; readonly bps: string; readonly name: string };
export type AreaNames = {
  readonly provinsi: Named;
  readonly kabupaten: Named;
  readonly kecamatan: Named;
  /** As the file writes it: `KAB. TIRTA RUKUN`. */
  readonly kabupatenWritten: string;
};

/** Two sources: mistakes are the same every month, forms are not. */
export type CellSetting = {
  readonly mistake: Random;
  readonly form: Random;
  readonly names: AreaNames;
  /** The NIK that a wrong row has taken from somebody else. */
  readonly otherNik: string;
};

/** The 23 cells of a row with its dirt. */
export const siksCells = (
  clean: SiksClean,
  dirt: Dirt,
  { mistake, form, names, otherNik }: CellSetting,
): SiksCell[] => {
  const rt = form.chance(0.8) ? three(clean.rt) : String(clean.rt);
  const rw = form.chance(0.8) ? three(clean.rw) : String(clean.rw);
  const name = nameCell(mistake, clean, dirt);
  return [
    dirt.has('id_dtks_kosong') ? '' : clean.idDtks,
    ...areaCells(mistake, form, clean, dirt, names),
    clean.address,
    clean.dusun.toUpperCase(),
    dirt.has('rt_kosong') ? '' : dirt.has('rt_gabung') ? `${three(clean.rt)}/${three(clean.rw)}` : rt,
    dirt.has('rt_gabung') ? '' : rw,
    kkCell(clean, dirt),
    nikCell(form, clean, dirt, otherNik),
    name,
    dateCell(form, clean, dirt),
    dirt.has('tempat_kosong') ? '' : clean.birthPlace,
    sexCell(mistake, form, clean, dirt),
    PEKERJAAN[clean.occupation] as string,
    dirt.has('ibu_kosong') ? '' : clean.mother,
    relationCell(mistake, clean, dirt),
    padanCell(form, clean, dirt),
    yesNo(form, clean.bpnt),
    yesNo(form, clean.pkh),
    yesNo(form, clean.bpntPpkm),
    form.chance(0.3) && clean.pbi ? 'PBI JKN' : yesNo(form, clean.pbi),
  ];
};

/** A day that the NIK can carry although the recorded one differs: the legal kind of disagreement. */
export const shiftedDay = (birthOn: LocalDate): LocalDate => {
  const { year, month, day } = partsOf(birthOn);
  return dateOf(year, month, day > 14 ? day - 9 : day + 9) ?? birthOn;
};
