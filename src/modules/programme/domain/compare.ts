import { type Computed, takesMoney } from './compute.ts';

/** Families that take a place now and did not before, and the other way round, by family id; both in the order of their list. */
export type Changes = { cameIn: string[]; wentOut: string[] };

const takers = ({ queue, snapshot, place }: Computed): string[] =>
  [...queue].filter((f) => takesMoney(place(f))).map(snapshot.idAt);

export const compareLists = (before: Computed, after: Computed): Changes => {
  const [old, now] = [takers(before), takers(after)];
  const [had, has] = [new Set(old), new Set(now)];
  return { cameIn: now.filter((id) => !had.has(id)), wentOut: old.filter((id) => !has.has(id)) };
};
