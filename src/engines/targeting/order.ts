import { createHash } from 'node:crypto';
import { evaluateColumn, unknownCell } from '#engines/aturan/index.ts';
import type { Arah, Programme, TieKey } from './programme.ts';
import { remember, type Snapshot } from './snapshot.ts';

/** Families from the neediest on. The first `unscored` have no score: at their best they stand before everyone. */
export type Order = { families: Int32Array; unscored: number };

const DIGIT = 11;
const BUCKETS = 1 << DIGIT;

const bitsOf = (most: number): number => 32 - Math.clz32(most);

/** Stable sort of `order` by keys, 11 bits a pass from the lowest. */
const sortByKey = (order: Int32Array, keys: Uint32Array): Int32Array => {
  let most = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i]! > most) most = keys[i]!;
  let from: Int32Array = order;
  let to: Int32Array = new Int32Array(order.length);
  for (let shift = 0; shift < bitsOf(most); shift += DIGIT) {
    const start = new Int32Array(BUCKETS + 1);
    for (let i = 0; i < keys.length; i++) start[((keys[i]! >>> shift) & (BUCKETS - 1)) + 1]!++;
    for (let b = 0; b < BUCKETS; b++) start[b + 1]! += start[b]!;
    for (let i = 0; i < from.length; i++) {
      const f = from[i]!;
      const bucket = (keys[f]! >>> shift) & (BUCKETS - 1);
      to[start[bucket]!++] = f;
    }
    [from, to] = [to, from === order ? new Int32Array(order.length) : from];
  }
  return from;
};

/** Numbers of a column, with the value that means unknown. */
type Numbers = { cells: ArrayLike<number>; unknown: number };

const spanOf = ({ cells, unknown }: Numbers): { low: number; high: number } => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let f = 0; f < cells.length; f++) {
    const value = cells[f]!;
    if (value === unknown) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high >= low ? { low, high } : { low: 0, high: 0 };
};

/** Keys from numbers, ascending = first; unknown takes `unknownFirst` ? 0 : the last place. Two words when the span is wide. */
const keysOf = (numbers: Numbers, first: 'low' | 'high', unknownFirst: boolean): Uint32Array[] => {
  const { cells, unknown } = numbers;
  const { low, high } = spanOf(numbers);
  const span = high - low;
  const [lower, upper] = [new Uint32Array(cells.length), new Uint32Array(span + 2 < 2 ** 32 ? 0 : cells.length)];
  const [sign, from, none] = [first === 'low' ? 1 : -1, first === 'low' ? low : high, unknownFirst ? 0 : span + 2];
  for (let f = 0; f < cells.length; f++) {
    const value = cells[f]!;
    const place = value === unknown || Number.isNaN(value) ? none : 1 + sign * (value - from);
    lower[f] = place;
    if (upper.length > 0) upper[f] = Math.floor(place / 2 ** 32);
  }
  return upper.length > 0 ? [lower, upper] : [lower];
};

const columnNumbers = (snapshot: Snapshot, name: string): Numbers => {
  const column = snapshot.tables.family.columns.get(name);
  if (!column) throw new RangeError(`column ${name} is not in the family table`);
  return { cells: column.cells, unknown: unknownCell(column.cells) };
};

const scoreNumbers = (snapshot: Snapshot, programme: Programme): Numbers =>
  programme.rankBy ? columnNumbers(snapshot, programme.rankBy.column) : { cells: snapshot.score, unknown: Number.NaN };

const numberAt = ({ cells, unknown }: Numbers, family: number): number =>
  cells[family] === unknown ? Number.NaN : cells[family]!;

const tieKeys = (snapshot: Snapshot, key: TieKey): Uint32Array[] => {
  if (key.kind === 'column') return keysOf(columnNumbers(snapshot, key.column), key.first, false);
  const truth = evaluateColumn(snapshot.tables, key.rule);
  return [Uint32Array.from(truth, (t) => 3 - t)];
};

/** First 64 bits of SHA-256(seed ‖ family id), as 16 hexadecimal digits. Anybody can recompute it. */
export const ticketOf = (seed: string, id: string): string =>
  createHash('sha256').update(seed).update(id).digest('hex').slice(0, 16);

const ticketKeys = (snapshot: Snapshot, seed: string): Uint32Array[] => {
  const [low, high] = [new Uint32Array(snapshot.count), new Uint32Array(snapshot.count)];
  for (let f = 0; f < snapshot.count; f++) {
    const digest = createHash('sha256').update(seed).update(snapshot.idAt(f)).digest();
    high[f] = digest.readUInt32BE(0);
    low[f] = digest.readUInt32BE(4);
  }
  return [low, high];
};

const tieName = (programme: Programme): string =>
  JSON.stringify([
    programme.tieOrder.map((k) => (k.kind === 'column' ? [k.column, k.first] : [k.text])),
    programme.lottery?.seed ?? null,
  ]);

const sortAll = (order: Int32Array, keys: readonly Uint32Array[]): Int32Array => keys.reduce(sortByKey, order);

/** Families by the declared tie order, then the lottery's ticket when there is one, then id. */
export const orderOfTies = (snapshot: Snapshot, programme: Programme): Int32Array =>
  remember(snapshot, `ties ${tieName(programme)}`, () => {
    const start = new Int32Array(snapshot.count);
    for (let f = 0; f < start.length; f++) start[f] = f;
    const tickets = programme.lottery ? ticketKeys(snapshot, programme.lottery.seed) : [];
    const order = sortAll(start, tickets);
    return [...programme.tieOrder].reverse().reduce((o, key) => sortAll(o, tieKeys(snapshot, key)), order);
  });

/** The whole order of a programme before tiers: score, then ties. */
export const orderOf = (snapshot: Snapshot, programme: Programme, arah: Arah): Order => {
  const by = programme.rankBy;
  const name = `order ${JSON.stringify(by ?? arah)} ${tieName(programme)}`;
  return remember(snapshot, name, () => {
    const scores = scoreNumbers(snapshot, programme);
    const keys = keysOf(scores, (by?.arah ?? arah) === 'rendah' ? 'low' : 'high', true);
    const families = sortAll(orderOfTies(snapshot, programme), keys);
    let unscored = 0;
    while (unscored < families.length && Number.isNaN(numberAt(scores, families[unscored]!))) unscored++;
    return { families, unscored };
  });
};

/** The score a programme ranks by, for one family; undefined = unknown. */
export const rankedScore = (snapshot: Snapshot, programme: Programme, family: number): number | undefined => {
  const score = numberAt(scoreNumbers(snapshot, programme), family);
  return Number.isNaN(score) ? undefined : score;
};

/** A score as text with its decimals. */
export const scoreText = (snapshot: Snapshot, programme: Programme, score: number): string => {
  const decimals = programme.rankBy ? 0 : snapshot.scoreDecimals;
  if (decimals === 0) return String(score);
  const digits = String(Math.abs(score)).padStart(decimals + 1, '0');
  return `${score < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** What breaks ties, as text whose order is the order of priority: the lottery's ticket, or the place in the tie order. */
export const ticketsOf = (snapshot: Snapshot, programme: Programme): ((family: number) => string) => {
  const { lottery } = programme;
  if (lottery && programme.tieOrder.length === 0) return (f) => ticketOf(lottery.seed, snapshot.idAt(f));
  const place = remember(snapshot, `places ${tieName(programme)}`, () => {
    const places = new Int32Array(snapshot.count);
    const order = orderOfTies(snapshot, programme);
    for (let i = 0; i < order.length; i++) places[order[i]!] = i;
    return places;
  });
  return (f) => place[f]!.toString(16).padStart(16, '0');
};
