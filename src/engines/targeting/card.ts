import { liesIn } from './areas.ts';
import * as json from './json-reader.ts';
import { type Arah, InputProblem } from './programme.ts';

/** Points per answer; or per range of a number; or points times a number (PMT with whole coefficients). */
export type Scale =
  | { kind: 'answers'; points: ReadonlyMap<string, number> }
  | { kind: 'ranges'; ranges: readonly { from: number; to: number; points: number }[] }
  | { kind: 'coefficient'; points: number };
export type Indicator = { column: string; scale: Scale; byArea: readonly { area: string; scale: Scale }[] };
export type LikelihoodRow = { from: number; to: number; values: readonly number[] };

/**
 * A scorecard: one version of a table of points. The sum is a *peringkat lokal* of this agency; it is never called by the
 * name of the national ranking, and a likelihood belongs on the statistics board, not into a verdict.
 */
export type Card = {
  id: string;
  version: string | undefined;
  /** In force from this date on; choose among versions with `findVersionAt`. */
  validFrom: string;
  arah: Arah;
  intercept: number;
  indicators: readonly Indicator[];
  likelihood: { lines: readonly string[]; table: readonly LikelihoodRow[] } | undefined;
};

const readPoints = (value: unknown, where: string, to: json.Complaints): number => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  to.add(where, `poin harus bilangan bulat, tertulis ${JSON.stringify(value)}.`);
  return 0;
};

const readRanges = (value: unknown, where: string, to: json.Complaints): Scale => {
  const ranges = json.readList(value, where, to).map((item, i) => {
    const range = json.readObject(item, `${where}[${i + 1}]`, to);
    json.refuseOtherKeys(range, ['from', 'to', 'points'], `${where}[${i + 1}]`, to);
    const place = `${where}[${i + 1}]`;
    return {
      from: range['from'] === undefined ? Number.NEGATIVE_INFINITY : readPoints(range['from'], `${place}.from`, to),
      to: range['to'] === undefined ? Number.POSITIVE_INFINITY : readPoints(range['to'], `${place}.to`, to),
      points: readPoints(range['points'], `${place}.points`, to),
    };
  });
  checkNoOverlap(ranges, where, to);
  return { kind: 'ranges', ranges };
};

const checkNoOverlap = (ranges: readonly { from: number; to: number }[], where: string, to: json.Complaints): void => {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  for (const [i, range] of sorted.entries()) {
    if (range.from > range.to) to.add(where, `rentang ${range.from} sampai ${range.to} terbalik.`);
    const before = sorted[i - 1];
    if (before && before.to >= range.from)
      to.add(where, `rentang mulai ${before.from} dan ${range.from} bertumpang tindih.`);
  }
};

const readAnswers = (value: unknown, where: string, to: json.Complaints): Scale => {
  const answers = Object.entries(json.readObject(value, where, to));
  if (answers.length === 0) to.add(where, 'belum ada jawaban.');
  return {
    kind: 'answers',
    points: new Map(answers.map(([answer, points]) => [answer, readPoints(points, `${where}["${answer}"]`, to)])),
  };
};

const readScale = (from: json.Json, where: string, to: json.Complaints): Scale => {
  const kinds = ['answers', 'ranges', 'coefficient'].filter((key) => from[key] !== undefined);
  if (kinds.length !== 1) to.add(where, 'harus punya tepat satu dari: answers, ranges, coefficient.');
  if (from['ranges'] !== undefined) return readRanges(from['ranges'], `${where}.ranges`, to);
  if (from['coefficient'] !== undefined)
    return { kind: 'coefficient', points: readPoints(from['coefficient'], `${where}.coefficient`, to) };
  return readAnswers(from['answers'] ?? { '-': 0 }, `${where}.answers`, to);
};

/** `byArea` holds either `{ "31": { "earth": 1 } }` (answers) or `{ "31": { "ranges": […] } }`. */
const readAreaScale = (value: unknown, where: string, to: json.Complaints): Scale => {
  const table = json.readObject(value, where, to);
  const named = ['answers', 'ranges', 'coefficient'].some(
    (key) => table[key] !== undefined && typeof table[key] !== 'number',
  );
  const whole = Object.keys(table).length === 1 && typeof table['coefficient'] === 'number';
  return named || whole ? readScale(table, where, to) : readAnswers(table, where, to);
};

