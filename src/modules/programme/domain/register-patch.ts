import { type Cells, type Column, NO, type Table } from '#engines/aturan/index.ts';
import { assemble, type Snapshot } from '#engines/targeting/index.ts';
import type { KeptRegister } from './register.ts';

/** Rows taken from the kept register (`fresh` false) or from the one just read. */
type Run = { fresh: boolean; from: number; to: number };

/** Runs of families in the order of ids: what is kept without the changed ones, and the changed ones as they are now. */
const familyRuns = (kept: Snapshot, changed: ReadonlySet<string>, fresh: Snapshot): Run[] => {
  const leaves = [...changed].flatMap((id) => kept.indexOf(id) ?? []).sort((a, b) => a - b);
  const runs: Run[] = [];
  let [at, leaving] = [0, 0];
  const keepUpTo = (end: number): void => {
    while (at < end) {
      const stop = leaving < leaves.length && leaves[leaving]! < end ? leaves[leaving]! : end;
      if (stop > at) runs.push({ fresh: false, from: at, to: stop });
      at = stop;
      if (stop < end) {
        at += 1;
        leaving += 1;
      }
    }
  };
  for (let f = 0; f < fresh.count; f += 1) {
    keepUpTo(placeBefore(kept, fresh.idAt(f)));
    runs.push({ fresh: true, from: f, to: f + 1 });
  }
  keepUpTo(kept.count);
  return runs;
};

/** How many families of the snapshot have a smaller id. */
const placeBefore = (snapshot: Snapshot, id: string): number => {
  let [low, high] = [0, snapshot.count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (snapshot.idAt(middle) < id) low = middle + 1;
    else high = middle;
  }
  return low;
};

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.to - run.from, 0);

const joinCells = <T extends Cells>(runs: readonly Run[], kept: T, fresh: T, rows: number): T => {
  const joined = new (kept.constructor as new (n: number) => T)(rows);
  let at = 0;
  for (const run of runs) {
    joined.set((run.fresh ? fresh : kept).subarray(run.from, run.to) as never, at);
    at += run.to - run.from;
  }
  return joined;
};

const joinTexts = (
  runs: readonly Run[],
  kept: (i: number) => string,
  fresh: (i: number) => string,
  rows: number,
): string[] => {
  const joined = new Array<string>(rows);
  let at = 0;
  for (const run of runs) {
    const read = run.fresh ? fresh : kept;
    for (let i = run.from; i < run.to; i += 1) joined[at++] = read(i);
  }
  return joined;
};

const joinTables = (runs: readonly Run[], kept: Table, fresh: Table): Table => {
  const rows = lengthOf(runs);
  const columns = [...kept.columns].map(([name, column]): [string, Column] => [
    name,
    { spec: column.spec, cells: joinCells(runs, column.cells, fresh.columns.get(name)!.cells, rows) },
  ]);
  return { rows, columns: new Map(columns) };
};

/** Both dictionaries of areas as one, in order, and the place of each family's area in it. */
const joinAreas = (runs: readonly Run[], kept: Snapshot, fresh: Snapshot) => {
  const areas = [...new Set([...kept.areas, ...fresh.areas])].sort();
  const places = new Map(areas.map((code, i) => [code, i]));
  const of = (snapshot: Snapshot) => Int32Array.from(snapshot.area, (a) => places.get(snapshot.areas[a]!)!);
  return { areas, area: joinCells(runs, of(kept), of(fresh), lengthOf(runs)) };
};

