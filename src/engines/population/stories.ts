import type { LocalDate } from '#kernel/local-date.ts';
import { SHDK, type Shdk } from './civil-codes.ts';
import type { PopulationSex } from './names.ts';

/** A person of the demo's stories, row for row as the file has her; nothing random happens to these rows. */
export type StoryRow = {
  readonly name: string;
  readonly nik: string;
  readonly birthOn: LocalDate;
  readonly birthPlace: string;
  readonly sex: PopulationSex;
  readonly mother: string;
  readonly shdk: Shdk;
  readonly occupation: number;
  /** The NIK of the same person's other row. */
  readonly sameAs?: string;
};
export type StoryFamily = {
  readonly story: string;
  /** Kemendagri code of the desa in Tirta Rukun. */
  readonly desa: string;
  readonly nomorKk: string;
  readonly address: string;
  readonly rt: number;
  readonly rw: number;
  readonly rows: readonly StoryRow[];
};

type Short = readonly [
  name: string,
  nik: string,
  birthOn: LocalDate,
  sex: PopulationSex,
  shdk: Shdk,
  occupation: number,
  mother: string,
  sameAs?: string,
];
const family = (
  story: string,
  desa: string,
  nomorKk: string,
  rt: number,
  rw: number,
  rows: readonly Short[],
): StoryFamily => ({
  story,
  desa,
  nomorKk,
  address: `RT ${rt} RW ${rw}`,
  rt,
  rw,
  rows: rows.map(([name, nik, birthOn, sex, shdk, occupation, mother, sameAs]) => ({
    ...(sameAs === undefined ? {} : { sameAs }),
    name,
    nik,
    birthOn,
    sex,
    shdk,
    occupation,
    mother,
    birthPlace: 'TIRTA RUKUN',
  })),
});

/** People of the demo's stories in Kabupaten Tirta Rukun. */
export const STORY_FAMILIES: readonly StoryFamily[] = [
  family('sarinem', '99.01.01.2003', '9901011203090011', 2, 1, [
    ['SARINEM', '9901014708540003', '1954-08-07', 'P', SHDK.kepala, 2, 'NGATINEM'],
  ]),
  family('sarinem', '99.01.01.2003', '9901010505140007', 4, 1, [
    ['SARINEM ALM KASAN', '0990101200300017', '1954-08-07', 'P', SHDK.kepala, 2, 'NGATINEM', '9901014708540003'],
  ]),
  family('soleh', '99.01.03.2001', '9901031408120021', 1, 2, [
    ['MUHAMMAD SOLEH', '9901031102680002', '1968-02-11', 'L', SHDK.kepala, 9, 'SITI AMINAH'],
    ['SUMARNI', '9901036306710001', '1971-06-23', 'P', SHDK.istri, 2, 'SUKINAH'],
    ['MOH. SHOLEH', '9901031909930003', '1993-09-19', 'L', SHDK.anak, 19, 'SUMARNI'],
  ]),
  // The boy's birth date is typed with day and month exchanged: in the NIK 05-03, in the row 3 May.
  family('kembar', '99.01.03.2012', '9901032010110009', 2, 1, [
    ['WAGIMIN', '9901030107780004', '1978-07-01', 'L', SHDK.kepala, 20, 'PONIYEM'],
    ['LASTINAH', '9901034402830002', '1983-02-04', 'P', SHDK.istri, 2, 'SARMI'],
    ['DEWI LESTARI', '9901034503100004', '2010-03-05', 'P', SHDK.anak, 3, 'LASTINAH'],
    ['DEWA LESTARI', '9901030503100005', '2010-05-03', 'L', SHDK.anak, 3, 'LASTINAH'],
  ]),
  family('rasyid', '99.01.01.2002', '9901010102130018', 3, 1, [
    ['ABDUL RASYID', '9901011711810003', '1981-11-17', 'L', SHDK.kepala, 19, 'MARIAM'],
    ['NURHAYATI', '9901015204850002', '1985-04-12', 'P', SHDK.istri, 2, 'HALIMAH'],
    ['NAILA RASYID', '9901014809140001', '2014-09-08', 'P', SHDK.anak, 3, 'NURHAYATI'],
    // The lodger who left in 2023 and still stands on the card.
    ['GUNTUR PRASETYO', '9971032203900004', '1990-03-22', 'L', SHDK.lainnya, 5, 'ENDANG SRI'],
  ]),
  family('yohana', '99.01.01.1007', '9901012609150013', 1, 3, [
    ['YOHANA SERAN', '9901015901790002', '1979-01-19', 'P', SHDK.kepala, 84, 'MARIA BERE'],
    ['MARKUS SERAN', '9901010810080002', '2008-10-08', 'L', SHDK.anak, 3, 'YOHANA SERAN'],
  ]),
  family('permakanan', '99.01.01.2003', '9901011807100006', 3, 2, [
    ['TUMI', '9901017112480001', '1948-12-31', 'P', SHDK.kepala, 2, 'KASINAH'],
  ]),
  family('permakanan', '99.01.01.2003', '9901011807100007', 1, 2, [
    ['WIRYO', '9901010506520002', '1952-06-05', 'L', SHDK.kepala, 1, 'TUMINAH'],
  ]),
  family('penyaluran', '99.01.03.2001', '9901030309110004', 2, 2, [
    ['HASAN BASRI', '9901031510650003', '1965-10-15', 'L', SHDK.kepala, 11, 'FATIMAH'],
    ['BAYU SETIAWAN', '9901031205950002', '1995-05-12', 'L', SHDK.anak, 19, 'ROHANA'],
  ]),
  family('penyaluran', '99.01.03.2001', '9901031001120005', 1, 1, [
    ['LASTRI', '9901036408580002', '1958-08-24', 'P', SHDK.kepala, 2, 'PAINEM'],
  ]),
];
