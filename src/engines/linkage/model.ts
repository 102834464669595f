import { BIRTH_GROUP, BIRTH_GROUPS, DIMENSIONS, type Field, levelIn, sharesHousehold } from './levels.ts';

/**
 * A model is a mixture of classes. Within a class the fields are independent (Fellegi and Sunter 1969), except that NIK agreement is
 * conditioned on birth-date agreement (the NIK contains the date). What the textbook model cannot express is a class of its own:
 * a person who moved (place, KK and address change together), members of one household, siblings born together (kembar).
 *
 * `share` is the share of the class among candidate pairs; `tables[field][level]` its probabilities, without level 0 (missing), which
 * counts neither way. The table of `nik` holds one row per birth-date group, one after the other.
 */
export type ComponentKind = 'same' | 'outside' | 'household';
export type Component = { name: string; kind: ComponentKind; share: number; tables: Record<Field, number[]> };
export type Model = {
  components: Component[];
  trained: { pairs: number; same: number; source: 'shipped' | 'trained' };
};

const sizeOf = (field: Field, levels: number): number => (field === 'nik' ? levels * BIRTH_GROUPS : levels);

let next = 1; // place 0 of a flat table stands for "missing": its logarithm is 0
/** Where each field's table starts in a flat table, in the order of DIMENSIONS. */
export const OFFSETS: readonly number[] = DIMENSIONS.map((d) => {
  const at = next;
  next += sizeOf(d.field, d.levels);
  return at;
});
export const FLAT_SIZE = next;
const FIELDS = DIMENSIONS.length;
export const FIELD_COUNT = FIELDS;

/** Positions of a pattern's levels in a flat table, one per field, 0 where the field is missing. */
export const flatPositions = (word0: number, word1: number, out: Int32Array, at: number): void => {
  const birth = BIRTH_GROUP[levelIn('birth', word0, word1)]!;
  for (let f = 0; f < FIELDS; f += 1) {
    const d = DIMENSIONS[f]!;
    const level = ((d.word === 0 ? word0 : word1) >>> d.shift) & ((1 << d.bits) - 1);
    out[at + f] = level === 0 ? 0 : OFFSETS[f]! + (d.field === 'nik' ? birth * d.levels + level : level);
  }
};

/** The logarithms of a component's tables as one flat array. */
export const flatLogs = (component: Component): Float64Array => {
  const flat = new Float64Array(FLAT_SIZE);
  DIMENSIONS.forEach((d, f) => {
    component.tables[d.field].forEach((p, i) => {
      flat[OFFSETS[f]! + i] = Math.log(Math.max(p, 1e-9));
    });
  });
  return flat;
};

/** A model ready for scoring. */
export type Scorer = {
  same: { share: number; logs: Float64Array }[];
  other: { share: number; logs: Float64Array; household: boolean; name: string }[];
};

/** `household` false leaves the household classes out: then sharing a household means nothing special. */
export const createScorer = (model: Model, household: boolean): Scorer => ({
  same: model.components.filter((c) => c.kind === 'same').map((c) => ({ share: Math.log(c.share), logs: flatLogs(c) })),
  other: model.components
    .filter((c) => c.kind !== 'same' && (household || c.kind === 'outside'))
    .map((c) => ({ share: Math.log(c.share), logs: flatLogs(c), household: c.kind === 'household', name: c.name })),
});

const positions = new Int32Array(FIELDS);

const sumAt = (logs: Float64Array, at: Int32Array): number => {
  let sum = 0;
  for (let f = 0; f < FIELDS; f += 1) sum += logs[at[f]!]!;
  return sum;
};

/** Components that may explain a pair as different persons: in a household its classes, elsewhere the others. */
const applies = (scorer: Scorer, component: Scorer['other'][number], inHousehold: boolean): boolean =>
  component.household === (inHousehold && scorer.other.some((c) => c.household));

/**
 * How strongly a pattern speaks for one person: the total in bits (0 = even odds, +10 = 1024 to 1), and its parts.
 * `fields[f]` is what field f adds, `start` what being a candidate pair says before any field is looked at; they sum to `total`.
 */
export type Weight = { total: number; start: number; fields: Float64Array; against: string };

/** Weighs a packed pattern and takes the weight apart by field (exactly: the parts sum to the total). */
export const weigh = (scorer: Scorer, word0: number, word1: number): Weight => {
  flatPositions(word0, word1, positions, 0);
  const inHousehold = sharesHousehold(word0, word1);
  const others = scorer.other.filter((c) => applies(scorer, c, inHousehold));
  const same = share(scorer.same.map((c) => c.share + sumAt(c.logs, positions)));
  const other = share(others.map((c) => c.share + sumAt(c.logs, positions)));
  const fields = new Float64Array(FIELDS);
  let sum = 0;
  for (let f = 0; f < FIELDS; f += 1) {
    let bits = 0;
    scorer.same.forEach((c, i) => {
      bits += same.parts[i]! * c.logs[positions[f]!]!;
    });
    others.forEach((c, i) => {
      bits -= other.parts[i]! * c.logs[positions[f]!]!;
    });
    fields[f] = bits / Math.LN2;
    sum += fields[f]!;
  }
  const total = (same.log - other.log) / Math.LN2;
  const strongest = other.parts.indexOf(Math.max(...other.parts));
  return { total, start: total - sum, fields, against: others[strongest]?.name ?? '' };
};

const share = (logs: number[]): { log: number; parts: number[] } => {
  const top = Math.max(...logs);
  const scaled = logs.map((x) => Math.exp(x - top));
  const sum = scaled.reduce((a, b) => a + b, 0);
  return { log: top + Math.log(sum), parts: scaled.map((x) => x / sum) };
};

/** Total weight in bits only, for the many patterns of a batch. Same result as `weigh(…).total`. */
export const totalWeight = (scorer: Scorer, word0: number, word1: number): number => {
  flatPositions(word0, word1, positions, 0);
  const inHousehold = sharesHousehold(word0, word1);
  const hasHousehold = scorer.other.some((c) => c.household);
  const log = (list: { share: number; logs: Float64Array }[]) =>
    share(list.map((c) => c.share + sumAt(c.logs, positions))).log;
  return (log(scorer.same) - log(scorer.other.filter((c) => c.household === (inHousehold && hasHousehold)))) / Math.LN2;
};

/** Probability that belongs to a weight in bits. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);