const joinMembers = (runs: readonly Run[], kept: KeptRegister, fresh: KeptRegister, families: number) => {
  const memberRuns = runs.map(({ fresh: isFresh, from, to }) => {
    const { memberStart } = (isFresh ? fresh : kept).snapshot;
    return { fresh: isFresh, from: memberStart[from]!, to: memberStart[to]! };
  });
  const memberStart = new Int32Array(families + 1);
  const memberFamily = new Int32Array(lengthOf(memberRuns));
  let [family, member] = [0, 0];
  for (const { fresh: isFresh, from, to } of runs) {
    const starts = (isFresh ? fresh : kept).snapshot.memberStart;
    for (let f = from; f < to; f += 1) {
      const size = starts[f + 1]! - starts[f]!;
      memberFamily.fill(family, member, member + size);
      member += size;
      memberStart[++family] = member;
    }
  }
  return {
    member: joinTables(memberRuns, kept.snapshot.tables.member, fresh.snapshot.tables.member),
    memberStart,
    memberFamily,
    memberIds: joinTexts(
      memberRuns,
      (i) => kept.memberIds[i]!,
      (i) => fresh.memberIds[i]!,
      memberFamily.length,
    ),
  };
};

const without = <T>(kept: ReadonlyMap<string, T>, changed: ReadonlySet<string>, fresh: ReadonlyMap<string, T>) =>
  new Map([...[...kept].filter(([id]) => !changed.has(id)), ...fresh]);

/**
 * The register after some of its families were read again: everything else is copied, column by column.
 * @param changed ids that may have changed; those not in `fresh` are gone or out of sight
 * @param fresh a register of the changed families only, read with the same columns on the same day
 */
export const patchRegister = (kept: KeptRegister, changed: ReadonlySet<string>, fresh: KeptRegister): KeptRegister => {
  const runs = familyRuns(kept.snapshot, changed, fresh.snapshot);
  const count = lengthOf(runs);
  const { memberIds, ...members } = joinMembers(runs, kept, fresh, count);
  const emptyFamilies = new Set([...[...kept.emptyFamilies].filter((id) => !changed.has(id)), ...fresh.emptyFamilies]);
  return {
    id: fresh.id,
    at: fresh.at,
    today: fresh.today,
    snapshot: assemble({
      schema: kept.snapshot.schema,
      ids: joinTexts(runs, kept.snapshot.idAt, fresh.snapshot.idAt, count),
      ...joinAreas(runs, kept.snapshot, fresh.snapshot),
      score: joinCells(runs, kept.snapshot.score, fresh.snapshot.score, count),
      scoreDecimals: kept.snapshot.scoreDecimals,
      family: joinTables(runs, kept.snapshot.tables.family, fresh.snapshot.tables.family),
      ...members,
    }),
    desaIds: joinCells(runs, Int32Array.from(kept.desaIds), Int32Array.from(fresh.desaIds), count),
    localScores: joinCells(runs, kept.localScores, fresh.localScores, count),
    memberIds,
    withoutMembers: emptyFamilies.size,
    emptyFamilies,
    awards: without(kept.awards, changed, fresh.awards),
  };
};

const seen = new WeakMap<KeptRegister, Map<string, KeptRegister>>();

/** The register as one programme reads it: its own award does not count as another programme's. */
export const registerFor = (register: KeptRegister, programmeId: string): KeptRegister => {
  const known = seen.get(register) ?? new Map<string, KeptRegister>();
  seen.set(register, known);
  const own = [...register.awards].filter(([, ids]) => ids.every((id) => id === programmeId)).map(([family]) => family);
  if (own.length === 0) return register;
  const made = known.get(programmeId) ?? withoutAwards(register, own);
  known.set(programmeId, made);
  return made;
};

const withoutAwards = (register: KeptRegister, families: readonly string[]): KeptRegister => {
  const { snapshot } = register;
  const { family } = snapshot.tables;
  const column = family.columns.get('menerima_program_daerah')!;
  const cells = column.cells.slice();
  for (const id of families) cells[snapshot.indexOf(id)!] = NO;
  const columns = new Map(family.columns).set('menerima_program_daerah', { spec: column.spec, cells });
  return {
    ...register,
    snapshot: {
      ...snapshot,
      tables: { ...snapshot.tables, family: { rows: family.rows, columns } },
      memory: new Map(),
    },
  };
};
