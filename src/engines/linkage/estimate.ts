import { BIRTH_GROUPS, DIMENSIONS, sharesHousehold } from './levels.ts';
import { type Component, FIELD_COUNT, FLAT_SIZE, flatLogs, flatPositions, type Model, OFFSETS } from './model.ts';
import type { PatternTable } from './patterns.ts';

/** Adjudicated pairs per pattern, parallel to the pattern table: how many were decided the same person, how many different. */
export type Labels = { same: Float64Array; different: Float64Array };

/**
 * `sameStrength` and `otherStrength` (Infinity: tables stay fixed): how many pairs the starting model weighs as (Dirichlet priors around its tables). With few
 * pairs the tables stay where they were and only the shares of the classes are learnt; with many, the table's own habits win.
 */
export type EstimateOptions = {
  household: boolean;
  sameStrength: number;
  otherStrength: number;
  rounds: number;
  tolerance?: number;
  labels?: Labels;
};

type Work = {
  n: number;
  fields: number; // fields known in any pattern; others would only add zeros
  positions: Int32Array;
  counts: Float64Array;
  same: Float64Array;
  different: Float64Array;
  household: Uint8Array;
};

/** Patterns in the order of their words, so that sums do not depend on the order of input. */
const prepare = (patterns: PatternTable, options: EstimateOptions): Work => {
  const order = Array.from({ length: patterns.size }, (_, i) => i).sort(
    (a, b) => patterns.word0[a]! - patterns.word0[b]! || patterns.word1[a]! - patterns.word1[b]!,
  );
  const n = order.length;
  const all = new Int32Array(n * FIELD_COUNT);
  order.forEach((p, i) => {
    flatPositions(patterns.word0[p]!, patterns.word1[p]!, all, i * FIELD_COUNT);
  });
  const known = Array.from({ length: FIELD_COUNT }, (_, f) => f).filter((f) =>
    order.some((_, i) => all[i * FIELD_COUNT + f] !== 0),
  );
  const fields = known.length;
  const positions = new Int32Array(n * fields);
  for (let i = 0; i < n; i += 1)
    for (let f = 0; f < fields; f += 1) positions[i * fields + f] = all[i * FIELD_COUNT + known[f]!]!;
  const same = Float64Array.from(order, (p) => options.labels?.same[p] ?? 0);
  const different = Float64Array.from(order, (p) => options.labels?.different[p] ?? 0);
  const counts = Float64Array.from(order, (p, i) => Math.max(patterns.count[p]! - same[i]! - different[i]!, 0));
  const household = Uint8Array.from(order, (p) =>
    options.household && sharesHousehold(patterns.word0[p]!, patterns.word1[p]!) ? 1 : 0,
  );
  return { n, fields, positions, counts, same, different, household };
};

type Sums = { shares: Float64Array; tables: Float64Array[]; likelihood: number };

/** Rounds end when the logarithm of the likelihood grows by less than this per pair. */
const TOLERANCE = 1e-4;

/** Below this logarithm of odds a component takes no part of a pattern. */
const NOTHING = -40;

/** Logarithm of the probability of every pattern under every component, without the share; -Infinity where a component cannot apply. */
const likelihoods = (work: Work, components: Component[]): Float64Array => {
  const k = components.length;
  const result = new Float64Array(work.n * k);
  const { positions, fields } = work;
  components.forEach((component, c) => {
    const table = flatLogs(component);
    const [isSame, isHousehold] = [component.kind === 'same', component.kind === 'household' ? 1 : 0];
    for (let p = 0; p < work.n; p += 1) {
      let sum = 0;
      if (!isSame && work.household[p] !== isHousehold) sum = -Infinity;
      else for (let f = p * fields; f < (p + 1) * fields; f += 1) sum += table[positions[f]!]!;
      result[p * k + c] = sum;
    }
  });
  return result;
};

