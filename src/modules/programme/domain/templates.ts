import type { Terms } from './terms.ts';
import type { CaseFamily, CaseVerdict, Cells } from './test-case.ts';

export type TemplateCase = CaseFamily & { name: string; expected: CaseVerdict; reason: string };
/** Terms to begin from: the shape of a known programme, to be held against the juknis of the year. Never in force by themselves. */
export type Template = { id: string; name: string; note: string; terms: Terms; cases: readonly TemplateCase[] };

const PAID_BY_STATE = 'ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri", "pejabat_negara"])';
const CHECK = 'Isi pasal juknis tahun berjalan.';
const PLAIN: Terms = {
  juknis: '',
  juknisFile: null,
  targetUnit: 'keluarga',
  rules: [],
  unknownPolicy: 'kecualikan_dengan_tugas',
  criteriaLeast: null,
  rankBy: { by: 'desil' },
  tieOrder: ['lansia_sendiri', 'disabilitas', 'balita', 'menunggu'],
  benefit: 1_000_000n,
  goods: null,
  period: 'satu tahun anggaran',
  maxCount: null,
  ceiling: null,
  payee: 'kepala',
  payeeRule: null,
  holdUntil: null,
  decreeBy: 'kepala_daerah',
  parafChain: [],
  quota: [],
  exclusiveGroup: null,
};
const row = (kind: 'syarat' | 'pengecualian', expr: string, reason: string, basis: string): Terms['rules'][number] => ({
  kind,
  expr,
  reason,
  basis,
});
const noState = row('pengecualian', PAID_BY_STATE, 'Ada penghasilan tetap dari negara.', CHECK);

/** A member about whom everything that rules ask is known. */
const person = (umur: number, more: Cells = {}): Cells => ({
  umur,
  jenis_kelamin: 'P',
  hubungan: 'kepala',
  pekerjaan: 'lainnya',
  disabilitas: false,
  hamil: false,
  sakit_menahun: false,
  ...more,
});
const one = (
  name: string,
  expected: CaseVerdict,
  reason: string,
  family: Cells,
  ...members: Cells[]
): TemplateCase => ({ name, expected, reason, family, members });

const PKH: Template = {
  id: 'pkh',
  name: 'Seperti PKH: keluarga dengan komponen',
  note: 'PKH ditetapkan pusat: batas desil 1 sampai 4 pada pertengahan 2025, lalu bertahap mulai desil 1 pada Januari 2026. Besarannya menurut komponen dan paling banyak empat; di sini satu besaran untuk tiap keluarga.',
  terms: {
    ...PLAIN,
    benefit: 3_000_000n,
    period: 'satu tahun, 4 tahap',
    rules: [
      row('syarat', 'desil <= 4', 'Untuk keluarga miskin dan rentan.', `Batas desil PKH pertengahan 2025. ${CHECK}`),
      row(
        'syarat',
        'ada anggota dengan (hamil atau umur <= 6 atau umur >= 60 atau disabilitas atau (umur antara 7 dan 21 dan pekerjaan = "pelajar"))',
        'Ada ibu hamil, anak usia dini, anak sekolah, lanjut usia, atau penyandang disabilitas.',
        `Komponen PKH: kesehatan, pendidikan, kesejahteraan sosial. ${CHECK}`,
      ),
      noState,
    ],
  },
  cases: [
    one('Desil 2, ibu hamil', 'ya', 'Komponen kesehatan terpenuhi.', { desil: 2 }, person(27, { hamil: true })),
    one(
      'Desil 1, anak SD',
      'ya',
      'Komponen pendidikan terpenuhi.',
      { desil: 1 },
      person(35),
      person(9, { hubungan: 'anak', pekerjaan: 'pelajar' }),
    ),
    one('Desil 1 tanpa komponen', 'tidak', 'Tidak ada komponen.', { desil: 1 }, person(40)),
    one('Desil 5 dengan lansia', 'tidak', 'Di atas batas desil.', { desil: 5 }, person(70)),
    one(
      'Desil belum diketahui, ada balita',
      'belum',
      'Desil ditanyakan dulu.',
      {},
      person(30),
      person(3, { hubungan: 'anak' }),
    ),
  ],
};

