import type { LocalDate } from '#kernel/local-date.ts';
import { type NikWarningCode, parseNik, parseNomorSementara, type Sex } from '#kernel/nik.ts';
import { parseNomorKk } from '#kernel/nomor-kk.ts';
import { readSixteenDigits } from '#kernel/sixteen-digits.ts';
import type { SiksColumn } from './columns.ts';

/**
 * A NIK or KK number of a row. `kosong`: nothing stands there. `sah`: 16 digits that can be a number. `klaim`: something stands there
 * that cannot be used, kept as written until somebody mends it.
 */
export type NumberClaim =
  | { readonly state: 'kosong' }
  | { readonly state: 'sah'; readonly value: string }
  | { readonly state: 'klaim'; readonly raw: string };

type Note = (column: SiksColumn, code: string, sentence: string) => void;

/** Warnings that a person should look at; a NIK from another kecamatan or a birthday on 1 January is ordinary. */
const WORTH_A_LOOK: ReadonlySet<NikWarningCode> = new Set<NikWarningCode>([
  'jenis_kelamin_beda',
  'tanggal_lahir_beda',
  'usia_lebih_110',
  'mungkin_dibulatkan',
]);

type Known = { readonly birthOn: LocalDate | undefined; readonly sex: Sex | undefined; readonly today: LocalDate };

/** The NIK column: a NIK, a village's temporary number, or a claim with its doubt. */
export const readNikClaim = (
  raw: string,
  { birthOn, sex, today }: Known,
  note: Note,
): { claim: NumberClaim; nomorDesa: string | null } => {
  const reading = parseNik(raw, { birthOn, sex, on: today });
  if (reading.ok) {
    for (const { code, sentence } of reading.warnings) if (WORTH_A_LOOK.has(code)) note('nik', `nik_${code}`, sentence);
    return { claim: { state: 'sah', value: reading.value }, nomorDesa: null };
  }
  const [first] = reading.errors;
  if (first === undefined || first.code === 'kosong') return { claim: { state: 'kosong' }, nomorDesa: null };
  note('nik', `nik_${first.code}`, reading.errors.map(({ sentence }) => sentence).join(' '));
  const digits = readSixteenDigits(raw, 'NIK');
  const isVillageNumber = digits.ok && parseNomorSementara(digits.digits) !== undefined;
  if (isVillageNumber) return { claim: { state: 'kosong' }, nomorDesa: digits.digits };
  return { claim: { state: 'klaim', raw: raw.trim() }, nomorDesa: null };
};

/** The KK column; an odd date of issue is ordinary and no doubt. */
export const readKkClaim = (raw: string, note: Note): NumberClaim => {
  const reading = parseNomorKk(raw);
  if (reading.ok) {
    for (const { code, sentence } of reading.warnings)
      if (code === 'mungkin_dibulatkan') note('nomorKk', `kk_${code}`, sentence);
    return { state: 'sah', value: reading.value };
  }
  const [first] = reading.errors;
  if (first === undefined || first.code === 'kosong') return { state: 'kosong' };
  note('nomorKk', `kk_${first.code}`, reading.errors.map(({ sentence }) => sentence).join(' '));
  return { state: 'klaim', raw: raw.trim() };
};
