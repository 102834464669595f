import { type Clusters, clusterPairs } from './cluster.ts';
import { compareRows } from './compare.ts';
import { shippedModel } from './default-model.ts';
import { estimate, type Labels } from './estimate.ts';
import { createScorer, type Model, type Scorer, totalWeight } from './model.ts';
import { type CandidatePairs, createComparer, findPairs } from './pairs.ts';
import { countPattern, type PatternTable } from './patterns.ts';
import { checkEstimate, checkModel, ImplausibleModelError } from './plausible.ts';
import type { PersonTable } from './table.ts';

/** A decision of officers about two rows. It binds the clusters and enters training as a labelled pair. */
export type DecidedRows = { a: number; b: number; same: boolean };

/**
 * `training`: `auto` trains as far as the table allows and falls back to the given model with a warning; `off` only fits how common each
 * class is; `demand` refuses (ImplausibleModelError) where `auto` would fall back.
 */
export type LinkOptions = {
  household: boolean;
  across?: boolean;
  model?: Model;
  training?: 'auto' | 'off' | 'demand';
  decided?: readonly DecidedRows[];
  /** Pairs of rows that are never one person, for instance with two NIK verified by Dukcapil. */
  cannotLink?: readonly (readonly [number, number])[];
  alarmSize?: number;
  progress?: (step: 'pairs' | 'model' | 'clusters', done: number, total: number) => void;
};

export type LinkResult = {
  pairs: CandidatePairs;
  /** Weight in bits by pattern number and by pair. */
  patternWeight: Float64Array;
  weight: Float64Array;
  clusters: Clusters;
  model: Model;
  scorer: Scorer;
  warnings: string[];
  seconds: { pairs: number; model: number; clusters: number };
};

/** Expected duplicate pairs below which a table does not train a model of its own. */
export const TRAIN_FROM = 300;

const labelsOf = (table: PersonTable, patterns: PatternTable, decided: readonly DecidedRows[]): Labels => {
  const comparer = createComparer(table);
  const pattern = { word0: 0, word1: 0 };
  const numbers = decided.map(({ a, b }) => {
    compareRows(comparer, a, b, pattern);
    return countPattern(patterns, pattern.word0, pattern.word1, 0);
  });
  const labels: Labels = { same: new Float64Array(patterns.size), different: new Float64Array(patterns.size) };
  decided.forEach(({ same }, i) => {
    const list = same ? labels.same : labels.different;
    list[numbers[i]!] = list[numbers[i]!]! + 1;
  });
  return labels;
};

/** First how common the classes are, then, when there is enough to learn from, their tables within strong priors. */
const fit = (table: PersonTable, patterns: PatternTable, options: LinkOptions, warnings: string[]): Model => {
  const start = options.model ?? shippedModel(table.size);
  checkModel(start);
  const labels = labelsOf(table, patterns, options.decided ?? []);
  const settings = { household: options.household, labels };
  const shares = estimate(patterns, start, {
    ...settings,
    sameStrength: Infinity,
    otherStrength: Infinity,
    rounds: 20,
  });
  const training = options.training ?? 'auto';
  if (training === 'off') return shares;
  // Data without households is foreign to the shipped model: it may bend further.
  const strengths = options.household
    ? { sameStrength: 20_000, otherStrength: 50_000 }
    : { sameStrength: 200, otherStrength: 30 };
  try {
    if (shares.trained.same < TRAIN_FROM)
      throw new ImplausibleModelError(
        `Perkiraan pasangan ganda hanya ${shares.trained.same}, pelatihan memerlukan ${TRAIN_FROM}: model bawaan dipakai.`,
      );
    const trained = estimate(
      patterns,
      { ...shares, trained: start.trained },
      { ...settings, ...strengths, rounds: 25 },
    );
    checkEstimate(trained, table.size);
    return trained;
  } catch (error) {
    if (training === 'demand' || !(error instanceof ImplausibleModelError)) throw error;
    warnings.push(error.message);
    return shares;
  }
};

/**
 * Links a whole table: candidate pairs, a model fitted to it, a weight per pair, clusters.
 * Deterministic, and independent of the order of rows apart from the numbering of rows.
 * @throws ImplausibleModelError when the given model is degenerate, or on `training: 'demand'` when none can be trained.
 */
export const linkTable = (table: PersonTable, options: LinkOptions): LinkResult => {
  const warnings: string[] = [];
  const clock = () => performance.now() / 1000;
  const t0 = clock();
  const pairs = findPairs(table, {
    across: options.across ?? false,
    progress: (rows) => options.progress?.('pairs', rows, table.size),
  });
  const t1 = clock();
  options.progress?.('model', 0, 1);
  const model = fit(table, pairs.patterns, options, warnings);
  const scorer = createScorer(model, options.household);
  const { word0, word1, size } = pairs.patterns;
  const patternWeight = Float64Array.from({ length: size }, (_, i) => totalWeight(scorer, word0[i]!, word1[i]!));
  const weight = new Float64Array(pairs.size);
  for (let i = 0; i < pairs.size; i += 1) weight[i] = patternWeight[pairs.pattern[i]!]!;
  const t2 = clock();
  options.progress?.('clusters', 0, 1);
  const decided = options.decided ?? [];
  const clusters = clusterPairs(
    table,
    { size: pairs.size, a: pairs.a, b: pairs.b, weight },
    {
      from: 0,
      apartBelow: -7,
      alarmSize: options.alarmSize ?? 8,
      mustLink: decided.filter((d) => d.same).map((d) => [d.a, d.b] as const),
      cannotLink: [...(options.cannotLink ?? []), ...decided.filter((d) => !d.same).map((d) => [d.a, d.b] as const)],
    },
  );
  const t3 = clock();
  return {
    pairs,
    patternWeight,
    weight,
    clusters,
    model,
    scorer,
    warnings,
    seconds: { pairs: t1 - t0, model: t2 - t1, clusters: t3 - t2 },
  };
};
