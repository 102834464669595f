import { type Band, bandOf } from './bands.ts';
import { type Comparer, compareRows } from './compare.ts';
import { shippedModel } from './default-model.ts';
import type { Dictionary } from './dictionary.ts';
import { explain, type FieldReason } from './explain.ts';
import { createScorer, type Model, type Scorer, totalWeight, weigh } from './model.ts';
import type { Rarity } from './name-match.ts';
import { createOnlineBlocks, insertRow, type OnlineBlocks, rowsLike } from './online-blocks.ts';
import { createComparer } from './pairs.ts';
import { addPerson, type LinkPerson } from './person.ts';
import { checkModel } from './plausible.ts';
import * as R from './record.ts';
import type { Spelling } from './spelling.ts';
import { addRow, createTable, type PersonTable } from './table.ts';

/**
 * A person of the index who may be the one asked about. `weight` in bits orders candidates and is not for officers;
 * `band` and `sentence` are. `fields` takes the weight apart, strongest first; `word0` and `word1` are the packed pattern.
 */
export type Candidate = {
  id: string;
  weight: number;
  band: Band;
  sentence: string;
  fields: FieldReason[];
  word0: number;
  word1: number;
};

export type { LinkPerson } from './person.ts';

export type OnlineIndex = {
  /** Takes a person in, or replaces the one with this id. Seen by the next question. */
  upsert: (person: LinkPerson) => void;
  /** Takes a person out; false when the id is unknown. */
  remove: (id: string) => boolean;
  /** The likeliest persons, best first, without the one with the same id. Bands below `mungkin` are left out unless `all`. */
  candidates: (person: LinkPerson, limit: number, all?: boolean) => Candidate[];
  /** Compares two persons that need not be in the index. */
  compare: (a: LinkPerson, b: LinkPerson) => Candidate;
  has: (id: string) => boolean;
  size: () => number;
  /** What its tables take in memory, in bytes; the ids, of which each is one string, come on top. */
  bytes: () => number;
};

type State = {
  table: PersonTable;
  blocks: OnlineBlocks;
  comparer: Comparer;
  alive: Uint8Array;
  rowOf: Map<string, number>;
  idOf: string[];
  gone: number;
  rarityAt: number;
};

const countWords = (
  d: Dictionary,
  use: 0 | 1,
  rec: Int32Array,
  from: number,
  room: number,
  by: number,
  rarity: Rarity,
): void => {
  const counts = d.counts[use];
  for (let i = 0; i < room; i += 1) {
    const id = rec[from + i]!;
    if (id === 0) return;
    counts[id] = Math.max(counts[id]! + by, 0);
    if (id >= rarity.bits.length) {
      const wider = new Float32Array(d.hash.length);
      wider.set(rarity.bits);
      rarity.bits = wider;
    }
    rarity.bits[id] = rarity.rowBits - Math.log2(Math.max(counts[id]!, 1));
  }
};

/** Counts the words of a row by `by` (0 only refreshes how rare they are). */
const countRow = (state: State, row: number, by: number): void => {
  const { table, comparer } = state;
  const at = row * R.STRIDE;
  countWords(table.names, 0, table.records, at + R.NAME_WORD, R.NAME_WORDS, by, comparer.names);
  countWords(table.names, 1, table.records, at + R.MOTHER_WORD, R.MOTHER_WORDS, by, comparer.mothers);
  countWords(table.streets, 0, table.records, at + R.ADDRESS_WORD, R.ADDRESS_WORDS, by, comparer.streets);
};

const emptyState = (spelling: Spelling, rows: number): State => {
  const table = createTable(spelling, Math.max(rows, 256));
  return {
    table,
    blocks: createOnlineBlocks(rows),
    comparer: createComparer(table),
    alive: new Uint8Array(Math.max(rows, 256)),
    rowOf: new Map(),
    idOf: [],
    gone: 0,
    rarityAt: 0,
  };
};

/** How rare words are follows the size of the index; it is computed anew when that has changed by an eighth. */
const refreshRarity = (state: State): void => {
  const rows = state.rowOf.size;
  if (rows < 64 ? rows === state.rarityAt : Math.abs(rows - state.rarityAt) < state.rarityAt / 8) return;
  const fresh = createComparer(state.table, rows);
  state.comparer.names = fresh.names;
  state.comparer.mothers = fresh.mothers;
  state.comparer.streets = fresh.streets;
  state.rarityAt = rows;
};

const keep = (state: State, row: number, id: string): void => {
  if (row >= state.alive.length) {
    const wider = new Uint8Array(row * 2);
    wider.set(state.alive);
    state.alive = wider;
  }
  state.alive[row] = 1;
  state.rowOf.set(id, row);
  state.idOf[row] = id;
  insertRow(state.table, state.blocks, row);
};

const NO_ID = new Uint8Array(0); // the state knows the ids

