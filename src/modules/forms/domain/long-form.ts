import { type FormDefinition, type SurveyRow, surveyRow } from '#engines/form/index.ts';
import { yesNoChoices } from './stored-form.ts';

/**
 * A long form after the household questionnaire of Regsosek 2022 (REGSOSEK2022.K): its row numbers and answer codes, in words of our own.
 * Health by name of illness is left out: that is specific personal data (UU 27/2022) and belongs to a case, not to a field check.
 */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  b301a: ['Milik sendiri', 'Kontrak atau sewa', 'Bebas sewa', 'Rumah dinas', 'Lainnya'],
  b301b: [
    'Sertifikat hak milik atas nama anggota',
    'Sertifikat atas nama orang lain dengan perjanjian',
    'Sertifikat atas nama orang lain tanpa perjanjian',
    'Surat selain sertifikat hak milik',
    'Girik atau letter C',
    'Tidak punya',
  ],
  b303: [
    'Marmer atau granit',
    'Keramik',
    'Parket, vinil atau karpet',
    'Ubin, tegel atau teraso',
    'Kayu atau papan',
    'Semen atau bata merah',
    'Bambu',
    'Tanah',
    'Lainnya',
  ],
  b304: [
    'Tembok',
    'Plesteran anyaman bambu atau kawat',
    'Kayu, papan, gipsum atau GRC',
    'Anyaman bambu',
    'Batang kayu',
    'Bambu',
    'Lainnya',
  ],
  b305: ['Beton', 'Genteng', 'Seng', 'Asbes', 'Kayu atau sirap', 'Bambu', 'Jerami, ijuk atau rumbia', 'Lainnya'],
  b306a: [
    'Air kemasan',
    'Air isi ulang',
    'Leding',
    'Sumur bor atau pompa',
    'Sumur terlindung',
    'Sumur tak terlindung',
    'Mata air terlindung',
    'Mata air tak terlindung',
    'Air permukaan',
    'Air hujan',
    'Lainnya',
  ],
  b306b: ['Kurang dari 10 meter', '10 meter atau lebih', 'Tidak tahu'],
  b307a: ['PLN dengan meteran', 'PLN tanpa meteran', 'Listrik bukan PLN', 'Bukan listrik'],
  b307b: ['450 watt', '900 watt', '1.300 watt', '2.200 watt', 'Lebih dari 2.200 watt'],
  b308: [
    'Listrik',
    'Elpiji 5,5 kg',
    'Elpiji 12 kg',
    'Elpiji 3 kg',
    'Gas kota',
    'Biogas',
    'Minyak tanah',
    'Briket',
    'Arang',
    'Kayu bakar',
    'Lainnya',
    'Tidak memasak',
  ],
  b309a: ['Milik sendiri', 'Bersama keluarga tertentu', 'MCK komunal', 'MCK umum', 'Ada, tidak dipakai', 'Tidak ada'],
  b309b: ['Leher angsa', 'Plengsengan dengan tutup', 'Plengsengan tanpa tutup', 'Cemplung atau cubluk'],
  b310: [
    'Tangki septik',
    'IPAL',
    'Kolam, sawah, sungai atau laut',
    'Lubang tanah',
    'Pantai, lapangan atau kebun',
    'Lainnya',
  ],
  b404: [
    'Tinggal bersama keluarga',
    'Meninggal',
    'Pindah di dalam negeri',
    'Pindah ke luar negeri',
    'Anggota baru',
    'Tidak ditemukan',
  ],
  b405: ['Laki-laki', 'Perempuan'],
  b408: ['Belum kawin', 'Kawin', 'Cerai hidup', 'Cerai mati'],
  b412: ['Tidak atau belum pernah sekolah', 'Masih sekolah', 'Tidak bersekolah lagi'],
  b418: [
    'Berusaha sendiri',
    'Berusaha dibantu buruh tak tetap',
    'Berusaha dibantu buruh tetap',
    'Karyawan atau buruh',
    'PNS, TNI, Polri, BUMN/BUMD atau pejabat',
    'Pekerja bebas pertanian',
    'Pekerja bebas bukan pertanian',
    'Pekerja keluarga tak dibayar',
  ],
  b428: ['Sama sekali tidak bisa', 'Banyak kesulitan dan perlu bantuan', 'Sedikit kesulitan', 'Tidak ada kesulitan'],
  b505: ['Tidak memakai', 'Lewat HP', 'Langganan di rumah', 'Keduanya'],
  b506: ['Untuk usaha', 'Pribadi', 'Keduanya', 'Tidak punya'],
};
const ASSETS: readonly (readonly [code: string, label: string])[] = [
  ['a', 'Tabung gas 5,5 kg atau lebih'],
  ['b', 'Lemari es'],
  ['c', 'AC'],
  ['d', 'Pemanas air'],
  ['e', 'Telepon rumah'],
  ['f', 'Televisi 30 inci atau lebih'],
  ['g', 'Emas 10 gram atau lebih'],
  ['h', 'Laptop atau tablet'],
  ['i', 'Sepeda motor'],
  ['j', 'Sepeda'],
  ['k', 'Mobil'],
  ['l', 'Perahu'],
  ['m', 'Kapal motor'],
  ['n', 'HP pintar'],
];

const row = (type: SurveyRow['type'], name: string, label: string, more: Partial<SurveyRow> = {}): SurveyRow =>
  surveyRow({ type, name, label: { id: label, en: '' }, ...more });
const one = (no: string, label: string, fact = '', more: Partial<SurveyRow> = {}): SurveyRow =>
  row('select_one', `r${no}`, label, { list: `b${no}`, required: 'true()', fact, ...more });
const end = (type: 'end_group' | 'end_repeat'): SurveyRow => surveyRow({ type, name: '' });

