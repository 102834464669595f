import { costOf } from './money.ts';
import { takesPlace } from './outcome.ts';
import type { Decision, Programme } from './programme.ts';
import type { ProgrammeResult, Run } from './run.ts';
import { runProgrammes } from './run.ts';

/** What a change does to one programme: who comes in (or gets a held place), who goes out, and the money of each. */
export type Change = {
  programme: string;
  entered: Int32Array;
  left: Int32Array;
  rupiahIn: bigint;
  rupiahOut: bigint;
  /** Per area of the snapshot, in its order: how many more (or fewer) families. */
  byArea: Int32Array;
};

const rupiahOf = (result: ProgrammeResult, families: Int32Array): bigint =>
  result.costs.kind === 'same'
    ? result.costs.amount * BigInt(families.length)
    : families.reduce((sum, f) => sum + costOf(result.costs, f), 0n);

const compareResults = (run: Run, before: ProgrammeResult, after: ProgrammeResult): Change => {
  const [entered, left]: [number[], number[]] = [[], []];
  const byArea = new Int32Array(run.snapshot.areas.length);
  const [old, now] = [before.selection.outcome, after.selection.outcome];
  if (old !== now)
    for (let f = 0; f < now.length; f++) {
      const [was, is] = [takesPlace(old[f]!), takesPlace(now[f]!)];
      if (was === is) continue;
      (is ? entered : left).push(f);
      byArea[run.snapshot.area[f]!]! += is ? 1 : -1;
    }
  const lists = { entered: Int32Array.from(entered), left: Int32Array.from(left) };
  return {
    programme: after.programme.id,
    ...lists,
    rupiahIn: rupiahOf(after, lists.entered),
    rupiahOut: rupiahOf(before, lists.left),
    byArea,
  };
};

/**
 * Who comes in and who goes out, programme by programme; those that stand in both runs only. More money in one programme
 * can take a family out of another of its exclusive group, so a simulation shows all of it.
 * Throws RangeError for runs on different snapshots.
 */
export const compareRuns = (before: Run, after: Run): Change[] => {
  if (before.snapshot !== after.snapshot) throw new RangeError('runs on different snapshots cannot be compared');
  return after.results.flatMap((result) => {
    const old = before.results.find((r) => r.programme.id === result.programme.id);
    return old ? [compareResults(after, old, result)] : [];
  });
};

const withDecisions = (programme: Programme, decisions: readonly Decision[]): Programme => ({
  ...programme,
  decisions: [...programme.decisions, ...decisions],
  key: `${programme.key} ${JSON.stringify(decisions)}`,
});

/**
 * When families leave a programme: who would follow, by the same rules, quotas and money. A proposal only; a replacement
 * is in force with its decree. Gives ids in the order of the list.
 * Throws RangeError for a programme that is not in the run.
 */
export const proposeReplacements = (run: Run, programmeId: string, leaving: readonly string[]): string[] => {
  const place = run.set.programmes.findIndex((p) => p.id === programmeId);
  if (place < 0) throw new RangeError(`programme ${programmeId} is not in this run`);
  const decisions = leaving.map((family): Decision => ({ family, kind: 'keluarkan', reason: 'tempat kosong' }));
  const programmes = run.set.programmes.slice(0, place + 1);
  programmes[place] = withDecisions(programmes[place]!, decisions);
  const before: Run = {
    ...run,
    set: { ...run.set, programmes: run.set.programmes.slice(0, place + 1) },
    results: run.results.slice(0, place + 1),
  };
  const after = runProgrammes(run.snapshot, { ...run.set, programmes }, before);
  const entered = new Set(compareRuns(before, after).find((c) => c.programme === programmeId)!.entered);
  return [...after.results[place]!.selection.queue()].filter((f) => entered.has(f)).map((f) => run.snapshot.idAt(f));
};
