import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import type { Birth } from './new-person.ts';

/** A person in a list. A protected one shows her alias to everybody but her case team, and neither number nor place. */
export type PersonSummary = {
  id: string;
  name: string;
  isAlias: boolean;
  maskedNik: string | null;
  sex: Sex | null;
  birthOn: LocalDate | null;
  birthPrecision: Birth['precision'] | 'tidak_tahu';
  life: 'hidup' | 'dilaporkan_meninggal' | 'terbukti';
  areaId: number | null;
  areaLabel: string | null;
  familyId: string | null;
  maskedKk: string | null;
  shdk: number | null;
  protection: number;
};
