import type { Value } from '#engines/aturan/index.ts';
import { ageOn, type LocalDate } from '#kernel/local-date.ts';
import { NINE_CRITERIA_FIELDS, type TargetingFamily, type TargetingMember } from '#modules/registry/index.ts';
import { type OCCUPATIONS, RELATIONS } from './columns.ts';

/** What the register's own modules know of a family beside its facts. */
export type FamilyCircumstance = {
  proposed: boolean;
  monthsWaiting: number;
  /** Per national programme: receives, does not, or nothing was ever delivered about it (unknown). */
  centre: { pkh: boolean | undefined; sembako: boolean | undefined; pbi: boolean | undefined };
  /** Programmes of the agency the family has a running award of. */
  awards: readonly string[];
};

type Occupation = (typeof OCCUPATIONS)[number];
const OCCUPATION_OF: Readonly<Record<number, Occupation>> = {
  1: 'tidak_bekerja',
  2: 'rumah_tangga',
  3: 'pelajar',
  4: 'pensiunan',
  5: 'asn',
  6: 'tni_polri',
  7: 'tni_polri',
  16: 'bumn_bumd',
  17: 'bumn_bumd',
  85: 'perangkat_desa',
  86: 'perangkat_desa',
};

/** SIAK 48 to 63 are members of state bodies and heads of regions. */
const occupationOf = (code: number | null): Occupation | undefined => {
  if (code === null) return undefined;
  if (code >= 48 && code <= 63) return 'pejabat_negara';
  return OCCUPATION_OF[code] ?? 'lainnya';
};

const truthOf = (facts: TargetingFamily['facts'], field: string): boolean | undefined => {
  const fact = facts[field]?.fact;
  return fact?.known && typeof fact.value === 'boolean' ? fact.value : undefined;
};

const ageOf = (member: TargetingMember, today: LocalDate): number | undefined => {
  if (member.birthOn === null) return undefined;
  const age = ageOn(member.birthOn, today);
  return age >= 0 && age <= 130 ? age : undefined;
};

/** Members who are proved dead no longer count; a reported death is not a proof. */
export const livingMembers = (family: TargetingFamily): TargetingMember[] =>
  family.members.filter((member) => member.life !== 'terbukti');

export const memberValues = (member: TargetingMember, today: LocalDate): Record<string, Value> => ({
  umur: ageOf(member, today),
  jenis_kelamin: member.sex ?? undefined,
  hubungan: member.shdk === null ? undefined : RELATIONS[member.shdk - 1],
  pekerjaan: occupationOf(member.occupationCode),
  disabilitas: truthOf(member.facts, 'disabilitas'),
  hamil: member.sex === 'L' ? false : truthOf(member.facts, 'hamil'),
  sakit_menahun: truthOf(member.facts, 'sakit_menahun'),
});

/** How many of the nine criteria are met: surely at least, at most, and exactly when every one is known. */
export const countCriteria = (facts: TargetingFamily['facts']): { least: number; most: number } => {
  const answers = NINE_CRITERIA_FIELDS.map((field) => truthOf(facts, field));
  const least = answers.filter((a) => a === true).length;
  return { least, most: least + answers.filter((a) => a === undefined).length };
};

/** A field check that still counts: any of the nine questions was asked at the house, whatever the answer. */
const isVerified = (facts: TargetingFamily['facts']): boolean =>
  NINE_CRITERIA_FIELDS.some((field) => {
    const held = facts[field];
    return held?.source === 'verval' && (held.fact.known || held.fact.why !== 'usang');
  });

/** A family's columns as rules read them. */
export const familyValues = (
  family: TargetingFamily,
  living: readonly TargetingMember[],
  circumstance: FamilyCircumstance,
  today: LocalDate,
): Record<string, Value> => {
  const { least, most } = countCriteria(family.facts);
  const ages = living.flatMap((member) => ageOf(member, today) ?? []);
  return {
    desil: family.desil?.value,
    jumlah_anggota: living.length,
    umur_tertua: ages.length > 0 ? Math.max(...ages) : undefined,
    kriteria_terpenuhi: least === most ? least : undefined,
    kriteria_sedikitnya: least,
    kriteria_sebanyaknya: most,
    ...Object.fromEntries(NINE_CRITERIA_FIELDS.map((field) => [field, truthOf(family.facts, field)])),
    sudah_diverval: isVerified(family.facts),
    diusulkan: circumstance.proposed,
    bulan_menunggu: Math.min(Math.max(circumstance.monthsWaiting, 0), 1200),
    menerima_pkh: circumstance.centre.pkh,
    menerima_sembako: circumstance.centre.sembako,
    menerima_pbi: circumstance.centre.pbi,
    menerima_program_daerah: circumstance.awards.length > 0,
  };
};