const SEMBAKO: Template = {
  id: 'sembako',
  name: 'Seperti Sembako (BPNT)',
  note: 'Rp200.000 sebulan untuk tiap keluarga, sering disalurkan dua atau tiga bulan sekaligus. Batas desil 1 sampai 5 pada pertengahan 2025, lalu bertahap 1 sampai 2 pada Januari 2026.',
  terms: {
    ...PLAIN,
    benefit: 2_400_000n,
    period: '12 bulan, Rp200.000 sebulan',
    goods: { item: 'paket sembako senilai Rp200.000', quantity: 12, unit: 'paket' },
    rules: [
      row(
        'syarat',
        'desil <= 5',
        'Untuk keluarga miskin dan rentan.',
        `Batas desil Sembako pertengahan 2025. ${CHECK}`,
      ),
      row(
        'pengecualian',
        'menerima_sembako',
        'Sudah menerima Sembako dari pusat.',
        `Aturan rangkap bantuan daerah. ${CHECK}`,
      ),
      noState,
    ],
  },
  cases: [
    one('Desil 5', 'ya', 'Tepat pada batas.', { desil: 5, menerima_sembako: false }, person(40)),
    one('Desil 6', 'tidak', 'Satu desil di atas batas.', { desil: 6, menerima_sembako: false }, person(40)),
    one('Sudah Sembako pusat', 'tidak', 'Tidak menerima dua kali.', { desil: 1, menerima_sembako: true }, person(40)),
    one(
      'Anak serumah ASN',
      'tidak',
      'Ada penghasilan tetap dari negara.',
      { desil: 2, menerima_sembako: false },
      person(61),
      person(33, { hubungan: 'anak', pekerjaan: 'asn' }),
    ),
    one('Belum ada kabar Sembako pusat', 'belum', 'Daftar pusat belum diimpor.', { desil: 1 }, person(40)),
  ],
};

const PBI: Template = {
  id: 'pbi-jk',
  name: 'Seperti PBI-JK: iuran jaminan kesehatan',
  note: 'Iuran dibayar untuk tiap orang; besaran di sini untuk keluarga beranggota empat. Batas desil 1 sampai 5 pada pertengahan 2025, 1 sampai 4 pada Januari 2026.',
  terms: {
    ...PLAIN,
    benefit: 2_016_000n,
    period: '12 bulan iuran',
    tieOrder: ['disabilitas', 'balita', 'anggota_terbanyak', 'menunggu'],
    rules: [
      row('syarat', 'desil <= 5', 'Untuk keluarga yang tidak mampu membayar iuran.', `Batas desil PBI-JK. ${CHECK}`),
      row('pengecualian', 'menerima_pbi', 'Sudah peserta PBI-JK pusat.', `Aturan rangkap kepesertaan. ${CHECK}`),
      noState,
    ],
  },
  cases: [
    one(
      'Sakit menahun, desil 3',
      'ya',
      'Belum peserta PBI.',
      { desil: 3, menerima_pbi: false },
      person(50, { sakit_menahun: true }),
    ),
    one('Sudah peserta PBI', 'tidak', 'Sudah dibayar pusat.', { desil: 3, menerima_pbi: true }, person(50)),
    one('Desil 8', 'tidak', 'Di atas batas desil.', { desil: 8, menerima_pbi: false }, person(50)),
    one(
      'Pekerjaan anak belum diketahui',
      'belum',
      'Bisa jadi ada penghasilan dari negara.',
      { desil: 3, menerima_pbi: false },
      person(50),
      { umur: 25, hubungan: 'anak' },
    ),
  ],
};

