import type { LocalDate } from '#kernel/local-date.ts';
import { maskNik, parseNik, type Sex } from '#kernel/nik.ts';
import { parseNomorKk } from '#kernel/nomor-kk.ts';

export const IDENTIFIER_KINDS = ['nik', 'id_dtks', 'id_dtsen', 'nik_desa', 'bpjs', 'kks'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
export const NO_NIK_REASONS = [
  'belum_rekam',
  'belum_punya',
  'hilang',
  'tidak_dikenal',
  'tidak_tercantum',
  'lain',
] as const;
export type NoNikReason = (typeof NO_NIK_REASONS)[number];

/** How a number goes in. `problem` of a claim begins with `tidak_sah:`; of a number in use it lists warnings, or is null. */
export type Judged = {
  kind: IdentifierKind;
  value: string;
  state: 'aktif' | 'klaim';
  problem: string | null;
  doubts: readonly string[];
};
export type NikCircumstances = {
  birthOn: LocalDate | null;
  sex: Sex | null;
  today: LocalDate;
  /** Demo agencies take numbers of the fictional province 99. */
  isDemo: boolean;
  isKnownKecamatan: (kode: string) => boolean;
};

const WARNINGS_KEPT = new Set([
  'kecamatan_tidak_dikenal',
  'jenis_kelamin_beda',
  'tanggal_lahir_beda',
  'usia_lebih_110',
  'mungkin_dibulatkan',
]);
const MOST_KEPT = 40;

/**
 * How a NIK as typed enters the register. It always does: what cannot be a NIK is kept as a claim with its fault, so that somebody can
 * mend it. A village's temporary number becomes `nik_desa`. Undefined when nothing was typed.
 */
export const judgeNik = (raw: string, around: NikCircumstances): Judged | undefined => {
  const read = parseNik(raw, {
    birthOn: around.birthOn ?? undefined,
    sex: around.sex ?? undefined,
    on: around.today,
    isKnownKecamatan: around.isKnownKecamatan,
  });
  if (read.ok) {
    if (read.isDemo && !around.isDemo) {
      const doubt = 'NIK berawalan 99 hanya ada di data contoh; periksa KTP atau KK.';
      return { kind: 'nik', value: read.value, state: 'klaim', problem: 'tidak_sah:provinsi_contoh', doubts: [doubt] };
    }
    const warnings = read.warnings.filter(({ code }) => WARNINGS_KEPT.has(code));
    return {
      kind: 'nik',
      value: read.value,
      state: 'aktif',
      problem: warnings.length > 0 ? `peringatan:${warnings.map(({ code }) => code).join(',')}` : null,
      doubts: warnings.map(({ sentence }) => sentence),
    };
  }
  const [fault] = read.errors;
  if (fault === undefined || fault.code === 'kosong') return undefined;
  if (fault.code === 'nomor_sementara_desa') {
    return {
      kind: 'nik_desa',
      value: raw.replace(/\D/g, ''),
      state: 'aktif',
      problem: null,
      doubts: [fault.sentence],
    };
  }
  const value = raw.trim().slice(0, MOST_KEPT);
  return { kind: 'nik', value, state: 'klaim', problem: `tidak_sah:${fault.code}`, doubts: [fault.sentence] };
};

/** Any other number: kept as typed, digits and letters only. Undefined when nothing was typed. */
export const judgeOther = (kind: IdentifierKind, raw: string): Judged | undefined => {
  const value = raw.trim().replace(/\s+/g, '').slice(0, MOST_KEPT);
  return value === '' ? undefined : { kind, value, state: 'aktif', problem: null, doubts: [] };
};

export type JudgedCard = {
  nomorKk: string;
  state: 'aktif' | 'klaim';
  problem: string | null;
  doubts: readonly string[];
};

/** How a KK number as typed enters the register, by the same rule as a NIK. Undefined when nothing was typed. */
export const judgeNomorKk = (
  raw: string,
  around: Pick<NikCircumstances, 'isDemo' | 'isKnownKecamatan'>,
): JudgedCard | undefined => {
  const read = parseNomorKk(raw, { isKnownKecamatan: around.isKnownKecamatan });
  if (read.ok) {
    if (read.isDemo && !around.isDemo) {
      const doubt = 'Nomor KK berawalan 99 hanya ada di data contoh; periksa kartunya.';
      return { nomorKk: read.value, state: 'klaim', problem: 'tidak_sah:provinsi_contoh', doubts: [doubt] };
    }
    const problem = read.warnings.length > 0 ? `peringatan:${read.warnings.map(({ code }) => code).join(',')}` : null;
    return {
      nomorKk: read.value,
      state: 'aktif',
      problem,
      doubts: read.warnings.map(({ sentence }) => sentence),
    };
  }
  const [fault] = read.errors;
  if (fault === undefined || fault.code === 'kosong') return undefined;
  return {
    nomorKk: raw.trim().slice(0, MOST_KEPT),
    state: 'klaim',
    problem: `tidak_sah:${fault.code}`,
    doubts: [fault.sentence],
  };
};

/** Problems of a claim whose number belongs, as far as known, to somebody else. */
export const TAKEN_HERE = 'dipakai_orang_lain';
export const TAKEN_ELSEWHERE = 'tercatat_wilayah_lain';

/** The one sentence for a number known out of the officer's sight. It names no place and no person (and nothing at all is said of the protected). */
export const NEUTRAL_NIK =
  'NIK ini sudah tercatat di wilayah lain. Permintaan Anda diteruskan ke Dinas Sosial. Jangan membuat data baru.';
export const NEUTRAL_KK =
  'Nomor KK ini sudah tercatat di wilayah lain. Permintaan Anda diteruskan ke Dinas Sosial; keluarganya dicatat dulu di sini.';
export const NEUTRAL_LIKELY =
  'Ada kemungkinan orang yang sama di wilayah lain. Setelah disimpan, Dinas Sosial akan mencocokkannya.';

/**
 * How a number's state reads to an officer. A claim without a fault is a number whose holder is protected: it must look like any other,
 * so the word follows the problem, never the stored state.
 */
export const stateShown = (state: string, problem: string | null): 'tercatat' | 'klaim' | 'nonaktif' | 'salah' => {
  if (state === 'salah' || state === 'nonaktif') return state;
  return problem === null || problem.startsWith('peringatan:') ? 'tercatat' : 'klaim';
};

const PROBLEMS: Readonly<Record<string, string>> = {
  [TAKEN_HERE]: 'Nomor yang sama juga tercatat pada orang lain; putuskan pemegangnya.',
  [TAKEN_ELSEWHERE]: 'Sudah tercatat di wilayah lain; sedang dicocokkan Dinas Sosial.',
  provinsi_contoh: 'Berawalan 99, yang hanya ada di data contoh.',
  rusak_excel: 'Rusak oleh Excel; ambil ulang dari KK atau berkas asal.',
  bukan_angka: 'Berisi selain angka.',
  panjang: 'Bukan 16 angka.',
  angka_sama_semua: 'Satu angka yang sama semua.',
  provinsi_tidak_dikenal: 'Dua angka pertamanya bukan kode provinsi.',
  tanggal_salah: 'Angka tanggalnya bukan 01-31 atau 41-71.',
  bulan_salah: 'Angka bulannya bukan 01-12.',
  tanggal_tidak_ada: 'Tanggal di dalamnya tidak ada di kalender.',
  urut_nol: 'Berakhir 0000.',
  kecamatan_tidak_dikenal: 'Kode kecamatannya tidak dikenal atau sudah tidak dipakai.',
  jenis_kelamin_beda: 'Jenis kelamin berbeda dari yang tercatat.',
  tanggal_lahir_beda: 'Tanggal lahir berbeda dari yang tercatat.',
  usia_lebih_110: 'Usia lebih dari 110 tahun.',
  mungkin_dibulatkan: 'Mungkin dibulatkan Excel.',
  tanggal_terbit_aneh: 'Tanggal terbitnya tidak ada di kalender.',
};

/** The sentences behind a stored problem, for a sheet; empty when there is none. */
export const problemSentences = (problem: string | null): string[] =>
  problem === null
    ? []
    : problem
        .replace(/^(tidak_sah|peringatan):/, '')
        .split(',')
        .map((code) => PROBLEMS[code] ?? 'Perlu diperiksa.');

/** For screens: a NIK or KK by `maskNik`; a number of another length shows its last four at most, never the whole of a short one. */
export const maskNumber = (value: string): string =>
  value.length === 16 ? maskNik(value) : `••••${value.length > 8 ? value.slice(-4) : ''}`;
