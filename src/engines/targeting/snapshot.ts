import {
  type Cells,
  type Column,
  emptyTable,
  encoderOf,
  type Schema,
  type Table,
  type Tables,
  type Value,
} from '#engines/aturan/index.ts';

/**
 * A frozen register in columns. Families stand in the order of their ids (by UTF-16 code units), members behind their
 * families, so the order in which rows arrived never reaches a result.
 */
export type Snapshot = {
  schema: Schema;
  count: number;
  idAt: (family: number) => string;
  indexOf: (id: string) => number | undefined;
  /** Distinct area codes, and per family its place in them. */
  areas: readonly string[];
  area: Int32Array | Uint16Array;
  /** Whole units of 10^-scoreDecimals; NaN = unknown. */
  score: Float64Array;
  scoreDecimals: number;
  /** `recipients` stays empty here; a run adds its own. */
  tables: Tables;
  /** Members of family f are memberStart[f] up to memberStart[f + 1]. */
  memberStart: Int32Array;
  /** Orders, judgements and costs already computed on this snapshot, by their canonical text. */
  memory: Map<string, unknown>;
};

export type FamilyInput = {
  id: string;
  area: string;
  score?: number | string | undefined;
  values: Readonly<Record<string, Value>>;
};
export type MemberInput = { family: string; values: Readonly<Record<string, Value>> };

const grown = (column: Column, rows: number): Column => {
  const cells = new (column.cells.constructor as new (n: number) => Cells)(rows);
  cells.set(column.cells as never);
  return { spec: column.spec, cells };
};

type Growing = {
  names: string[];
  columns: Column[];
  encoders: ((value: Value) => number)[];
  rows: number;
  capacity: number;
};

const newGrowing = (schema: Schema, scope: 'family' | 'member'): Growing => {
  const { columns } = emptyTable(schema[scope], 256);
  const list = [...columns.values()];
  return { names: [...columns.keys()], columns: list, encoders: list.map(encoderOf), rows: 0, capacity: 256 };
};

const addRow = (table: Growing, values: Readonly<Record<string, Value>>): void => {
  if (table.rows === table.capacity) {
    table.capacity *= 2;
    table.columns = table.columns.map((column) => grown(column, table.capacity));
  }
  const { names, columns, encoders, rows } = table;
  // A refused row leaves nothing behind that the next row would not overwrite: the count grows only at the end.
  for (let i = 0; i < names.length; i++) columns[i]!.cells[rows] = encoders[i]!(values[names[i]!]);
  table.rows++;
};

