import type { QuotaTree } from './areas.ts';
import { OUTCOME } from './outcome.ts';
import type { Pass, Selection, SelectionInput } from './select.ts';

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

const MOST = 2_147_483_647;

/**
 * Limits of every area as rows of equal length, outermost first, filled up with one more limit that never binds, so that
 * the inner loop needs no bounds of its own.
 */
const padChains = ({ nodes, start, chain, caps }: QuotaTree) => {
  const areas = start.length - 1;
  let width = 1;
  for (let a = 0; a < areas; a++) width = Math.max(width, start[a + 1]! - start[a]!);
  const rows = new Int32Array(areas * width).fill(nodes.length);
  for (let a = 0; a < areas; a++) rows.set(chain.subarray(start[a]!, start[a + 1]!), a * width);
  return {
    width,
    rows,
    caps: Int32Array.from([...caps, MOST], (cap) => Math.min(cap, MOST)),
    counts: new Int32Array(nodes.length + 1),
  };
};

/** Outcome by what was presumed, whether every limit has room, and whether a place is left: [presumed * 4 + room * 2 + left]. */
const WITH_QUOTA = Uint8Array.from({ length: 1024 }, (_, i) => {
  const [presumed, room, left] = [i >> 2, (i & 2) !== 0, (i & 1) !== 0];
  if (presumed === OUTCOME.reserve && !room) return OUTCOME.quota;
  if (presumed === OUTCOME.waiting && !room) return OUTCOME.closed;
  return room && left ? IN_TURN[presumed]! : presumed;
});

/** The outermost full limit of an area; called only when there is one. */
const firstFull = (rows: Int32Array, from: number, counts: Int32Array, caps: Int32Array): number => {
  let i = from;
  while (counts[rows[i]!]! < caps[rows[i]!]!) i++;
  return rows[i]!;
};

type Padded = ReturnType<typeof padChains>;
type Span = { from: number; to: number; taken: number };

/**
 * One stretch of the list; gives how many have taken a place so far. Called stretch by stretch: a function that is called
 * often is compiled whole, while one endless call is compiled around its inner loops and runs four times as long.
 */
const goThrough = (input: SelectionInput, selection: Selection, padded: Padded, places: number, span: Span): number => {
  const { line, area } = input;
  const { outcome, binding } = selection;
  const { width, rows, caps, counts } = padded;
  let { taken } = span;
  for (let k = span.from; k < span.to; k++) {
    const f = line[k]!;
    const presumed = outcome[f]!;
    if (presumed === OUTCOME.out) continue;
    const from = area[f]! * width;
    let room = 1;
    for (let i = from; i < from + width; i++) room &= (counts[rows[i]!]! - caps[rows[i]!]!) >>> 31;
    const competes = TAKES_PLACE[presumed]!;
    outcome[f] = WITH_QUOTA[(presumed << 2) | (room << 1) | ((taken - places) >>> 31)]!;
    const takes = competes & room;
    taken += takes;
    for (let i = from; i < from + width; i++) counts[rows[i]!]! += takes;
    if (competes > room) binding[f] = firstFull(rows, from, counts, caps);
  }
  return taken;
};

const STRETCH = 4096;

/** With quotas the whole list is gone through, since they are counted on after the close. */
export const takeQuotaTurns = (pass: Pass, tree: QuotaTree): void => {
  const { input, result, purse } = pass;
  presume(pass);
  const padded = padChains(tree);
  const places = Math.min(purse.places, MOST);
  const { length } = input.line;
  let taken = 0;
  for (let from = 0; from < length; from += STRETCH)
    taken = goThrough(input, result, padded, places, { from, to: Math.min(length, from + STRETCH), taken });
  if (taken > purse.places) result.closedBy = purse.closer;
};
