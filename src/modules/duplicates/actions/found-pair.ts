import type { OnlineCandidate } from '../domain/online-state.ts';
import type { FoundPair } from '../sql/pairs.ts';

/** The sentence with what to do: nothing is decided by it. */
export const advised = (sentence: string): string =>
  sentence.includes('Bandingkan') ? sentence : `${sentence} Bandingkan dulu.`;

/** The pair of somebody of the register and a candidate for her, as it is kept. */
export const foundPairOf = (personId: string, found: OnlineCandidate, id: string): FoundPair => {
  const [a, b] = [personId, found.id].sort() as [string, string];
  return {
    ...{ id, person_a: a, person_b: b, band: found.band, score: found.weight, weights: found.comparisons },
    sentence: advised(found.sentence),
  };
};
