import type { UnknownReason } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { HeldFact } from './held-fact.ts';
import { NINE_CRITERIA } from './nine-criteria.ts';
import type { Source } from './source.ts';

/** A stored value in words for a sheet. Objects are those of the identity fields. */
export const valueText = (value: unknown): string => {
  if (value === true) return 'ya';
  if (value === false) return 'tidak';
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  const { on, precision, code, text } = value as {
    on?: string;
    precision?: string;
    code?: number | null;
    text?: string | null;
  };
  if (on !== undefined) return precision === 'hari' ? on : `${on} (${precision})`;
  return text ?? (code === null || code === undefined ? '' : `kode ${code}`);
};

export type FactOnSheet = {
  subject: 'person' | 'family';
  field: string;
  label: { id: string; en: string };
  value: string | null;
  unknown: UnknownReason | null;
  /** What was observed last, when the fact itself has grown too old. */
  last: string | null;
  observedOn: LocalDate | null;
  source: Source | null;
  staleOn: LocalDate | null;
};

const labels = new Map<string, { id: string; en: string }>(
  NINE_CRITERIA.questions.map(({ field, label }) => [field, label]),
);
const labelOf = (field: string) =>
  labels.get(field) ?? { id: field.replaceAll('_', ' '), en: field.replaceAll('_', ' ') };

const onSheet = (subject: FactOnSheet['subject'], field: string, held: HeldFact | undefined): FactOnSheet => ({
  subject,
  field,
  label: labelOf(field),
  value: held?.fact.known ? valueText(held.fact.value) : null,
  unknown: held === undefined ? 'belum_ditanya' : held.fact.known ? null : held.fact.why,
  last: held !== undefined && !held.fact.known && held.last !== null ? valueText(held.last) : null,
  observedOn: held?.observedOn ?? null,
  source: held?.source ?? null,
  staleOn: held?.staleOn ?? null,
});

/** The facts of a person and her family; the nine criteria always stand there, unasked ones too. `family` null: she has none. */
export const factsOnSheet = (
  person: Readonly<Record<string, HeldFact>>,
  family: Readonly<Record<string, HeldFact>> | null,
): FactOnSheet[] => {
  const nine =
    family === null ? [] : NINE_CRITERIA.questions.map(({ field }) => onSheet('family', field, family[field]));
  const others = Object.entries(family ?? {}).filter(([field]) => !labels.has(field));
  return [
    ...nine,
    ...others.map(([field, held]) => onSheet('family', field, held)),
    ...Object.entries(person).map(([field, held]) => onSheet('person', field, held)),
  ];
};