/** One expectation step: how many pairs belong to each component, and (with `tables`) to each of its levels. */
const expect = (work: Work, components: Component[], logs: Float64Array, tables: boolean): Sums => {
  const k = components.length;
  const sums: Sums = {
    shares: new Float64Array(k),
    tables: components.map(() => new Float64Array(FLAT_SIZE)),
    likelihood: 0,
  };
  const shares = Float64Array.from(components, (c) => Math.log(c.share));
  const isSame = Uint8Array.from(components, (c) => (c.kind === 'same' ? 1 : 0));
  const parts = new Float64Array(k);
  for (let p = 0; p < work.n; p += 1) {
    let top = -Infinity;
    for (let c = 0; c < k; c += 1) {
      const log = logs[p * k + c]! + shares[c]!;
      parts[c] = log;
      if (log > top) top = log;
    }
    let sameSum = 0;
    let otherSum = 0;
    for (let c = 0; c < k; c += 1) {
      const log = parts[c]! - top;
      const part = log < NOTHING ? 0 : Math.exp(log);
      parts[c] = part;
      if (isSame[c] === 1) sameSum += part;
      else otherSum += part;
    }
    const all = work.counts[p]! / (sameSum + otherSum);
    sums.likelihood += (work.counts[p]! + work.same[p]! + work.different[p]!) * (top + Math.log(sameSum + otherSum));
    // Labelled pairs are known to be of one kind: what that kind says of them counts.
    if (work.same[p]! > 0 && sameSum > 0) sums.likelihood += work.same[p]! * Math.log(sameSum / (sameSum + otherSum));
    if (work.different[p]! > 0 && otherSum > 0)
      sums.likelihood += work.different[p]! * Math.log(otherSum / (sameSum + otherSum));
    const forSame = all + (sameSum > 0 ? work.same[p]! / sameSum : 0);
    const forOther = all + (otherSum > 0 ? work.different[p]! / otherSum : 0);
    for (let c = 0; c < k; c += 1) {
      const mass = parts[c]! * (isSame[c] === 1 ? forSame : forOther);
      if (mass < 1e-12) continue;
      sums.shares[c] = sums.shares[c]! + mass;
      if (tables) addMass(work, p, mass, sums.tables[c]!);
    }
  }
  return sums;
};

const addMass = (work: Work, p: number, mass: number, table: Float64Array): void => {
  for (let f = p * work.fields; f < (p + 1) * work.fields; f += 1) {
    const at = work.positions[f]!;
    table[at] = table[at]! + mass;
  }
};

const normalise = (
  counts: Float64Array,
  prior: number[],
  at: number,
  levels: number,
  group: number,
  strength: number,
): number[] => {
  let total = 0;
  const raw: number[] = [0];
  for (let l = 1; l < levels; l += 1) {
    const value = counts[at + group * levels + l]! + strength * prior[group * levels + l]!;
    raw.push(value);
    total += value;
  }
  return raw.map((value, l) => (l === 0 ? 0 : value / total));
};

// A share never reaches 0: a class that this table does not show stays possible.
const shareOf = (sums: Sums, c: number, pairs: number, classes: number): number =>
  (sums.shares[c]! + 1) / (pairs + classes);

const maximise = (sums: Sums, prior: Component[], options: EstimateOptions, pairs: number): Component[] =>
  prior.map((component, c) => {
    const strength = component.kind === 'same' ? options.sameStrength : options.otherStrength;
    const tables = { ...component.tables };
    DIMENSIONS.forEach((d, f) => {
      const groups = d.field === 'nik' ? BIRTH_GROUPS : 1;
      tables[d.field] = Array.from({ length: groups }, (_, g) =>
        normalise(sums.tables[c]!, component.tables[d.field], OFFSETS[f]!, d.levels, g, Math.max(strength, 1)),
      ).flat();
    });
    return { ...component, share: shareOf(sums, c, pairs, prior.length), tables };
  });

/**
 * Fits the shares of the classes and, as far as the priors let it, their tables to the patterns of a table (expectation maximisation,
 * Dempster, Laird and Rubin 1977, with labelled counts for adjudicated pairs). Deterministic; independent of the order of patterns.
 */
export const estimate = (patterns: PatternTable, start: Model, options: EstimateOptions): Model => {
  const prior = start.components.filter((c) => options.household || c.kind !== 'household');
  const work = prepare(patterns, options);
  let pairs = 0;
  for (let p = 0; p < work.n; p += 1) pairs += work.counts[p]! + work.same[p]! + work.different[p]!;
  const fixed = options.sameStrength === Infinity && options.otherStrength === Infinity;
  let components = prior;
  let logs = likelihoods(work, prior);
  let same = 0;
  let likelihood = -Infinity;
  for (let round = 0; round < options.rounds; round += 1) {
    if (!fixed && round > 0) logs = likelihoods(work, components);
    const sums = expect(work, components, logs, !fixed);
    components = fixed
      ? prior.map((component, c) => ({ ...component, share: shareOf(sums, c, pairs, prior.length) }))
      : maximise(sums, prior, options, pairs);
    same = components.reduce((sum, c, i) => sum + (c.kind === 'same' ? sums.shares[i]! : 0), 0);
    if (sums.likelihood - likelihood < (options.tolerance ?? TOLERANCE) * pairs) break;
    likelihood = sums.likelihood;
  }
  return { components, trained: { pairs, same: Math.round(same), source: 'trained' } };
};
