import { evaluateColumn, unknownCell } from '#engines/aturan/index.ts';
import {
  getResult,
  isAdmitted,
  type Line,
  linesOf,
  OUTCOME,
  type ProgrammeReport,
  type ProgrammeResult,
  type Run,
  readProgrammes,
  reportOf,
  runProgrammes,
  type Snapshot,
} from '#engines/targeting/index.ts';
import { type Register, snapshotRankedBy } from './register.ts';
import { PROGRAMME, type SelectionWanted, selectionFile } from './selection-file.ts';
import { rowReadsDesil } from './unknown-desil.ts';

export type Place = 'masuk' | 'ditahan' | 'cadangan' | 'tidak';

/** A computed list. `file` and `snapshot` are all it depends on. */
export type Computed = {
  file: Record<string, unknown>;
  snapshot: Snapshot;
  run: Run;
  result: ProgrammeResult;
  report: ProgrammeReport;
  resultHash: string;
  line: (family: number) => Line;
  place: (family: number) => Place;
  /** Families that are not surely out, in the order of the list. */
  queue: Int32Array;
  /** Families left out with a task because their desil is unknown. */
  withoutDesil: ReadonlySet<number>;
};

const PLACES = new Map<number, Place>([
  [OUTCOME.held, 'ditahan'],
  [OUTCOME.reserve, 'cadangan'],
]);

const complete = (file: Record<string, unknown>, snapshot: Snapshot, withoutDesil: ReadonlySet<number>): Computed => {
  const run = runProgrammes(snapshot, readProgrammes(file));
  const result = getResult(run, PROGRAMME);
  const report = reportOf(run);
  const { outcome } = result.selection;
  return {
    file,
    snapshot,
    run,
    result,
    report: report.programmes[0]!,
    resultHash: report.resultHash,
    line: linesOf(run, PROGRAMME),
    place: (f) => (isAdmitted(outcome[f]!) ? 'masuk' : (PLACES.get(outcome[f]!) ?? 'tidak')),
    queue: result.selection.queue(),
    withoutDesil,
  };
};

/** Undecided families whose undecided row, or whose place in the order, rests on a desil nobody has given. */
const findWithoutDesil = (snapshot: Snapshot, wanted: SelectionWanted, result: ProgrammeResult): number[] => {
  const { cells } = snapshot.tables.family.columns.get('desil')!;
  const unknown = unknownCell(cells);
  const open = result.programme.rows
    .filter((row) => row.kind !== 'prioritas' && rowReadsDesil(row.rule))
    .map((row) => evaluateColumn(snapshot.tables, row.rule));
  const ordered = wanted.terms.rankBy.by === 'desil';
  const found: number[] = [];
  for (let f = 0; f < snapshot.count; f++) {
    if (cells[f] !== unknown || result.judged.verdict[f] === 0) continue;
    if (ordered || open.some((truth) => truth[f] === 1)) found.push(f);
  }
  return found;
};

/** Computes the list of a programme on a register. Throws the engine's InputProblem for terms that cannot be used. */
export const computeList = (register: Register, wanted: SelectionWanted): Computed => {
  const { terms } = wanted;
  const snapshot = snapshotRankedBy(register, terms.rankBy);
  const file = selectionFile(wanted, []);
  if (terms.unknownPolicy === 'nilai_sembilan_kriteria') return complete(file, snapshot, new Set());
  const first = runProgrammes(snapshot, readProgrammes(file));
  const without = findWithoutDesil(snapshot, wanted, getResult(first, PROGRAMME));
  if (without.length === 0) return complete(file, snapshot, new Set());
  return complete(selectionFile(wanted, without.map(snapshot.idAt)), snapshot, new Set(without));
};

/** The same from a frozen file and snapshot. */
export const recompute = (file: Record<string, unknown>, snapshot: Snapshot): Computed =>
  complete(file, snapshot, new Set());

export const takesMoney = (place: Place): boolean => place === 'masuk' || place === 'ditahan';
