import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { ImportFile } from '../sql/files.ts';
import { listRankRows, putRanks } from '../sql/ranks.ts';
import { type RowOutcome, saveOutcomes } from '../sql/siks-rows.ts';

/** Puts a chunk of desil into the register: one a family and period, for families that are known now. */
export const commitDesilChunk = async (ctx: Context, file: ImportFile, limit: number) => {
  const rows = await listRankRows(ctx, file.id, file.cursorNo, limit);
  const byFamily = new Map(rows.flatMap((row) => (row.familyId === null ? [] : [[row.familyId, row] as const])));
  const ranks = [...byFamily].map(([familyId, row]) => ({ id: uuid7(), familyId, desil: row.desil, rowId: row.id }));
  const before = ranks.length > 0 ? await putRanks(ctx, file.period, ranks) : new Map<string, never>();
  const outcomes = rows.map(
    (row): RowOutcome => ({
      id: row.id,
      outcome: row.familyId === null ? 'tidak_cocok' : 'dicatat',
      personId: null,
      familyId: row.familyId,
      madePerson: false,
      madeFamily: false,
      before: row.familyId === null ? null : (before.get(row.familyId) ?? null),
    }),
  );
  await saveOutcomes(ctx, outcomes);
  const known = outcomes.filter(({ outcome }) => outcome === 'dicatat').length;
  return { rows, counts: { dicatat: known, tidak_cocok: rows.length - known } };
};
