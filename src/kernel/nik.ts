import { DEMO_PROVINSI, PROVINSI_CODES } from './kode-wilayah.ts';
import { ageOn, daysInMonth, type LocalDate, partsOf } from './local-date.ts';
import { type DigitsFault, readSixteenDigits } from './sixteen-digits.ts';

/** Nomor Induk Kependudukan: 16 ASCII digits. Permanent: it is not reissued when a person moves or a birth date is corrected. */
export type Nik = string;
/** Sex as SIAK and the KTP write it: L laki-laki, P perempuan. */
export type Sex = 'L' | 'P';

export type NikErrorCode =
  | DigitsFault
  | 'nomor_sementara_desa'
  | 'angka_sama_semua'
  | 'provinsi_tidak_dikenal'
  | 'tanggal_salah'
  | 'bulan_salah'
  | 'tanggal_tidak_ada'
  | 'urut_nol';
export type NikWarningCode =
  | 'kecamatan_tidak_dikenal'
  | 'beda_dari_domisili'
  | 'jenis_kelamin_beda'
  | 'tanggal_lahir_beda'
  | 'usia_lebih_110'
  | 'tanggal_lahir_lazim'
  | 'mungkin_dibulatkan';
export type NikFinding<Code> = { readonly code: Code; readonly sentence: string };

/** What is already recorded about the person; each part is optional and only sharpens the warnings. */
export type NikContext = {
  readonly birthOn?: LocalDate | undefined;
  readonly sex?: Sex | undefined;
  /** Kemendagri code of the residence, with dots. */
  readonly residence?: string | undefined;
  /** Knows kecamatan codes of every generation (with dots); without it no prefix below the province is doubted. */
  readonly isKnownKecamatan?: ((kode: string) => boolean) | undefined;
  /** The day ages are counted on. */
  readonly on?: LocalDate | undefined;
};

export type NikParts = {
  readonly value: Nik;
  /** Codes of the place of first registration, with dots: `99`, `99.01`, `99.01.02`. */
  readonly provinsi: string;
  readonly kabupaten: string;
  readonly kecamatan: string;
  readonly birthDay: number;
  readonly birthMonth: number;
  /** The last two digits of the birth year. The century is never inferred from the NIK alone. */
  readonly yy: number;
  readonly sexFromNik: Sex;
  readonly serial: number;
  /** True for the fictional province 99, which production refuses. */
  readonly isDemo: boolean;
};
export type NikReading =
  | ({ readonly ok: true; readonly warnings: readonly NikFinding<NikWarningCode>[] } & NikParts)
  | { readonly ok: false; readonly raw: string; readonly errors: readonly NikFinding<NikErrorCode>[] };

const partsFrom = (value: Nik): NikParts => {
  const day = Number(value.slice(6, 8));
  return {
    value,
    provinsi: value.slice(0, 2),
    kabupaten: `${value.slice(0, 2)}.${value.slice(2, 4)}`,
    kecamatan: `${value.slice(0, 2)}.${value.slice(2, 4)}.${value.slice(4, 6)}`,
    // Women carry day + 40.
    birthDay: day > 40 ? day - 40 : day,
    birthMonth: Number(value.slice(8, 10)),
    yy: Number(value.slice(10, 12)),
    sexFromNik: day > 40 ? 'P' : 'L',
    serial: Number(value.slice(12)),
    isDemo: value.startsWith(DEMO_PROVINSI),
  };
};

/** The day can exist in a year ending in yy: 29 February of `00` was real in 2000 only, and that is enough. */
const dayExists = ({ birthDay, birthMonth, yy }: NikParts): boolean =>
  birthDay <= Math.max(daysInMonth(1900 + yy, birthMonth), daysInMonth(2000 + yy, birthMonth));

const errorsIn = (parts: NikParts): NikFinding<NikErrorCode>[] => {
  const { value } = parts;
  const day = Number(value.slice(6, 8));
  if (/^(\d)\1{15}$/.test(value)) {
    return [{ code: 'angka_sama_semua', sentence: 'NIK berisi satu angka yang sama semua; periksa KTP atau KK.' }];
  }
  const found: NikFinding<NikErrorCode>[] = [];
  const add = (code: NikErrorCode, sentence: string) => found.push({ code, sentence });
  const dayOk = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
  const monthOk = parts.birthMonth >= 1 && parts.birthMonth <= 12;
  if (!PROVINSI_CODES.has(parts.provinsi)) {
    add(
      'provinsi_tidak_dikenal',
      `Dua angka pertama NIK (${parts.provinsi}) bukan kode provinsi; periksa KTP atau KK.`,
    );
  }
  if (!dayOk) {
    add(
      'tanggal_salah',
      `Angka ke-7 dan 8 NIK (${value.slice(6, 8)}) bukan tanggal: 01-31, atau 41-71 untuk perempuan.`,
    );
  }
  if (!monthOk) add('bulan_salah', `Angka ke-9 dan 10 NIK (${value.slice(8, 10)}) bukan bulan 01-12.`);
  if (dayOk && monthOk && !dayExists(parts)) {
    add('tanggal_tidak_ada', `Tanggal lahir di dalam NIK (${value.slice(6, 12)}) tidak ada di kalender.`);
  }
  if (parts.serial === 0) {
    add('urut_nol', 'NIK berakhir 0000; nomor urut dimulai 0001. Sering terjadi karena Excel membulatkan angka.');
  }
  return found;
};

