/** What can be wrong with a 16-digit number before its meaning is looked at. */
export type DigitsFault = 'kosong' | 'rusak_excel' | 'bukan_angka' | 'panjang';
export type DigitsReading =
  | { readonly ok: true; readonly digits: string }
  | { readonly ok: false; readonly code: DigitsFault; readonly sentence: string };

/**
 * Excel keeps 15 significant digits. A 16-digit number typed into a number cell comes back as `3,67101E+15`, as
 * `3671010000000000` (re-expanded from it), or with its last digit turned to 0.
 */
const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;
const REEXPANDED = /^\d{2,7}0{9,}$/;

/** Reads 16 digits from a cell or a field; `label` (NIK, Nomor KK) opens the sentence. */
export const readSixteenDigits = (raw: string, label: string): DigitsReading => {
  const text = raw.trim().replace(/^['‘’`]+/, '');
  if (text === '' || /^[-–.0]+$/.test(text)) return { ok: false, code: 'kosong', sentence: `${label} belum diisi.` };
  if (SCIENTIFIC.test(text)) {
    const sentence = `${label} rusak oleh Excel (tertulis seperti 3,6E+15); angkanya hilang. Ambil ulang dari KK atau berkas asal.`;
    return { ok: false, code: 'rusak_excel', sentence };
  }
  // A number cell written by some tools as text: 9901014708540003.0
  const digits = text.replace(/[.,]0$/, '').replace(/[\s.\-'’\u00a0\u200b]/g, '');
  if (!/^[0-9]+$/.test(digits)) {
    return { ok: false, code: 'bukan_angka', sentence: `${label} hanya boleh berisi angka 0-9; periksa KTP atau KK.` };
  }
  if (digits.length !== 16) {
    const sentence = `${label} harus 16 angka, yang tertulis ${digits.length} angka; periksa KTP atau KK.`;
    return { ok: false, code: 'panjang', sentence };
  }
  if (REEXPANDED.test(digits)) {
    const sentence = `${label} rusak oleh Excel (berakhir deretan nol); ambil ulang dari KK atau berkas asal.`;
    return { ok: false, code: 'rusak_excel', sentence };
  }
  return { ok: true, digits };
};

/**
 * True when a whole column was rounded by Excel: of at least 20 sixteen-digit numbers, more than 6 in 10 end in 0, where 1 in 10
 * would by chance. A single number ending in 0 proves nothing.
 */
export const isColumnRounded = (values: Iterable<string>): boolean => {
  let seen = 0;
  let zero = 0;
  for (const value of values) {
    if (!/^\d{16}$/.test(value)) continue;
    seen += 1;
    if (value.endsWith('0')) zero += 1;
  }
  return seen >= 20 && zero * 10 > seen * 6;
};
