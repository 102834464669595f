import { type LinkOptions, linkTable } from './link.ts';
import type { Model } from './model.ts';
import { addPerson, type LinkPerson } from './person.ts';
import { listSuspects, type Suspect } from './suspects.ts';
import { createTable, idOf, type PersonTable } from './table.ts';

/** A decision of officers about two persons, by id. Pairs of which one person is not in the table are passed over. */
export type DecidedPair = { idA: string; idB: string; same: boolean };

/** What a batch over persons is to do; ids in place of rows, otherwise as LinkOptions. */
export type PersonLinkOptions = {
  model?: Model;
  training?: NonNullable<LinkOptions['training']>;
  decided?: readonly DecidedPair[];
  cannotLink?: readonly (readonly [string, string])[];
  alarmSize?: number;
};

/**
 * The outcome of a batch over persons. `clusters` are the groups of two or more ids, each sorted, in the order of their first id;
 * `tooLarge` those of them above the alarm size.
 */
export type PersonLinkResult = {
  persons: number;
  comparedPairs: number;
  suspects: Suspect[];
  clusters: string[][];
  tooLarge: string[][];
  model: Model;
  warnings: string[];
  seconds: number;
};

/** Persons of one household-bearing register, gathered for a batch. */
export type Gathered = { table: PersonTable; rowOf: Map<string, number> };

export const createGathered = (expected = 1024): Gathered => ({
  table: createTable('indonesia', expected),
  rowOf: new Map(),
});

/** Adds persons; one whose id is already there is an error of the caller. */
export const gather = ({ table, rowOf }: Gathered, persons: Iterable<LinkPerson>): void => {
  for (const person of persons) {
    if (rowOf.has(person.id)) throw new Error(`person ${person.id} was added twice`);
    rowOf.set(person.id, addPerson(table, person));
  }
};

/** Links everybody gathered. @throws ImplausibleModelError as linkTable does. */
export const linkGathered = ({ table, rowOf }: Gathered, options: PersonLinkOptions): PersonLinkResult => {
  const started = performance.now();
  const { decided = [], cannotLink = [], ...rest } = options;
  const result = linkTable(table, {
    ...rest,
    household: true,
    decided: decided.flatMap(({ idA, idB, same }) => {
      const [a, b] = [rowOf.get(idA), rowOf.get(idB)];
      return a === undefined || b === undefined ? [] : [{ a, b, same }];
    }),
    cannotLink: cannotLink.flatMap(([idA, idB]) => {
      const [a, b] = [rowOf.get(idA), rowOf.get(idB)];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    }),
  });
  const { cluster, sizes, alarms } = result.clusters;
  const members = new Map<number, string[]>([...sizes.keys()].map((root) => [root, []]));
  for (let row = 0; row < table.size; row += 1) members.get(cluster[row]!)?.push(idOf(table, row));
  for (const ids of members.values()) ids.sort();
  const byFirst = (x: string[], y: string[]) => (x[0]! < y[0]! ? -1 : 1);
  return {
    persons: table.size,
    comparedPairs: result.pairs.size,
    suspects: listSuspects(table, result),
    clusters: [...members.values()].sort(byFirst),
    tooLarge: alarms.map((root) => members.get(root)!).sort(byFirst),
    model: result.model,
    warnings: result.warnings,
    seconds: (performance.now() - started) / 1000,
  };
};
