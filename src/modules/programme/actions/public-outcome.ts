import type { Context } from '#platform/db/context.ts';
import type { Place } from '../domain/compute.ts';
import { isKeptOut, placeSentence, publicReason } from '../domain/public-words.ts';
import { listOutcomeRows, type OutcomeRow } from '../sql/outcome.ts';

/** What a citizen reads about one programme: never a desil, never a NIK, no fact but those she gave herself. */
export type PublicOutcome = {
  programme: string;
  place: Place;
  sentence: string;
  reasons: string[];
  reserveNo: number | null;
  heldUntil: string | null;
};

const verdictOf = (row: OutcomeRow): 'ya' | 'tidak' | 'belum' =>
  row.reasons.some((r) => r.v === 'tidak') ? 'tidak' : row.reasons.length > 0 ? 'belum' : 'ya';

/**
 * The outcome of local programmes for the proposal whose receipt opened this transaction (Occasion.receipt); empty while no list in
 * force names the family, and always for receipts of objections and reports about others.
 */
export const publicOutcome = async (ctx: Context): Promise<PublicOutcome[]> =>
  (await listOutcomeRows(ctx)).map((row) => {
    const verdict = verdictOf(row);
    const hasLeft = row.leftBy !== null;
    const place = {
      ...row,
      verdict,
      decree: row.decreeNumber && row.decreeOn ? { number: row.decreeNumber, on: row.decreeOn } : null,
    };
    const shown = row.reasons.filter((r) => verdict !== 'tidak' || r.v === 'tidak');
    const sentences = shown.flatMap(({ no, v }) => {
      const written = row.rules[no - 1];
      return written ? [publicReason(written, v, row.given)] : [];
    });
    return {
      programme: row.programme,
      place: row.place,
      sentence: placeSentence(place),
      reasons: hasLeft || isKeptOut(place) ? [] : [...new Set(sentences)],
      reserveNo: hasLeft ? null : row.reserveNo,
      heldUntil: hasLeft ? null : row.heldUntil,
    };
  });
