import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { listExcludeRows, putFlags } from '../sql/exclude.ts';
import type { ImportFile } from '../sql/files.ts';
import { type RowOutcome, saveOutcomes } from '../sql/siks-rows.ts';

/** Keeps a chunk of the centre's flags for people who are known now; a flag that stands open is only seen again. */
export const commitExcludeChunk = async (ctx: Context, file: ImportFile, limit: number) => {
  const rows = await listExcludeRows(ctx, file.id, file.cursorNo, limit);
  if (rows.length === 0) return { rows, counts: {} };
  const flags = rows.flatMap(({ id, personId, parsed }) =>
    personId === null ? [] : [{ id: uuid7(), personId, programme: parsed.programme, reason: parsed.reason, rowId: id }],
  );
  const stood = await putFlags(ctx, file.period, flags);
  const outcomes = rows.map(
    ({ id, personId }): RowOutcome => ({
      id,
      outcome: personId === null ? 'tidak_cocok' : stood.has(String(id)) ? 'tetap' : 'dicatat',
      personId,
      familyId: null,
      madePerson: false,
      madeFamily: false,
      before: stood.get(String(id)) ?? null,
    }),
  );
  await saveOutcomes(ctx, outcomes);
  const unknown = outcomes.filter(({ outcome }) => outcome === 'tidak_cocok').length;
  return { rows, counts: { dicatat: rows.length - unknown, tidak_cocok: unknown } };
};
