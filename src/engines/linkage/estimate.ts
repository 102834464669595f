import { BIRTH_GROUPS, DIMENSIONS, sharesHousehold } from './levels.ts';
import { type Component, FIELD_COUNT, FLAT_SIZE, flatLogs, flatPositions, type Model, OFFSETS } from './model.ts';
import type { PatternTable } from './patterns.ts';

/** Adjudicated pairs per pattern, parallel to the pattern table: how many were decided the same person, how many different. */
export type Labels = { same: Float64Array; different: Float64Array };

/**
 * `sameStrength` and `otherStrength`: how many pairs the starting model weighs as (Dirichlet priors around its tables). With few
 * pairs the tables stay where they were and only the shares of the classes are learnt; with many, the table's own habits win.
 */
export type EstimateOptions = {
  household: boolean;
  sameStrength: number;
  otherStrength: number;
  rounds: number;
  labels?: Labels;
};

type Work = {
  n: number;
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
  const work: Work = {
    n,
    positions: new Int32Array(n * FIELD_COUNT),
    counts: new Float64Array(n),
    same: new Float64Array(n),
    different: new Float64Array(n),
    household: new Uint8Array(n),
  };
  order.forEach((p, i) => {
    const [w0, w1] = [patterns.word0[p]!, patterns.word1[p]!];
    flatPositions(w0, w1, work.positions, i * FIELD_COUNT);
    work.same[i] = options.labels?.same[p] ?? 0;
    work.different[i] = options.labels?.different[p] ?? 0;
    work.counts[i] = Math.max(patterns.count[p]! - work.same[i]! - work.different[i]!, 0);
    work.household[i] = options.household && sharesHousehold(w0, w1) ? 1 : 0;
  });
  return work;
};

type Sums = { shares: Float64Array; tables: Float64Array[] };

/** One expectation step: how much of every level's pairs belongs to each component. */
const expect = (work: Work, components: Component[], logs: Float64Array[]): Sums => {
  const k = components.length;
  const sums: Sums = { shares: new Float64Array(k), tables: components.map(() => new Float64Array(FLAT_SIZE)) };
  const shares = components.map((c) => Math.log(c.share));
  const odds = new Float64Array(k);
  const isSame = components.map((c) => c.kind === 'same');
  const isHousehold = components.map((c) => c.kind === 'household');
  for (let p = 0; p < work.n; p += 1) {
    const at = p * FIELD_COUNT;
    const inside = work.household[p] === 1;
    let top = -Infinity;
    for (let c = 0; c < k; c += 1) {
      if (!isSame[c] && isHousehold[c] !== inside) {
        odds[c] = -Infinity;
        continue;
      }
      const table = logs[c]!;
      let sum = shares[c]!;
      for (let f = 0; f < FIELD_COUNT; f += 1) sum += table[work.positions[at + f]!]!;
      odds[c] = sum;
      if (sum > top) top = sum;
    }
    let [sameSum, otherSum] = [0, 0];
    for (let c = 0; c < k; c += 1) {
      const x = Math.exp(odds[c]! - top);
      odds[c] = x;
      if (isSame[c]) sameSum += x;
      else otherSum += x;
    }
    const all = work.counts[p]! / (sameSum + otherSum);
    const forSame = all + (sameSum > 0 ? work.same[p]! / sameSum : 0);
    const forOther = all + (otherSum > 0 ? work.different[p]! / otherSum : 0);
    for (let c = 0; c < k; c += 1) {
      const mass = odds[c]! * (isSame[c] ? forSame : forOther);
      if (mass < 1e-12) continue;
      sums.shares[c] = sums.shares[c]! + mass;
      const table = sums.tables[c]!;
      for (let f = 0; f < FIELD_COUNT; f += 1) table[work.positions[at + f]!]! += mass;
    }
  }
  return sums;
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
    // A share never reaches 0: a class that this table does not show stays possible.
    return { ...component, share: (sums.shares[c]! + 1) / (pairs + prior.length), tables };
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
  let components = prior;
  let same = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    const sums = expect(work, components, components.map(flatLogs));
    components = maximise(sums, prior, options, pairs);
    const now = components.reduce((sum, c, i) => sum + (c.kind === 'same' ? sums.shares[i]! : 0), 0);
    if (round > 4 && Math.abs(now - same) < 1e-4 * Math.max(now, 1)) break;
    same = now;
  }
  return { components, trained: { pairs, same: Math.round(same), source: 'trained' } };
};
