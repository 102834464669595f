import { type Fact, known, unknown } from '#kernel/fact.ts';
import type { Sex } from '#kernel/nik.ts';
import { plainLetters } from './likeness.ts';

const SEXES: Readonly<Record<string, Sex>> = {
  L: 'L',
  LK: 'L',
  LAKI: 'L',
  LAKILAKI: 'L',
  PRIA: 'L',
  '1': 'L',
  '01': 'L',
  P: 'P',
  PR: 'P',
  PEREMPUAN: 'P',
  WANITA: 'P',
  '2': 'P',
  '02': 'P',
};

/** L or P from letter, code or word; undefined for anything else, also for an empty cell. */
export const readSex = (raw: string): Sex | undefined => SEXES[plainLetters(raw)];

const YES = new Set(
  'YA Y 1 YES TRUE ADA T PADAN SUDAHPADAN DATAPADAN PBI PBIJKN PBIJNI PBIJK PKH BPNT SEMBAKO PENERIMA V'.split(' '),
);
const NO = new Set(
  'TIDAK TDK N 0 NO FALSE F TIDAKADA TIDAKPADAN BELUMPADAN NONPADAN BUKAN BUKANPENERIMA TIDAKMENERIMA NONPBI'.split(
    ' ',
  ),
);

/** Yes or no in the forms of the export. An empty cell or a dash is unknown, never no. */
export const readYesNo = (raw: string): { fact: Fact<boolean>; understood: boolean } => {
  const letters = plainLetters(raw);
  if (letters === '' && !/[✓✔]/.test(raw)) return { fact: unknown('belum_ditanya'), understood: true };
  if (YES.has(letters) || /[✓✔]/.test(raw)) return { fact: known(true), understood: true };
  return NO.has(letters)
    ? { fact: known(false), understood: true }
    : { fact: unknown('belum_ditanya'), understood: false };
};

/** SHDK of SIAK, 1 kepala keluarga to 11 lainnya. */
export type ShdkCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;
/** Which list the codes of a file follow: SIAK's eleven, or the eight of DTKS and Regsosek. */
export type RelationCodes = 'siak' | 'dtks';

const RELATIONS: Readonly<Record<string, ShdkCode>> = {
  KEPALAKELUARGA: 1,
  KEPALARUMAHTANGGA: 1,
  KEPALA: 1,
  KK: 1,
  KRT: 1,
  SUAMI: 2,
  ISTRI: 3,
  ISTERI: 3,
  ANAK: 4,
  ANAKKANDUNG: 4,
  ANAKANGKAT: 4,
  ANAKTIRI: 4,
  MENANTU: 5,
  CUCU: 6,
  ORANGTUA: 7,
  AYAH: 7,
  IBU: 7,
  MERTUA: 8,
  FAMILI: 9,
  FAMILILAIN: 9,
  SAUDARA: 9,
  KERABAT: 9,
  PEMBANTU: 10,
  PEMBANTURUMAHTANGGA: 10,
  SOPIR: 10,
  PEMBANTUSOPIR: 10,
  LAINNYA: 11,
  LAIN: 11,
};
const SPOUSE_WORDS = new Set(['ISTRISUAMI', 'SUAMIISTRI', 'PASANGAN']);
const PARENT_WORDS = new Set(['ORANGTUAMERTUA', 'MERTUAORANGTUA']);
const DTKS: readonly (ShdkCode | 'pasangan' | 'orang_tua_mertua')[] = [
  1,
  'pasangan',
  4,
  5,
  6,
  'orang_tua_mertua',
  10,
  11,
];

export type RelationReading = { readonly shdk?: ShdkCode; readonly doubt?: 'asing' | 'pasangan' | 'orang_tua_mertua' };

const spouse = (sex: Sex | undefined): RelationReading =>
  sex === undefined ? { doubt: 'pasangan' } : { shdk: sex === 'L' ? 2 : 3 };
const parent = (): RelationReading => ({ shdk: 7, doubt: 'orang_tua_mertua' });

/** The relation to the head from a word or a code. The eight-code list says less: a spouse needs the sex, 6 may be a parent-in-law. */
export const readRelation = (raw: string, sex: Sex | undefined, codes: RelationCodes): RelationReading => {
  const letters = plainLetters(raw);
  if (letters === '') return {};
  if (SPOUSE_WORDS.has(letters)) return spouse(sex);
  if (PARENT_WORDS.has(letters)) return parent();
  const byWord = RELATIONS[letters];
  if (byWord !== undefined) return { shdk: byWord };
  const number = /^\d{1,2}$/.test(letters) ? Number(letters) : 0;
  if (codes === 'siak') return number >= 1 && number <= 11 ? { shdk: number as ShdkCode } : { doubt: 'asing' };
  const meant = DTKS[number - 1];
  if (meant === undefined) return { doubt: 'asing' };
  if (meant === 'pasangan') return spouse(sex);
  return meant === 'orang_tua_mertua' ? parent() : { shdk: meant };
};

/**
 * Which code list a file follows, from pairs of relation and sex cells. Code 9 and above exists in SIAK only; a man with code 3 is a
 * child of the eight-code list, since 3 is ISTRI in SIAK. Without such a sign the commoner of 3 and 4 is the child.
 */
export const detectRelationCodes = (sample: Iterable<readonly [relation: string, sex: string]>): RelationCodes => {
  const counts = { threeMale: 0, three: 0, four: 0, siakOnly: 0 };
  for (const [relation, sex] of sample) {
    const code = relation.trim().replace(/^0/, '');
    if (code === '3') {
      counts.three += 1;
      if (readSex(sex) === 'L') counts.threeMale += 1;
    }
    if (code === '4') counts.four += 1;
    if (code === '9' || code === '10' || code === '11') counts.siakOnly += 1;
  }
  if (counts.threeMale > counts.three * 0.2) return 'dtks';
  if (counts.siakOnly > 0) return 'siak';
  return counts.four > counts.three ? 'siak' : 'dtks';
};
