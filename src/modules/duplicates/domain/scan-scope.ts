/** Above this share of the register, or this many people, reading everybody anew is quicker than asking for each who changed. */
const MOST_SHARE = 0.1;
const MOST_PEOPLE = 20_000;

/**
 * Whether a look need only be at those who changed since the last one. Not when there was none, when something changed that concerns
 * everybody (`changed` undefined), when another model compares now, or when so many changed that everybody is quicker.
 */
export const isChangedEnough = (
  last: { modelId: string | null } | undefined,
  now: { modelId: string | null; changed: number | undefined; persons: number },
): boolean =>
  last !== undefined &&
  last.modelId === now.modelId &&
  now.changed !== undefined &&
  now.changed <= MOST_PEOPLE &&
  now.changed <= now.persons * MOST_SHARE;