const disagreements = (parts: NikParts, { birthOn, sex, on }: NikContext): NikFinding<NikWarningCode>[] => {
  const found: NikFinding<NikWarningCode>[] = [];
  if (sex !== undefined && sex !== parts.sexFromNik) {
    found.push({
      code: 'jenis_kelamin_beda',
      sentence: `Jenis kelamin tercatat ${sex}, di dalam NIK ${parts.sexFromNik}.`,
    });
  }
  if (birthOn === undefined) return found;
  const birth = partsOf(birthOn);
  if (birth.day !== parts.birthDay || birth.month !== parts.birthMonth || birth.year % 100 !== parts.yy) {
    found.push({
      code: 'tanggal_lahir_beda',
      sentence: 'Tanggal lahir yang tercatat berbeda dari tanggal di dalam NIK.',
    });
  }
  if (on !== undefined && ageOn(birthOn, on) > 110) {
    found.push({ code: 'usia_lebih_110', sentence: 'Usia lebih dari 110 tahun; periksa tahun lahir.' });
  }
  return found;
};

const warningsIn = (parts: NikParts, context: NikContext): NikFinding<NikWarningCode>[] => {
  const found = disagreements(parts, context);
  const { residence, isKnownKecamatan } = context;
  if (isKnownKecamatan !== undefined && !isKnownKecamatan(parts.kecamatan)) {
    const sentence = `Kode kecamatan di dalam NIK (${parts.kecamatan}) tidak dikenal atau sudah tidak dipakai.`;
    found.push({ code: 'kecamatan_tidak_dikenal', sentence });
  }
  if (residence !== undefined && !residence.startsWith(parts.kecamatan)) {
    found.push({ code: 'beda_dari_domisili', sentence: 'NIK terbit di kecamatan lain; wajar bila pernah pindah.' });
  }
  if (parts.birthDay === 1 && (parts.birthMonth === 1 || parts.birthMonth === 7)) {
    found.push({
      code: 'tanggal_lahir_lazim',
      sentence: 'Tanggal lahir 1 Januari atau 1 Juli sering berarti perkiraan.',
    });
  }
  if (parts.value.endsWith('000')) {
    found.push({
      code: 'mungkin_dibulatkan',
      sentence: 'NIK berakhir 000; mungkin dibulatkan Excel. Cocokkan dengan KTP.',
    });
  }
  return found;
};

/**
 * Reads a NIK as typed or as a spreadsheet cell: spaces, dots, dashes and a leading apostrophe are dropped.
 * Errors mean that it cannot be used as a NIK (it may still be kept as a claim); warnings are accepted with a reason.
 * A village's temporary number is recognised and never read as a NIK (see `parseNomorSementara`).
 */
export const parseNik = (raw: string, context: NikContext = {}): NikReading => {
  const read = readSixteenDigits(raw, 'NIK');
  if (!read.ok) return { ok: false, raw, errors: [{ code: read.code, sentence: read.sentence }] };
  if (parseNomorSementara(read.digits) !== undefined) {
    const sentence =
      'Ini nomor sementara dari desa, bukan NIK; orangnya dicatat tanpa NIK sampai NIK aslinya ditemukan.';
    return { ok: false, raw, errors: [{ code: 'nomor_sementara_desa', sentence }] };
  }
  const parts = partsFrom(read.digits);
  const errors = errorsIn(parts);
  return errors.length > 0 ? { ok: false, raw, errors } : { ok: true, ...parts, warnings: warningsIn(parts, context) };
};

/**
 * A village's temporary number: `0`, the ten digits of its desa, five digits of sequence. Gives the desa's Kemendagri code
 * with dots, or undefined when the 16 digits are no such number. No NIK begins with 0.
 */
export const parseNomorSementara = (digits: string): { desa: string; sequence: number } | undefined => {
  const match = /^0(\d{2})(\d{2})(\d{2})([123]\d{3})(\d{5})$/.exec(digits);
  if (match === null || !PROVINSI_CODES.has(match[1] as string)) return undefined;
  return { desa: match.slice(1, 5).join('.'), sequence: Number(match[5]) };
};

/** For lists: the first four digits, eight dots, the last four: `9901••••••••0001`. Anything not 16 long is all dots. */
export const maskNik = (nik: string): string =>
  nik.length === 16 ? `${nik.slice(0, 4)}••••••••${nik.slice(12)}` : '•'.repeat(nik.length);

/** In groups of four, for reading aloud and comparing with a card: `9901 0147 0854 0003`. */
export const formatNik = (nik: string): string => nik.replace(/(.{4})(?=.)/g, '$1 ');
