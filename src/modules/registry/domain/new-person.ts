import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import { refuse } from '#kernel/refusal.ts';
import {
  type IdentifierKind,
  type Judged,
  judgeNik,
  judgeOther,
  type NikCircumstances,
  type NoNikReason,
} from './identifiers.ts';
import { foldName } from './name-fold.ts';
import type { Source } from './source.ts';

export const BIRTH_PRECISIONS = ['hari', 'bulan', 'tahun', 'perkiraan'] as const;
/** A birth is a day with how exactly it is known; somebody born "around 1950" is 1950-07-01, perkiraan. */
export type Birth = { on: LocalDate; precision: (typeof BIRTH_PRECISIONS)[number] };

export type NewPerson = {
  name: string;
  sex?: Sex | null | undefined;
  birth: Birth | null;
  birthPlace?: string | null | undefined;
  motherName?: string | null | undefined;
  /** SIAK code 1 to 89. */
  occupationCode?: number | null | undefined;
  occupation?: string | null | undefined;
  phone?: string | null | undefined;
  nik?: string | null | undefined;
  noNikReason?: NoNikReason | null | undefined;
  /** Where she lives: an RT, or the smallest place known. */
  areaId: number;
  source: Source;
  /** The day the source speaks of; today when left out. */
  observedOn?: LocalDate | undefined;
  otherIdentifiers?: readonly { kind: IdentifierKind; value: string }[] | undefined;
};

export type PersonRow = {
  id: string;
  name: string;
  name_fold: string;
  sex: Sex | null;
  birth_on: LocalDate | null;
  birth_precision: Birth['precision'] | 'tidak_tahu';
  birth_place: string | null;
  mother_name: string | null;
  occupation_code: number | null;
  occupation: string | null;
  phone: string | null;
  scope_area_id: number;
  source: Source;
  observed_on: LocalDate;
};
export type IdentifierRow = Judged & { id: string; person_id: string; source: Source };
export type PlannedPerson = {
  row: PersonRow;
  identifiers: IdentifierRow[];
  noNikReason: NoNikReason | null;
  doubts: string[];
};

/** A folded name that holds a letter. */
export const isReadableName = (fold: string): boolean => /[a-z]/.test(fold);

const textOrNull = (text: string | null | undefined): string | null => {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed ? trimmed : null;
};

/**
 * What is written for a new person. The only thing refused is a name without a letter: everything doubtful goes in with its doubt.
 * @param newId makes ids, in order
 */
export const planPerson = (
  input: NewPerson,
  around: Omit<NikCircumstances, 'birthOn' | 'sex'>,
  newId: () => string,
): PlannedPerson => {
  const name = textOrNull(input.name) ?? '';
  const fold = foldName(name);
  if (!isReadableName(fold)) {
    refuse('orang.tanpa_nama', 422, 'Nama belum terbaca. Isi nama seperti di KTP, atau panggilan bila tidak ada KTP.', {
      fields: { name: 'Isi nama.' },
    });
  }
  const id = newId();
  const nik = input.nik
    ? judgeNik(input.nik, { ...around, birthOn: input.birth?.on ?? null, sex: input.sex ?? null })
    : undefined;
  const judged = [nik, ...(input.otherIdentifiers ?? []).map((other) => judgeOther(other.kind, other.value))].filter(
    (one) => one !== undefined,
  );
  const hasNik = judged.some((one) => one.kind === 'nik');
  return {
    row: {
      id,
      name,
      name_fold: fold,
      sex: input.sex ?? null,
      birth_on: input.birth?.on ?? null,
      birth_precision: input.birth?.precision ?? 'tidak_tahu',
      birth_place: textOrNull(input.birthPlace),
      mother_name: textOrNull(input.motherName),
      occupation_code: input.occupationCode ?? null,
      occupation: textOrNull(input.occupation),
      phone: textOrNull(input.phone),
      scope_area_id: input.areaId,
      source: input.source,
      observed_on: input.observedOn ?? around.today,
    },
    identifiers: judged.map((one) => ({ ...one, id: newId(), person_id: id, source: input.source })),
    noNikReason: hasNik ? null : (input.noNikReason ?? 'tidak_tercantum'),
    doubts: judged.flatMap((one) => one.doubts),
  };
};