const readIndicator = (value: unknown, no: number, to: json.Complaints): Indicator => {
  const written = json.readObject(value, `indicators[${no}]`, to);
  const column = json.readText(written['column'], `indicators[${no}].column`, to);
  const where = `indikator "${column}"`;
  json.refuseOtherKeys(written, ['column', 'answers', 'ranges', 'coefficient', 'byArea', 'label'], where, to);
  const areas = Object.entries(json.readObject(written['byArea'], `${where}.byArea`, to));
  return {
    column,
    scale:
      areas.length > 0 &&
      written['answers'] === undefined &&
      written['ranges'] === undefined &&
      written['coefficient'] === undefined
        ? { kind: 'answers', points: new Map() }
        : readScale(written, where, to),
    // The longest code first, so that the closest area decides.
    byArea: areas
      .map(([area, scale]) => ({ area, scale: readAreaScale(scale, `${where}.byArea["${area}"]`, to) }))
      .sort((a, b) => b.area.length - a.area.length || (a.area < b.area ? -1 : 1)),
  };
};

const readLikelihood = (value: unknown, to: json.Complaints): Card['likelihood'] => {
  if (value === undefined) return undefined;
  const written = json.readObject(value, 'likelihood', to);
  json.refuseOtherKeys(written, ['lines', 'table'], 'likelihood', to);
  const lines = json
    .readList(written['lines'], 'likelihood.lines', to)
    .map((line, i) => json.readText(line, `likelihood.lines[${i + 1}]`, to));
  const table = json.readList(written['table'], 'likelihood.table', to).map((item, i) => {
    const where = `likelihood.table[${i + 1}]`;
    const row = json.readObject(item, where, to);
    const values = json.readList(row['values'], `${where}.values`, to);
    if (values.length !== lines.length || values.some((v) => typeof v !== 'number' || !Number.isFinite(v)))
      to.add(`${where}.values`, `harus ${lines.length} angka, satu untuk setiap garis: ${lines.join(', ')}.`);
    return {
      from: readPoints(row['from'], `${where}.from`, to),
      to: readPoints(row['to'], `${where}.to`, to),
      values: values as number[],
    };
  });
  checkNoOverlap(table, 'likelihood.table', to);
  return { lines, table };
};

/** Reads the contents of a card file. Throws InputProblem with one Indonesian sentence per problem. */
export const readCard = (value: unknown): Card => {
  const to = json.newComplaints();
  const written = json.readObject(value, 'kartu', to);
  json.refuseOtherKeys(
    written,
    ['id', 'version', 'validFrom', 'arah', 'intercept', 'indicators', 'likelihood', 'name', 'source'],
    'kartu',
    to,
  );
  const indicators = json
    .readList(written['indicators'], 'indicators', to)
    .map((item, i) => readIndicator(item, i + 1, to));
  if (indicators.length === 0) to.add('indicators', 'belum ada indikator.');
  const columns = indicators.map((i) => i.column);
  for (const column of new Set(columns.filter((c, i) => columns.indexOf(c) < i)))
    to.add('indicators', `kolom "${column}" dipakai dua kali.`);
  const card: Card = {
    id: json.readText(written['id'], 'id', to),
    version: written['version'] === undefined ? undefined : String(written['version']),
    validFrom: json.readDate(written['validFrom'], 'validFrom', to) ?? '0001-01-01',
    arah: json.readChoice<Arah>(written['arah'], ['rendah', 'tinggi'], 'arah', to),
    intercept: written['intercept'] === undefined ? 0 : readPoints(written['intercept'], 'intercept', to),
    indicators,
    likelihood: readLikelihood(written['likelihood'], to),
  };
  if (to.list.length > 0) throw new InputProblem(to.list);
  return card;
};

/** The scale that holds in an area: the closest `byArea`, else the general one. */
export const scaleFor = (indicator: Indicator, area: string): Scale =>
  indicator.byArea.find((entry) => liesIn(area, entry.area))?.scale ?? indicator.scale;

/** True when the card cannot be applied without knowing the area. */
export const needsArea = (card: Card): boolean => card.indicators.some((indicator) => indicator.byArea.length > 0);
