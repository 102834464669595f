import { type Table, valueAt } from '#engines/aturan/index.ts';
import type { KeptRegister } from '../domain/register.ts';

/** Every cell of a register by family, for comparing two of them however they were made. */
export const registerText = (register: KeptRegister): string[] => {
  const { snapshot, memberIds } = register;
  const { family, member } = snapshot.tables;
  const values = (table: Table, row: number) =>
    [...table.columns].map(([name, column]) => [name, valueAt(column, row)]);
  return Array.from({ length: snapshot.count }, (_, f) =>
    JSON.stringify([
      snapshot.idAt(f),
      snapshot.areas[snapshot.area[f]!],
      register.desaIds[f],
      Number.isNaN(register.localScores[f]) ? null : register.localScores[f],
      register.awards.get(snapshot.idAt(f)) ?? [],
      values(family, f),
      Array.from({ length: snapshot.memberStart[f + 1]! - snapshot.memberStart[f]! }, (_x, i) => {
        const m = snapshot.memberStart[f]! + i;
        return [memberIds[m], snapshot.tables.memberFamily[m] === f, values(member, m)];
      }),
    ]),
  );
};
