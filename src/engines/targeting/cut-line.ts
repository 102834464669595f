import { evaluateColumn, valueAt } from '#engines/aturan/index.ts';
import { liesIn } from './areas.ts';
import { type Line, linesOf } from './lines.ts';
import { rankedScore } from './order.ts';
import { OUTCOME } from './outcome.ts';
import type { ProgrammeResult, Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';

/** The last family admitted on the list, in the whole programme or within one area. */
export type CutLine = Pick<Line, 'tier' | 'score' | 'ticket' | 'family' | 'rank'>;

const lastAdmitted = (
  snapshot: Snapshot,
  { selection }: ProgrammeResult,
  area: string | undefined,
): number | undefined => {
  const inside = area === undefined ? undefined : snapshot.areas.map((code) => liesIn(code, area));
  const queue = selection.queue();
  for (let k = queue.length - 1; k >= 0; k--) {
    const f = queue[k]!;
    if (selection.outcome[f] === OUTCOME.admitted && (!inside || inside[snapshot.area[f]!])) return f;
  }
  return undefined;
};

const lasts = new WeakMap<ProgrammeResult, Map<string | undefined, number | undefined>>();

const rememberedLast = (snapshot: Snapshot, result: ProgrammeResult, area: string | undefined): number | undefined => {
  const known = lasts.get(result) ?? new Map<string | undefined, number | undefined>();
  lasts.set(result, known);
  if (!known.has(area)) known.set(area, lastAdmitted(snapshot, result, area));
  return known.get(area);
};

/** Undefined when nobody was admitted on the list (there), or nobody was left out. */
export const findCutLine = (run: Run, programmeId: string, area?: string): CutLine | undefined => {
  const result = run.results.find((r) => r.programme.id === programmeId);
  const family = result && rememberedLast(run.snapshot, result, area);
  if (family === undefined) return undefined;
  const { tier, score, ticket, family: id, rank } = linesOf(run, programmeId)(family);
  return { tier, score, ticket, family: id, rank };
};

type Alike = (left: number, right: number) => boolean;

/** True for families that the declared order cannot part: same tier, score and tie order, only the id differs. */
const alikeIn = (snapshot: Snapshot, { programme, judged }: ProgrammeResult): Alike => {
  const keys = programme.tieOrder.map((key): ((f: number) => unknown) => {
    if (key.kind === 'column') return (f) => valueAt(snapshot.tables.family.columns.get(key.column)!, f);
    const truth = evaluateColumn(snapshot.tables, key.rule);
    return (f) => truth[f];
  });
  return (left, right) =>
    judged.tier?.[left] === judged.tier?.[right] &&
    rankedScore(snapshot, programme, left) === rankedScore(snapshot, programme, right) &&
    keys.every((key) => key(left) === key(right));
};

/** Limits a family counts against, and -1 for the programme's own money and number. */
const limitsOf = ({ tree }: ProgrammeResult, area: number): number[] =>
  tree ? [-1, ...tree.chain.subarray(tree.start[area]!, tree.start[area + 1]!)] : [-1];

/** Per limit that parts two families of equal standing: one of the two. */
const listPartedTies = (snapshot: Snapshot, result: ProgrammeResult, alike: Alike): Map<number, number> => {
  const { outcome, binding } = result.selection;
  const [lastIn, seen, parted] = [new Map<number, number>(), new Set<number>(), new Map<number, number>()];
  for (const f of result.selection.queue()) {
    if (outcome[f] === OUTCOME.admitted) for (const limit of limitsOf(result, snapshot.area[f]!)) lastIn.set(limit, f);
    if (outcome[f] !== OUTCOME.quota && outcome[f] !== OUTCOME.reserve) continue;
    const limit = outcome[f] === OUTCOME.quota ? binding[f]! : -1;
    const last = lastIn.get(limit);
    if (!seen.has(limit) && last !== undefined && alike(last, f)) parted.set(limit, f);
    seen.add(limit);
  }
  return parted;
};

const LISTED: ReadonlySet<number> = new Set([OUTCOME.admitted, OUTCOME.reserve, OUTCOME.quota]);

/**
 * How many families of equal standing the cut lines (of the programme and of full areas) part, so that only their id
 * decided; 0 when none, or when a lottery decides among equals.
 */
export const countTiesAtCut = (snapshot: Snapshot, result: ProgrammeResult): number => {
  if (result.programme.lottery) return 0;
  const alike = alikeIn(snapshot, result);
  const parted = listPartedTies(snapshot, result, alike);
  if (parted.size === 0) return 0;
  let count = 0;
  for (const f of result.selection.queue()) {
    if (!LISTED.has(result.selection.outcome[f]!)) continue;
    const tied = limitsOf(result, snapshot.area[f]!).some((limit) => {
      const one = parted.get(limit);
      return one !== undefined && alike(one, f);
    });
    if (tied) count++;
  }
  return count;
};