/** Leaves the rows of removed persons behind, or makes room in the buckets, by entering the living rows anew. */
const rebuild = (state: State): void => {
  const old = state.table;
  const rows: [string, number][] = [...state.rowOf];
  const fresh = createTable(old.spelling, Math.max(rows.length * 2, 256));
  fresh.names = old.names;
  fresh.streets = old.streets;
  fresh.values = old.values;
  fresh.district = old.district;
  state.table = fresh;
  state.comparer.table = fresh;
  state.blocks = createOnlineBlocks(rows.length * 2);
  state.alive = new Uint8Array(Math.max(rows.length * 2, 256));
  state.rowOf = new Map();
  state.idOf = [];
  state.gone = 0;
  for (const [id, from] of rows) {
    const row = addRow(fresh, NO_ID, 0, 0, 0);
    fresh.records.set(old.records.subarray(from * R.STRIDE, (from + 1) * R.STRIDE), row * R.STRIDE);
    keep(state, row, id);
  }
};

const candidateOf = (scorer: Scorer, id: string, word0: number, word1: number): Candidate => {
  const weight = weigh(scorer, word0, word1);
  const band = bandOf(weight.total, word0, word1);
  return { id, weight: weight.total, band, ...explain(weight, band, word0, word1), word0, word1 };
};

const removePerson = (state: State, id: string): boolean => {
  const row = state.rowOf.get(id);
  if (row === undefined) return false;
  countRow(state, row, -1);
  state.alive[row] = 0;
  state.rowOf.delete(id);
  state.gone += 1;
  if (state.gone > 1000 && state.gone > state.rowOf.size / 2) rebuild(state);
  return true;
};

const upsertPerson = (state: State, person: LinkPerson): void => {
  removePerson(state, person.id);
  if (state.table.size > state.blocks.rows * 2) rebuild(state);
  const row = addPerson(state.table, person);
  countRow(state, row, 0);
  keep(state, row, person.id);
  refreshRarity(state);
};

/** Does `work` with rows for the given persons that are gone afterwards. */
const visiting = <T>(state: State, persons: LinkPerson[], work: (rows: number[]) => T): T => {
  const rows = persons.map((person) => addPerson(state.table, person));
  for (const row of rows) countRow(state, row, -1);
  try {
    return work(rows);
  } finally {
    state.table.size -= rows.length;
  }
};

const pattern = { word0: 0, word1: 0 };
const seen = new Set<number>();
const found: number[] = [];

/** The likeliest persons for the record at `row`, best first. */
const rank = (state: State, scorer: Scorer, row: number, ownId: string, limit: number): Candidate[] => {
  found.length = 0;
  rowsLike(state.table, state.blocks, row, seen, found);
  const scored: { id: string; weight: number; word0: number; word1: number }[] = [];
  for (const other of found) {
    const id = state.idOf[other]!;
    if (state.alive[other] !== 1 || id === ownId) continue;
    compareRows(state.comparer, row, other, pattern);
    const { word0, word1 } = pattern;
    scored.push({ id, weight: totalWeight(scorer, word0, word1), word0, word1 });
  }
  scored.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return scored.slice(0, limit).map((c) => candidateOf(scorer, c.id, c.word0, c.word1));
};

const bytesOf = (...holders: object[]): number =>
  holders
    .flatMap((holder) => Object.values(holder))
    .reduce((sum: number, value: unknown) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0), 0);

/**
 * An index that answers "who might this be?" while persons come, change and go. Same records, keys, comparison and model as the batch.
 * `expected` is the number of persons it should have room for from the start; without a model the shipped one for that number is used.
 * Better is the model of the last batch over the same persons.
 * @throws ImplausibleModelError when the model is degenerate.
 */
export const createOnlineIndex = (
  model?: Model,
  options: { expected?: number; spelling?: Spelling } = {},
): OnlineIndex => {
  if (model) checkModel(model);
  const scorer = createScorer(model ?? shippedModel(options.expected ?? 100_000), true);
  const state = emptyState(options.spelling ?? 'indonesia', options.expected ?? 1024);
  return {
    upsert: (person) => upsertPerson(state, person),
    remove: (id) => removePerson(state, id),
    candidates: (person, limit, all = false) =>
      visiting(state, [person], ([row]) => rank(state, scorer, row!, person.id, limit)).filter(
        (c) => all || c.band !== 'bukan',
      ),
    compare: (a, b) =>
      visiting(state, [a, b], ([rowA, rowB]) => {
        compareRows(state.comparer, rowA!, rowB!, pattern);
        return candidateOf(scorer, b.id, pattern.word0, pattern.word1);
      }),
    has: (id) => state.rowOf.has(id),
    size: () => state.rowOf.size,
    bytes: () => {
      const { table, blocks, alive } = state;
      return bytesOf(table, table.names, table.streets, table.values, blocks, { alive });
    },
  };
};
