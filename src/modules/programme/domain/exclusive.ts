/** A family with an award in force this year in another programme of the same group; `programme` is that programme with its year. */
export type OtherAward = { familyId: string; programme: string };

/** A group of programmes that may not be received together: lower-case letters, digits and underscores. */
export const EXCLUSIVE_GROUP = /^[a-z0-9_]{1,40}$/;

const WORD = 'rangkap:';

/** What bound the place of a family that already receives `programme`, as it is kept with the row of a list. */
export const exclusiveBinding = (programme: string): string => `${WORD}${programme}`;

/** The programme a family already receives, when that is what bound its place. */
export const exclusiveProgramme = (binding: string): string | undefined =>
  binding.startsWith(WORD) ? binding.slice(WORD.length) : undefined;

/** The reason as it is frozen with the inputs of a list. */
export const exclusiveReason = (programme: string): string => `sudah menerima ${programme}, yang tidak boleh dirangkap`;
