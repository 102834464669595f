import { type FamilyReader, type Table, type Value, valueAt } from '#engines/aturan/index.ts';
import { receives } from './recipients.ts';
import type { ProgrammeResult } from './run.ts';
import type { Snapshot } from './snapshot.ts';

const cellReader =
  (table: Table, row: number) =>
  (name: string): Value => {
    const column = table.columns.get(name);
    if (!column) throw new RangeError(`column ${name} is not in the table`);
    return valueAt(column, row);
  };

/** One family of a snapshot for the traced interpreter, with what the earlier programmes of the run decided. */
export const readerFor = (snapshot: Snapshot, result: ProgrammeResult, family: number): FamilyReader => {
  const { tables, memberStart } = snapshot;
  const members = [];
  for (let j = memberStart[family]!; j < memberStart[family + 1]!; j++) members.push(cellReader(tables.member, j));
  return {
    value: cellReader(tables.family, family),
    members,
    recipient: (programme) => {
      const upstream = result.upstream.find((r) => r.programme.id === programme);
      if (!upstream) throw new RangeError(`programme ${programme} has not been decided`);
      return receives(upstream.selection.outcome[family]!);
    },
  };
};
