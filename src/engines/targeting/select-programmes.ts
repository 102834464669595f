import { type Line, linesOf } from './lines.ts';
import { readProgrammes } from './read-programmes.ts';
import { type Run, runProgrammes } from './run.ts';
import { buildSnapshot, type FamilyInput, type MemberInput } from './snapshot.ts';

/** Small in-memory tables; `programmes` is the contents of programmes.json (or the same object made by code). */
export type SelectProgrammesInput = {
  families: Iterable<FamilyInput>;
  members?: Iterable<MemberInput>;
  programmes: unknown;
};
export type SelectedProgrammes = { run: Run; lines: readonly Line[]; warnings: readonly string[] };

/**
 * Everything in one call: reads and checks the programmes, freezes the tables, selects, and gives every family's line in
 * every programme (programmes in their order, families by id). Throws InputProblem for programmes that cannot be used and
 * RangeError for rows that do not fit the schema.
 */
export const selectProgrammes = (input: SelectProgrammesInput): SelectedProgrammes => {
  const set = readProgrammes(input.programmes);
  const run = runProgrammes(buildSnapshot(set.schema, input.families, input.members), set);
  const lines = set.programmes.flatMap(({ id }) => {
    const line = linesOf(run, id);
    return Array.from({ length: run.snapshot.count }, (_, f) => line(f));
  });
  return { run, lines, warnings: set.warnings };
};
