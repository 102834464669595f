import { type Column, unknownCell, valueAt } from '#engines/aturan/index.ts';
import { type Card, type Indicator, type Scale, scaleFor } from './card.ts';

export type Scored =
  | { kind: 'scored'; score: number; likelihood: readonly (number | undefined)[] }
  /** Indicators whose answer is missing; their sum would be a guess. */
  | { kind: 'unknown'; missing: readonly string[] }
  /** Answers the card does not know, as Indonesian sentences. */
  | { kind: 'bad'; problems: readonly string[] };

const describeChoices = (points: ReadonlyMap<string, number>): string => [...points.keys()].slice(0, 12).join(', ');

const wholeNumber = (answer: string): number | undefined => (/^-?\d{1,15}$/.test(answer) ? Number(answer) : undefined);

/** Points for one answer, or the sentence that says why there are none. */
const pointsFor = (scale: Scale, column: string, answer: string): number | string => {
  if (scale.kind === 'answers')
    return (
      scale.points.get(answer) ??
      `jawaban "${answer}" tidak ada pada indikator ${column}; pilihannya: ${describeChoices(scale.points)}.`
    );
  const value = wholeNumber(answer);
  if (value === undefined) return `jawaban "${answer}" pada indikator ${column} harus bilangan bulat.`;
  if (scale.kind === 'coefficient') return scale.points * value;
  const range = scale.ranges.find((r) => value >= r.from && value <= r.to);
  return range ? range.points : `nilai ${value} pada indikator ${column} di luar semua rentang kartu.`;
};

const likelihoodOf = (card: Card, score: number): (number | undefined)[] => {
  if (!card.likelihood) return [];
  const row = card.likelihood.table.find((r) => score >= r.from && score <= r.to);
  return card.likelihood.lines.map((_, i) => row?.values[i]);
};

/** Scores one household. `answer` gives the text of a column, undefined or empty = unknown. */
export const scoreHousehold = (card: Card, area: string, answer: (column: string) => string | undefined): Scored => {
  const missing: string[] = [];
  const problems: string[] = [];
  let score = card.intercept;
  for (const indicator of card.indicators) {
    const text = answer(indicator.column)?.trim();
    if (text === undefined || text === '' || text === 'belum diketahui') missing.push(indicator.column);
    else {
      const points = pointsFor(scaleFor(indicator, area), indicator.column, text);
      if (typeof points === 'number') score += points;
      else problems.push(points);
    }
  }
  if (problems.length > 0) return { kind: 'bad', problems };
  if (missing.length > 0) return { kind: 'unknown', missing };
  if (!Number.isSafeInteger(score)) return { kind: 'bad', problems: ['jumlah poin melewati batas hitung.'] };
  return { kind: 'scored', score, likelihood: likelihoodOf(card, score) };
};

/** Points by cell for one scale: a table by code for lists and small numbers. NaN = unknown or not on the card. */
const pointsTable = (column: Column, scale: Scale): Float64Array => {
  const table = new Float64Array(column.cells instanceof Uint16Array ? 65_536 : 256).fill(Number.NaN);
  const at = { spec: column.spec, cells: column.cells.slice(0, 1) };
  for (let code = 0; code < table.length; code++) {
    at.cells[0] = code;
    const value = valueAt(at, 0);
    if (value === undefined) continue;
    const answer = typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : String(value);
    const points = pointsFor(scale, '', answer);
    if (typeof points === 'number') table[code] = points;
  }
  return table;
};

const addPoints = (
  score: Float64Array,
  column: Column,
  scales: readonly Scale[],
  scaleOf: Uint8Array | undefined,
): void => {
  const { cells } = column;
  if (cells instanceof Int32Array || cells instanceof Int16Array || cells instanceof Float64Array) {
    const unknown = unknownCell(cells);
    for (let f = 0; f < score.length; f++) {
      const points = cells[f] === unknown ? Number.NaN : pointsFor(scales[scaleOf?.[f] ?? 0]!, '', String(cells[f]));
      score[f]! += typeof points === 'number' ? points : Number.NaN;
    }
    return;
  }
  const tables = scales.map((scale) => pointsTable(column, scale));
  const mask = tables[0]!.length - 1;
  if (!scaleOf) addFromTable(score, cells as Uint8Array, tables[0]!, mask);
  else for (let f = 0; f < score.length; f++) score[f]! += tables[scaleOf[f]!]![cells[f]! & mask]!;
};

const addFromTable = (score: Float64Array, cells: ArrayLike<number>, table: Float64Array, mask: number): void => {
  for (let f = 0; f < score.length; f++) score[f]! += table[cells[f]! & mask]!;
};

const scalesByFamily = (indicator: Indicator, areas: readonly string[], area: Int32Array | Uint16Array) => {
  const scales = [indicator.scale, ...indicator.byArea.map((entry) => entry.scale)];
  if (indicator.byArea.length === 0) return { scales, scaleOf: undefined };
  const place = areas.map((code) => scales.indexOf(scaleFor(indicator, code)));
  return { scales, scaleOf: Uint8Array.from(area, (a) => place[a]!) };
};

/**
 * Scores a whole register in columns (`ya`/`tidak` are the answers of a yes/no column). NaN = some answer is unknown or
 * not on the card. `columns` must hold every column of the card; throws RangeError otherwise.
 */
export const scoreColumns = (
  card: Card,
  columns: ReadonlyMap<string, Column>,
  areas: readonly string[],
  area: Int32Array | Uint16Array,
): Float64Array => {
  const score = new Float64Array(area.length).fill(card.intercept);
  for (const indicator of card.indicators) {
    const column = columns.get(indicator.column);
    if (!column) throw new RangeError(`column ${indicator.column} is not in the table`);
    const { scales, scaleOf } = scalesByFamily(indicator, areas, area);
    addPoints(score, column, scales, scaleOf);
  }
  return score;
};
