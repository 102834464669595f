import { cellOf, emptyTable } from '../columns.ts';
import type { FamilyReader } from '../interpret.ts';
import type { Schema } from '../schema.ts';
import type { Tables } from '../tables.ts';
import type { RandomFamily } from './arbitraries.ts';

/** Families as typed-array tables. */
export const tablesOf = (families: readonly RandomFamily[], schema: Schema): Tables => {
  const members = families.flatMap((family, i) => family.members.map((values) => ({ i, values })));
  const family = emptyTable(schema.family, families.length);
  const member = emptyTable(schema.member, members.length);
  for (const [name, column] of family.columns)
    families.forEach((f, i) => {
      column.cells[i] = cellOf(column, f.values[name]);
    });
  for (const [name, column] of member.columns)
    members.forEach((m, j) => {
      column.cells[j] = cellOf(column, m.values[name]);
    });
  return {
    family,
    member,
    memberFamily: Int32Array.from(members, (m) => m.i),
    recipients: new Map(),
    aggregates: new Map(),
  };
};

/** The same family for the interpreter. */
export const readerOf = (family: RandomFamily): FamilyReader => ({
  value: (column) => family.values[column],
  members: family.members.map((values) => (column) => values[column]),
  recipient: () => 0,
});
