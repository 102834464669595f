/**
 * Area codes of Kemendagri (Permendagri 58/2021 and the Kepmendagri that update its list), always written with dots:
 * provinsi `NN`, kabupaten/kota `NN.NN`, kecamatan `NN.NN.NN`, desa/kelurahan `NN.NN.NN.NNNN`.
 * Codes of BPS look alike and differ; they are never read here. A code is an attribute with dates, not an identity:
 * whether an area lies in another is asked of the area tables, and of a code only for what the code itself says.
 */
export type KodeWilayah = string;
export type TingkatWilayah = 'provinsi' | 'kabupaten_kota' | 'kecamatan' | 'desa_kelurahan';
export type JenisWilayah = 'provinsi' | 'kabupaten' | 'kota' | 'kecamatan' | 'kelurahan' | 'desa' | 'desa_adat';

export type KodeWilayahReading =
  | {
      readonly ok: true;
      readonly value: KodeWilayah;
      readonly tingkat: TingkatWilayah;
      readonly jenis: JenisWilayah;
      /** From the provinsi down to the code's own parent; empty for a provinsi. */
      readonly parents: readonly KodeWilayah[];
    }
  | { readonly ok: false; readonly code: 'kosong' | 'bentuk' | 'jenis'; readonly sentence: string };

/** The fictional province of demo and tests. It passes every check here; a production agency refuses it. */
export const DEMO_PROVINSI = '99';

/**
 * Province codes of every generation: the 38 of Kepmendagri 300.2.2-2430/2025, Timor Timur (54, until 1999),
 * whose people still carry it in their NIK, and the demo province.
 */
export const PROVINSI_CODES: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 ' +
    `71 72 73 74 75 76 81 82 91 92 93 94 95 96 ${DEMO_PROVINSI}`
  ).split(' '),
);

const TINGKAT_BY_DIGITS: Readonly<Record<number, TingkatWilayah>> = {
  2: 'provinsi',
  4: 'kabupaten_kota',
  6: 'kecamatan',
  10: 'desa_kelurahan',
};
const JENIS_DESA: Readonly<Record<string, JenisWilayah>> = { '1': 'kelurahan', '2': 'desa', '3': 'desa_adat' };

const dotted = (digits: string): string =>
  [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '').join('.');

const jenisFromDigits = (digits: string, tingkat: TingkatWilayah): JenisWilayah | undefined => {
  if (tingkat === 'desa_kelurahan') return JENIS_DESA[digits[6] ?? ''];
  if (tingkat !== 'kabupaten_kota') return tingkat;
  // Permendagri 58/2021: 01-69 kabupaten, 71-99 kota.
  const kab = Number(digits.slice(2));
  if (kab >= 71) return 'kota';
  return kab >= 1 && kab <= 69 ? 'kabupaten' : undefined;
};

/** The codes above this one, provinsi first: `99.01.02.2001` gives `99`, `99.01`, `99.01.02`. The code must be canonical. */
export const parentsOf = (kode: KodeWilayah): KodeWilayah[] => {
  const parts = kode.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
};

/** Reads a code with dots, without dots or with spaces, and says what it names. */
export const parseKodeWilayah = (raw: string): KodeWilayahReading => {
  const digits = raw.replace(/[\s.'-]/g, '');
  if (digits === '') return { ok: false, code: 'kosong', sentence: 'Kode wilayah belum diisi.' };
  const tingkat = /^[0-9]+$/.test(digits) ? TINGKAT_BY_DIGITS[digits.length] : undefined;
  if (tingkat === undefined || digits.startsWith('00')) {
    const sentence = `Kode wilayah "${raw.trim()}" tidak terbaca; tulis 2, 4, 6 atau 10 angka, misalnya 99.01.01.2001.`;
    return { ok: false, code: 'bentuk', sentence };
  }
  const jenis = jenisFromDigits(digits, tingkat);
  const value = dotted(digits);
  if (jenis === undefined) {
    const rule =
      tingkat === 'desa_kelurahan'
        ? 'angka ketujuh harus 1 (kelurahan), 2 (desa) atau 3 (desa adat)'
        : 'angka ketiga dan keempat harus 01-69 (kabupaten) atau 71-99 (kota)';
    return { ok: false, code: 'jenis', sentence: `Kode wilayah ${value} bukan kode Kemendagri: ${rule}.` };
  }
  return { ok: true, value, tingkat, jenis, parents: parentsOf(value) };
};

/** The code one level up, or undefined for a provinsi. */
export const parentOf = (kode: KodeWilayah): KodeWilayah | undefined => parentsOf(kode).at(-1);

/** The code without dots, as the first digits of NIK and KK numbers carry it. */
export const bareKode = (kode: KodeWilayah): string => kode.replaceAll('.', '');