/** A score as digits and decimals; undefined when the text is not a plain decimal number. */
export const readScore = (text: string): { digits: number; decimals: number } | undefined => {
  const match = /^(-?\d+)(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  const decimals = (match[2] ?? '').length;
  const digits = Number(`${match[1]}${match[2] ?? ''}`);
  return Number.isSafeInteger(digits) ? { digits: digits === 0 ? 0 : digits, decimals } : undefined;
};

const gather = (table: Growing, from: Int32Array): Table => ({
  rows: table.rows,
  columns: new Map(
    table.columns.map((column, c) => {
      const cells = new (column.cells.constructor as new (n: number) => Cells)(table.rows);
      for (let i = 0; i < table.rows; i++) cells[i] = column.cells[from[i]!]!;
      return [table.names[c]!, { spec: column.spec, cells }];
    }),
  ),
});

/** Places of the rows once they are put in the order of their ids. */
const orderById = (ids: readonly string[]): Int32Array => {
  const places = Int32Array.from(ids, (_, i) => i);
  const sorted = ids.every((id, i) => i === 0 || ids[i - 1]! < id);
  return sorted ? places : places.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
};

export type SnapshotBuilder = {
  /** Throws RangeError for an id that was already added, a score that is no number, or a value outside its column. */
  addFamily: (family: FamilyInput) => void;
  /** Families first: throws RangeError when the family is not known. */
  addMember: (member: MemberInput) => void;
  has: (id: string) => boolean;
  finish: () => Snapshot;
};

type Scores = { digits: number[]; decimals: number[] };

const scaledScores = (scores: Scores, from: Int32Array): { score: Float64Array; scoreDecimals: number } => {
  const scoreDecimals = scores.decimals.reduce((most, d) => Math.max(most, d), 0);
  const score = Float64Array.from(from, (i) => scores.digits[i]! * 10 ** (scoreDecimals - scores.decimals[i]!));
  if (score.some((s) => !Number.isNaN(s) && !Number.isSafeInteger(s)))
    throw new RangeError('a score is too large for its decimals');
  return { score, scoreDecimals };
};

/** Collects families and members row by row into typed arrays. */
export const newSnapshotBuilder = (schema: Schema): SnapshotBuilder => {
  const [family, member] = [newGrowing(schema, 'family'), newGrowing(schema, 'member')];
  const [ids, area, owner]: [string[], number[], number[]] = [[], [], []];
  const places = new Map<string, number>();
  const areaCodes = new Map<string, number>();
  const scores: Scores = { digits: [], decimals: [] };
  const addFamily = (row: FamilyInput): void => {
    if (places.has(row.id)) throw new RangeError(`family ${row.id} was added twice`);
    const score =
      row.score === undefined || row.score === '' ? { digits: Number.NaN, decimals: 0 } : readScore(String(row.score));
    if (!score) throw new RangeError(`score of family ${row.id} is not a number with at most six decimals`);
    addRow(family, row.values);
    places.set(row.id, ids.length);
    ids.push(row.id);
    scores.digits.push(score.digits);
    scores.decimals.push(score.decimals);
    if (!areaCodes.has(row.area)) areaCodes.set(row.area, areaCodes.size);
    area.push(areaCodes.get(row.area)!);
  };
  const addMember = (row: MemberInput): void => {
    const place = places.get(row.family);
    if (place === undefined) throw new RangeError(`member of an unknown family ${row.family}`);
    addRow(member, row.values);
    owner.push(place);
  };
  const finish = (): Snapshot => {
    const from = orderById(ids);
    const rank = new Int32Array(ids.length);
    for (let i = 0; i < from.length; i++) rank[from[i]!] = i;
    const sortedIds = Array.from(from, (i) => ids[i]!);
    const sortedAreas = [...areaCodes.keys()].sort();
    const areaRank = new Map(sortedAreas.map((code, i) => [areaCodes.get(code)!, i]));
    return assemble({
      schema,
      ids: sortedIds,
      areas: sortedAreas,
      area: Int32Array.from(from, (i) => areaRank.get(area[i]!)!),
      ...scaledScores(scores, from),
      family: gather(family, from),
      ...memberColumns(
        member,
        Int32Array.from(owner, (place) => rank[place]!),
        ids.length,
      ),
    });
  };
  return { addFamily, addMember, has: (id) => places.has(id), finish };
};

/** Puts the members in the order of their families by counting; members of one family keep the order they came in. */
const memberColumns = (member: Growing, owner: Int32Array, families: number) => {
  const memberStart = new Int32Array(families + 1);
  for (const f of owner) memberStart[f + 1]!++;
  for (let f = 0; f < families; f++) memberStart[f + 1]! += memberStart[f]!;
  const next = memberStart.slice();
  const from = new Int32Array(owner.length);
  for (let j = 0; j < owner.length; j++) from[next[owner[j]!]!++] = j;
  return { member: gather(member, from), memberFamily: Int32Array.from(from, (j) => owner[j]!), memberStart };
};

export type SnapshotColumns = {
  schema: Schema;
  /** In ascending order, each once. */
  ids: ArrayLike<string>;
  areas: readonly string[];
  area: Int32Array;
  score: Float64Array;
  scoreDecimals: number;
  family: Table;
  member: Table;
  memberFamily: Int32Array;
  memberStart: Int32Array;
};

const findSorted = (ids: ArrayLike<string>, id: string): number | undefined => {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return low < ids.length && ids[low] === id ? low : undefined;
};

/** A snapshot over columns that are already in order (the fast path for a whole register). */
export const assemble = (columns: SnapshotColumns): Snapshot => ({
  schema: columns.schema,
  count: columns.ids.length,
  idAt: (family) => columns.ids[family]!,
  indexOf: (id) => findSorted(columns.ids, id),
  areas: columns.areas,
  area: columns.areas.length <= 65_536 ? Uint16Array.from(columns.area) : columns.area,
  score: columns.score,
  scoreDecimals: columns.scoreDecimals,
  tables: {
    family: columns.family,
    member: columns.member,
    memberFamily: columns.memberFamily,
    recipients: new Map(),
    aggregates: new Map(),
  },
  memberStart: columns.memberStart,
  memory: new Map(),
});

/** A snapshot from small lists. Throws RangeError as the builder does. */
export const buildSnapshot = (
  schema: Schema,
  families: Iterable<FamilyInput>,
  members: Iterable<MemberInput> = [],
): Snapshot => {
  const builder = newSnapshotBuilder(schema);
  for (const family of families) builder.addFamily(family);
  for (const member of members) builder.addMember(member);
  return builder.finish();
};

/** Something computed on the snapshot once per key. */
export const remember = <T>(snapshot: Snapshot, key: string, make: () => T): T => {
  if (!snapshot.memory.has(key)) snapshot.memory.set(key, make());
  return snapshot.memory.get(key) as T;
};