const MEALS: Template = {
  id: 'permakanan-lansia',
  name: 'Permakanan lansia (layanan ATENSI daerah)',
  note: 'Permakanan bagian dari rehabilitasi sosial dasar lanjut usia di luar panti (nomenklatur 1.06.04.2.01): indeks per orang per hari, paling sedikit 2.100 kkal. Bila desil belum diketahui, sembilan kriteria yang menilai.',
  terms: {
    ...PLAIN,
    targetUnit: 'orang',
    payee: 'anggota',
    payeeRule: 'umur >= 60',
    benefit: 1_500_000n,
    goods: { item: 'makanan siap santap', quantity: 75, unit: 'porsi' },
    period: '75 hari makan',
    unknownPolicy: 'nilai_sembilan_kriteria',
    criteriaLeast: 5,
    rankBy: { by: 'urutan' },
    tieOrder: ['lansia_sendiri', 'umur_tertua', 'kriteria', 'menunggu'],
    rules: [
      row(
        'syarat',
        'ada anggota dengan (umur >= 60)',
        'Untuk lansia 60 tahun ke atas.',
        `Sasaran lanjut usia. ${CHECK}`,
      ),
      row('syarat', 'desil <= 4', 'Untuk keluarga miskin dan rentan.', CHECK),
      row('syarat', 'sudah_diverval', 'Keadaannya sudah dilihat petugas.', `Verifikasi dan validasi data. ${CHECK}`),
      noState,
    ],
  },
  cases: [
    one('Lansia sendiri, desil 1', 'ya', 'Semua syarat terpenuhi.', { desil: 1, sudah_diverval: true }, person(74)),
    one('Belum 60 tahun', 'tidak', 'Umur 59 tahun.', { desil: 1, sudah_diverval: true }, person(59)),
    one(
      'Belum diverval',
      'tidak',
      'Petugas belum melihat keadaannya.',
      { desil: 1, sudah_diverval: false },
      person(74),
    ),
    one(
      'Tanpa desil, lima kriteria terpenuhi',
      'ya',
      'Sembilan kriteria menggantikan desil.',
      {
        sudah_diverval: true,
        tanpa_tempat_berteduh: true,
        tanpa_penghasilan_tetap: true,
        pernah_khawatir_pangan: true,
        pangan_lebih_separuh: true,
        tanpa_belanja_pakaian: true,
        lantai_tanah_plester: false,
        dinding_sederhana: false,
        tanpa_jamban_sendiri: false,
        listrik_450_atau_tanpa: false,
      },
      person(80),
    ),
  ],
};

const UEP: Template = {
  id: 'uep',
  name: 'UEP: usaha ekonomi produktif',
  note: 'Stimulan perorangan untuk yang rentan dan mampu berusaha, bukan yang termiskin; besaran menurut daerah. Sesudah proposal dan verval: SK, rekening, pembelanjaan, pemantauan.',
  terms: {
    ...PLAIN,
    benefit: 5_000_000n,
    period: 'satu kali',
    tieOrder: ['menunggu', 'anggota_terbanyak'],
    rules: [
      {
        ...row('syarat', 'desil antara 3 dan 5', 'Untuk keluarga rentan yang dapat berusaha.', `Sasaran UEP. ${CHECK}`),
        poorerReason: { code: 'usaha_produktif', article: 'Sasaran UEP dalam juknis' },
      },
      row('syarat', 'ada anggota dengan (umur antara 18 dan 59)', 'Ada anggota usia kerja.', CHECK),
      row('syarat', 'diusulkan', 'Ada proposal yang disetujui.', `Proposal, lalu verval. ${CHECK}`),
      {
        ...row('pengecualian', 'menerima_pkh', 'Masih menerima PKH.', CHECK),
        poorerReason: { code: 'sudah_dibantu', article: 'Rangkap bantuan dalam juknis' },
      },
    ],
  },
  cases: [
    one(
      'Desil 4, usia kerja, diusulkan',
      'ya',
      'Sasaran UEP.',
      { desil: 4, diusulkan: true, menerima_pkh: false },
      person(38),
    ),
    one(
      'Desil 1',
      'tidak',
      'Bantuan lain yang tepat; UEP untuk yang rentan.',
      { desil: 1, diusulkan: true, menerima_pkh: false },
      person(38),
    ),
    one(
      'Lansia saja',
      'tidak',
      'Tidak ada usia kerja.',
      { desil: 4, diusulkan: true, menerima_pkh: false },
      person(67),
    ),
    one(
      'Masih PKH',
      'tidak',
      'Tidak rangkap dengan PKH.',
      { desil: 3, diusulkan: true, menerima_pkh: true },
      person(38),
    ),
    one('Belum ada kabar PKH', 'belum', 'Daftar PKH belum diimpor.', { desil: 3, diusulkan: true }, person(38)),
  ],
};

export const TEMPLATES: readonly Template[] = [PKH, SEMBAKO, PBI, MEALS, UEP];
