import { type Fact, known, type UnknownReason, unknown } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Source } from './source.ts';

/** A fact in force with where it comes from. Past `staleOn` it counts as unknown (usang); `last` still holds what was observed. */
export type HeldFact = {
  fact: Fact<unknown>;
  last: unknown;
  observedOn: LocalDate;
  source: Source;
  staleOn: LocalDate | null;
  setId: string;
};
export type CurrentFactRow = {
  subject_id: string;
  field: string;
  value: unknown;
  unknown: UnknownReason | null;
  observed_on: LocalDate;
  source: Source;
  stale_on: LocalDate | null;
  set_id: string;
};

/** How a stored fact reads on a day. */
export const heldFactOn = (row: CurrentFactRow, today: LocalDate): HeldFact => ({
  fact:
    row.unknown !== null
      ? unknown(row.unknown)
      : row.stale_on !== null && row.stale_on <= today
        ? unknown('usang')
        : known(row.value),
  last: row.value,
  observedOn: row.observed_on,
  source: row.source,
  staleOn: row.stale_on,
  setId: row.set_id,
});
