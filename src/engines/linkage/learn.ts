import { estimate, type Labels } from './estimate.ts';
import { DIMENSIONS, type Field } from './levels.ts';
import { TRAIN_FROM } from './link.ts';
import type { Component, Model } from './model.ts';
import { countPattern, createPatterns } from './patterns.ts';
import { checkModel, ImplausibleModelError } from './plausible.ts';

/** A decided pair by the levels of its fields (0 or left out: unknown). */
export type DecidedLevels = { levels: Partial<Record<Field, number>>; same: boolean };

/** How many pairs the starting model weighs as against decisions, within the classes of one person. */
const SAME_STRENGTH = 2000;
/** The tables of different persons stay: decided pairs are the hardest of them, and would teach that strangers look alike. */
const STAYS = 1e12;

const wordsOf = (levels: DecidedLevels['levels']): [number, number] => {
  const words: [number, number] = [0, 0];
  for (const { field, word, shift } of DIMENSIONS) words[word] = (words[word] ?? 0) | ((levels[field] ?? 0) << shift);
  return words;
};

/** Shares stay as they were: how common each class is among all candidates cannot be read off pairs that were chosen for being alike. */
const withSharesOf = (start: Model, trained: Component[]): Component[] => {
  const sum = (components: readonly Component[]) =>
    components.reduce((all, { kind, share }) => all + (kind === 'same' ? share : 0), 0);
  const [before, after] = [sum(start.components), sum(trained)];
  return trained.map((component, at) =>
    component.kind === 'same'
      ? { ...component, share: (component.share / after) * before }
      : { ...component, share: start.components[at]?.share ?? component.share },
  );
};

/**
 * A model that learns from decided pairs how records of one person differ in this register.
 * @throws ImplausibleModelError below 300 pairs decided to be one person, and when what comes out cannot be right
 */
export const learnFromDecisions = (start: Model, decisions: readonly DecidedLevels[]): Model => {
  const same = decisions.filter((one) => one.same).length;
  if (same < TRAIN_FROM)
    throw new ImplausibleModelError(
      `Belum cukup: ${same} pasangan diputus orang yang sama, pelatihan memerlukan ${TRAIN_FROM}.`,
    );
  const patterns = createPatterns();
  const numbers = decisions.map(({ levels }) => countPattern(patterns, ...wordsOf(levels), 0));
  const labels: Labels = { same: new Float64Array(patterns.size), different: new Float64Array(patterns.size) };
  decisions.forEach((one, at) => {
    const list = one.same ? labels.same : labels.different;
    const number = numbers[at] ?? 0;
    list[number] = (list[number] ?? 0) + 1;
  });
  const trained = estimate(patterns, start, {
    ...{ household: true, labels, rounds: 25 },
    ...{ sameStrength: SAME_STRENGTH, otherStrength: STAYS },
  });
  const model: Model = {
    components: withSharesOf(start, trained.components),
    trained: { pairs: decisions.length, same, source: 'trained' },
  };
  checkModel(model);
  return model;
};
