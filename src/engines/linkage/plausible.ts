import { DIMENSIONS, type Field, NAME_KINDS, RARITIES } from './levels.ts';
import type { Component, Model } from './model.ts';

/** A model that cannot be right; the message says what is wrong with it and what to do. */
export class ImplausibleModelError extends Error {
  override name = 'ImplausibleModelError';
}

const refuse = (what: string): never => {
  throw new ImplausibleModelError(
    `Model tidak masuk akal: ${what}. Pakai model bawaan (tanpa pelatihan), atau periksa peran kolom di skema, terutama "household".`,
  );
};

const sameOnly = (model: Model): Component[] => model.components.filter((c) => c.kind === 'same');

const mixed = (components: readonly Component[], read: (c: Component) => number): number => {
  const all = components.reduce((sum, c) => sum + c.share, 0);
  return components.reduce((sum, c) => sum + c.share * read(c), 0) / all;
};

const checkTables = (model: Model): void => {
  for (const c of model.components) {
    if (!(c.share > 0 && c.share <= 1)) refuse(`bagian kelas "${c.name}" adalah ${c.share}`);
    for (const { field, levels } of DIMENSIONS) {
      const table = c.tables[field];
      if (!table || table.length % levels !== 0 || table.some((p) => !(p >= 0 && p <= 1)))
        refuse(`tabel "${field}" dari kelas "${c.name}" bukan daftar ${levels} peluang`);
    }
  }
};

const EXACT: Field[] = ['nik', 'kk', 'sex', 'phone'];

/**
 * Stops a degenerate model: tables that are no probabilities, no class for equal persons, or classes that have changed places
 * (what is equal then speaks against one person).
 * @throws ImplausibleModelError
 */
export const checkModel = (model: Model): void => {
  checkTables(model);
  const same = sameOnly(model);
  const outside = model.components.filter((c) => c.kind === 'outside');
  if (same.length === 0 || outside.length === 0) refuse('tidak ada kelas "orang yang sama" atau kelas pembandingnya');
  const nameShare = (c: Component) =>
    NAME_KINDS.slice(0, 3).reduce((sum, _, k) => sum + tableSum(c, k * RARITIES + 1, RARITIES), 0);
  if (mixed(same, nameShare) < 0.4) refuse('nama orang yang sama jarang cocok (kurang dari 40 %)');
  for (const field of EXACT) {
    const equal = (c: Component) =>
      c.tables[field][1]! + (field === 'nik' ? c.tables[field][DIMENSIONS[3]!.levels + 1]! : 0);
    if (mixed(same, equal) < mixed(outside, equal)) refuse(`"${field}" lebih sering sama pada orang yang berbeda`);
  }
};

const tableSum = (c: Component, from: number, length: number): number => {
  let sum = 0;
  for (let i = from; i < from + length; i += 1) sum += c.tables.name[i]!;
  return sum;
};

/**
 * Checks an estimate against the table it came from.
 * @throws ImplausibleModelError when more pairs would be one person than persons can explain.
 */
export const checkEstimate = (model: Model, rows: number): void => {
  checkModel(model);
  if (model.trained.same > rows * 4)
    refuse(`${model.trained.same} pasangan dianggap orang yang sama pada ${rows} baris`);
};
