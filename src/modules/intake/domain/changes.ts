import type { LocalDate } from '#kernel/local-date.ts';
import { type Draft, maskDigits } from './draft.ts';

/** One line of "old, new, evidence". Null is unknown. `field` names the words on screen. */
export type ChangeLine = { field: DraftField; was: string | null; now: string | null; isChanged: boolean };
export type DraftField = 'name' | 'nik' | 'nomorKk' | 'birthOn' | 'sex' | 'address' | 'phone';

type Register = {
  name: string;
  nik: string | null;
  nomorKk: string | null;
  birthOn: LocalDate | null;
  sex: string | null;
  address: string | null;
  phone: string | null;
};

const FIELDS: readonly DraftField[] = ['name', 'nik', 'nomorKk', 'birthOn', 'sex', 'address', 'phone'];
const NUMBERS: ReadonlySet<DraftField> = new Set(['nik', 'nomorKk']);

const comparable = (field: DraftField, text: string): string =>
  NUMBERS.has(field) ? text.replace(/\D/g, '') : text.trim().toLowerCase().replace(/\s+/g, ' ');
const shown = (field: DraftField, text: string | null | undefined): string | null =>
  text ? (NUMBERS.has(field) ? maskDigits(text) : text) : null;

/**
 * What a proposal would change: each typed field beside what the register holds. Fields nobody typed are left out; numbers are compared
 * whole and shown masked. Without a person in the register every old value is unknown.
 */
export const compareDraft = (draft: Draft, register: Register | undefined): ChangeLine[] =>
  FIELDS.flatMap((field): ChangeLine[] => {
    const typed = draft[field];
    if (!typed) return [];
    const held = register?.[field] ?? null;
    const isChanged = held === null || comparable(field, held) !== comparable(field, typed);
    return [{ field, was: shown(field, held), now: shown(field, typed), isChanged }];
  });
