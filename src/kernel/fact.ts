/**
 * Three-valued facts. A fact is known, or it is unknown for a reason; unknown is never no.
 * The reasons are those of the observation table: the person does not know, refuses, was not asked, or the answer is too old.
 */
export type UnknownReason = 'tidak_tahu' | 'menolak' | 'belum_ditanya' | 'usang';
export type Fact<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: UnknownReason };

/** The four reasons, the one an officer can mend soonest first; the order decides which reason a combination reports. */
export const UNKNOWN_REASONS: readonly UnknownReason[] = ['belum_ditanya', 'usang', 'tidak_tahu', 'menolak'];

export const known = <T>(value: T): Fact<T> => ({ known: true, value });
export const unknown = (why: UnknownReason): Fact<never> => ({ known: false, why });

/** Applies `change` to a known value; an unknown stays unknown for the same reason. */
export const mapFact = <T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> =>
  fact.known ? known(change(fact.value)) : fact;

const soonestMended = (facts: readonly Fact<unknown>[]): Fact<never> => {
  const whys = new Set(facts.flatMap((fact) => (fact.known ? [] : [fact.why])));
  return unknown(UNKNOWN_REASONS.find((why) => whys.has(why)) ?? 'belum_ditanya');
};

/** Kleene conjunction: one known false decides; else one unknown leaves it unknown; the empty conjunction is true. */
export const and = (...facts: readonly Fact<boolean>[]): Fact<boolean> => {
  if (facts.some((fact) => fact.known && !fact.value)) return known(false);
  return facts.every((fact) => fact.known) ? known(true) : soonestMended(facts);
};

/** Kleene disjunction: one known true decides; else one unknown leaves it unknown; the empty disjunction is false. */
export const or = (...facts: readonly Fact<boolean>[]): Fact<boolean> => {
  if (facts.some((fact) => fact.known && fact.value)) return known(true);
  return facts.every((fact) => fact.known) ? known(false) : soonestMended(facts);
};

/** Kleene negation. */
export const not = (fact: Fact<boolean>): Fact<boolean> => mapFact(fact, (value) => !value);
