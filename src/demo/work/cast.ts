import type { Who } from './steps.ts';

/** How far somebody's proposal has come before the meeting and the verifier take their turns. */
export type Standing = 'periksa' | 'dilengkapi' | 'verval' | 'musyawarah';

/** A resident of Karang Asri whom somebody proposes: `day` counts from the demo's first day, `by` is who sends it in. */
export type Proposed = Who & {
  by: 'rt.karangasri' | 'operator.karangasri' | 'loket';
  day: number;
  reason: string;
  to: Standing;
  /** Met of the nine criteria at the visit. */
  met?: number;
  notes?: string;
  /** In which meeting: the one that is over, or the one that is coming. */
  meeting?: 'lalu' | 'nanti';
};

const who = (name: string, sex: 'L' | 'P', birthOn: string, address: string): Who => ({ name, sex, birthOn, address });

/** The agenda of the meeting that is over, in its order; what becomes of each stands in `decisions.ts` by name. */
const DISCUSSED: readonly Proposed[] = [
  {
    ...who('Siti Rahmawati', 'P', '1971-03-14', 'Jalan Melati 12'),
    met: 6,
    reason: 'Suami sakit menahun, tiga anak masih sekolah.',
  },
  {
    ...who('Wagiman', 'L', '1956-09-02', 'Jalan Kenanga 4'),
    met: 7,
    reason: 'Buruh tani, rumah papan, sering tidak bekerja.',
  },
  {
    ...who('Suparmi', 'P', '1953-05-21', 'Jalan Melati 18'),
    met: 6,
    reason: 'Tinggal sendiri dan tidak punya penghasilan tetap.',
  },
  {
    ...who('Tukiyem', 'P', '1949-11-08', 'Gang Sumur 2'),
    met: 8,
    reason: 'Lansia sebatang kara, dibantu tetangga untuk makan.',
  },
  {
    ...who('Wiji Astuti', 'P', '1980-07-30', 'Jalan Dermaga 9'),
    met: 5,
    reason: 'Ditinggal suami merantau dua tahun tanpa kabar.',
  },
  {
    ...who('Kasmirah', 'P', '1958-01-17', 'Jalan Kenanga 21'),
    met: 6,
    reason: 'Berjualan sayur keliling, merawat dua cucu.',
  },
  {
    ...who('Rubinem', 'P', '1947-12-12', 'Gang Sumur 7'),
    met: 7,
    reason: 'Tidak dapat berjalan jauh, anak tinggal di luar pulau.',
  },
  { ...who('Painem', 'P', '1962-08-05', 'Jalan Melati 25'), met: 5, reason: 'Buruh cuci, rumah bocor di musim hujan.' },
  { ...who('Marsinah', 'P', '1975-02-26', 'Jalan Dermaga 3'), met: 5, reason: 'Korban pemutusan kerja pabrik udang.' },
  {
    ...who('Slamet Riyadi', 'L', '1969-06-10', 'Jalan Raya Karang Asri 40'),
    met: 2,
    reason: 'Meminta didata karena usaha bengkelnya sepi.',
  },
  {
    ...who('Karto Wijoyo', 'L', '1960-10-19', 'Jalan Raya Karang Asri 12'),
    met: 5,
    reason: 'Kios terbakar bulan lalu.',
  },
  { ...who('Ponirah', 'P', '1966-04-03', 'Gang Sumur 11'), met: 6, reason: 'Janda, pendengaran jauh berkurang.' },
].map(
  (one, at) =>
    ({
      ...one,
      by: at % 3 === 0 ? 'operator.karangasri' : 'rt.karangasri',
      day: -26 + (at % 3),
      to: 'musyawarah',
      meeting: 'lalu',
    }) as const,
);

/** Everybody whom Karang Asri has proposed this month. */
export const KARANG_ASRI_CAST: readonly Proposed[] = [
  ...DISCUSSED,
  {
    ...who('Sumini', 'P', '1955-03-09', 'Jalan Kenanga 8'),
    by: 'rt.karangasri',
    day: -13,
    to: 'musyawarah',
    meeting: 'nanti',
    met: 6,
    reason: 'Tinggal sendiri, penglihatan berkurang.',
  },
  {
    ...who('Parto Wiyono', 'L', '1951-08-28', 'Jalan Melati 30'),
    by: 'operator.karangasri',
    day: -12,
    to: 'musyawarah',
    meeting: 'nanti',
    met: 7,
    reason: 'Bekas nelayan, tidak kuat melaut lagi.',
  },
  {
    ...who('Mujiati', 'P', '1978-12-01', 'Jalan Dermaga 14'),
    by: 'rt.karangasri',
    day: -11,
    to: 'musyawarah',
    meeting: 'nanti',
    met: 5,
    reason: 'Empat anak, suami bekerja serabutan.',
  },
  {
    ...who('Katemi', 'P', '1952-02-14', 'Gang Sumur 4'),
    by: 'operator.karangasri',
    day: -24,
    to: 'verval',
    reason: 'Rumah di tepi sungai, rawan banjir.',
  },
  {
    ...who('Sarmin', 'L', '1964-05-16', 'Jalan Melati 41'),
    by: 'rt.karangasri',
    day: -6,
    to: 'verval',
    reason: 'Patah tulang, tidak bekerja sejak bulan lalu.',
  },
  {
    ...who('Poniyem', 'P', '1959-09-23', 'Jalan Kenanga 33'),
    by: 'loket',
    day: -5,
    to: 'verval',
    reason: 'Datang ke kantor, merawat suami yang lumpuh.',
  },
  {
    ...who('Wagirah', 'P', '1961-01-11', 'Jalan Melati 5'),
    by: 'rt.karangasri',
    day: -9,
    to: 'dilengkapi',
    reason: 'Buruh tani, anak bungsu putus sekolah.',
  },
  {
    ...who('Tumijan', 'L', '1957-07-07', 'Gang Sumur 15'),
    by: 'rt.karangasri',
    day: -7,
    to: 'dilengkapi',
    reason: 'Pemulung, tinggal di gubuk pinggir kebun.',
  },
  {
    ...who('Ngatiyem', 'P', '1950-10-10', 'Jalan Dermaga 22'),
    by: 'loket',
    day: -3,
    to: 'periksa',
    reason: 'Datang ke kantor, tidak ada yang merawat.',
  },
  {
    ...who('Legiyem', 'P', '1963-03-27', 'Jalan Kenanga 2'),
    by: 'rt.karangasri',
    day: -2,
    to: 'periksa',
    reason: 'Suami meninggal, warung tutup.',
  },
  {
    ...who('Sukarti', 'P', '1954-04-18', 'Jalan Melati 9'),
    by: 'rt.karangasri',
    day: -1,
    to: 'periksa',
    reason: 'Tinggal sendiri, tidak punya penghasilan tetap.',
  },
];

/** The serial numbers of the NIK typed for them; every fifth has none, as in life. */
export const serialOf = (at: number): number | undefined => (at % 5 === 4 ? undefined : 701 + at);
