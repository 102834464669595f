/** What became of one family in one programme. */
export const OUTCOME = {
  /** Does not meet the rows. */
  out: 0,
  admitted: 1,
  /** Its place is kept until a date: its eligibility or its position is not known yet. */
  held: 2,
  /** Next in line when money or number rises. */
  reserve: 3,
  /** The quota of an area is full. */
  quota: 4,
  /** Receives another programme of the same exclusive group. */
  excluded: 5,
  /** Unknown, and could still enter at its best: stands in the way of confirming the list. */
  open: 6,
  /** Unknown, and could not enter even at its best. */
  closed: 7,
  /** Taken out by an officer's decision. */
  removed: 8,
  /** Unknown; its held place has lapsed, or an officer has ruled it out with a reason. */
  lapsed: 9,
  /** Admitted on the floor of its area, below the general cut. */
  floor: 10,
  /** Admitted by an officer's decision. */
  added: 11,
  /** Unknown, below the present cut: its place would be held if the money rose. */
  waiting: 12,
} as const;
export type Outcome = (typeof OUTCOME)[keyof typeof OUTCOME];

export const isAdmitted = (outcome: number): boolean =>
  outcome === OUTCOME.admitted || outcome === OUTCOME.floor || outcome === OUTCOME.added;

/** Takes money and a place: admitted or held. */
export const takesPlace = (outcome: number): boolean => isAdmitted(outcome) || outcome === OUTCOME.held;

/** Stands on the list: has a rank of its own. */
export const isRanked = (outcome: number): boolean =>
  takesPlace(outcome) || outcome === OUTCOME.reserve || outcome === OUTCOME.quota || outcome === OUTCOME.excluded;
