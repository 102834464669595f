import { YES } from '#engines/aturan/index.ts';
import type { QuotaTree } from './areas.ts';
import { OUTCOME } from './outcome.ts';
import type { Pass } from './select.ts';

/*
 * The list in tight loops, for the usual case: equal benefits, nobody marked, no place set aside. A property test holds
 * them to the general turn. Over a million families a wrongly guessed branch costs more than the look-up it saves.
 */

/** What becomes of everyone whose turn does not come before the close, from the facts alone, family by family. */
const presume = ({ input, result }: Pass): void => {
  const { verdict, claimed, holding } = input;
  const { outcome, binding } = result;
  const unknown = holding === 'until' ? OUTCOME.waiting : holding === 'no' ? OUTCOME.closed : OUTCOME.lapsed;
  const presumed = Uint8Array.of(OUTCOME.out, unknown, 0, OUTCOME.reserve);
  for (let f = 0; f < outcome.length; f++) outcome[f] = presumed[verdict[f]!]!;
  if (!claimed) return;
  for (let f = 0; f < outcome.length; f++) {
    const claim = claimed[f]!;
    if (claim === 0 || verdict[f] === 0) continue;
    outcome[f] = (claim & 1) === 0 ? OUTCOME.excluded : unknown;
    if ((claim & 1) === 0) binding[f] = (claim >> 1) - 1;
  }
};

/** What a presumed outcome turns into for those whose turn comes while there is room, and whether it takes a place. */
const IN_TURN = Uint8Array.from({ length: 256 }, (_, outcome) => outcome);
IN_TURN[OUTCOME.reserve] = OUTCOME.admitted;
IN_TURN[OUTCOME.waiting] = OUTCOME.held;
IN_TURN[OUTCOME.closed] = OUTCOME.open;
const TAKES_PLACE = new Uint8Array(256);
TAKES_PLACE[OUTCOME.reserve] = 1;
TAKES_PLACE[OUTCOME.waiting] = 1;

/** No quotas: everyone in turn until the places are gone; whoever is still waiting then shows that it was closed. */
export const takePlainTurns = (pass: Pass): void => {
  const { input, result, purse } = pass;
  const { line } = input;
  const { outcome } = result;
  presume(pass);
  const { places } = purse;
  let taken = 0;
  let k = 0;
  for (; k < line.length && taken < places; k++) {
    const f = line[k]!;
    const presumed = outcome[f]!;
    taken += TAKES_PLACE[presumed]!;
    outcome[f] = IN_TURN[presumed]!;
  }
  if (k < line.length && (outcome.includes(OUTCOME.reserve) || outcome.includes(OUTCOME.waiting)))
    result.closedBy = purse.closer;
};

/** With quotas the whole list is gone through, since they are counted on after the close; `general` takes unusual turns. */
export const takeQuotaTurns = (pass: Pass, tree: QuotaTree, general: (pass: Pass, family: number) => void): void => {
  const { input, result, purse, counts } = pass;
  const { line, verdict, claimed, area } = input;
  const { outcome, binding } = result;
  const { start, chain, caps } = tree;
  for (let k = 0; k < line.length; k++) {
    const f = line[k]!;
    const v = verdict[f]!;
    if (v === 0) continue;
    if (v !== YES || (claimed !== undefined && claimed[f] !== 0)) {
      general(pass, f);
      continue;
    }
    const from = start[area[f]!]!;
    const to = start[area[f]! + 1]!;
    let full = -1;
    for (let i = from; i < to && full < 0; i++) if (counts[chain[i]!]! >= caps[chain[i]!]!) full = chain[i]!;
    if (full >= 0) {
      outcome[f] = OUTCOME.quota;
      binding[f] = full;
      continue;
    }
    for (let i = from; i < to; i++) counts[chain[i]!]!++;
    if (result.closedBy === undefined && purse.places >= 1) {
      purse.places--;
      outcome[f] = OUTCOME.admitted;
    } else {
      result.closedBy ??= purse.closer;
      outcome[f] = OUTCOME.reserve;
    }
  }
};
