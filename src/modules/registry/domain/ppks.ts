import { ageOn, type LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';

/** The 26 types of PPKS in the order of Permensos 8/2012 (renamed by Permensos 5/2019). The codes are ours: the regulation has none. */
export type PpksType = {
  readonly code: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly subject: 'person' | 'family' | 'community';
  /** Confidentiality of the mere fact. From 2 on only a case team reads it, and it is not kept in the registry. */
  readonly level: 0 | 1 | 2 | 3;
  readonly sex?: Sex;
  /** Completed years, both ends included. */
  readonly age?: readonly [least: number, most: number];
};

const type = (
  no: number,
  id: string,
  en: string,
  level: PpksType['level'],
  rest: Partial<PpksType> = {},
): PpksType => ({ code: `PPKS-${String(no).padStart(2, '0')}`, name: { id, en }, subject: 'person', level, ...rest });

const OLDEST = 150;
export const PPKS_TYPES: readonly PpksType[] = [
  type(1, 'Anak balita terlantar', 'Neglected child under five', 2, { age: [0, 5] }),
  type(2, 'Anak terlantar', 'Neglected child', 2, { age: [6, 18] }),
  type(3, 'Anak berhadapan dengan hukum', 'Child in contact with the law', 3, { age: [12, 17] }),
  type(4, 'Anak jalanan', 'Street child', 2, { age: [0, 17] }),
  type(5, 'Anak dengan kedisabilitasan', 'Child with disability', 2, { age: [0, 17] }),
  type(6, 'Anak korban kekerasan', 'Child victim of violence', 3, { age: [0, 17] }),
  type(7, 'Anak memerlukan perlindungan khusus', 'Child in need of special protection', 3, { age: [6, 18] }),
  type(8, 'Lanjut usia terlantar', 'Neglected older person', 1, { age: [60, OLDEST] }),
  type(9, 'Penyandang disabilitas', 'Person with disability', 1),
  type(10, 'Tuna susila', 'Person in sex work', 3),
  type(11, 'Gelandangan', 'Homeless person', 2),
  type(12, 'Pengemis', 'Person begging', 2),
  type(13, 'Pemulung', 'Waste picker', 2),
  type(14, 'Kelompok minoritas', 'Minority group', 3),
  type(15, 'Bekas warga binaan lapas', 'Former prisoner', 2, { age: [19, OLDEST] }),
  type(16, 'Orang dengan HIV/AIDS', 'Person living with HIV', 3, { age: [18, OLDEST] }),
  type(17, 'Korban penyalahgunaan NAPZA', 'Victim of drug abuse', 3),
  type(18, 'Korban perdagangan orang', 'Victim of trafficking', 3),
  type(19, 'Korban tindak kekerasan', 'Victim of violence', 3),
  type(20, 'Pekerja migran bermasalah sosial', 'Migrant worker in distress', 2),
  type(21, 'Korban bencana alam', 'Victim of natural disaster', 2),
  type(22, 'Korban bencana sosial', 'Victim of social disaster', 2),
  type(23, 'Perempuan rawan sosial ekonomi', 'Socio-economically vulnerable woman', 1, { sex: 'P', age: [18, 59] }),
  type(24, 'Fakir miskin', 'Destitute family', 0, { subject: 'family' }),
  type(25, 'Keluarga bermasalah sosial psikologis', 'Family with psychosocial problems', 2, { subject: 'family' }),
  type(26, 'Komunitas adat terpencil', 'Remote indigenous community', 2, { subject: 'community' }),
];

/** The types the registry may hold, as dated assessments. All others belong to casework. */
export const REGISTRY_PPKS = PPKS_TYPES.filter(({ code }) =>
  ['PPKS-08', 'PPKS-09', 'PPKS-23', 'PPKS-24'].includes(code),
);
export const findPpksType = (code: string): PpksType | undefined => PPKS_TYPES.find((one) => one.code === code);

export type PpksSubject = { sex: Sex | null; birthOn: LocalDate | null };

/**
 * Whether a person can be of this type by the hard predicates of the regulation. `belum_diketahui` when a predicate rests on a sex or
 * birth that is not known: unknown is never no.
 */
export const mayBe = (ppks: PpksType, subject: PpksSubject, on: LocalDate): 'ya' | 'tidak' | 'belum_diketahui' => {
  const age = subject.birthOn === null ? null : ageOn(subject.birthOn, on);
  const verdicts = [
    ppks.sex === undefined ? true : subject.sex === null ? null : subject.sex === ppks.sex,
    ppks.age === undefined ? true : age === null ? null : age >= ppks.age[0] && age <= ppks.age[1],
  ];
  if (verdicts.includes(false)) return 'tidak';
  return verdicts.includes(null) ? 'belum_diketahui' : 'ya';
};
