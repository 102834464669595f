import { type ClassRow, UNKNOWN_CLASS } from './breakdown.ts';

/**
 * How well a list meets the families up to a desil. Three classes, never two: a family whose desil is unknown is neither within nor
 * beyond. Places are those that take money (admitted and held).
 */
export type Coverage = {
  /** Families up to that desil, and how many of them have a place. */
  within: number;
  withinServed: number;
  /** Places of families beyond that desil. */
  beyondServed: number;
  /** Families of unknown desil, and how many of them have a place. */
  unknown: number;
  unknownServed: number;
  /** All places. */
  served: number;
};

/** Coverage = withinServed / within; leakage = beyondServed / served; unknownServed / served stands beside them. */
export const coverageOf = (rows: readonly ClassRow[], upTo: number): Coverage => {
  const found: Coverage = { within: 0, withinServed: 0, beyondServed: 0, unknown: 0, unknownServed: 0, served: 0 };
  for (const row of rows) {
    const served = row.masuk + row.ditahan;
    found.served += served;
    if (row.key === UNKNOWN_CLASS) {
      found.unknown += row.keluarga;
      found.unknownServed += served;
    } else if (Number(row.key) <= upTo) {
      found.within += row.keluarga;
      found.withinServed += served;
    } else found.beyondServed += served;
  }
  return found;
};

/** A share in Indonesian writing with one decimal; undefined when there is nothing to take a share of. */
export const shareText = (part: number, whole: number): string | undefined =>
  whole === 0 ? undefined : `${((100 * part) / whole).toFixed(1).replace('.', ',')}%`;
