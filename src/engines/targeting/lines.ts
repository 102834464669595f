import { findDecidingRows, type Ternary, verdictWord, YES } from '#engines/aturan/index.ts';
import { rankedScore, scoreText, ticketsOf } from './order.ts';
import { isAdmitted, OUTCOME } from './outcome.ts';
import { ranksOf } from './ranks.ts';
import { recipientTruth } from './recipients.ts';
import type { ProgrammeResult, Run } from './run.ts';

/** One family's line in one programme, as selection.csv and the pages show it. */
export type Line = {
  programme: string;
  family: string;
  verdict: 'ya' | 'tidak' | 'belum';
  /** 0 = first. Of an unknown family: the best it may have. */
  tier: number;
  score: string | undefined;
  rank: number | undefined;
  rankInArea: number | undefined;
  ticket: string;
  admitted: 'ya' | 'tidak' | 'ditahan';
  /** Number on the reserve list, from 1. */
  reserve: number | undefined;
  heldUntil: string | undefined;
  /** What decided: `syarat:2`, `pagu`, `jumlah`, `kuota:36.71.01`, `eksklusif:pkh`, `tahan`, `skor`, `belum:3`, `keputusan`, … ; empty when admitted on the list. */
  binding: string;
};

const orNone = (value: number): number | undefined => (value > 0 ? value : undefined);

/** Word for what decided about a family; see docs/engines/targeting.md for the list. */
const bindingOf = (run: Run, result: ProgrammeResult, family: number, row: number, unscored: boolean): string => {
  const { outcome, binding, closedBy } = result.selection;
  const no = result.programme.rows[row]?.no;
  switch (outcome[family]) {
    case OUTCOME.out:
      return `syarat:${no ?? ''}`;
    case OUTCOME.reserve:
      return closedBy ?? 'pagu';
    case OUTCOME.quota:
      return `kuota:${result.tree!.nodes[binding[family]!]!.code}`;
    case OUTCOME.excluded:
      return `eksklusif:${run.set.programmes[binding[family]!]!.id}`;
    case OUTCOME.held:
    case OUTCOME.open:
    case OUTCOME.closed:
    case OUTCOME.waiting:
    case OUTCOME.lapsed:
      return unknownBinding(run, result, family, no, unscored);
    case OUTCOME.removed:
    case OUTCOME.added:
      return 'keputusan';
    case OUTCOME.floor:
      return 'jaminan';
    default:
      return '';
  }
};

const unknownBinding = (
  run: Run,
  result: ProgrammeResult,
  family: number,
  no: number | undefined,
  unscored: boolean,
): string => {
  if (no !== undefined) return `belum:${no}`;
  const claim = result.claimed?.[family] ?? 0;
  if ((claim & 1) === 1) return `eksklusif:${run.set.programmes[(claim >> 1) - 1]!.id}`;
  return unscored ? 'skor' : 'tier';
};

/** The tier a family stands in: its own when sure, else the best it may have. */
const tierOf = ({ judged }: ProgrammeResult, family: number, unscored: boolean): number => {
  if (!judged.tier || !judged.bestTier) return 0;
  return judged.verdict[family] === YES && !unscored ? judged.tier[family]! : judged.bestTier[family]!;
};

/** A function that gives any family's line in a programme; the first call for a result costs one pass over the register. */
export const linesOf = (run: Run, programmeId: string): ((family: number) => Line) => {
  const result = getResult(run, programmeId);
  const line = known.get(result) ?? makeLines(run, result);
  known.set(result, line);
  return line;
};

const known = new WeakMap<ProgrammeResult, (family: number) => Line>();

const makeLines = (run: Run, result: ProgrammeResult): ((family: number) => Line) => {
  const { snapshot } = run;
  const { programme, judged, selection } = result;
  const ranks = ranksOf(snapshot, result);
  const ticket = ticketsOf(snapshot, programme);
  const recipients = new Map(result.upstream.map((r) => [r.programme.id, recipientTruth(r)]));
  const deciding = findDecidingRows({ ...snapshot.tables, recipients }, programme.rows);
  return (family) => {
    const outcome = selection.outcome[family]!;
    const score = rankedScore(snapshot, programme, family);
    return {
      programme: programme.id,
      family: snapshot.idAt(family),
      verdict: verdictWord(judged.verdict[family] as Ternary),
      tier: tierOf(result, family, score === undefined),
      score: score === undefined ? undefined : scoreText(snapshot, programme, score),
      rank: orNone(ranks.rank[family]!),
      rankInArea: orNone(ranks.inArea[family]!),
      ticket: ticket(family),
      admitted: isAdmitted(outcome) ? 'ya' : outcome === OUTCOME.held ? 'ditahan' : 'tidak',
      reserve: orNone(ranks.reserve[family]!),
      heldUntil: outcome === OUTCOME.held ? programme.hold?.until : undefined,
      binding: bindingOf(run, result, family, deciding[family]!, score === undefined),
    };
  };
};

/** The result of a programme; throws RangeError for an id that is not in the run. */
export const getResult = (run: Run, programmeId: string): ProgrammeResult => {
  const result = run.results.find((r) => r.programme.id === programmeId);
  if (!result) throw new RangeError(`programme ${programmeId} is not in this run`);
  return result;
};
