import { DEMO_PROVINSI, PROVINSI_CODES } from './kode-wilayah.ts';
import { daysInMonth } from './local-date.ts';
import { type DigitsFault, readSixteenDigits } from './sixteen-digits.ts';

/**
 * Nomor Kartu Keluarga: 16 ASCII digits, area of issue (6), date of issue DDMMYY (6, no +40), serial (4).
 * It is the card's number, not the family's identity: it changes when a family splits or its head changes, several cards live
 * in one house, and it stays with a head who moves, so a prefix from elsewhere is normal.
 */
export type NomorKk = string;

export type NomorKkErrorCode = DigitsFault | 'angka_sama_semua' | 'provinsi_tidak_dikenal' | 'urut_nol';
export type NomorKkWarningCode = 'tanggal_terbit_aneh' | 'kecamatan_tidak_dikenal' | 'mungkin_dibulatkan';

export type NomorKkReading =
  | {
      readonly ok: true;
      readonly value: NomorKk;
      /** Code of the kecamatan of issue, with dots. */
      readonly kecamatan: string;
      readonly isDemo: boolean;
      readonly warnings: readonly { readonly code: NomorKkWarningCode; readonly sentence: string }[];
    }
  | {
      readonly ok: false;
      readonly raw: string;
      readonly errors: readonly { readonly code: NomorKkErrorCode; readonly sentence: string }[];
    };

type Known = { readonly isKnownKecamatan?: ((kode: string) => boolean) | undefined };

const errorsIn = (value: string): { code: NomorKkErrorCode; sentence: string }[] => {
  if (/^(\d)\1{15}$/.test(value)) {
    return [{ code: 'angka_sama_semua', sentence: 'Nomor KK berisi satu angka yang sama semua; periksa kartunya.' }];
  }
  const found: { code: NomorKkErrorCode; sentence: string }[] = [];
  if (!PROVINSI_CODES.has(value.slice(0, 2))) {
    const sentence = `Dua angka pertama Nomor KK (${value.slice(0, 2)}) bukan kode provinsi; periksa kartunya.`;
    found.push({ code: 'provinsi_tidak_dikenal', sentence });
  }
  if (value.endsWith('0000')) {
    const sentence = 'Nomor KK berakhir 0000; nomor urut dimulai 0001. Sering terjadi karena Excel membulatkan angka.';
    found.push({ code: 'urut_nol', sentence });
  }
  return found;
};

const warningsIn = (value: string, kecamatan: string, { isKnownKecamatan }: Known) => {
  const found: { code: NomorKkWarningCode; sentence: string }[] = [];
  const [day, month, yy] = [6, 8, 10].map((at) => Number(value.slice(at, at + 2))) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000 + yy, month)) {
    found.push({ code: 'tanggal_terbit_aneh', sentence: 'Tanggal terbit di dalam Nomor KK tidak ada di kalender.' });
  }
  if (isKnownKecamatan !== undefined && !isKnownKecamatan(kecamatan)) {
    const sentence = `Kode kecamatan di dalam Nomor KK (${kecamatan}) tidak dikenal atau sudah tidak dipakai.`;
    found.push({ code: 'kecamatan_tidak_dikenal', sentence });
  }
  if (value.endsWith('000')) {
    found.push({ code: 'mungkin_dibulatkan', sentence: 'Nomor KK berakhir 000; mungkin dibulatkan Excel.' });
  }
  return found;
};

/** Reads a KK number as typed or as a spreadsheet cell. Errors: it cannot be used; warnings are accepted with a reason. */
export const parseNomorKk = (raw: string, known: Known = {}): NomorKkReading => {
  const read = readSixteenDigits(raw, 'Nomor KK');
  if (!read.ok) return { ok: false, raw, errors: [{ code: read.code, sentence: read.sentence }] };
  const value = read.digits;
  const errors = errorsIn(value);
  if (errors.length > 0) return { ok: false, raw, errors };
  const kecamatan = `${value.slice(0, 2)}.${value.slice(2, 4)}.${value.slice(4, 6)}`;
  return {
    ok: true,
    value,
    kecamatan,
    isDemo: value.startsWith(DEMO_PROVINSI),
    warnings: warningsIn(value, kecamatan, known),
  };
};
