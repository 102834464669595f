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
import { exclusiveBinding, exclusiveReason } from './exclusive.ts';
import { type Register, snapshotRankedBy } from './register.ts';
import { type LeftOut, NO_DESIL, PROGRAMME, type SelectionWanted, selectionFile } from './selection-file.ts';
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
  /** Families left out because they already receive the named programme of the same group. */
  exclusive: ReadonlyMap<number, string>;
};

const PLACES = new Map<number, Place>([
  [OUTCOME.held, 'ditahan'],
  [OUTCOME.reserve, 'cadangan'],
]);

type LeftOutBy = Pick<Computed, 'withoutDesil' | 'exclusive'>;
const NOBODY: LeftOutBy = { withoutDesil: new Set(), exclusive: new Map() };

const complete = (file: Record<string, unknown>, snapshot: Snapshot, leftOut: LeftOutBy = NOBODY): Computed => {
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
    ...leftOut,
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

/** Families that may be eligible and receive another programme of the group; what officers decided about a family comes first. */
const findExclusive = (snapshot: Snapshot, wanted: SelectionWanted, result: ProgrammeResult): Map<number, string> => {
  const decided = new Set(wanted.decisions.filter((d) => d.kind !== 'jangan_tahan').map((d) => d.familyId));
  return new Map(
    wanted.otherAwards.flatMap(({ familyId, programme }) => {
      const f = snapshot.indexOf(familyId);
      return f === undefined || decided.has(familyId) || result.judged.verdict[f] === 0
        ? []
        : [[f, programme] as const];
    }),
  );
};

/** Computes the list of a programme on a register. Throws the engine's InputProblem for terms that cannot be used. */
export const computeList = (register: Register, wanted: SelectionWanted): Computed => {
  const { terms, otherAwards } = wanted;
  const snapshot = snapshotRankedBy(register, terms.rankBy);
  const file = selectionFile(wanted, []);
  const needsDesil = terms.unknownPolicy === 'kecualikan_dengan_tugas';
  if (!needsDesil && otherAwards.length === 0) return complete(file, snapshot);
  const first = getResult(runProgrammes(snapshot, readProgrammes(file)), PROGRAMME);
  const exclusive = findExclusive(snapshot, wanted, first);
  const without = needsDesil ? findWithoutDesil(snapshot, wanted, first).filter((f) => !exclusive.has(f)) : [];
  const leftOut: LeftOut[] = [
    ...without.map((f) => ({ family: snapshot.idAt(f), reason: NO_DESIL })),
    ...[...exclusive].map(([f, programme]) => ({ family: snapshot.idAt(f), reason: exclusiveReason(programme) })),
  ];
  if (leftOut.length === 0) return complete(file, snapshot);
  return complete(selectionFile(wanted, leftOut), snapshot, { withoutDesil: new Set(without), exclusive });
};

/** The same from a frozen file and snapshot. */
export const recompute = (file: Record<string, unknown>, snapshot: Snapshot): Computed => complete(file, snapshot);

/** What bound a family's place, with what the terms themselves leave out told apart from what officers decided. */
export const bindingOf = ({ withoutDesil, exclusive, line }: Computed, family: number): string => {
  const other = exclusive.get(family);
  if (other !== undefined) return exclusiveBinding(other);
  return withoutDesil.has(family) ? 'tanpa_desil' : line(family).binding;
};

export const takesMoney = (place: Place): boolean => place === 'masuk' || place === 'ditahan';