const HOUSE: readonly SurveyRow[] = [
  row('begin_group', 'perumahan', 'Perumahan'),
  one('301a', 'Status bangunan tempat tinggal', 'status_tempat_tinggal'),
  one('301b', 'Bukti kepemilikan tanah', '', { relevant: `\${r301a} = '1'` }),
  row('decimal', 'r302', 'Luas lantai (m²)', { constraint: '. > 0 and . <= 2000', fact: 'luas_lantai' }),
  one('303', 'Lantai terluas terbuat dari', 'jenis_lantai'),
  one('304', 'Dinding terluas terbuat dari', 'jenis_dinding'),
  one('305', 'Atap terluas terbuat dari', 'jenis_atap'),
  one('306a', 'Sumber air minum utama', 'sumber_air_minum'),
  one('306b', 'Jarak sumber air ke penampungan tinja', '', { relevant: `\${r306a} >= 4 and \${r306a} <= 8` }),
  one('307a', 'Sumber penerangan utama', 'sumber_penerangan'),
  one('307b', 'Daya terpasang', 'daya_listrik', { relevant: `\${r307a} = 1` }),
  one('308', 'Bahan bakar utama untuk memasak', 'bahan_bakar_memasak'),
  one('309a', 'Tempat buang air besar', 'tempat_bab'),
  one('309b', 'Jenis kloset', '', { relevant: `\${r309a} <= 3` }),
  one('310', 'Pembuangan akhir tinja', '', { relevant: `\${r309a} <= 4` }),
  row('calculate', 'listrik_rendah', '', {
    calculation: `if(\${r307a} >= 3 or \${r307b} = 1, true(), false())`,
  }),
  end('end_group'),
];
const MEMBERS: readonly SurveyRow[] = [
  row('begin_repeat', 'anggota', 'Anggota keluarga'),
  row('text', 'r402', 'Nama', { required: 'true()' }),
  one('404', 'Keberadaan'),
  row('begin_group', 'tinggal', '', { relevant: `\${r404} = 1 or \${r404} = 5` }),
  one('405', 'Jenis kelamin'),
  row('date', 'r406', 'Tanggal lahir', {
    constraint: '. <= today()',
    constraintMessage: { id: 'Tanggal lahir belum terjadi.', en: 'The day of birth has not come yet.' },
  }),
  row('calculate', 'umur', '', { calculation: `int((today() - \${r406}) div 365.25)` }),
  one('408', 'Status perkawinan', '', { relevant: `\${umur} >= 10` }),
  one('412', 'Partisipasi sekolah', '', { relevant: `\${umur} >= 5` }),
  row('select_one', 'r416', 'Bekerja dalam seminggu terakhir', {
    list: 'ya_tidak',
    relevant: `\${umur} >= 5`,
    required: 'true()',
  }),
  row('integer', 'jam_kerja', 'Jam kerja seminggu', { relevant: `\${r416} = 'ya'`, constraint: '. >= 0 and . <= 112' }),
  one('418', 'Kedudukan dalam pekerjaan utama', '', { relevant: `\${r416} = 'ya'` }),
  row('select_one', 'r428c', 'Kesulitan berjalan atau naik tangga', {
    list: 'b428',
    relevant: `\${umur} >= 2`,
    appearance: 'minimal',
  }),
  row('select_one', 'r428a', 'Kesulitan melihat', { list: 'b428', relevant: `\${umur} >= 2`, appearance: 'minimal' }),
  row('select_one', 'r428b', 'Kesulitan mendengar', { list: 'b428', relevant: `\${umur} >= 2`, appearance: 'minimal' }),
  end('end_group'),
  end('end_repeat'),
  row('calculate', 'jumlah_anggota', '', { calculation: `count(\${anggota})`, fact: 'jumlah_anggota_verval' }),
  row('calculate', 'jumlah_bekerja', '', { calculation: `count-non-empty(\${jam_kerja})` }),
];
const WEALTH: readonly SurveyRow[] = [
  row('begin_group', 'aset', 'Aset dan layanan'),
  row('select_multiple', 'r502', 'Barang yang dimiliki', { list: 'b502', fact: 'aset_bergerak' }),
  row('select_one', 'r503a', 'Punya lahan selain yang ditempati', {
    list: 'ya_tidak',
    required: 'true()',
    fact: 'punya_lahan_lain',
  }),
  row('select_one', 'r503b', 'Punya rumah lain', { list: 'ya_tidak', required: 'true()', fact: 'punya_rumah_lain' }),
  row('integer', 'r504a', 'Sapi (ekor)', { default: '0', constraint: '. >= 0' }),
  row('integer', 'r504e', 'Kambing atau domba (ekor)', { default: '0', constraint: '. >= 0' }),
  one('505', 'Memakai internet'),
  one('506', 'Rekening bank atau dompet digital'),
  end('end_group'),
  row('image', 'foto_rumah', 'Foto rumah dari depan', {
    hint: { id: 'Jangan memotret orang.', en: 'Do not photograph people.' },
  }),
  row('geopoint', 'titik', 'Titik rumah'),
];

export const LONG_FORM: FormDefinition = {
  settings: { formId: 'verval_panjang', title: 'Verval formulir panjang (susunan Regsosek 2022)', version: '1' },
  survey: [...HOUSE, ...MEMBERS, ...WEALTH],
  choices: [
    ...Object.entries(LISTS).flatMap(([list, labels]) =>
      labels.map((label, at) => ({ list, name: String(at + 1), label: { id: label, en: '' }, more: {} })),
    ),
    ...ASSETS.map(([name, label]) => ({ list: 'b502', name, label: { id: label, en: '' }, more: {} })),
    ...yesNoChoices('ya_tidak'),
  ],
};
