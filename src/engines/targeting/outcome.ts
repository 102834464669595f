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

/** 1 = admitted, 2 = held, 0 = neither, by outcome: one look-up in loops over whole registers. */
export const PLACE = Uint8Array.from({ length: 256 }, (_, o) =>
  o === OUTCOME.admitted || o === OUTCOME.floor || o === OUTCOME.added ? 1 : o === OUTCOME.held ? 2 : 0,
);

export const isAdmitted = (outcome: number): boolean => PLACE[outcome] === 1;

/** Takes money and a place: admitted or held. */
export const takesPlace = (outcome: number): boolean => PLACE[outcome]! > 0;

/** Stands on the list: has a rank of its own. */
export const isRanked = (outcome: number): boolean =>
  takesPlace(outcome) || outcome === OUTCOME.reserve || outcome === OUTCOME.quota || outcome === OUTCOME.excluded;
